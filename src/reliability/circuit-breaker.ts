import {
  requireDuration,
  requirePositive,
  requireProbability,
  requireWholeNumber,
} from './domain.ts'
import { kOfN } from './k-of-n.ts'
import { type Probability, fromBothSides, fromUnreliability } from './probability.ts'

/** What {@link breakerOpenShare} is asked about. */
export interface BreakerCycle {
  /** Failures in a row that open the breaker, a whole number from 1 to 1,000,000. */
  readonly failures: number
  /** Probability that a call fails while the breaker is closed, in [0, 1]. */
  readonly failureProbability: number
  /** Calls per unit of time, finite, above 0. */
  readonly callRate: number
  /** Time an open breaker waits before it lets a probe through, finite, at least 0, in the same unit. */
  readonly timeout: number
  /** Probability that a probe succeeds, in [0, 1]. */
  readonly probeSuccess: number
  /** Probes in a row that must succeed to close it, a whole number from 1 to 1,000,000. */
  readonly probes: number
}

/** What {@link breakerOpenShare} answers. */
export interface BreakerShares {
  /** Long-run share of time: `unreliability` open, `reliability` closed. */
  readonly closed: Probability
  /** Mean time from closing to opening; Infinity if it never opens. */
  readonly meanClosed: number
  /** Mean time from opening to closing; Infinity if it never closes. */
  readonly meanOpen: number
}

const LONGEST_RUN = 1_000_000

/** (q^-f - 1) / (1 - q), divided by `rate` on the way so that a large rate can keep it finite. */
function callsUntilRun(failures: number, failureProbability: number, rate: number): number {
  if (failureProbability === 1) return failures / rate
  // e^x - 1 = e^(x/2) · 2 sinh(x/2), whose factors overflow only where the answer nearly does.
  const half = (-failures * Math.log(failureProbability)) / 2
  return ((2 * Math.sinh(half)) / (1 - failureProbability)) * (Math.exp(half) / rate)
}

/**
 * How many calls it takes on average until a run of failures opens a breaker that counts failures
 * in a row: (q^-f - 1) / (1 - q).
 *
 * Infinity where no call fails.
 *
 * @param failures failures in a row that open it, a whole number from 1 to 1,000,000
 * @param failureProbability probability that a call fails, in [0, 1]
 * @throws RangeError if an argument is out of its range
 * @category overload
 * @formula N = \frac{q^{-f} - 1}{1-q}
 * @where q the probability that a call fails; f failures in a row
 * @assumes Calls fail independently of one another.
 * @source feller-1968
 * @example callsUntilTrip(3, 0.5) // 14
 */
export function callsUntilTrip(failures: number, failureProbability: number): number {
  requireWholeNumber(failures, 1, LONGEST_RUN, 'failures', 'callsUntilTrip')
  requireProbability(failureProbability, 'failureProbability', 'callsUntilTrip')
  return callsUntilRun(failures, failureProbability, 1)
}

/**
 * Whether a breaker that counts the failures among the last calls finds enough of them to open.
 *
 * @param breaker.window calls in the window, a whole number from 0 to 1,000,000
 * @param breaker.threshold failures that open it, a whole number; 0 or less always does
 * @param breaker.failureProbability probability that a call fails, in [0, 1]
 * @returns `unreliability` is the probability that it opens, `reliability` that it stays closed
 * @throws RangeError if a field is out of its range
 * @category overload
 * @formula P = \sum_{i=t}^{n} \binom{n}{i}\, q^i\, (1-q)^{n-i}
 * @where n the window; t the threshold; q the probability that a call fails
 * @assumes Calls fail independently of one another.
 * @assumes The window is looked at once, full.
 * @source nygard-2007
 * @example breakerWindow({ window: 3, threshold: 2, failureProbability: 0.5 }).unreliability // 0.5
 */
export function breakerWindow(breaker: {
  readonly window: number
  readonly threshold: number
  readonly failureProbability: number
}): Probability {
  const window = requireWholeNumber(breaker.window, 0, LONGEST_RUN, 'window', 'breakerWindow')
  requireWholeNumber(breaker.threshold, -LONGEST_RUN, 2 ** 50, 'threshold', 'breakerWindow')
  requireProbability(breaker.failureProbability, 'failureProbability', 'breakerWindow')
  const mustSucceed = window - breaker.threshold + 1
  return kOfN(window, mustSucceed, fromUnreliability(breaker.failureProbability))
}

/**
 * The share of time a breaker is open in the long run: closed until a run of failures, then open
 * for timeout after timeout until all probes of one half-open phase succeed.
 *
 * Closed phases last as long as {@link callsUntilTrip} calls; open ones are a geometric number of
 * timeouts. A breaker
 * that never opens is closed for ever, even if it could not close again.
 *
 * @param cycle the breaker and its calls; see {@link BreakerCycle} for the range of each field
 * @throws RangeError if a field is out of its range
 * @category overload
 * @formula C = \frac{N}{r}, \quad O = \frac{T}{s^m}
 * @formula \frac{O}{O + C}
 * @where N calls until it trips; r callRate; T timeout; s probeSuccess; m probes; C and O the mean
 *   time closed and open
 * @assumes Calls and probes are independent; the time that probes take is left out.
 * @source nygard-2007
 * @source feller-1968
 * @example breakerOpenShare({ failures: 1, failureProbability: 0.5, callRate: 1, timeout: 3, probeSuccess: 0.5, probes: 1 }).closed.unreliability // 0.75
 */
export function breakerOpenShare(cycle: BreakerCycle): BreakerShares {
  const failures = requireWholeNumber(
    cycle.failures,
    1,
    LONGEST_RUN,
    'failures',
    'breakerOpenShare',
  )
  requireProbability(cycle.failureProbability, 'failureProbability', 'breakerOpenShare')
  const callRate = requirePositive(cycle.callRate, 'callRate', 'breakerOpenShare')
  const timeout = requireDuration(cycle.timeout, 'timeout', 'breakerOpenShare')
  const success = requireProbability(cycle.probeSuccess, 'probeSuccess', 'breakerOpenShare')
  const probes = requireWholeNumber(cycle.probes, 1, LONGEST_RUN, 'probes', 'breakerOpenShare')
  const meanClosed = callsUntilRun(failures, cycle.failureProbability, callRate)
  const meanOpen = timeout === 0 ? 0 : timeout / success ** probes
  const odds = meanClosed === Infinity || meanOpen === 0 ? 0 : meanOpen / meanClosed
  const open = odds > 1 ? 1 / (1 + 1 / odds) : odds / (1 + odds)
  return { closed: fromBothSides(1 / (1 + odds), open), meanClosed, meanOpen }
}
