import * as m from '#messages/messages.js'
import type { ClusterAction } from '../systems/kubernetes/world.ts'
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

/** What a step of a solution does: a command as it is typed, the rest in words. */
function wordsOf(action: ClusterAction): string {
  switch (action.do) {
    case 'type':
      return action.text
    case 'interrupt':
      return '^C'
    case 'save':
      return `# ${action.file}\n${action.text}`
    case 'power':
      return action.on
        ? m.lab_event_power_on({ node: action.node })
        : m.lab_event_power_off({ node: action.node })
    case 'link': {
      const nodes = action.nodes.join(', ')
      return action.up ? m.lab_event_mended({ nodes }) : m.lab_event_cut({ nodes })
    }
    case 'probe': {
      const { pod, probe, works } = action
      return works ? m.lab_event_healed({ pod, probe }) : m.lab_event_broken({ pod, probe })
    }
    case 'load':
      return m.lab_load_begin({ load: whole(action.perSecond) })
  }
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
                <code>{wordsOf(action)}</code>
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
