import { requireDuration, requireProbability, requireWholeNumber } from './domain.ts'
import { type Probability, fromBothSides } from './probability.ts'

/** What {@link retryAmplification} answers. */
export interface RetryAmplification {
  /** Mean number of calls that reach the backend for one request at the top. */
  readonly attempts: number
  /** How the request at the top ends. */
  readonly request: Probability
}

const MOST_RETRIES = 1_000_000
const MOST_LAYERS = 1000

/** 1 + f + f² + … + f^retries, from log f. */
function meanAttempts(retries: number, logFailure: number): number {
  if (logFailure === 0) return retries + 1
  return Math.expm1((retries + 1) * logFailure) / Math.expm1(logFailure)
}

/**
 * How many calls reach a backend when every layer above it retries on its own.
 *
 * One layer makes 1 + q + q² + … + q^r attempts on average and fails with q^(r+1), which is the q of
 * the layer above it; the means multiply. Attempts fail independently. Three retries are four
 * attempts: three layers of them turn one request into 64 calls when the backend is down.
 *
 * A budget lets a layer add no more than so many retries a request, on average over all of them, so it
 * makes 1 + budget attempts at most, and fewer requests are saved.
 *
 * @param call.retries further attempts after the first, a whole number from 0 to 1,000,000
 * @param call.failureProbability probability that a call of the backend fails, in [0, 1]
 * @param call.layers number of layers that retry, a whole number from 0 to 1000; 1 by default
 * @param call.budget retries a request that a layer may add on average, finite, at least 0; no limit by default
 * @throws RangeError if a field is out of its range
 * @category overload
 * @formula a = \prod_{l=0}^{L-1} \sum_{i=0}^{r} q_l^{\,i}, \quad q_{l+1} = q_l^{\,r+1}
 * @formula a_l \le 1 + b, \quad 1 - q_{l+1} = a_l (1 - q_l) \quad \text{with a budget}
 * @where q_0 the probability that a call of the backend fails; r retries; L layers; b budget
 * @assumes Attempts fail independently of one another, and of the load.
 * @assumes Whether the budget has room for a retry does not depend on how the attempts end.
 * @source beyer-2016
 * @example retryAmplification({ retries: 3, failureProbability: 1, layers: 3 }).attempts // 64
 */
export function retryAmplification(call: {
  readonly retries: number
  readonly failureProbability: number
  readonly layers?: number
  readonly budget?: number
}): RetryAmplification {
  const retries = requireWholeNumber(call.retries, 0, MOST_RETRIES, 'retries', 'retryAmplification')
  const layers = requireWholeNumber(
    call.layers ?? 1,
    0,
    MOST_LAYERS,
    'layers',
    'retryAmplification',
  )
  requireProbability(call.failureProbability, 'failureProbability', 'retryAmplification')
  const most =
    1 +
    (call.budget === undefined
      ? Infinity
      : requireDuration(call.budget, 'budget', 'retryAmplification'))
  let logFailure = Math.log(call.failureProbability)
  let attempts = 1
  for (let layer = 0; layer < layers; layer += 1) {
    const wanted = meanAttempts(retries, logFailure)
    const made = Math.min(wanted, most)
    attempts *= made
    // A request succeeds in one of its attempts at most, so the chances of all attempts add up.
    logFailure =
      made < wanted ? Math.log1p(made * Math.expm1(logFailure)) : logFailure * (retries + 1)
  }
  return {
    attempts,
    // 0 - …: a backend that always fails must not succeed with -0.
    request: fromBothSides(0 - Math.expm1(logFailure), Math.exp(logFailure)),
  }
}
