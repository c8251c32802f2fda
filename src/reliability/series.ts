import { compensatedSum } from './compensated-sum.ts'
import {
  type Component,
  type Probability,
  fromReliability,
  fromUnreliability,
  toProbability,
} from './probability.ts'

/**
 * The logarithm of a reliability, taken from whichever side is small, so that neither a tiny
 * reliability nor a tiny unreliability is lost.
 *
 * @param component a valid pair of sides; a reliability of 0 gives -Infinity
 * @example logReliability(fromUnreliability(1e-20)) // -1e-20
 */
export function logReliability({ reliability, unreliability }: Probability): number {
  return reliability < 0.5 ? Math.log(reliability) : Math.log1p(-unreliability)
}

/**
 * A system that works only while every one of its independent components works:
 * R = R1 · R2 · … · Rn.
 *
 * The product is a compensated sum of logarithms. Up to one half, the unreliability comes out of
 * it by `expm1`, without the subtraction 1 - R that would lose it; beyond, the reliability does.
 * A reliability below about 1e-308 may come back as 0. No component at all cannot fail.
 *
 * @param components the parts; a bare number is a reliability in [0, 1]
 * @throws RangeError if a component is not a probability
 * @category structure
 * @formula R = \prod_{i=1}^{n} R_i
 * @where R_i the reliability of component i
 * @assumes The components fail independently of one another.
 * @source trivedi-2001
 * @example series([0.99, 0.99]) // reliability 0.9801, unreliability 0.0199
 */
export function series(components: readonly Component[]): Probability {
  const parts = components.map((component) => toProbability(component, 'series'))
  const [only] = parts
  if (only === undefined) return fromReliability(1)
  if (parts.length === 1) return only
  if (parts.some(({ reliability }) => reliability === 0)) return fromReliability(0)

  const { high, low } = compensatedSum(parts.map(logReliability))
  // Subtracted from 0 rather than negated: a series of perfect parts must not report -0.
  const unreliability = 0 - Math.expm1(high + low)
  if (unreliability <= 0.5) return fromUnreliability(unreliability)
  // Near -700 the sum itself is rounded to 1e-13; applying its low part apart keeps those digits.
  return fromReliability(Math.exp(high) * (1 + low))
}
