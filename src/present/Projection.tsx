import * as m from '#messages/messages.js'
import { Suspense, useEffect, useMemo, useRef, useState, type ComponentType } from 'react'
import type { Widget } from '../frame/contract.ts'
import { QrCode } from '../frame/share/QrCode.tsx'
import { countDrawings } from './drawings.ts'
import { commandsOf, type Commands } from './commands.ts'
import { favourite } from './hands.ts'
import { Hands } from './Hands.tsx'
import { Help } from './Help.tsx'
import { isTyped, run } from './keys.ts'
import { Notice } from './Notice.tsx'
import { Picture } from './Picture.tsx'
import styles from './Present.module.css'
import type { Room } from './room.ts'
import type { Asked } from './room-address.ts'
import { RoomBar } from './RoomBar.tsx'
import type { Show, Slide } from './show.ts'
import { useRoomClock, useSlide, useView } from './use-slide.ts'
import { useShown } from './use-room.ts'

/** A wall is read from afar: the first few numbers, and the sentence that says what they mean. */
const MOST_READINGS = 3

export interface TextProps {
  readonly slide: number
  readonly widget: Widget
  readonly part: 'say' | 'notes'
}

/** What a page gives to its windows on a show. */
export interface ShowParts {
  readonly show: Show
  readonly room: Room
  /** Suspends until the figure is here. */
  readonly useWidget: (id: string) => Widget
  /** The sentence of a slide, or what its presenter wants to remember. */
  readonly Text: ComponentType<TextProps>
  /** The address of a state of a figure, to be shared: whole, with its host. */
  readonly shareOf: (widget: Widget, slide: Slide, query: string) => string
  readonly consoleHref: string
  readonly projectionHref: string
  /** The way out of the show: where its figure or its lesson stands. */
  readonly homeHref: string
  /** Called with a window's element once it answers. */
  readonly onReady: (element: Element) => void
}

/** Opens the presenter's window, apart from this one so that neither waits for the other. */
export const openWindow = (href: string, name: string) =>
  window.open(href, name, 'popup,noopener,width=1180,height=820')

