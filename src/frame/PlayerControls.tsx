import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { useId, type RefObject } from 'react'
import { useStore } from 'zustand'
import { number } from '../ui/format.ts'
import type { PlayerProps } from './contract.ts'
import { MOST_SEED } from './course.ts'
import { EventTable } from './EventTable.tsx'
import styles from './Player.module.css'
import { seconds } from './seconds.ts'
import { SPEEDS } from './speeds.ts'
import { nextStop, previousStop } from './stops.ts'
import { Subjects } from './Subjects.tsx'
import { Walk } from './Walk.tsx'

/** A list that changes with every frame could not be chosen from. */
const LISTED_EVERY_S = 0.25

/** What moves a playhead: a figure's own clock, or one that several windows share. */
export interface Clock {
  readonly playing: boolean
  /** One of {@link SPEEDS}. */
  readonly speed: number
  /** Plays on from where it stands, from the start if it stands at the end; or stops. */
  readonly setPlaying: (playing: boolean) => void
  readonly setSpeed: (speed: number) => void
  /** Stops at a time. Must stay the same function: the event table is drawn anew for another one. */
  readonly goAndStop: (atMs: number) => void
}

interface Props extends PlayerProps {
  readonly clock: Clock
  readonly element?: RefObject<HTMLDivElement | null>
}

/** The run after this one; after the last comes the first again. */
const nextSeed = (seed: number): number => (seed < MOST_SEED ? seed + 1 : 1)

/** Play, step, scrub and speed, and what can be done to the running world: the same everywhere. */
export function PlayerControls({ timeline, actions, subjects, store, clock, element }: Props) {
  const id = useId()
  const { lengthMs, restMs, entries, walk, chance = false, clock: shown = seconds } = timeline
  const { playing, speed, setPlaying, setSpeed, goAndStop } = clock
  const asked = useStore(store, ({ course }) => course.atMs) ?? restMs
  const atMs = Math.min(asked, lengthMs)
  const seed = useStore(store, ({ course }) => course.seed)
  const { act, reseed } = store.getState()
  const now = entries.findLastIndex((entry) => entry.atMs <= atMs)
  const happened = entries[now]

  return (
    <div className={styles['player']} ref={element} data-needs-script>
      {walk && <Walk steps={walk} atMs={atMs} onGo={goAndStop} />}
      <div className={styles['buttons']} role="group" aria-label={m.player_player()}>
        <button type="button" onClick={() => goAndStop(0)} aria-label={m.player_to_start()}>
          <Sign d="M2 3v10M8 3L3 8l5 5zM14 3L9 8l5 5z" />
        </button>
        {/* Not truly disabled: a button that is loses the focus of whoever pressed it last. */}
        <button
          type="button"
          onClick={() => goAndStop(previousStop(timeline, atMs))}
          aria-disabled={atMs <= 0}
          aria-label={m.player_step_back()}
        >
          <Sign d="M4 3v10M13 3L7 8l6 5z" />
        </button>
        <button type="button" className={styles['play']} onClick={() => setPlaying(!playing)}>
          <Sign d={playing ? 'M4 3h3v10H4zM9 3h3v10H9z' : 'M4 2.5l9 5.5-9 5.5z'} />
          {playing ? m.player_pause() : m.player_play()}
        </button>
        <button
          type="button"
          onClick={() => goAndStop(nextStop(timeline, atMs))}
          aria-disabled={atMs >= lengthMs}
          aria-label={m.player_step()}
        >
          <Sign d="M12 3v10M3 3l6 5-6 5z" />
        </button>
      </div>
      <div className={styles['scrub']}>
        <label htmlFor={id} className="unseen">
          {m.player_time()}
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={lengthMs}
          step={Math.max(1, Math.round(lengthMs / 500))}
          value={Math.round(atMs)}
          aria-valuetext={happened ? `${shown(atMs)}: ${happened.text}` : shown(atMs)}
          onChange={(event) => goAndStop(event.target.valueAsNumber)}
        />
        <output htmlFor={id} className={styles['clock']}>
          {shown(atMs)}
        </output>
      </div>
      <label className={styles['speed']}>
        {m.player_speed()}
        <select value={speed} onChange={(event) => setSpeed(Number(event.target.value))}>
          {SPEEDS.map((each) => (
            <option key={each} value={each}>
              {m.player_times({ count: number(getLocale(), each) })}
            </option>
          ))}
        </select>
      </label>
      {chance && (
        <button type="button" className={styles['luck']} onClick={() => reseed(nextSeed(seed))}>
          {m.player_luck({ run: number(getLocale(), seed) })}
        </button>
      )}
      {actions.length > 0 && (
        <div className={styles['actions']} role="group" aria-label={m.player_do()}>
          {actions.map((action) => (
            <button key={action.id} type="button" onClick={() => act(action.id, Math.round(atMs))}>
              {action.label()}
            </button>
          ))}
        </div>
      )}
      <Subjects
        subjects={subjects}
        atMs={playing ? atMs - (atMs % (timeline.pace * LISTED_EVERY_S)) : atMs}
        onAct={(action) => act(action, Math.round(atMs))}
      />
      <EventTable
        entries={entries}
        clock={shown}
        current={now < 0 ? undefined : now}
        onGo={goAndStop}
      />
    </div>
  )
}

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
