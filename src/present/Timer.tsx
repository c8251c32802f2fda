import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import styles from './Console.module.css'
import { passedOf, type Room } from './room.ts'
import { plannedUntil, type Show } from './show.ts'
import { useNow } from './use-slide.ts'
import { useShown } from './use-room.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** Minutes and seconds, as on a stopwatch. */
export const stopwatch = (ms: number): string => {
  const seconds = Math.floor(ms / 1000)
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
}

/** How long the talk has lasted, against what was planned, and the time of day. */
export function Timer({
  show,
  room,
  at,
}: {
  readonly show: Show
  readonly room: Room
  readonly at: number
}) {
  const timer = useShown(room, (shown) => shown.timer)
  const now = useNow()
  const passedMs = passedOf(timer, now ?? timer.sinceMs ?? 0)
  const planned = plannedUntil(show, at)
  const runs = timer.sinceMs !== undefined
  const late = planned > 0 && passedMs > planned * 60_000
  return (
    <section className={styles['timer']} aria-labelledby="timer">
      <h2 id="timer">{m.present_timer()}</h2>
      <p className={`number ${styles['passed']}`} data-late={late}>
        {stopwatch(passedMs)}
      </p>
      {planned > 0 && <p>{m.present_planned({ minutes: planned })}</p>}
      <p>
        {now !== undefined &&
          m.present_clock({
            time: new Date(now).toLocaleTimeString(getLocale(), { timeStyle: 'short' }),
          })}
      </p>
      <div className={styles['buttons']}>
        <button
          type="button"
          onClick={() =>
            room.change({
              timer: runs
                ? { passedMs: passedOf(timer, Date.now()) }
                : { passedMs: timer.passedMs, sinceMs: Date.now() },
            })
          }
        >
          {runs ? m.present_hold() : m.present_start()}
        </button>
        <button
          type="button"
          aria-disabled={!runs && timer.passedMs === 0}
          onClick={() => room.change({ timer: { passedMs: 0 } })}
        >
          {m.present_zero()}
        </button>
      </div>
    </section>
  )
}
