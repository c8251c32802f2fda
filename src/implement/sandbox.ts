import * as v from 'valibot'
import { type Plain, replayed } from '../simulation/decisions.ts'
import { type Finding, breachOf } from './trials/find.ts'
import { type Asked, type Fault, type passed, told } from './protocol.ts'
import type { Trial } from './trials/trial.ts'
import type { TaskId } from './task-ids.ts'
import { verdictOf } from './verdict.ts'

/** A question to one of the reader's functions, and the answer. */
export interface Asking {
  readonly name: string
  readonly facts: Plain
  readonly given: Plain
}

/** What is known of a run in the page: all of it parsed, and a breach seen again. */
export type Verdict<P, A> =
  | v.InferOutput<typeof passed>
  | Fault
  | (Finding<P, A> & {
      readonly kind: 'broken'
      /** The last questions before the breach. */
      readonly asked: readonly Asking[]
    })

const GARBLED = { kind: 'fault', why: 'garbled' } as const

/** So many of the last questions are kept. */
const MOST_ASKED = 8

/** The frame ends a worker sooner: this is for a frame that does not answer itself. */
const SILENT_MS = 10_000

/**
 * What came out of the sandbox, believed as far as it can be checked: a schedule that breaks something
 * breaks the same here, with the answers of the reader's functions and without the functions.
 */
export function believed<P, W, E, A, N>(
  trial: Trial<P, W, E, A, N>,
  verdict: unknown,
): Verdict<P, A> {
  const parsed = v.safeParse(verdictOf(trial), verdict)
  if (!parsed.success) return GARBLED
  const { output } = parsed
  if (output.kind !== 'broken') return output
  const asked: Asking[] = []
  const noting = Object.entries(replayed(output.answers, trial.own)).map(
    ([name, answer]): [string, typeof answer] => [
      name,
      (facts) => {
        const given = answer(facts)
        asked.push({ name, facts, given })
        return given
      },
    ],
  )
  const seen = breachOf(trial, output.course, Object.fromEntries(noting))
  return seen?.invariant === output.breach.invariant && seen.atMs === output.breach.atMs
    ? { ...output, asked: asked.slice(-MOST_ASKED) }
    : GARBLED
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
): Promise<Verdict<P, A>> {
  const frame = document.createElement('iframe')
  const { port1: port, port2 } = new MessageChannel()
  return new Promise<Verdict<P, A>>((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = (): void => {
      clearTimeout(timer)
      port.close()
      frame.remove()
    }
    const conclude = (verdict: unknown): void => {
      end()
      try {
        resolve(believed(trial, verdict))
      } catch {
        resolve(GARBLED)
      }
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
