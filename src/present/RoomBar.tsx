import * as m from '#messages/messages.js'
import { useStore } from 'zustand'
import type { View, Widget } from '../frame/contract.ts'
import type { InstanceStore } from '../frame/instance.ts'
import type { Clock } from '../frame/PlayerControls.tsx'
import { seconds } from '../frame/seconds.ts'
import type { Commands } from './commands.ts'
import styles from './Present.module.css'
import type { Room } from './room.ts'
import type { Show } from './show.ts'
import { Sign } from './Sign.tsx'
import { useShown } from './use-room.ts'

interface Props {
  readonly show: Show
  readonly room: Room
  readonly widget: Widget
  readonly store: InstanceStore
  readonly view: View
  readonly clock: Clock
  readonly commands: Commands
  readonly at: number
  readonly homeHref: string
  readonly onHelp: () => void
  readonly onConsole: () => void
}

function Time({
  view,
  store,
  clock,
  commands,
}: Pick<Props, 'view' | 'store' | 'clock' | 'commands'>) {
  const course = useStore(store, (state) => state.course)
  const { timeline } = view
  if (!timeline) return null
  const { clock: shown = seconds } = timeline
  const atMs = Math.min(course.atMs ?? timeline.restMs, timeline.lengthMs)
  return (
    <div className={styles['time']}>
      <button type="button" onClick={commands.stepBack} aria-label={m.player_step_back()}>
        <Sign of="stepBack" />
      </button>
      <button type="button" onClick={commands.play}>
        <Sign of={clock.playing ? 'pause' : 'play'} />
        {clock.playing ? m.player_pause() : m.player_play()}
      </button>
      <button type="button" onClick={commands.step} aria-label={m.player_step()}>
        <Sign of="step" />
      </button>
      <input
        type="range"
        aria-label={m.player_time()}
        aria-valuetext={shown(atMs)}
        min={0}
        max={timeline.lengthMs}
        step={Math.max(1, Math.round(timeline.lengthMs / 500))}
        value={Math.round(atMs)}
        onChange={(event) => clock.goAndStop(event.target.valueAsNumber)}
      />
      <output className="number">{shown(atMs)}</output>
    </div>
  )
}

/** The one line of controls that a projected window has. */
export function RoomBar(props: Props) {
  const { show, room, widget, commands, at, homeHref, onHelp, onConsole } = props
  const asks = show.slides[at]?.kind === 'ask'
  const zoomed = useShown(room, ({ zoom }) => zoom !== undefined)
  const lit = useShown(room, ({ light }) => light !== undefined)
  return (
    <footer className={styles['bar']} data-needs-script>
      <div className={styles['pages']}>
        <button
          type="button"
          onClick={commands.previous}
          aria-disabled={at === 0}
          aria-label={m.present_previous()}
        >
          <Sign of="previous" />
        </button>
        <span className="number">
          {at + 1}/{show.slides.length}
        </span>
        <button
          type="button"
          onClick={commands.next}
          aria-disabled={at === show.slides.length - 1}
          aria-label={m.present_next()}
        >
          <Sign of="next" />
        </button>
      </div>
      {!asks && <Time {...props} />}
      {!asks && (widget.actions?.length ?? 0) > 0 && (
        <div className={styles['deeds']} role="group" aria-label={m.player_do()}>
          {widget.actions?.slice(0, 9).map((action, index) => (
            <button key={action.id} type="button" onClick={() => commands.act(index)}>
              {action.label()}
            </button>
          ))}
        </div>
      )}
      <div className={styles['tools']}>
        {!asks && (
          <>
            <button type="button" aria-pressed={zoomed} onClick={commands.zoom}>
              {m.present_zoom_short()}
            </button>
            <button type="button" aria-pressed={lit} onClick={commands.light}>
              {m.present_light_short()}
            </button>
            <button type="button" onClick={commands.code}>
              {m.present_code_short()}
            </button>
          </>
        )}
        <button type="button" onClick={onConsole}>
          {m.present_console_short()}
        </button>
        <button type="button" onClick={onHelp} aria-label={m.present_help()}>
          ?
        </button>
        <a href={homeHref}>{m.present_leave()}</a>
      </div>
    </footer>
  )
}
