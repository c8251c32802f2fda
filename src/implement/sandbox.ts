import * as v from 'valibot'
import { replayed } from '../simulation/decisions.ts'
import { breachOf } from './trials/find.ts'
import { type Asked, told } from './protocol.ts'
import type { Trial } from './trials/trial.ts'
import type { TaskId } from './task-ids.ts'
import { verdictOf } from './verdict.ts'

/** What is known of a run in the page: all of it parsed, and a breach seen again. */
export type Verdict<P, W, E, A, N> = v.InferOutput<ReturnType<typeof verdictOf<P, W, E, A, N>>>

/** The frame ends a worker sooner: this is for a frame that does not answer itself. */
const SILENT_MS = 10_000

/**
 * What came out of the sandbox, believed as far as it can be checked: a schedule that breaks something
 * breaks the same here, with the answers of the reader's functions and without the functions.
 */
export function believed<P, W, E, A, N>(
  trial: Trial<P, W, E, A, N>,
  verdict: unknown,
): Verdict<P, W, E, A, N> {
  const parsed = v.safeParse(verdictOf(trial), verdict)
  if (!parsed.success) return { kind: 'fault', why: 'garbled' }
  const { output } = parsed
  if (output.kind !== 'broken') return output
  const seen = breachOf(trial, output.course, replayed(output.answers, trial.own))
  return seen?.invariant === output.breach.invariant && seen.atMs === output.breach.atMs
    ? output
    : { kind: 'fault', why: 'garbled' }
}

/**
 * Runs code in a frame that is made for it and taken away afterwards. The frame has an origin of its
 * own and a policy that allows no network; the page speaks with it by a port.
 *
 * @param address the frame's page
 * @param onProgress called with how many schedules are done
 * @param signal ends it
 * @throws the reason of `signal`
 */
export function runInSandbox<P, W, E, A, N>(
  address: string,
  { task, code }: { readonly task: TaskId; readonly code: string },
  trial: Trial<P, W, E, A, N>,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Verdict<P, W, E, A, N>> {
  const frame = document.createElement('iframe')
  const { port1: port, port2 } = new MessageChannel()
  return new Promise<Verdict<P, W, E, A, N>>((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = (): void => {
      clearTimeout(timer)
      port.close()
      frame.remove()
    }
    const conclude = (verdict: unknown): void => {
      end()
      resolve(believed(trial, verdict))
    }
    const watch = (): void => {
      clearTimeout(timer)
      timer = setTimeout(
        () => conclude({ kind: 'fault', why: heard ? 'silent' : 'unavailable' }),
        SILENT_MS,
      )
    }
    let heard = false
    signal.addEventListener('abort', () => {
      end()
      reject(signal.reason as Error)
    })
    port.addEventListener('message', ({ data }) => {
      const message = v.safeParse(told, data)
      if (!message.success) return conclude(undefined)
      heard = true
      if (message.output.kind === 'verdict') return conclude(message.output.verdict)
      watch()
      onProgress(message.output.done)
    })
    port.start()
    frame.addEventListener(
      'load',
      () => {
        // An origin of its own has no name to send to.
        frame.contentWindow?.postMessage(null, '*', [port2])
        port.postMessage({ task, functions: Object.keys(trial.functions), code } satisfies Asked)
      },
      { once: true },
    )
    frame.setAttribute('sandbox', 'allow-scripts')
    frame.hidden = true
    frame.title = 'sandbox'
    frame.src = address
    watch()
    document.body.append(frame)
  })
}
