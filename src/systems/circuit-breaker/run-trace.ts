import { requireWholeNumber } from '../../reliability/domain.ts'
import {
  type BreakerState,
  type Change,
  type Turn,
  createBreaker,
  elapse,
  offer,
} from './breaker.ts'
import type { BreakerOptions } from './options.ts'
import { settle } from './settle.ts'
import { type Level, levelOf } from './tally-level.ts'

/** A call that a trace offers. */
export interface TraceCall {
  /** When, in whole milliseconds of at least 0. */
  readonly atMs: number
  /** How long it takes once it is let through, in whole milliseconds of at least 0. */
  readonly durationMs: number
  readonly fails: boolean
}

/** What became of a call. */
export interface TracedCall {
  readonly atMs: number
  /** Whether it was let through as it came; one that waits is not. */
  readonly admitted: boolean
  readonly outcome: 'success' | 'failure' | 'rejected'
  readonly settledAtMs: number
  /** The state that it met. */
  readonly before: BreakerState['kind']
  /** The state after it was offered; a call that takes no time has ended by then. */
  readonly after: BreakerState['kind']
}

/** A change of state, and what brought it about. */
export interface Turning extends Change {
  readonly from: BreakerState['kind']
  /** The rule, a probe, a call let through before, the next call to come, or the timer. */
  readonly cause: 'rule' | 'probe' | 'late' | 'call' | 'timer'
  /** What the rule had counted by then. */
  readonly level: Level
}

/** What came of a trace. */
export interface Traced {
  /** In the order of `calls`. */
  readonly calls: readonly TracedCall[]
  readonly changes: readonly Change[]
}

/** What came of a trace, and why: the inside of a breaker, which no library shows. */
export interface Explained extends Traced {
  /** The calls that were let through to see how the provider does, by their place in `calls`. */
  readonly probes: readonly number[]
  /** The calls that the bulkhead turned away: those never came to the breaker. */
  readonly shed: readonly number[]
  /** The changes, with what brought them about. */
  readonly turnings: readonly Turning[]
  /** What the rule had counted, whenever that changed. */
  readonly levels: readonly (Level & { readonly atMs: number })[]
}

type End = Pick<TracedCall, 'outcome' | 'settledAtMs'>

/** The calls that are under way, and all that has happened so far. */
interface Run {
  readonly offer: (call: number, atMs: number) => boolean
  /** Ends the calls that end by then, and lets the timer ring. */
  readonly until: (atMs: number) => void
  readonly state: () => BreakerState['kind']
  readonly ends: ReadonlyMap<number, End>
  readonly probes: Explained['probes']
  readonly shed: Explained['shed']
  readonly turnings: Explained['turnings']
  readonly levels: Explained['levels']
}

function run(options: BreakerOptions, calls: readonly TraceCall[], bulkhead: number): Run {
  let breaker = createBreaker(options)
  let ending: readonly { readonly call: number; readonly atMs: number }[] = []
  const ends = new Map<number, End>()
  const probes: number[] = []
  const shed: number[] = []
  const turnings: Turning[] = []
  const levels: (Level & { readonly atMs: number })[] = []
  const take = <T extends Turn>(turn: T, probe = false): T => {
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
    if (last?.value !== level.value || last.enough !== level.enough) {
      levels.push({ ...level, atMs: breaker.nowMs })
    }
    return turn
  }
  const offerOne = (call: number, atMs: number): boolean => {
    const { decision } = take(offer(breaker, call, atMs))
    if (decision === 'rejected') ends.set(call, { outcome: 'rejected', settledAtMs: atMs })
    if (decision === 'admitted') {
      const endsAtMs = atMs + (calls[call]?.durationMs ?? 0)
      // Sorting is stable: of those that end together the one that began first ends first.
      ending = [...ending, { call, atMs: endsAtMs }].sort((a, b) => a.atMs - b.atMs)
    }
    return decision === 'admitted'
  }
  const end = (call: number, atMs: number): void => {
    const outcome = calls[call]?.fails ? 'failure' : 'success'
    const probe = breaker.underWay.some((other) => other.call === call && other.probe)
    ending = ending.filter((other) => other.call !== call)
    ends.set(call, { outcome, settledAtMs: atMs })
    if (probe) probes.push(call)
    const { released } = take(settle(breaker, call, outcome, atMs), probe)
    // All that waited are let go before the quickest of them ends, and those end before all else.
    for (const other of released) offerOne(other, atMs)
    for (const other of released) endNow(other, atMs)
  }
  const endNow = (call: number, atMs: number): void => {
    if (ending.some((other) => other.call === call && other.atMs === atMs)) end(call, atMs)
  }
  return {
    offer(call, atMs) {
      // What waits for a probe is under way too: its caller is held.
      if (breaker.underWay.length + breaker.waiting.length >= bulkhead) {
        ends.set(call, { outcome: 'rejected', settledAtMs: atMs })
        shed.push(call)
        return false
      }
      const admitted = offerOne(call, atMs)
      endNow(call, atMs)
      return admitted
    },
    until(atMs) {
      for (let first = ending[0]; first && first.atMs <= atMs; first = ending[0]) {
        end(first.call, first.atMs)
      }
      take(elapse(breaker, atMs))
    },
    state: () => breaker.state.kind,
    ends,
    probes,
    shed,
    turnings,
    levels,
  }
}

/**
 * Runs a list of calls through a breaker, until nothing more can happen.
 *
 * @param options whose breaker, and how it is set
 * @param calls in the order of their time; of those at one moment each is over with before the
 *   next, if it takes no time
 * @param bulkhead how many calls may be under way at once, at least 1; no limit by default. It stands
 *   before the breaker and turns the rest away at once, as cockatiel's does with an empty queue
 * @throws RangeError if an option is out of its range, a time is not whole, or calls are not in order
 * @example runTrace({ semantics: 'opossum' }, [{ atMs: 5, durationMs: 2, fails: true }]).turnings.map(({ to, cause }) => `${to} by ${cause}`) // ['open by rule', 'half-open by timer']
 */
export function runTrace(
  options: BreakerOptions,
  calls: readonly TraceCall[],
  bulkhead = Infinity,
): Explained {
  if (!(bulkhead >= 1)) {
    throw new RangeError(`runTrace: bulkhead must be at least 1, got ${bulkhead}`)
  }
  const most = Number.MAX_SAFE_INTEGER
  calls.forEach(({ atMs, durationMs }, index) => {
    requireWholeNumber(atMs, calls[index - 1]?.atMs ?? 0, most, 'atMs', 'runTrace')
    requireWholeNumber(durationMs, 0, most, 'durationMs', 'runTrace')
  })
  const running = run(options, calls, bulkhead)
  const met = calls.map(({ atMs }, call) => {
    running.until(atMs)
    const before = running.state()
    const admitted = running.offer(call, atMs)
    return { atMs, before, admitted, after: running.state() }
  })
  running.until(most)
  return {
    calls: met.map((one, call) => {
      const ends = running.ends.get(call)
      if (!ends) throw new RangeError(`runTrace: call ${call} never ends`)
      return { ...one, ...ends }
    }),
    changes: running.turnings.map(({ atMs, to }) => ({ atMs, to })),
    probes: running.probes,
    shed: running.shed,
    turnings: running.turnings,
    levels: running.levels,
  }
}
