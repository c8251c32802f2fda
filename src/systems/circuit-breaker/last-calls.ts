import { requireWholeNumber } from '../../reliability/domain.ts'

/** Trips at a share of failures among the last calls. */
export interface LastCallsRule {
  readonly kind: 'last-calls'
  /** How many calls are looked back upon, a whole number of at least 1. */
  readonly size: number
  /** Share of failures, above 0 and at most 1. */
  readonly threshold: number
  /** Whether the share must be above the threshold or may be just that. */
  readonly trips: 'above' | 'at'
  /** With fewer calls it never trips, a whole number from 1 to `size`. */
  readonly minimumCalls: number
}

/** The outcomes of the last calls. */
export interface LastCallsTally {
  readonly kind: 'last-calls'
  readonly rule: LastCallsRule
  /** Whether each call failed, the oldest first; at most `size` of them. */
  readonly failed: readonly boolean[]
}

/**
 * No calls yet.
 *
 * @param rule see {@link LastCallsRule} for the range of each field
 * @throws RangeError if a field is out of its range
 * @source cockatiel-3
 * @source resilience4j
 * @example lastCalls({ kind: 'last-calls', size: 2, threshold: 0.5, trips: 'at', minimumCalls: 2 }).failed // []
 */
export function lastCalls(rule: LastCallsRule): LastCallsTally {
  const { size, threshold, minimumCalls } = rule
  requireWholeNumber(size, 1, Number.MAX_SAFE_INTEGER, 'size', 'lastCalls')
  requireWholeNumber(minimumCalls, 1, size, 'minimumCalls', 'lastCalls')
  if (!(threshold > 0 && threshold <= 1)) {
    throw new RangeError(`lastCalls: threshold must lie in (0, 1], got ${threshold}`)
  }
  return { kind: 'last-calls', rule, failed: [] }
}

/**
 * One more call; the oldest falls out of a full list.
 *
 * @param tally the calls so far
 * @param failed whether the call failed
 * @example countLastCall(tally, true).failed // […, true]
 */
export function countLastCall(tally: LastCallsTally, failed: boolean): LastCallsTally {
  return { ...tally, failed: [...tally.failed, failed].slice(-tally.rule.size) }
}

/**
 * Whether too many of the calls failed.
 *
 * @param tally the calls so far
 * @example lastCallsTrip(lastCalls({ kind: 'last-calls', size: 2, threshold: 0.5, trips: 'at', minimumCalls: 2 })) // false
 */
export function lastCallsTrip({ rule, failed }: LastCallsTally): boolean {
  const total = failed.length
  if (total < rule.minimumCalls) return false
  const failures = failed.filter(Boolean).length
  // A share like 29 of 100 is the same double as the threshold 0.29; 0.29 · 100 is not 29.
  return rule.trips === 'at'
    ? failures / total >= rule.threshold
    : failures > rule.threshold * total
}
