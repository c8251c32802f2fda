import {
  type ConsecutiveRule,
  type ConsecutiveTally,
  consecutive,
  consecutiveTrips,
  countConsecutive,
} from './consecutive.ts'
import {
  type LastCallsRule,
  type LastCallsTally,
  countLastCall,
  lastCalls,
  lastCallsTrip,
} from './last-calls.ts'
import {
  type RollingPercentageRule,
  type RollingPercentageTally,
  countEnded,
  countOffered,
  rollingPercentage,
  rollingPercentageTrips,
} from './rolling-percentage.ts'
import {
  type SamplingRule,
  type SamplingTally,
  countSample,
  sampling,
  samplingTrips,
} from './sampling.ts'

/** When a breaker trips; it knows nothing of the breaker's states. */
export type TripRule = ConsecutiveRule | LastCallsRule | SamplingRule | RollingPercentageRule

/** A rule with what it has counted. */
export type Tally = ConsecutiveTally | LastCallsTally | SamplingTally | RollingPercentageTally

/**
 * A rule that has counted nothing yet.
 *
 * @param rule see the interface of each rule for the range of its fields
 * @throws RangeError if a field is out of its range
 * @example tallyOf({ kind: 'consecutive', threshold: 3 }).kind // 'consecutive'
 */
export function tallyOf(rule: TripRule): Tally {
  switch (rule.kind) {
    case 'consecutive':
      return consecutive(rule)
    case 'last-calls':
      return lastCalls(rule)
    case 'sampling':
      return sampling(rule)
    case 'rolling-percentage':
      return rollingPercentage(rule)
  }
}

/**
 * Counts a call that was offered, whether or not it was let through.
 *
 * @param tally the counts so far
 * @param atMs when it was offered
 * @example offered(tallyOf({ kind: 'consecutive', threshold: 3 }), 0) // the same: only one rule counts offers
 */
export function offered(tally: Tally, atMs: number): Tally {
  return tally.kind === 'rolling-percentage' ? countOffered(tally, atMs) : tally
}

/**
 * Counts a call that ended.
 *
 * @param tally the counts so far
 * @param failed whether it failed
 * @param atMs when it ended
 * @example ended(tallyOf({ kind: 'consecutive', threshold: 3 }), true, 0) // one failure in a row
 */
export function ended(tally: Tally, failed: boolean, atMs: number): Tally {
  switch (tally.kind) {
    case 'consecutive':
      return countConsecutive(tally, failed)
    case 'last-calls':
      return countLastCall(tally, failed)
    case 'sampling':
      return countSample(tally, failed, atMs)
    case 'rolling-percentage':
      return countEnded(tally, failed, atMs)
  }
}

/**
 * Whether the rule trips on what it has counted.
 *
 * @param tally the counts so far
 * @example trips(ended(tallyOf({ kind: 'consecutive', threshold: 1 }), true, 0)) // true
 */
export function trips(tally: Tally): boolean {
  switch (tally.kind) {
    case 'consecutive':
      return consecutiveTrips(tally)
    case 'last-calls':
      return lastCallsTrip(tally)
    case 'sampling':
      return samplingTrips(tally)
    case 'rolling-percentage':
      return rollingPercentageTrips(tally)
  }
}
