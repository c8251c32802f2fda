import * as m from '#messages/messages.js'
import { ReplayView } from './ReplayView.tsx'
import type { Outcome } from './run.ts'
import type { TaskId } from './task-ids.ts'
import { promises } from './tasks.ts'
import { faultText, milliseconds, whole } from './words.ts'
import styles from './Workbench.module.css'

const isPromise = (name: string): name is keyof typeof promises => Object.hasOwn(promises, name)

/** So many of the last answers are listed. */
const SHOWN = 8

/** What came of a run in one or two sentences: said aloud when it is there. */
export function Verdict({ outcome }: { readonly outcome: Outcome }) {
  switch (outcome.kind) {
    case 'passed':
      return (
        <p className={styles['verdict']} data-tone="works">
          {m.implement_passed({ seeds: whole(outcome.seeds), calls: whole(outcome.calls) })}{' '}
          <span>{m.implement_passed_rest()}</span>
        </p>
      )
    case 'broken': {
      const { seed, breach } = outcome
      const promise = isPromise(breach.invariant) ? promises[breach.invariant]() : breach.invariant
      return (
        <p className={styles['verdict']} data-tone="fails">
          {m.implement_broken({ seed: whole(seed + 1), time: milliseconds(breach.atMs) })}{' '}
          <strong>{m.implement_broken_promise({ promise })}</strong>
        </p>
      )
    }
    case 'fault':
      return (
        <p className={styles['verdict']} data-tone="fails">
          {outcome.line !== undefined && (
            <>{m.implement_fault_line({ line: whole(outcome.line) })} </>
          )}
          {faultText(outcome)}
        </p>
      )
  }
}

/** What there is to look at: the schedule that breaks, or what a function was told. */
export function Evidence({ task, outcome }: { readonly task: TaskId; readonly outcome: Outcome }) {
  if (outcome.kind === 'fault' && outcome.facts !== undefined)
    return (
      <div className={styles['facts']}>
        <p>{m.implement_fault_facts()}</p>
        <pre>
          <code>{outcome.facts}</code>
        </pre>
      </div>
    )
  if (outcome.kind !== 'broken') return null
  return (
    <>
      <p>{m.implement_broken_rest()}</p>
      <ReplayView task={task} broken={outcome} />
      <details className={styles['more']}>
        <summary>{m.implement_answers()}</summary>
        <pre>
          <code>
            {outcome.answers
              .slice(-SHOWN)
              .map((answer) => JSON.stringify(answer))
              .join('\n') || m.implement_answers_none()}
          </code>
        </pre>
      </details>
    </>
  )
}
