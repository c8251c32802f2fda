import { requireWholeNumber } from '../../reliability/domain.ts'

/** Trips at a number of failures in a row. */
export interface ConsecutiveRule {
  readonly kind: 'consecutive'
  /** Failures in a row that trip it, a whole number of at least 1. */
  readonly threshold: number
}

/** A run of failures so far. It never ages: two failures an hour apart are a run of two. */
export interface ConsecutiveTally {
  readonly kind: 'consecutive'
  readonly rule: ConsecutiveRule
  /** Failures since the last success. */
  readonly failures: number
}

/**
 * A run of no failures yet.
 *
 * @param rule see {@link ConsecutiveRule} for the range of each field
 * @throws RangeError if a field is out of its range
 * @source cockatiel-3
 * @example consecutive({ kind: 'consecutive', threshold: 3 }).failures // 0
 */
export function consecutive(rule: ConsecutiveRule): ConsecutiveTally {
  requireWholeNumber(rule.threshold, 1, Number.MAX_SAFE_INTEGER, 'threshold', 'consecutive')
  return { kind: 'consecutive', rule, failures: 0 }
}

/**
 * One more call of the run.
 *
 * @param tally the run so far
 * @param failed whether the call failed
 * @example countConsecutive(consecutive({ kind: 'consecutive', threshold: 3 }), true).failures // 1
 */
export function countConsecutive(tally: ConsecutiveTally, failed: boolean): ConsecutiveTally {
  return { ...tally, failures: failed ? tally.failures + 1 : 0 }
}

/**
 * Whether the run is long enough.
 *
 * @param tally the run so far
 * @example consecutiveTrips(consecutive({ kind: 'consecutive', threshold: 1 })) // false
 */
export function consecutiveTrips({ rule, failures }: ConsecutiveTally): boolean {
  return failures >= rule.threshold
}
