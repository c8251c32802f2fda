import * as m from '#messages/messages.js'
import { useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { Widget } from '../frame/contract.ts'
import { Controls } from '../frame/Controls.tsx'
import { PlayerControls } from '../frame/PlayerControls.tsx'
import { Stage } from '../frame/Stage.tsx'
import { countDrawings } from './drawings.ts'
import { commandsOf } from './commands.ts'
import styles from './Console.module.css'
import { favourite } from './hands.ts'
import { Hands } from './Hands.tsx'
import { openWindow, type ShowParts, useKeys } from './Projection.tsx'
import { RoomButtons } from './RoomButtons.tsx'
import { openingOf, type Slide } from './show.ts'
import { Timer } from './Timer.tsx'
import { useNow, useRoomClock, useSlide, useView } from './use-slide.ts'
import { GONE_AFTER_MS, useShown } from './use-room.ts'

/** Whether the wall is there, and who else drives it. */
function Presence({ room, show, projectionHref }: ShowParts) {
  const others = useStore(room.store, (state) => state.others)
  const now = useNow() ?? 0
  const heard = Object.values(others).filter(({ heardMs }) => now - heardMs < GONE_AFTER_MS)
  const walls = heard.filter(({ role }) => role === 'projection').length
  const consoles = heard.length - walls
  return (
    <div className={styles['presence']}>
      <p role="status" data-wall={walls > 0}>
        {walls > 0 ? m.present_wall_seen() : m.present_wall_none()}{' '}
        {consoles > 0 && m.present_others({ count: consoles })}
      </p>
      {walls === 0 && (
        <button type="button" onClick={() => void openWindow(projectionHref, `wall ${show.id}`)}>
          {m.present_wall_open()}
        </button>
      )}
    </div>
  )
}

const nameOf = (slide: Slide, widget: Widget) =>
  slide.kind === 'ask'
    ? m.present_question()
    : (widget.scenes.find(({ id }) => id === slide.scene)?.label() ?? '')

function Coming({ slide, useWidget }: { readonly slide: Slide } & Pick<ShowParts, 'useWidget'>) {
  const widget = useWidget(slide.widget)
  const picture = useMemo(
    () => (slide.kind === 'scene' ? widget.view(openingOf(widget, slide)) : undefined),
    [widget, slide],
  )
  return (
    <>
      <p>
        <strong>{nameOf(slide, widget)}</strong> · {widget.title()}
      </p>
      {picture && (
        <div className={styles['picture']} role="img" aria-label={picture.description}>
          {picture.figure(undefined)}
        </div>
      )}
    </>
  )
}

function SlideList({
  parts,
  at,
  goTo,
}: {
  readonly parts: ShowParts
  readonly at: number
  readonly goTo: (slide: number) => void
}) {
  const { show, useWidget } = parts
  return (
    <ol className={styles['slides']}>
      {show.slides.map((slide, index) => (
        <SlideButton
          key={index}
          slide={slide}
          current={index === at}
          useWidget={useWidget}
          onClick={() => goTo(index)}
        />
      ))}
    </ol>
  )
}

function SlideButton({
  slide,
  current,
  useWidget,
  onClick,
}: {
  readonly slide: Slide
  readonly current: boolean
  readonly onClick: () => void
} & Pick<ShowParts, 'useWidget'>) {
  const widget = useWidget(slide.widget)
  return (
    <li>
      <button type="button" aria-current={current ? 'step' : undefined} onClick={onClick}>
        {nameOf(slide, widget)}
      </button>
    </li>
  )
}

/** The presenter's window: everything that the room does not see, and the reins of what it does. */
export function Console(parts: ShowParts) {
  const at = useShown(parts.room, ({ slide }) => slide)
  const slide = parts.show.slides[at] ?? parts.show.slides[0]
  return slide && <Desk key={at} {...parts} at={at} slide={slide} />
}

function Desk(parts: ShowParts & { readonly at: number; readonly slide: Slide }) {
  const { show, room, at, slide, useWidget, Text } = parts
  const widget = useWidget(slide.widget)
  const store = useSlide(room, widget, slide)
  const view = useView(widget, store)
  const clock = useRoomClock(room, store, view.timeline)
  const commands = useMemo(
    () => commandsOf(show, room, widget, store, view.timeline, clock, countDrawings),
    [show, room, widget, store, view.timeline, clock],
  )
  useKeys(commands, {})
  const values = useStore(store, (state) => state.values)
  const hands = useShown(room, (shown) => shown.hands[widget.id])
  const next = show.slides[at + 1]
  const element = useRef<HTMLDivElement>(null)
  const { onReady } = parts
  useEffect(() => {
    if (element.current) onReady(element.current)
  }, [onReady])
  return (
    <div className={styles['desk']} ref={element} data-widget={widget.id}>
      <header className={styles['head']}>
        <h1>{show.title}</h1>
        <p>
          {m.present_at({ slide: at + 1, slides: show.slides.length, name: nameOf(slide, widget) })}
        </p>
        <Presence {...parts} />
      </header>
      <section className={styles['wall']} data-picture aria-label={m.present_wall()}>
        <RoomButtons room={room} commands={commands} at={at} slides={show.slides.length} />
        {slide.kind === 'scene' && (
          <>
            <Stage view={view} guess={favourite(hands ?? {})} store={store} />
            <p className={styles['verdict']} data-tone={view.verdict.tone}>
              {view.verdict.text}
            </p>
            {view.timeline && (
              <PlayerControls
                timeline={view.timeline}
                actions={widget.actions ?? []}
                subjects={view.subjects}
                store={store}
                clock={clock}
              />
            )}
            <h2 className="unseen">{m.present_parameters()}</h2>
            <Controls schema={widget.parameters} values={values} onChange={store.getState().set} />
          </>
        )}
        {widget.prediction && (
          <Hands room={room} widget={widget} prediction={widget.prediction} large />
        )}
      </section>
      <div className={styles['side']}>
        <Timer show={show} room={room} at={at} />
        <section aria-labelledby="notes">
          <h2 id="notes">{m.present_notes()}</h2>
          <div className={styles['say']}>
            <Text slide={at} widget={widget} part="say" />
          </div>
          <Text slide={at} widget={widget} part="notes" />
        </section>
        <section aria-labelledby="coming">
          <h2 id="coming">{m.present_coming()}</h2>
          {next ? <Coming slide={next} useWidget={useWidget} /> : <p>{m.present_end()}</p>}
        </section>
        <section aria-labelledby="scenes">
          <h2 id="scenes">{m.present_scenes()}</h2>
          <SlideList parts={parts} at={at} goTo={commands.goTo} />
        </section>
      </div>
    </div>
  )
}
