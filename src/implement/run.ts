import { sandbox } from 'virtual:sandbox'
import { instrumented } from './instrument.ts'
import { type Verdict, runInSandbox } from './sandbox.ts'
import type { TaskId } from './task-ids.ts'
import type { Trial } from './trials/trial.ts'
import { trials } from './trials/trials.ts'

/** What came of a run, whatever system it was of. */
export type Outcome = Verdict<unknown, unknown>

/**
 * Runs a reader's code on all schedules of its task.
 *
 * @param onProgress called with how many of them are done
 * @throws the reason of `signal`
 */
export const runTask = (
  task: TaskId,
  code: string,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Outcome> =>
  runInSandbox(
    sandbox,
    { task, code: instrumented(code) },
    trials[task] as unknown as Trial<unknown, unknown, unknown, unknown, unknown>,
    onProgress,
    signal,
  )
