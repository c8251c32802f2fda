import * as m from '#messages/messages.js'
import { Suspense, useMemo } from 'react'
import type { Widget } from '../../frame/contract.ts'
import { Console } from '../../present/Console.tsx'
import { Projection, type TextProps } from '../../present/Projection.tsx'
import type { SlideAddress } from '../../present/room-address.ts'
import type { Show, Slide } from '../../present/show.ts'
import { usePage } from '../page-context.ts'
import { ASK, type Projected } from '../routes.ts'
import { useShowParts } from '../show-parts.ts'
import { useWidget } from '../use-widget.ts'

/** All that a figure has to show, in its order: its question first, then its scenes. */
function showOf(widget: Widget): Show {
  const asks: readonly Slide[] = widget.prediction ? [{ kind: 'ask', widget: widget.id }] : []
  const scenes = widget.scenes.map(({ id }): Slide => ({
    kind: 'scene',
    widget: widget.id,
    scene: id,
  }))
  return { id: `present/${widget.id}`, title: widget.title(), slides: [...asks, ...scenes] }
}

const nameOf = (slide: Slide | undefined) => (slide?.kind === 'scene' ? slide.scene : ASK)

/** A scene is a folder below its figure; at the figure itself it is a part of the query. */
function addressOf({ slides }: Show, opening: number, folder: string | undefined): SlideAddress {
  return {
    keys: ['scene'],
    read(query) {
      const named = query.get('scene')
      const found = slides.findIndex((slide) => nameOf(slide) === named)
      if (named === null || found >= 0)
        return { slide: Math.max(found, named === null ? opening : 0) }
      return { slide: opening, unknown: `scene=${named.slice(0, 40)}` }
    },
    write(slide) {
      const name = nameOf(slides[slide])
      if (folder !== undefined) return { folder: name }
      return { query: slide === opening ? '' : `scene=${name}` }
    },
  }
}

/** Without a talk, a figure says what its caption says, and notes what it leaves out. */
function Text({ slide, widget, part }: TextProps) {
  const [claim, rest] = widget.caption()
  // Its question comes first, and the claim would answer it.
  if (part === 'say') return nameOf(showOf(widget).slides[slide]) === ASK ? null : <p>{claim}</p>
  return (
    <>
      <p>{rest}</p>
      <h3>{m.frame_assumptions()}</h3>
      <ul>
        {widget.assumptions().map((assumption) => (
          <li key={assumption}>{assumption}</li>
        ))}
      </ul>
    </>
  )
}

interface Props {
  readonly projected: Extract<Projected, { readonly kind: 'present' }>
  readonly isConsole: boolean
}

function FigureShow({ projected, isConsole }: Props) {
  const widget = useWidget(projected.widget)
  const [show, opening, address] = useMemo(() => {
    const made = showOf(widget)
    const named = projected.scene ?? widget.firstScene
    const first = Math.max(
      0,
      made.slides.findIndex((slide) => nameOf(slide) === named),
    )
    return [made, first, addressOf(made, first, projected.scene)] as const
  }, [widget, projected])
  const { parts, asked } = useShowParts({
    show,
    projected,
    isConsole,
    opening,
    address,
    home: { kind: 'widget', widget: widget.id },
  })
  return isConsole ? (
    <Console {...parts} Text={Text} />
  ) : (
    <Projection {...parts} Text={Text} asked={asked} />
  )
}

export function Page() {
  const { route } = usePage().place
  const projected = route.kind === 'console' ? route.of : route
  return (
    projected.kind === 'present' && (
      <div data-widget-place={projected.widget}>
        <Suspense>
          <FigureShow projected={projected} isConsole={route.kind === 'console'} />
        </Suspense>
      </div>
    )
  )
}
