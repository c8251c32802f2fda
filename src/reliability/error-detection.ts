import { binomialProbability } from './binomial-probability.ts'
import { requireProbability, requireWholeNumber } from './domain.ts'
import { kOfN } from './k-of-n.ts'
import { type Probability, fromBothSides, fromUnreliability } from './probability.ts'

const LONGEST_WORD = 1_000_000

/** Terms below this share of the sum, and all that follow them, cannot change its last digit. */
const NEGLIGIBLE = 1e-18

/**
 * The probability of first, first + 2, first + 4, … errors among n bits, from the likeliest of
 * these numbers outwards: positive terms, and about √n of them carry every digit.
 */
function everySecond(n: number, error: number, first: number): number {
  if (first > n || error === 0) return 0
  const well = 1 - error
  const last = n - ((n - first) % 2)
  const mean = Math.min(last, Math.max(first, n * error))
  const middle = first + 2 * Math.floor((mean - first) / 2)
  const likeliest = binomialProbability(n, middle, error, well)
  let sum = likeliest
  let term = likeliest
  const odds = error / well
  for (let errors = middle; errors < last && term > sum * NEGLIGIBLE; errors += 2) {
    term *= ((n - errors) / (errors + 1)) * odds * (((n - errors - 1) / (errors + 2)) * odds)
    sum += term
  }
  term = likeliest
  for (let errors = middle; errors > first && term > sum * NEGLIGIBLE; errors -= 2) {
    term *= (errors / (n - errors + 1) / odds) * ((errors - 1) / (n - errors + 2) / odds)
    sum += term
  }
  return sum
}

/**
 * What one parity bit misses: an even number of wrong bits, two or more, looks like a word that is
 * right, ((1 + (1 - 2p)^n)/2) - (1 - p)^n.
 *
 * @param bits length of the word with its parity, a whole number from 0 to 1,000,000
 * @param bitErrorRate probability that a bit is wrong, each on its own, in [0, 1]
 * @returns `unreliability` is the probability of an error that goes undetected
 * @throws RangeError if an argument is out of its range
 * @category storage
 * @formula U = \tfrac12 \bigl(1 + (1-2p)^n\bigr) - (1-p)^n
 * @where p bitErrorRate; n bits
 * @assumes Bits are wrong independently and equally often.
 * @source lin-costello-2004
 * @example parityUndetected(3, 0.5).unreliability // 0.375
 */
export function parityUndetected(bits: number, bitErrorRate: number): Probability {
  requireWholeNumber(bits, 0, LONGEST_WORD, 'bits', 'parityUndetected')
  requireProbability(bitErrorRate, 'bitErrorRate', 'parityUndetected')
  const clean = kOfN(bits, bits, fromUnreliability(bitErrorRate)).reliability
  return fromBothSides(
    clean + everySecond(bits, bitErrorRate, 1),
    everySecond(bits, bitErrorRate, 2),
  )
}

/** How the words of a SECDED memory come back; the four add up to 1. */
export interface SecdedOutcome {
  /** No bit is wrong. */
  readonly clean: number
  /** Exactly one is, and it is corrected. */
  readonly corrected: number
  /** Exactly two are: detected, but not to be corrected. */
  readonly detected: number
  /** Three or more are: they may pass for something else. */
  readonly atRisk: number
}

/**
 * A code that corrects single errors and detects double ones (SECDED), as in ECC memory.
 *
 * @param bits length of the word with its check bits (72 for 64 of data), a whole number from 0 to 1,000,000
 * @param bitErrorRate probability that a bit is wrong, each on its own, in [0, 1]
 * @throws RangeError if an argument is out of its range
 * @category storage
 * @formula P_j = \binom{n}{j}\, p^j\, (1-p)^{n-j}
 * @where p bitErrorRate; n bits; P_0 clean, P_1 corrected, P_2 detected, the rest at risk
 * @assumes Bits are wrong independently and equally often.
 * @source hsiao-1970
 * @example secded(4, 0.5) // { clean: 0.0625, corrected: 0.25, detected: 0.375, atRisk: 0.3125 }
 */
export function secded(bits: number, bitErrorRate: number): SecdedOutcome {
  requireWholeNumber(bits, 0, LONGEST_WORD, 'bits', 'secded')
  requireProbability(bitErrorRate, 'bitErrorRate', 'secded')
  const bit = fromUnreliability(bitErrorRate)
  const exactly = (errors: number): number =>
    errors > bits ? 0 : binomialProbability(bits, errors, bitErrorRate, bit.reliability)
  return {
    clean: kOfN(bits, bits, bit).reliability,
    corrected: exactly(1),
    detected: exactly(2),
    atRisk: kOfN(bits, bits - 2, bit).unreliability,
  }
}

/**
 * A Hamming code of seven bits, four of them data, which corrects one error: the word is wrong
 * where two bits or more are, 1 - (1 - p)^7 - 7p(1 - p)^6.
 *
 * @param bitErrorRate probability that a bit is wrong, each on its own, in [0, 1]
 * @returns `unreliability` is the probability of a word that is wrong after correction
 * @throws RangeError if the rate is not a probability
 * @category storage
 * @formula U = 1 - (1-p)^7 - 7\,p\,(1-p)^6
 * @where p bitErrorRate
 * @assumes Bits are wrong independently and equally often.
 * @source hamming-1950
 * @example hammingWordError(0.5).unreliability // 0.9375
 */
export function hammingWordError(bitErrorRate: number): Probability {
  requireProbability(bitErrorRate, 'bitErrorRate', 'hammingWordError')
  return kOfN(7, 6, fromUnreliability(bitErrorRate))
}

/**
 * The share of error bursts that a cyclic redundancy check misses: none up to its own width,
 * 2^-(width - 1) of those one bit longer, 2^-width of all longer ones.
 *
 * @param width degree of the generator in bits, a whole number from 1 to 1024
 * @param length length of the burst in bits, a whole number from 0 to 2^50
 * @throws RangeError if an argument is out of its range
 * @category storage
 * @formula 2^{-(w-1)} \ \text{for}\ \ell = w+1
 * @formula 2^{-w} \ \text{for}\ \ell > w+1
 * @where w width; ℓ length
 * @assumes A burst begins and ends with a wrong bit; those between are wrong or right with equal
 *   chance.
 * @assumes The generator has a constant term.
 * @source peterson-brown-1961
 * @example burstUndetected(16, 17) // 3.05e-5
 */
export function burstUndetected(width: number, length: number): number {
  requireWholeNumber(width, 1, 1024, 'width', 'burstUndetected')
  requireWholeNumber(length, 0, 2 ** 50, 'length', 'burstUndetected')
  if (length <= width) return 0
  return 2 ** (length === width + 1 ? 1 - width : -width)
}
