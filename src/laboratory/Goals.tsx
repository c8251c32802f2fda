import * as m from '#messages/messages.js'
import { Lamp } from '../figures/Lamp.tsx'
import type { Goal } from './missions/mission.ts'
import styles from './Text.module.css'
import { whole } from './words.ts'

interface Props {
  readonly goals: readonly Goal[]
  /** The goals that are met now. */
  readonly met: readonly string[]
  readonly solved: boolean
}

/** What has to be so, each with a lamp and the word for it. */
export function Goals({ goals, met, solved }: Props) {
  const all = goals.length > 0 && met.length === goals.length
  return (
    <section className={styles['goals']} aria-label={m.lab_goals()}>
      <h2>{m.lab_goals()}</h2>
      <ul role="list">
        {goals.map(({ id, say }) => {
          const lit = met.includes(id)
          return (
            <li key={id} data-met={lit}>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <Lamp state={lit ? 'healthy' : 'standby'} x={8} y={8} />
              </svg>
              <span>
                {say()} <small>{lit ? m.lab_met() : m.lab_not_met()}</small>
              </span>
            </li>
          )
        })}
      </ul>
      <p role="status" data-solved={all}>
        {all
          ? m.lab_all_met()
          : met.length > 0
            ? m.lab_some_met({ met: whole(met.length), all: whole(goals.length) })
            : solved
              ? m.lab_solved_before()
              : ''}
      </p>
    </section>
  )
}
