import * as m from '#messages/messages.js'
import { MOST_LINES } from './answer.ts'
import styles from './Trial.module.css'
import type { Outcome } from './evaluator.ts'

const complaint = {
  malformed: m.reference_malformed,
  'too-long': m.reference_too_long,
  failed: m.reference_failed,
} as const

interface Props {
  /** The call as one would write it. */
  readonly call: string
  readonly outcome: Outcome
}

/** A call and what came of it. */
export function Answer({ call, outcome }: Props) {
  return (
    <>
      <code className={styles['call']}>{call}</code>
      {outcome.kind === 'answer' ? (
        <dl className={styles['lines']}>
          {outcome.lines.slice(0, MOST_LINES).map(({ path, value }) => (
            <div key={path}>
              <dt>{path === '' ? m.reference_answer() : <code>{path}</code>}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          {outcome.lines.length > MOST_LINES && (
            <div>
              <dd>{m.reference_more({ count: outcome.lines.length - MOST_LINES })}</dd>
            </div>
          )}
        </dl>
      ) : outcome.kind === 'refused' ? (
        <p className={styles['refused']} lang="en">
          {outcome.why}
        </p>
      ) : (
        <p className={styles['refused']}>{complaint[outcome.kind]()}</p>
      )}
    </>
  )
}
