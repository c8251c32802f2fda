import { requireDuration } from './domain.ts'
import { type Probability, fromBothSides } from './probability.ts'

/**
 * How many acknowledged writes are lost when a standby that lags behind takes over: the recovery
 * point, lag times write rate.
 *
 * @param lagSeconds how far the standby is behind, in seconds, finite, at least 0; 0 if replication is synchronous
 * @param writesPerSecond acknowledged writes per second, finite, at least 0
 * @returns the number of writes; an expectation where the arguments are means
 * @throws RangeError if an argument is out of its range
 * @category objectives
 * @formula W = \ell\,w
 * @where ℓ the lag; w writes per second
 * @assumes Writes come evenly, and none of those in the lag is saved.
 * @source beyer-2016
 * @example writesLost(3, 200) // 600
 */
export function writesLost(lagSeconds: number, writesPerSecond: number): number {
  requireDuration(lagSeconds, 'lagSeconds', 'writesLost')
  return lagSeconds * requireDuration(writesPerSecond, 'writesPerSecond', 'writesLost')
}

/**
 * Whether a standby is within a recovery point when it must take over, with exponential lag:
 * P(lag > x) = e^(-x / mean).
 *
 * @param objective longest lag that is acceptable, finite, at least 0, in any unit
 * @param meanLag mean lag, finite, at least 0, in the same unit
 * @returns `unreliability` is the probability of losing more than the objective allows
 * @throws RangeError if an argument is out of its range
 * @category objectives
 * @formula P(L > x) = e^{-x/\bar{L}}
 * @where x the objective; L the lag, with its mean
 * @assumes Lag is exponential; measured lag often has a longer tail.
 * @source trivedi-2001
 * @example recoveryPointMet(3, 1).unreliability // 0.0498
 */
export function recoveryPointMet(objective: number, meanLag: number): Probability {
  requireDuration(objective, 'objective', 'recoveryPointMet')
  requireDuration(meanLag, 'meanLag', 'recoveryPointMet')
  if (meanLag === 0) return fromBothSides(1, 0)
  const means = objective / meanLag
  return fromBothSides(0 - Math.expm1(-means), Math.exp(-means))
}