/** Keys and clickers do in the whole window what the buttons do. */
export function useKeys(commands: Commands, more: Readonly<Record<string, () => void>>) {
  const current = useRef({ commands, more })
  useEffect(() => {
    current.current = { commands, more }
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyped(event)) return
      const own = current.current.more[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (own) own()
      else if (!run(current.current.commands, event)) return
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

/** A swipe turns the page, as on a phone. */
function useSwipe(commands: Commands) {
  const start = useRef<{ readonly x: number; readonly y: number }>(undefined)
  return {
    onTouchStart: (event: React.TouchEvent) => {
      const touch = event.touches[0]
      start.current =
        event.touches.length === 1 && touch ? { x: touch.clientX, y: touch.clientY } : undefined
    },
    onTouchEnd: (event: React.TouchEvent) => {
      const touch = event.changedTouches[0]
      if (!start.current || !touch) return
      const [x, y] = [touch.clientX - start.current.x, touch.clientY - start.current.y]
      start.current = undefined
      if (Math.abs(x) < 60 || Math.abs(x) < 2 * Math.abs(y)) return
      if (event.target instanceof Element && event.target.closest('input, button')) return
      if (x < 0) commands.next()
      else commands.previous()
    },
  }
}

/** The projected window: one slide of a show, as large as the wall. */
interface ProjectionParts extends ShowParts {
  /** What the address of this window asked for. */
  readonly asked: Asked | undefined
}

export function Projection(parts: ProjectionParts) {
  const at = useShown(parts.room, ({ slide }) => slide)
  const slide = parts.show.slides[at] ?? parts.show.slides[0]
  return slide && <ShownSlide key={at} {...parts} at={at} slide={slide} />
}

function ShownSlide(
  parts: ProjectionParts & {
    readonly at: number
    readonly slide: Slide
  },
) {
  const { show, room, at, slide, Text, asked, shareOf, consoleHref } = parts
  const widget = parts.useWidget(slide.widget)
  const store = useSlide(room, widget, slide)
  const view = useView(widget, store)
  const clock = useRoomClock(room, store, view.timeline)
  const commands = useMemo(
    () => commandsOf(show, room, widget, store, view.timeline, clock, countDrawings),
    [show, room, widget, store, view.timeline, clock],
  )
  const [helped, setHelped] = useState(false)
  const [noticed, setNoticed] = useState(false)
  const black = useShown(room, (shown) => shown.black)
  const code = useShown(room, (shown) => shown.code)
  const search = useShown(room, (shown) => shown.search)
  const atMs = useShown(room, (shown) => shown.atMs)
  const hands = useShown(room, (shown) => shown.hands[widget.id])
  const openConsole = () => void openWindow(consoleHref, `console ${show.id}`)
  const fullScreen = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    else void document.documentElement.requestFullscreen().catch(() => {})
  }
  useKeys(commands, {
    '?': () => setHelped(true),
    h: () => setHelped(true),
    f: fullScreen,
    p: openConsole,
    Escape() {
      setNoticed(true)
      if (room.store.getState().shown.black) commands.black()
      else room.change({ zoom: undefined, light: undefined, code: false })
    },
  })
  const question = slide.kind === 'ask' ? widget.prediction : undefined
  const scene = widget.scenes.find(({ id }) => slide.kind === 'scene' && id === slide.scene)
  const query = [search, atMs === undefined ? '' : `at=${Math.round(atMs)}`].filter(Boolean)
  const address = code ? shareOf(widget, slide, query.join('&')) : ''
  const element = useRef<HTMLDivElement>(null)
  const { onReady } = parts
  useEffect(() => {
    if (element.current) onReady(element.current)
  }, [onReady])
  return (
    <div className={styles['room']} ref={element} data-widget={widget.id} {...useSwipe(commands)}>
      <header className={styles['head']}>
        <h1>{widget.title()}</h1>
        <p>{question ? m.present_question() : scene?.label()}</p>
      </header>
      {asked?.slide === at && !noticed && <Notice widget={widget} slide={slide} asked={asked} />}
      <div className={styles['say']}>
        <Text slide={at} widget={widget} part="say" />
      </div>
      {question ? (
        <Hands room={room} widget={widget} prediction={question} large />
      ) : (
        <div className={styles['show']} data-hands={hands !== undefined}>
          <Picture room={room} view={view} store={store} guess={favourite(hands ?? {})} />
          {hands && widget.prediction && (
            <Hands room={room} widget={widget} prediction={widget.prediction} />
          )}
          <div className={styles['meaning']}>
            <dl>
              {view.readings.slice(0, MOST_READINGS).map((reading) => (
                <div key={reading.id}>
                  <dt>{reading.label}</dt>
                  <dd>
                    <span className="number">{reading.value}</span>
                    {reading.unit && <small> {reading.unit}</small>}
                  </dd>
                </div>
              ))}
            </dl>
            <p data-tone={view.verdict.tone}>{view.verdict.text}</p>
          </div>
        </div>
      )}
      <RoomBar
        {...{ show, room, widget, store, view, clock, commands, at }}
        onHelp={() => setHelped(true)}
        onConsole={openConsole}
        homeHref={parts.homeHref}
      />
      {code && (
        <div className={styles['code']} role="dialog" aria-label={m.present_code()}>
          <Suspense>
            <QrCode text={address} label={m.present_code_of({ address })} />
          </Suspense>
          <p>{address}</p>
        </div>
      )}
      <p className="unseen" role="status">
        {black
          ? m.present_is_black()
          : m.present_at({
              slide: at + 1,
              slides: show.slides.length,
              name: question ? m.present_question() : (scene?.label() ?? ''),
            })}
      </p>
      {helped && <Help widget={widget} onClose={() => setHelped(false)} />}
      {black && (
        <button type="button" className={styles['black']} onClick={() => commands.black()}>
          <span className="unseen">{m.present_show_again()}</span>
        </button>
      )}
    </div>
  )
}
