import { requireDuration, requireProbability } from './domain.ts'
import { type Probability, fromBothSides } from './probability.ts'

/**
 * Whether a rebuild reads all that it must without one unrecoverable bit: (1 - ber)^bits.
 *
 * Real errors come in clusters, so fewer rebuilds meet one than this says; each of those may lose
 * more.
 *
 * @param bits bits that the rebuild reads, finite, at least 0; 12 TB are 9.6e13
 * @param bitErrorRate probability that a bit cannot be read, in [0, 1]
 * @throws RangeError if an argument is out of its range
 * @category storage
 * @formula R = (1-b)^{n}
 * @where b bitErrorRate; n bits
 * @assumes Bits fail independently, at the rate of the data sheet; real errors come in clusters.
 * @source chen-1994
 * @example rebuildError(9.6e13, 1e-14).unreliability // 0.617
 */
export function rebuildError(bits: number, bitErrorRate: number): Probability {
  requireDuration(bits, 'bits', 'rebuildError')
  requireProbability(bitErrorRate, 'bitErrorRate', 'rebuildError')
  if (bits === 0) return fromBothSides(1, 0)
  const logClean = bits * Math.log1p(-bitErrorRate)
  return fromBothSides(Math.exp(logClean), 0 - Math.expm1(logClean))
}
