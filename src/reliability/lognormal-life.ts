import { requireDuration, requirePositive } from './domain.ts'
import { millsRatio } from './mills-ratio.ts'
import { fromBothSides } from './probability.ts'
import type { Lifetime } from './weibull-life.ts'

/**
 * A life whose logarithm is normally distributed: most repair times, and lives that end by a crack
 * or a corrosion that grows in proportion to itself.
 *
 * Its hazard rises to a peak and falls again: what has lasted long lasts. Half of all parts reach
 * the median; the mean is above it. Relative error at most 1e-12 on either side, down to 1e-300.
 *
 * @param life.median time that half of the parts reach, finite, above 0
 * @param life.spread standard deviation σ of the natural logarithm of the life, finite, above 0
 * @param life.time time t since the part was new, finite, at least 0, in the unit of `median`
 * @throws RangeError if a field is out of its range
 * @category dynamics
 * @formula R(t) = Q(z) = \int_z^\infty \frac{e^{-x^2/2}}{\sqrt{2\pi}}\,dx, \quad z = \frac{\ln(t / t_{50})}{\sigma}
 * @formula h(t) = \frac{e^{-z^2/2}}{\sqrt{2\pi}\,\sigma t\, Q(z)}
 * @formula \mathrm{MTTF} = t_{50}\, e^{\sigma^2/2}
 * @where t_50 median; σ spread; t time; h hazard; MTTF meanLife
 * @assumes One failure ends the life; the part is not repaired.
 * @source trivedi-2001
 * @source abramowitz-stegun-1964
 * @example lognormalLife({ median: 1000, spread: 0.5, time: 500 }) // reliability 0.917, meanLife 1133
 */
export function lognormalLife(life: {
  readonly median: number
  readonly spread: number
  readonly time: number
}): Lifetime {
  const median = requirePositive(life.median, 'median', 'lognormalLife')
  const spread = requirePositive(life.spread, 'spread', 'lognormalLife')
  const time = requireDuration(life.time, 'time', 'lognormalLife')
  const meanLife = median * Math.exp((spread * spread) / 2)
  if (time === 0) return { survival: fromBothSides(1, 0), hazard: 0, meanLife }
  const z = Math.log(requirePositive(time / median, 'time over median', 'lognormalLife')) / spread
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  const ratio = millsRatio(Math.abs(z))
  const tail = density * ratio
  // In this order no product can vanish below what it divides.
  return z < 0
    ? {
        survival: fromBothSides(1 - tail, tail),
        hazard: density / (1 - tail) / spread / time,
        meanLife,
      }
    : { survival: fromBothSides(tail, 1 - tail), hazard: 1 / ratio / spread / time, meanLife }
}
