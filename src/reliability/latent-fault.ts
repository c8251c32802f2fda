import { requireDuration, requirePositive } from './domain.ts'
import { type Probability, fromBothSides } from './probability.ts'

/** Up to here the series needs few terms; beyond, the closed form loses none. */
const SERIES_UP_TO = 1

/** 1 - (1 - e^-x)/x by its series x/2! - x²/3! + x³/4! - …, where the closed form would cancel. */
function missedShare(x: number): number {
  let sum = 0
  let term = x / 2
  for (let order = 3; sum + term !== sum; order += 1) {
    sum += term
    term *= -x / order
  }
  return sum
}

/**
 * How often a part that nobody watches is found dead when it is needed: it fails with a constant
 * rate, and only a test, every `testInterval`, finds and at once mends it.
 *
 * The unreliability is the mean over the interval of 1 - e^(-λt), that is 1 - (1 - e^(-λT))/(λT):
 * about λT/2 while that is small, and near 1 for what is never tested.
 *
 * @param failureRate rate λ at which the part fails unnoticed, finite, at least 0, per unit of time
 * @param testInterval time T between tests, finite, above 0, in the same unit
 * @returns the probability that the part works on demand
 * @throws RangeError if an argument is out of its range
 * @category dynamics
 * @formula U = 1 - \frac{1 - e^{-\lambda T}}{\lambda T} \approx \frac{\lambda T}{2}
 * @where λ failureRate; T testInterval
 * @assumes The part fails at a constant rate, and only a test finds it.
 * @assumes Tests find every fault, mend it at once and break nothing; demands come at times that have
 *   nothing to do with them.
 * @source trivedi-2001
 * @example latentFault(0.001, 2).unreliability // 0.00099933…, nearly 0.001
 */
export function latentFault(failureRate: number, testInterval: number): Probability {
  requireDuration(failureRate, 'failureRate', 'latentFault')
  requirePositive(testInterval, 'testInterval', 'latentFault')
  const x = failureRate * testInterval
  if (x === 0) return fromBothSides(1, 0)
  const works = -Math.expm1(-x) / x
  return fromBothSides(works, x <= SERIES_UP_TO ? missedShare(x) : 1 - works)
}
