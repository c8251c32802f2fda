import * as v from 'valibot'
import type { Plain } from '../../simulation/decisions.ts'
import type { Fault } from '../protocol.ts'
import { type Finding, find } from '../trials/find.ts'
import type { Functions, Reader, Trial } from '../trials/trial.ts'
import { StoppedError, limited } from './confine.ts'

/** A call of the reader's code that came to nothing. */
class FaultError extends Error {
  readonly fault: Fault

  constructor(fault: Omit<Fault, 'kind'>) {
    super(fault.why)
    this.fault = { kind: 'fault', ...fault }
  }
}

export type Judged<P, A> =
  | { readonly kind: 'passed'; readonly seeds: number; readonly calls: number }
  | ({ readonly kind: 'broken' } & Finding<P, A>)
  | Fault

/** The line of the reader's code in which something was thrown, where the browser says it. */
function lineOf(error: unknown, lines: number): number | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  // What follows in the same script is ours.
  return [...stack.matchAll(/blob:[^\s)]*?:(\d+):\d+/g)]
    .map(([, line]) => Number(line))
    .find((line) => line >= 1 && line <= lines)
}

function textOf(value: unknown): string {
  if (value === undefined) return 'undefined'
  if (typeof value === 'function') return 'function'
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 300)
  } catch {
    return typeof value
  }
}

const defined = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T

/** One function of the reader's: asked about a copy of the facts, and believed only in its form. */
function guarded(name: string, call: unknown, form: Reader<Plain>, lines: number) {
  if (typeof call !== 'function') throw new FaultError({ why: 'missing', name })
  return (facts: Plain): Plain => {
    const json = JSON.stringify(facts)
    const about = { name, facts: json.slice(0, 600) }
    let given: unknown
    try {
      given = limited(() => call(JSON.parse(json)))
    } catch (error) {
      const line = error instanceof StoppedError ? error.line : undefined
      const message = error instanceof Error ? error.message : textOf(error)
      throw new FaultError(
        defined({
          ...about,
          why: error instanceof StoppedError ? error.why : 'threw',
          line: line ?? lineOf(error, lines),
          message: message.slice(0, 300),
        }),
      )
    }
    const answer = v.safeParse(form, given)
    if (!answer.success) throw new FaultError({ ...about, why: 'answer', message: textOf(given) })
    return answer.output
  }
}

/**
 * Tries a reader's code on all schedules of a task, up to the first that breaks something.
 *
 * @param make the reader's functions, made anew at each call
 * @param lines how many lines its code has
 * @param alive called before each run with how many schedules are done
 */
export function judge<P, W, E, A, N>(
  trial: Trial<P, W, E, A, N>,
  make: () => Readonly<Record<string, unknown>>,
  lines: number,
  alive: (done: number) => void,
): Judged<P, A> {
  let [calls, done] = [0, 0]
  const made = (): Functions => {
    alive(done)
    const written = limited(make)
    return Object.fromEntries(
      Object.entries(trial.functions).map(([name, form]) => {
        const ask = guarded(name, written[name], form, lines)
        const counted = (facts: Plain): Plain => {
          calls += 1
          return ask(facts)
        }
        return [name, counted]
      }),
    )
  }
  try {
    for (; done < trial.seeds; done += 1) {
      const found = find(trial, done, made)
      if (found) return { kind: 'broken', ...found }
    }
    return { kind: 'passed', seeds: trial.seeds, calls }
  } catch (error) {
    if (error instanceof FaultError) return error.fault
    const line = lineOf(error, lines)
    const message = error instanceof Error ? error.message : textOf(error)
    const why = error instanceof StoppedError ? error.why : 'threw'
    return defined({ kind: 'fault', why, line, message: message.slice(0, 300) })
  }
}
