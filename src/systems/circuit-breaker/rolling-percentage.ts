import { requireWholeNumber } from '../../reliability/domain.ts'

/** Trips above a percentage of failures in rolling buckets, as opossum counts them. */
export interface RollingPercentageRule {
  readonly kind: 'rolling-percentage'
  /** Per cent of failures, from 0 to 100; more than this trips. */
  readonly errorThresholdPercentage: number
  /** With fewer calls in the buckets it never trips, a whole number of at least 0. */
  readonly volumeThreshold: number
  /** How far it looks back, a whole number of milliseconds of at least `rollingCountBuckets`. */
  readonly rollingCountTimeoutMs: number
  /** In how many buckets, a whole number of at least 1. */
  readonly rollingCountBuckets: number
}

interface Bucket {
  /** Which bucket since time 0; they turn by the clock. */
  readonly number: number
  readonly calls: number
  readonly failures: number
}

/** The buckets that hold something. */
export interface RollingPercentageTally {
  readonly kind: 'rolling-percentage'
  readonly rule: RollingPercentageRule
  /** The oldest first. */
  readonly buckets: readonly Bucket[]
}

/**
 * Empty buckets.
 *
 * Calls are counted when they are offered, those that are turned away too: while the breaker is
 * open they water the percentage down.
 *
 * @param rule see {@link RollingPercentageRule} for the range of each field
 * @throws RangeError if a field is out of its range
 * @source opossum-9
 * @example rollingPercentage({ kind: 'rolling-percentage', errorThresholdPercentage: 50, volumeThreshold: 0, rollingCountTimeoutMs: 10000, rollingCountBuckets: 10 }).buckets // []
 */
export function rollingPercentage(rule: RollingPercentageRule): RollingPercentageTally {
  const most = Number.MAX_SAFE_INTEGER
  const whole = (value: number, least: number, name: string): number =>
    requireWholeNumber(value, least, most, name, 'rollingPercentage')
  const percentage = rule.errorThresholdPercentage
  if (!(percentage >= 0 && percentage <= 100)) {
    throw new RangeError(
      `rollingPercentage: errorThresholdPercentage must lie in [0, 100], got ${percentage}`,
    )
  }
  whole(rule.volumeThreshold, 0, 'volumeThreshold')
  const buckets = whole(rule.rollingCountBuckets, 1, 'rollingCountBuckets')
  whole(rule.rollingCountTimeoutMs, buckets, 'rollingCountTimeoutMs')
  return { kind: 'rolling-percentage', rule, buckets: [] }
}

function add(
  tally: RollingPercentageTally,
  atMs: number,
  calls: number,
  failures: number,
): RollingPercentageTally {
  const { rollingCountTimeoutMs, rollingCountBuckets } = tally.rule
  const number = Math.floor(atMs / Math.floor(rollingCountTimeoutMs / rollingCountBuckets))
  const kept = tally.buckets.filter((bucket) => bucket.number > number - rollingCountBuckets)
  const last = kept.at(-1)
  const same = last?.number === number ? last : { number, calls: 0, failures: 0 }
  const counted = { number, calls: same.calls + calls, failures: same.failures + failures }
  return { ...tally, buckets: [...kept.filter((bucket) => bucket !== same), counted] }
}

/**
 * One more call that was offered.
 *
 * @param tally the buckets so far
 * @param atMs when it was offered
 * @example countOffered(tally, 1500) // a tally with one more call
 */
export function countOffered(tally: RollingPercentageTally, atMs: number): RollingPercentageTally {
  return add(tally, atMs, 1, 0)
}

/**
 * One more call that ended.
 *
 * @param tally the buckets so far
 * @param failed whether it failed
 * @param atMs when it ended
 * @example countEnded(tally, true, 1500) // a tally with one more failure
 */
export function countEnded(
  tally: RollingPercentageTally,
  failed: boolean,
  atMs: number,
): RollingPercentageTally {
  return add(tally, atMs, 0, failed ? 1 : 0)
}

/**
 * Whether too many of the calls failed, as of the last one that was counted.
 *
 * @param tally the buckets so far
 * @example rollingPercentageTrips(tally) // true after more failures than allowed
 */
export function rollingPercentageTrips({ rule, buckets }: RollingPercentageTally): boolean {
  const calls = buckets.reduce((sum, bucket) => sum + bucket.calls, 0)
  const failures = buckets.reduce((sum, bucket) => sum + bucket.failures, 0)
  // Failures of calls that were offered long ago may outnumber the calls in the buckets.
  return calls >= rule.volumeThreshold && (failures / calls) * 100 > rule.errorThresholdPercentage
}
