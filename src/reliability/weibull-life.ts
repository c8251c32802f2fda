import { stirlingRemainder } from './binomial-probability.ts'
import { requireDuration, requirePositive } from './domain.ts'
import { type Probability, fromBothSides } from './probability.ts'

/** What a distribution says of the life of a part. */
export interface Lifetime {
  /** `reliability` is the probability of reaching the time, `unreliability` that of failing before. */
  readonly survival: Probability
  /** Rate at which parts that have reached the time fail then, per unit of time. */
  readonly hazard: number
  /** Mean life of a new part, in the unit of the time; Infinity where it is beyond 1.8e308. */
  readonly meanLife: number
}

/** Γ(n) for n of at least 1. */
function gamma(n: number): number {
  return Math.sqrt((2 * Math.PI) / n) * (n / Math.E) ** n * Math.exp(stirlingRemainder(n))
}

/**
 * A life with a hazard that falls (shape below 1: early failures), stays (1: the exponential life)
 * or rises (above 1: wear), after Weibull.
 *
 * The scale is the time that a share of 1/e reaches, whatever the shape; the mean life can be far
 * from it. Relative error at most 1e-12 on either side while the failures expected up to the time,
 * (t/η)^β, are less than 700.
 *
 * @param life.shape shape β, finite, above 0
 * @param life.scale scale η, finite, above 0
 * @param life.time time t since the part was new, finite, at least 0, in the unit of `scale`
 * @throws RangeError if a field is out of its range
 * @category dynamics
 * @formula R(t) = e^{-(t/\eta)^\beta}
 * @formula h(t) = \frac{\beta}{\eta} \left(\frac{t}{\eta}\right)^{\beta - 1}
 * @formula \mathrm{MTTF} = \eta\, \Gamma\!\left(1 + \frac{1}{\beta}\right)
 * @where β shape; η scale; t time; h hazard; MTTF meanLife
 * @assumes One failure ends the life; the part is not repaired.
 * @source kuo-zuo-2003
 * @source trivedi-2001
 * @example weibullLife({ shape: 2, scale: 1000, time: 500 }) // reliability 0.779, hazard 0.001, meanLife 886
 */
export function weibullLife(life: {
  readonly shape: number
  readonly scale: number
  readonly time: number
}): Lifetime {
  const shape = requirePositive(life.shape, 'shape', 'weibullLife')
  const scale = requirePositive(life.scale, 'scale', 'weibullLife')
  const time = requireDuration(life.time, 'time', 'weibullLife')
  const ratio = time && requirePositive(time / scale, 'time over scale', 'weibullLife')
  const exposure = ratio ** shape
  return {
    survival: fromBothSides(Math.exp(-exposure), 0 - Math.expm1(-exposure)),
    hazard: (shape * ratio ** (shape - 1)) / scale,
    meanLife: scale * gamma(1 + 1 / shape),
  }
}
