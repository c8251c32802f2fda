import { deviance, stirlingRemainder } from './binomial-probability.ts'
import { type Component, type Probability, fromBothSides, toProbability } from './probability.ts'

/** Beyond this the continued fraction takes too long; below its inverse Γ is out of a double's range. */
const LARGEST_SHAPE = 1e9

/** What a denominator that happens to be 0 is replaced by. */
const ALMOST_ZERO = 1e-300

function requireShape(value: number, name: string, functionName: string): void {
  if (value >= 1 / LARGEST_SHAPE && value <= LARGEST_SHAPE) return
  throw new RangeError(
    `${functionName}: ${name} must lie in [1e-9, ${LARGEST_SHAPE}], got ${String(value)}`,
  )
}

/**
 * Refuses shapes of a beta distribution that the functions about it have no answer for.
 *
 * @param a first shape; the rule is 1e-9 to 1e9
 * @param b second shape; likewise
 * @param functionName the public function that was called, for the message
 * @throws RangeError naming function, rule and value
 * @example requireShapes(1, 2, 'betaQuantile') // nothing happens
 */
export function requireShapes(a: number, b: number, functionName: string): void {
  requireShape(a, 'a', functionName)
  requireShape(b, 'b', functionName)
}

/**
 * log of x^a (1 - x)^b / B(a, b), the density times x(1 - x), in Loader's form: its terms are about
 * as small as their sum, where log-gammas would cancel.
 *
 * @param a first shape, validated
 * @param b second shape, validated
 * @param x in (0, 1)
 * @param rest 1 - x, apart, so that a tiny one keeps its digits
 * @source loader-2000
 * @example logBetaKernel(1, 1, 0.5, 0.5) // log 0.25
 */
export function logBetaKernel(a: number, b: number, x: number, rest: number): number {
  const sum = a + b
  return (
    stirlingRemainder(sum) -
    stirlingRemainder(a) -
    stirlingRemainder(b) -
    deviance(a, sum * x) -
    deviance(b, sum * rest) +
    Math.log(((a / sum) * b) / (2 * Math.PI)) / 2
  )
}

/**
 * The continued fraction of Didonato and Morris, whose inverse turns the kernel into the lower tail,
 * by Lentz's method. Near the mean `ahead` is small beside the shapes, so 1 - x comes apart.
 */
function continuedFraction(a: number, b: number, x: number, rest: number): number {
  const away = (value: number): number => (value === 0 ? ALMOST_ZERO : value)
  const ahead = a * rest - b * x + 1
  let fraction = (a / (a + 1)) * ahead
  let c = fraction
  let d = 0
  for (let step = 1; ; step += 1) {
    const before = step - 1
    const middle = a + step + before
    const turn = (step * (b - step) * x) / middle
    const over = turn * x * (a + before) * ((a + b + before) / middle)
    const under = step + turn + ((a + step) / (middle + 2)) * (ahead + step * (1 + rest))
    d = 1 / away(under + over * d)
    c = away(under + over / c)
    const change = c * d
    fraction *= change
    if (Math.abs(change - 1) < 1e-16) return fraction
  }
}

/**
 * log of the lower tail of a beta distribution, whatever its size.
 *
 * @param a first shape, validated
 * @param b second shape, validated
 * @param x in (0, 1)
 * @param rest 1 - x, apart
 * @source didonato-morris-1992
 * @example logLowerTail(1, 1, 0.5, 0.5) // log 0.5
 */
export function logLowerTail(a: number, b: number, x: number, rest: number): number {
  const kernel = logBetaKernel(a, b, x, rest)
  if (x <= (a + 1) / (a + b + 2)) return kernel - Math.log(continuedFraction(a, b, x, rest))
  return Math.log1p(-Math.min(1, Math.exp(kernel) / continuedFraction(b, a, rest, x)))
}

/**
 * The regularised incomplete beta function I_x(a, b): the probability that a beta distribution with
 * these shapes lies below x, and for whole shapes that of at least a successes among a + b - 1
 * trials.
 *
 * The tail on x's side of the mean comes from a continued fraction, the other is its complement.
 *
 * @param a first shape, from 1e-9 to 1e9
 * @param b second shape, from 1e-9 to 1e9
 * @param x in [0, 1]; as a pair, `reliability` is x and `unreliability` 1 - x
 * @returns `reliability` is I_x(a, b), `unreliability` its complement
 * @throws RangeError if an argument is out of its range
 * @category randomness
 * @formula I_x(a,b) = \frac{\int_0^x t^{a-1} (1-t)^{b-1}\,dt}{\int_0^1 t^{a-1} (1-t)^{b-1}\,dt}
 * @source didonato-morris-1992
 * @example incompleteBeta(2, 1, 0.5).reliability // 0.25
 */
export function incompleteBeta(a: number, b: number, x: Component): Probability {
  requireShapes(a, b, 'incompleteBeta')
  const { reliability: below, unreliability: rest } = toProbability(x, 'incompleteBeta', 'x')
  if (below === 0 || rest === 0) return fromBothSides(below, rest)
  if (below <= (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, Math.exp(logLowerTail(a, b, below, rest)))
    return fromBothSides(lower, 1 - lower)
  }
  const upper = Math.min(1, Math.exp(logLowerTail(b, a, rest, below)))
  return fromBothSides(1 - upper, upper)
}
