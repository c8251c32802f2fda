import * as m from '#messages/messages.js'
import { CommandText } from './CommandText.tsx'
import type { Mission } from './missions/mission.ts'
import styles from './Text.module.css'
import { clock, whole } from './words.ts'

interface Props {
  readonly mission: Mission
  readonly onCommand: (command: string) => void
  /** Absent until the cluster is there to play it. */
  readonly onPlay: (() => void) | undefined
}

/** Hints one by one, and a solution that can be read or played. */
export function Help({ mission, onCommand, onPlay }: Props) {
  const { hints, solution } = mission
  return (
    <div className={styles['help']}>
      <h2>{m.lab_hints()}</h2>
      {hints.map((hint, index) => (
        <details key={index}>
          <summary>{m.lab_hint({ number: whole(index + 1) })}</summary>
          <p>
            <CommandText text={hint()} onCommand={onCommand} />
          </p>
        </details>
      ))}
      <h2>{m.lab_solution()}</h2>
      <details>
        <summary>{m.lab_solution_show()}</summary>
        <ol role="list" className={styles['steps']}>
          {solution.deeds.map(({ afterMs, action }, index) => (
            <li key={index}>
              <span>{m.lab_after({ time: clock(afterMs) })}</span>
              <pre>
                <code>
                  {action.do === 'type' ? action.text : m.lab_switch({ what: action.do })}
                </code>
              </pre>
            </li>
          ))}
        </ol>
        {solution.why().map((paragraph, index) => (
          <p key={index}>
            <CommandText text={paragraph} onCommand={onCommand} />
          </p>
        ))}
        <p data-needs-script>
          <button type="button" aria-disabled={!onPlay} onClick={onPlay}>
            {m.lab_solution_play()}
          </button>
        </p>
      </details>
    </div>
  )
}
