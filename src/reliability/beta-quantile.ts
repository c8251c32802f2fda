import { logBetaKernel, logLowerTail, requireShapes } from './incomplete-beta.ts'
import { type Component, toProbability } from './probability.ts'

/** Logits of about 1e-308 and its complement. */
const LAST_LOGIT = 708

/** Far more of Newton's steps than any case has been seen to need. */
const MOST_STEPS = 500

/**
 * The logit of x at which the lower tail has the given logarithm.
 *
 * The logarithm of the tail is concave in the logit of x: after the first step Newton's method
 * only climbs, but for the rounding of earlier steps, which the first step back mends.
 */
function solveLogit(a: number, b: number, logTarget: number): number {
  let logit = Math.log(a / b)
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const x = 1 / (1 + Math.exp(-logit))
    const rest = 1 / (1 + Math.exp(logit))
    const logTail = logLowerTail(a, b, x, rest)
    const slope = Math.exp(logBetaKernel(a, b, x, rest) - logTail)
    const next = Math.max(-LAST_LOGIT, Math.min(LAST_LOGIT, logit + (logTarget - logTail) / slope))
    const back = step > 0 && next <= logit
    logit = next
    if (back) break
  }
  return logit
}

/**
 * The quantile of a beta distribution: the x at which the regularised incomplete beta function has
 * a given value. It gives the exact confidence limits of a proportion.
 *
 * Solved on whichever tail is the smaller, in logarithms, so that 1e-30 and 1 - 1e-30 are no
 * harder than one half. A quantile below about 1e-307 comes back as 0.
 *
 * @param a first shape, from 1e-9 to 1e9
 * @param b second shape, from 1e-9 to 1e9
 * @param probability probability below the quantile; a bare number lies in [0, 1]
 * @throws RangeError if an argument is out of its range
 * @category randomness
 * @formula I_x(a,b) = p
 * @where I the regularised incomplete beta function; p probability
 * @source didonato-morris-1992
 * @example betaQuantile(2, 1, 0.25) // 0.5
 */
export function betaQuantile(a: number, b: number, probability: Component): number {
  requireShapes(a, b, 'betaQuantile')
  const { reliability: below, unreliability: above } = toProbability(
    probability,
    'betaQuantile',
    'probability',
  )
  if (below === 0 || above === 0) return below
  const logit =
    below <= above ? solveLogit(a, b, Math.log(below)) : -solveLogit(b, a, Math.log(above))
  return logit <= -LAST_LOGIT ? 0 : 1 / (1 + Math.exp(-logit))
}
