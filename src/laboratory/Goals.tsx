import * as m from '#messages/messages.js'
import { Lamp } from '../figures/Lamp.tsx'
import { CommandText } from './CommandText.tsx'
import type { Goal, Mission, Part } from './missions/mission.ts'
import styles from './Text.module.css'
import { whole } from './words.ts'

interface ListProps {
  readonly goals: readonly Goal[]
  /** The goals that are met now. */
  readonly met: readonly string[]
  readonly onCommand: (command: string) => void
}

/** Goals, each with a lamp and the word for it. */
const GoalList = ({ goals, met, onCommand }: ListProps) => (
  <ul role="list" className={styles['lamps']}>
    {goals.map(({ id, say }) => {
      const lit = met.includes(id)
      return (
        <li key={id} data-met={lit}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <Lamp state={lit ? 'healthy' : 'standby'} x={8} y={8} />
          </svg>
          <span>
            <CommandText text={say()} onCommand={onCommand} />{' '}
            <small>{lit ? m.lab_met() : m.lab_not_met()}</small>
          </span>
        </li>
      )
    })}
  </ul>
)

interface PartProps extends ListProps {
  readonly part: Part
  readonly open: boolean
}

/** One part of a longer mission: what to do, its commands, and what has to be so after it. */
function PartText({ part, goals, met, open, onCommand }: PartProps) {
  const { title, say, commands } = part
  const done = goals.filter(({ id }) => met.includes(id)).length
  return (
    <details className={styles['part']} open={open}>
      <summary>
        {title()}{' '}
        {goals.length > 0 && (
          <small>{m.lab_some_met({ met: whole(done), all: whole(goals.length) })}</small>
        )}
      </summary>
      {say().map((paragraph, index) => (
        <p key={index}>
          <CommandText text={paragraph} onCommand={onCommand} />
        </p>
      ))}
      {commands.length > 0 && (
        <ol role="list" className={styles['commands']}>
          {commands.map((command, index) => (
            <li key={index}>
              <CommandText text={`\`${command}\``} onCommand={onCommand} />
            </li>
          ))}
        </ol>
      )}
      <GoalList goals={goals} met={met} onCommand={onCommand} />
    </details>
  )
}

interface Props {
  readonly mission: Mission
  readonly met: readonly string[]
  /** Whether the reader has solved it before. */
  readonly solved: boolean
  readonly onCommand: (command: string) => void
}

function summaryOf(met: number, all: number, solved: boolean): string {
  if (met === all) return m.lab_all_met()
  if (met > 0) return m.lab_some_met({ met: whole(met), all: whole(all) })
  return solved ? m.lab_solved_before() : ''
}

/** What has to be so, in its parts where the mission has any. */
export function Goals({ mission, met, solved, onCommand }: Props) {
  const { goals, parts } = mission
  const apart = goals.filter(({ part }) => !parts.some(({ id }) => id === part))
  return (
    <section className={styles['goals']} aria-label={m.lab_goals()}>
      <h2>{m.lab_goals()}</h2>
      {parts.map((part, index) => (
        <PartText
          key={part.id}
          part={part}
          goals={goals.filter((goal) => goal.part === part.id)}
          met={met}
          open={index === 0}
          onCommand={onCommand}
        />
      ))}
      {apart.length > 0 && <GoalList goals={apart} met={met} onCommand={onCommand} />}
      <p role="status" data-solved={met.length === goals.length}>
        {summaryOf(met.length, goals.length, solved)}
      </p>
    </section>
  )
}
