/** One bit of a word. */
export type Bit = 0 | 1

/** A word, its first bit first. */
export type Bits = readonly Bit[]

/**
 * What became of a word that was read:
 * - `clean`: no bit had flipped
 * - `corrected`: it was put right
 * - `detected`: it is known to be wrong, and nothing is handed out
 * - `missed`: it is wrong and passes for right
 * - `miscorrected`: it was changed into another word that passes for right
 */
export type Outcome = 'clean' | 'corrected' | 'detected' | 'missed' | 'miscorrected'

/** What a code does with a word that it reads. */
export interface Decoded {
  /** Whether it noticed anything. */
  readonly noticed: boolean
  /** The word that it hands out; absent where it refuses. */
  readonly word: Bits | undefined
}

/** The other bit. */
export const flipped = (bit: Bit): Bit => (bit === 0 ? 1 : 0)

/**
 * The word with the bits at these positions flipped.
 * @param positions counted from 0; those outside of the word change nothing
 */
export const withFlips = (word: Bits, positions: readonly number[]): Bits =>
  word.map((bit, index) => (positions.includes(index) ? flipped(bit) : bit))

/** The sum of bits, modulo 2. */
export const parityOf = (bits: Bits): Bit => {
  let sum: Bit = 0
  for (const bit of bits) if (bit === 1) sum = flipped(sum)
  return sum
}

/** At how many positions two words of one length differ. */
export const distance = (one: Bits, other: Bits): number =>
  one.filter((bit, index) => bit !== other[index]).length

/**
 * What became of a word, given what was written.
 * @param flips how many bits had flipped
 */
export function outcomeOf(written: Bits, flips: number, { noticed, word }: Decoded): Outcome {
  if (word === undefined) return 'detected'
  if (distance(word, written) === 0) return flips === 0 ? 'clean' : 'corrected'
  return noticed ? 'miscorrected' : 'missed'
}
