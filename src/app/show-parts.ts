import { useState } from 'react'
import type { Widget } from '../frame/contract.ts'
import { readState, shareQuery } from '../frame/state.ts'
import {
  readRoomAddress,
  useRoomAddress,
  type Asked,
  type SlideAddress,
} from '../present/room-address.ts'
import type { ShowParts } from '../present/Projection.tsx'
import { openingOf, type Show, type Slide } from '../present/show.ts'
import { useRoom } from '../present/use-room.ts'
import { announceLive } from './EmbeddedWidget.tsx'
import { useHref, useShareHref } from './page-context.ts'
import type { Projected, Route } from './routes.ts'
import { useWidget } from './use-widget.ts'

interface Parts {
  readonly show: Show
  readonly projected: Projected
  readonly isConsole: boolean
  /** The slide that the page was prerendered with. */
  readonly opening: number
  readonly address: SlideAddress
  /** Where one is back in the course. */
  readonly home: Route
}

const asAddress = (href: string) => new URL(href, document.baseURI).href

/** What both windows of a show are made from. */
export function useShowParts({ show, projected, isConsole, opening, address, home }: Parts) {
  const [asked, setAsked] = useState<Asked>()
  // Addresses are relative to the page as it was opened; what is shown later may stand deeper.
  const href = useHref()
  const shareHref = useShareHref()
  const room = useRoom(show, isConsole ? 'console' : 'projection', opening, () => {
    if (isConsole) return undefined
    const found = readRoomAddress(address, location.search)
    setAsked(found)
    const { slide, search, atMs } = found
    return { slide, search, atMs }
  })
  useRoomAddress(room, isConsole ? undefined : address)
  const parts: Omit<ShowParts, 'Text'> = {
    show,
    room,
    useWidget,
    shareOf(widget: Widget, slide: Slide, search: string) {
      const state = readState(widget, search, openingOf(widget, slide))
      return asAddress(
        `${shareHref({ kind: 'widget', widget: widget.id })}?${shareQuery(widget, state)}`,
      )
    },
    consoleHref: href({
      kind: 'console',
      // One desk for all scenes of a figure.
      of: projected.kind === 'talk' ? projected : { kind: 'present', widget: projected.widget },
    }),
    projectionHref: href(projected),
    homeHref: href(home),
    onReady: announceLive,
  }
  return { parts, asked }
}
