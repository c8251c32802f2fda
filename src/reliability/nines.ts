import { type Component, toProbability } from './probability.ts'

/**
 * The availability counted in nines: -log10 of the unavailability. 0.999 has three, 0.9995 about
 * 3.3; nothing at all has 0, and what never fails has Infinity.
 *
 * @param availability long-run share of time in service; a bare number lies in [0, 1]
 * @throws RangeError if `availability` is not a probability
 * @category objectives
 * @formula -\log_{10}(1-A)
 * @where A the availability
 * @example nines({ reliability: 1, unreliability: 1e-20 }) // 20
 */
export function nines(availability: Component): number {
  const { reliability, unreliability } = toProbability(availability, 'nines', 'availability')
  // Close to an unavailability of 1 only log1p sees how close; 0 - … keeps -0 out.
  if (unreliability > 0.5) return 0 - Math.log1p(-reliability) / Math.LN10
  return -Math.log10(unreliability)
}
