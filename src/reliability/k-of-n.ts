import { binomialProbability } from './binomial-probability.ts'
import { requireWholeNumber } from './domain.ts'
import {
  type Component,
  type Probability,
  fromBothSides,
  fromReliability,
  fromUnreliability,
  toProbability,
} from './probability.ts'

/** Beyond this the claimed accuracy is not tested, and a typing mistake is likelier than a fleet. */
const LARGEST_N = 1_000_000

/** Terms below this share of the sum, and all that follow them, cannot change its last digit. */
const NEGLIGIBLE = 1e-18

/**
 * The probability of `from` or more successes in n trials, for `from` above the mean n · success:
 * there the terms fall from the first one on, and about √n of them carry every digit.
 */
function upperTail(n: number, from: number, success: number, failure: number): number {
  let sum = 1
  let term = 1
  for (let successes = from; successes < n && term > sum * NEGLIGIBLE; successes += 1) {
    term *= ((n - successes) * success) / ((successes + 1) * failure)
    sum += term
  }
  return binomialProbability(n, from, success, failure) * sum
}

/**
 * Refuses an `n` or `k` that {@link kOfN} has no answer for.
 *
 * @param n number of components; the rule is a whole number from 0 to 1,000,000
 * @param k how many must work; the rule is a whole number
 * @param functionName the public function that was called, for the message
 * @throws RangeError naming function, rule and value
 * @example requireDemand(3, 2, 'kOfN') // nothing happens
 */
export function requireDemand(n: number, k: number, functionName: string): void {
  requireWholeNumber(n, 0, LARGEST_N, 'n', functionName)
  requireWholeNumber(k, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 'k', functionName)
}

/**
 * A system of `n` identical, independent components that works while at least `k` of them work.
 *
 * The small tail is summed, always over positive terms, and the other side is its complement.
 * Relative error of the smaller side at most 1e-12 up to n = 10,000; values below about 1e-308
 * may come back as 0. With `k` of 0 or less the system needs nothing and cannot fail; with `k`
 * above `n` it can never work.
 *
 * @param n number of components, a whole number from 0 to 1,000,000
 * @param k how many must work, a whole number
 * @param component one of them; a bare number is a reliability in [0, 1]
 * @throws RangeError if `n` or `k` is not such a number or `component` is not a probability
 * @category structure
 * @formula R = \sum_{i=k}^{n} \binom{n}{i}\, p^i\, (1-p)^{n-i}
 * @where p the reliability of one component
 * @assumes The components fail independently of one another.
 * @assumes All of them are equally reliable.
 * @source kuo-zuo-2003
 * @example kOfN(3, 2, 0.9) // reliability 0.972, unreliability 0.028
 */
export function kOfN(n: number, k: number, component: Component): Probability {
  requireDemand(n, k, 'kOfN')
  const { reliability, unreliability } = toProbability(component, 'kOfN')
  if (k <= 0) return fromReliability(1)
  if (k > n || reliability === 0) return fromReliability(0)
  if (unreliability === 0) return fromReliability(1)

  // Working and failed components have their means at n · R and n · U. Below its mean a tail is
  // large and the other one carries the digits; within one component of it both are summed.
  const failures = n - k + 1
  if (failures <= n * unreliability)
    return fromReliability(upperTail(n, k, reliability, unreliability))
  if (k <= n * reliability) {
    return fromUnreliability(upperTail(n, failures, unreliability, reliability))
  }
  return fromBothSides(
    upperTail(n, k, reliability, unreliability),
    upperTail(n, failures, unreliability, reliability),
  )
}
