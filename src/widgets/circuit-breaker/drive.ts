import {
  type BreakerState,
  type Turn,
  createBreaker,
  elapse,
  offer,
} from '../../systems/circuit-breaker/breaker.ts'
import type { BreakerOptions } from '../../systems/circuit-breaker/options.ts'
import type { TraceCall } from '../../systems/circuit-breaker/run-trace.ts'
import { settle } from '../../systems/circuit-breaker/settle.ts'
import { type Level, levelOf } from './tally-level.ts'

/** What became of a call. */
export interface Driven {
  readonly atMs: number
  readonly endMs: number
  readonly fate: 'served' | 'failed' | 'rejected'
  /** It was let through to see how the provider does. */
  readonly probe: boolean
}

/** A change of state, and what brought it about. */
export interface Turning {
  readonly atMs: number
  readonly from: BreakerState['kind']
  readonly to: BreakerState['kind']
  /** The rule, a probe, a call let through before, the next call to come, or the timer. */
  readonly cause: 'rule' | 'probe' | 'late' | 'call' | 'timer'
  /** What the rule had counted by then. */
  readonly level: Level
}

export interface Drive {
  /** In the order in which they came. */
  readonly calls: readonly Driven[]
  readonly turnings: readonly Turning[]
  /** What the rule had counted, whenever that changed. */
  readonly levels: readonly (Level & { readonly atMs: number })[]
}

/**
 * Runs calls through a breaker and writes down what its rule counted on the way.
 *
 * @param options whose breaker, and how it is set
 * @param calls in the order of their time
 * @throws RangeError if an option is out of its range
 */
export function drive(options: BreakerOptions, calls: readonly TraceCall[]): Drive {
  let breaker = createBreaker(options)
  let ending: readonly { readonly call: number; readonly atMs: number }[] = []
  const fates = new Map<number, Pick<Driven, 'fate' | 'endMs' | 'probe'>>()
  const turnings: Turning[] = []
  const levels: (Level & { readonly atMs: number })[] = []

  const take = (turn: Turn, probe = false): void => {
    let from = breaker.state.kind
    breaker = turn.breaker
    const level = levelOf(breaker.tally)
    for (const { atMs, to } of turn.changes) {
      const decided = from === 'closed' ? 'rule' : probe ? 'probe' : 'late'
      const woken = options.semantics === 'opossum' ? 'timer' : 'call'
      turnings.push({ atMs, from, to, cause: to === 'half-open' ? woken : decided, level })
      from = to
    }
    const last = levels.at(-1)
    if (last?.value !== level.value || last.enough !== level.enough)
      levels.push({ ...level, atMs: breaker.nowMs })
  }
  const offerOne = (call: number, atMs: number): void => {
    const turn = offer(breaker, call, atMs)
    take(turn)
    if (turn.decision === 'rejected')
      fates.set(call, { fate: 'rejected', endMs: atMs, probe: false })
    if (turn.decision === 'admitted') {
      const endsAtMs = atMs + (calls[call]?.durationMs ?? 0)
      // Sorting is stable: of those that end together the one that began first ends first.
      ending = [...ending, { call, atMs: endsAtMs }].toSorted((a, b) => a.atMs - b.atMs)
    }
  }
  const end = (call: number, atMs: number): void => {
    const fails = calls[call]?.fails ?? false
    const probe = breaker.underWay.some((other) => other.call === call && other.probe)
    ending = ending.filter((other) => other.call !== call)
    fates.set(call, { fate: fails ? 'failed' : 'served', endMs: atMs, probe })
    const turn = settle(breaker, call, fails ? 'failure' : 'success', atMs)
    take(turn, probe)
    for (const other of turn.released) offerOne(other, atMs)
  }
  const until = (atMs: number): void => {
    for (let first = ending[0]; first && first.atMs <= atMs; first = ending[0])
      end(first.call, first.atMs)
    take(elapse(breaker, atMs))
  }

  calls.forEach(({ atMs }, call) => {
    until(atMs)
    offerOne(call, atMs)
  })
  until(Number.MAX_SAFE_INTEGER)
  return {
    calls: calls.flatMap(({ atMs }, call) => {
      const own = fates.get(call)
      return own ? [{ ...own, atMs }] : []
    }),
    turnings,
    levels,
  }
}
