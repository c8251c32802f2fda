import { requireProbability, requireWholeNumber } from './domain.ts'
import { type Component, toProbability } from './probability.ts'
import { logReliability } from './series.ts'

const MOST_TRIALS = Number.MAX_SAFE_INTEGER

/** Rounding of two logarithms: a claim that is met exactly must not cost one more drill. */
const ROUNDING = 2e-15

/**
 * How likely a failure may still be after trials without any: the one-sided exact bound
 * 1 - risk^(1/n), about 3/n at a risk of 5 %. Nothing seen is not nothing there.
 *
 * @param trials independent trials, none of which failed, a whole number, at least 1
 * @param risk probability that the bound may be wrong, in [0, 1]; 0.05 for 95 % confidence
 * @returns the upper limit of the probability of failure
 * @throws RangeError if an argument is out of its range
 * @category economics
 * @formula 1 - \alpha^{1/n}
 * @where n trials; α risk
 * @assumes Trials are independent and fail equally often.
 * @source hanley-1983
 * @example zeroFailures(2, 0.25) // 0.5
 */
export function zeroFailures(trials: number, risk: number): number {
  requireWholeNumber(trials, 1, MOST_TRIALS, 'trials', 'zeroFailures')
  requireProbability(risk, 'risk', 'zeroFailures')
  // 0 - …: without confidence the bound is 0, not -0.
  return 0 - Math.expm1(Math.log(risk) / trials)
}

/**
 * How many drills in a row must go well before a coverage may be claimed: the smallest n with
 * coverage^n at most `risk`. 299 for 99 % at 95 % confidence; with a single failure it starts anew.
 *
 * @param coverage the coverage to be claimed; a bare number lies in [0, 1]
 * @param risk probability that the claim may be wrong, in [0, 1]; 0.05 for 95 % confidence
 * @returns the number of drills; Infinity where no number is enough, 0 where no confidence is asked
 * @throws RangeError if an argument is out of its range
 * @category economics
 * @formula n = \Bigl\lceil \frac{\ln \alpha}{\ln c} \Bigr\rceil
 * @where c coverage; α risk
 * @assumes Drills are independent and fail as often as the real thing.
 * @source hanley-1983
 * @example cleanDrills(0.99, 0.05) // 299
 */
export function cleanDrills(coverage: Component, risk: number): number {
  const claimed = toProbability(coverage, 'cleanDrills', 'coverage')
  requireProbability(risk, 'risk', 'cleanDrills')
  if (risk === 1) return 0
  if (claimed.unreliability === 0) return Infinity
  if (claimed.reliability === 0) return 1
  return Math.max(1, Math.ceil((Math.log(risk) / logReliability(claimed)) * (1 - ROUNDING)))
}
