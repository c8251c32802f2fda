/** What {@link stirlingRemainder} found for whole numbers below 16. */
const known: number[] = []

/**
 * What Stirling's formula leaves out of log Γ(n + 1). From 16 on, five terms of its series are exact
 * to 1e-16; below, it steps up to there, and whole numbers are remembered.
 *
 * @param n above 0, whole or not
 * @source loader-2000
 * @example stirlingRemainder(1) // 1 - log(2π)/2
 */
export function stirlingRemainder(n: number): number {
  if (n < 16) {
    const whole = Number.isInteger(n)
    const before = whole ? known[n] : undefined
    if (before !== undefined) return before
    const remainder = stirlingRemainder(n + 1) + ((n + 0.5) * Math.log1p(1 / n) - 1)
    if (whole) known[n] = remainder
    return remainder
  }
  const square = n * n
  const inner = 1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square
  return (1 / 12 - (1 / 360 - inner / square) / square) / n
}

/**
 * Loader's deviance part: observed · log(observed / expected) + expected - observed. Near the
 * expected value those terms cancel, so there it is summed as a series of positive terms instead.
 *
 * @param observed above 0
 * @param expected at least 0; for 0 the answer is Infinity
 * @source loader-2000
 * @example deviance(1, 1) // 0
 */
export function deviance(observed: number, expected: number): number {
  const difference = observed - expected
  const total = observed + expected
  if (Math.abs(difference) >= 0.1 * total) {
    return observed * Math.log(observed / expected) - difference
  }
  const ratio = difference / total
  const square = ratio * ratio
  let sum = difference * ratio
  let power = 2 * observed * ratio * square
  for (let odd = 3; ; odd += 2) {
    const next = sum + power / odd
    if (next === sum) return sum
    sum = next
    power *= square
  }
}

/**
 * The probability of exactly `successes` among `n` independent trials.
 *
 * Loader's saddle-point form: unlike differences of log-gamma, which lose ten digits at
 * n = 10,000, its terms are about as small as their result, and an error in `success + failure`
 * cancels to first order.
 *
 * @param n number of trials, a whole number of at least 1
 * @param successes how many of them succeed, a whole number from 1 to n
 * @param success probability that a trial succeeds, in (0, 1]
 * @param failure probability that it does not, in (0, 1]; apart, so that a tiny one keeps its digits
 * @source loader-2000
 * @example binomialProbability(4, 2, 0.5, 0.5) // 0.375
 */
export function binomialProbability(
  n: number,
  successes: number,
  success: number,
  failure: number,
): number {
  if (successes === n) {
    return Math.exp(n * (success < 0.5 ? Math.log(success) : Math.log1p(-failure)))
  }
  const failures = n - successes
  const exponent =
    stirlingRemainder(n) -
    stirlingRemainder(successes) -
    stirlingRemainder(failures) -
    deviance(successes, n * success) -
    deviance(failures, n * failure)
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * successes * failures))
}
