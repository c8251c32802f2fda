// What runs beside the reader's code in the worker. The frame joins the two into one script, the
// reader's code first, so that its lines keep their numbers.
import type { Trial } from '../trials/trial.ts'
import { trials } from '../trials/trials.ts'
import type { Told } from '../protocol.ts'
import { judge } from './judge.ts'
import { confine, step } from './confine.ts'

/** Makes the functions that the reader wrote; `step` is called in each of their loops. */
type Written = (step: (line: number) => void) => Readonly<Record<string, unknown>>

export function work(task: keyof typeof trials, written: Written, lines: number): void {
  const post = postMessage.bind(globalThis)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- from a worker
  const tell = (message: Told): void => post(message)
  confine(globalThis)
  const trial = trials[task] as unknown as Trial<unknown, unknown, unknown, unknown, unknown>
  const verdict = judge(
    trial,
    () => written(step),
    lines,
    (done) => tell({ kind: 'alive', done }),
  )
  tell({ kind: 'verdict', verdict })
}
