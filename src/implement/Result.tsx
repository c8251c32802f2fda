import * as m from '#messages/messages.js'
import { ReplayView } from './ReplayView.tsx'
import type { Outcome } from './run.ts'
import type { TaskId } from './task-ids.ts'
import { promiseText } from './tasks.ts'
import { faultText, milliseconds, whole } from './words.ts'
import styles from './Workbench.module.css'

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
      const promise = promiseText(breach.invariant)
      return (
        <p className={styles['verdict']} data-tone="fails">
          {m.implement_broken({ seed: whole(seed + 1) })}{' '}
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
      <p>{m.implement_broken_rest({ time: milliseconds(outcome.breach.atMs) })}</p>
      <ReplayView task={task} broken={outcome} />
      <details className={styles['more']}>
        <summary>{m.implement_answers()}</summary>
        <pre>
          <code>
            {outcome.asked
              .map(
                ({ name, facts, given }) =>
                  `${name}(${JSON.stringify(facts)}) → ${JSON.stringify(given)}`,
              )
              .join('\n') || m.implement_answers_none()}
          </code>
        </pre>
      </details>
    </>
  )
}
