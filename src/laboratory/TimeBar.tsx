import * as m from '#messages/messages.js'
import { useId } from 'react'
import { SPEEDS, useLaboratory, useLaboratoryStore } from './laboratory.ts'
import styles from './Laboratory.module.css'
import { isPast } from './session.ts'
import { clock, whole } from './words.ts'

const Sign = ({ d }: { readonly d: string }) => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path
      d={d}
      fill="currentColor"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeLinejoin="round"
    />
  </svg>
)

/** What an action in the past replaced, and the way back. */
function Replaced() {
  const store = useLaboratoryStore()
  const replaced = useLaboratory((state) => state.replaced)
  return (
    <div role="status" className={styles['replaced']}>
      {replaced && (
        <p>
          {m.lab_replaced({ from: clock(replaced.fromMs), to: clock(replaced.session.endMs) })}{' '}
          <button type="button" onClick={() => store.getState().bringBack()}>
            {m.lab_bring_back()}
          </button>{' '}
          <button type="button" onClick={() => store.getState().forgetReplaced()}>
            {m.lab_keep_new()}
          </button>
        </p>
      )}
    </div>
  )
}

/** The cluster's time: run, pause, step, go anywhere that has been. */
export function TimeBar() {
  const id = useId()
  const store = useLaboratoryStore()
  const { atMs, endMs } = useLaboratory(({ session }) => session)
  const past = useLaboratory(({ session }) => isPast(session))
  const playing = useLaboratory((state) => state.playing)
  const begun = useLaboratory((state) => state.begun)
  const speed = useLaboratory((state) => state.speed)
  const { play, setSpeed, look, step, stepBack } = store.getState()
  return (
    <div className={styles['time']}>
      <div className={styles['buttons']} role="group" aria-label={m.lab_clock()}>
        <button
          type="button"
          aria-disabled={atMs <= 0}
          aria-label={m.lab_step_back()}
          onClick={stepBack}
        >
          <Sign d="M4 3v10M13 3L7 8l6 5z" />
        </button>
        <button type="button" className={styles['play']} onClick={() => play(!playing)}>
          <Sign d={playing ? 'M4 3h3v10H4zM9 3h3v10H9z' : 'M4 2.5l9 5.5-9 5.5z'} />
          {playing ? m.lab_pause() : m.lab_play()}
        </button>
        <button type="button" aria-label={m.lab_step()} onClick={step}>
          <Sign d="M12 3v10M3 3l6 5-6 5z" />
        </button>
      </div>
      <div className={styles['speeds']} role="group" aria-label={m.lab_speed()}>
        {SPEEDS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={speed === each}
            onClick={() => setSpeed(each)}
          >
            {m.lab_times({ count: whole(each) })}
          </button>
        ))}
      </div>
      <div className={styles['scrub']}>
        <label htmlFor={id} className="unseen">
          {m.lab_time()}
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={Math.max(1, endMs)}
          step={Math.max(1, Math.round(endMs / 1000))}
          value={atMs}
          aria-valuetext={m.lab_time_of({ at: clock(atMs), end: clock(endMs) })}
          onChange={(event) => look(event.target.valueAsNumber)}
        />
        <output htmlFor={id} className={styles['clock']}>
          {clock(atMs)}
        </output>
      </div>
      <p className={styles['past']}>
        {past ? m.lab_in_past({ end: clock(endMs) }) : begun ? '' : m.lab_not_begun()}
      </p>
      <Replaced />
    </div>
  )
}
