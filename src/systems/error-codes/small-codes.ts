import { type Bit, type Bits, type Decoded, flipped, parityOf, withFlips } from './outcome.ts'

/** Codes on four bits of data. */
export type SmallCode = 'parity' | 'hamming' | 'secded'

/** Four bits of data. */
export type Nibble = readonly [Bit, Bit, Bit, Bit]

/** One parity check: which positions it covers, counted from 1, its own check bit among them. */
export interface ParityCheck {
  /** What it adds to the position of a single error; 0 for a check of the whole word. */
  readonly weight: 0 | 1 | 2 | 4
  readonly covers: readonly number[]
}

const HAMMING: readonly ParityCheck[] = [
  { weight: 1, covers: [1, 3, 5, 7] },
  { weight: 2, covers: [2, 3, 6, 7] },
  { weight: 4, covers: [4, 5, 6, 7] },
]

/** The checks of each code. */
export const CHECKS: Readonly<Record<SmallCode, readonly ParityCheck[]>> = {
  parity: [{ weight: 0, covers: [1, 2, 3, 4, 5] }],
  hamming: HAMMING,
  secded: [...HAMMING, { weight: 0, covers: [1, 2, 3, 4, 5, 6, 7, 8] }],
}

/** Where the data stands in the word of each code, counted from 1; the rest are check bits. */
export const DATA_AT: Readonly<Record<SmallCode, readonly number[]>> = {
  parity: [1, 2, 3, 4],
  hamming: [3, 5, 6, 7],
  secded: [3, 5, 6, 7],
}

/** Length of the word of each code in bits. */
export const WORD_BITS: Readonly<Record<SmallCode, number>> = { parity: 5, hamming: 7, secded: 8 }

/**
 * The word for four bits of data. Check bits stand at the positions that are powers of two, so that
 * the checks that fail add up to the position of a single error; SECDED has a parity bit over all
 * at its end.
 *
 * @source hamming-1950
 * @example encode('hamming', [1, 0, 1, 1]) // 0110011
 */
export function encode(code: SmallCode, [a, b, c, d]: Nibble): Bits {
  if (code === 'parity') return [a, b, c, d, parityOf([a, b, c, d])]
  const word: Bits = [parityOf([a, b, d]), parityOf([a, c, d]), a, parityOf([b, c, d]), b, c, d]
  return code === 'hamming' ? word : [...word, parityOf(word)]
}

/** Which checks of a code fail on a word that was read, in the order of {@link CHECKS}. */
export const failing = (code: SmallCode, read: Bits): readonly boolean[] =>
  CHECKS[code].map(
    ({ covers }) => parityOf(read.filter((_, index) => covers.includes(index + 1))) === 1,
  )

/** The position to which the failing checks add up, counted from 1; 0 where none fails. */
export const syndrome = (code: SmallCode, read: Bits): number =>
  failing(code, read).reduce(
    (sum, fails, index) => sum + (fails ? (CHECKS[code][index]?.weight ?? 0) : 0),
    0,
  )

const PASSES = false

/**
 * What a code makes of a word that it reads. Parity refuses an odd number of ones. Hamming takes
 * every failed check for a single error, and flips the bit to which they add up. SECDED does so
 * where the whole word is odd, and refuses where checks fail in a word that is even.
 *
 * @source hamming-1950
 */
export function decode(code: SmallCode, read: Bits): Decoded {
  const fails = failing(code, read)
  if (fails.every((each) => each === PASSES)) return { noticed: false, word: read }
  const at = syndrome(code, read)
  switch (code) {
    case 'parity':
      return { noticed: true, word: undefined }
    case 'hamming':
      return { noticed: true, word: withFlips(read, [at - 1]) }
    case 'secded':
      // The last check is that of the whole word; if it alone fails, its own bit has flipped.
      return {
        noticed: true,
        word: fails.at(-1) === true ? withFlips(read, [at === 0 ? 7 : at - 1]) : undefined,
      }
  }
}

/** The data in a word. */
export const dataOf = (code: SmallCode, word: Bits): Bits =>
  DATA_AT[code].map((position) => word[position - 1] ?? 0)

/** A word with one bit changed, counted from 0. */
export const flipAt = (word: Bits, position: number): Bits =>
  word.map((bit, index) => (index === position ? flipped(bit) : bit))

/**
 * The fewest check bits with which a Hamming code corrects one error in so many bits of data: the
 * least r with 2^r ≥ data + r + 1.
 *
 * @param dataBits a whole number from 1 to 2^40
 * @throws RangeError if it is not
 * @source hamming-1950
 * @example hammingCheckBits(64) // 7, and with the parity of SECDED 8
 */
export function hammingCheckBits(dataBits: number): number {
  if (!Number.isInteger(dataBits) || dataBits < 1 || dataBits > 2 ** 40)
    throw new RangeError(
      `hammingCheckBits: dataBits must be a whole number from 1, got ${dataBits}`,
    )
  let check = 1
  while (2 ** check < dataBits + check + 1) check += 1
  return check
}
