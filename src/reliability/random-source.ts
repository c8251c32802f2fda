import { requireWholeNumber } from './domain.ts'

/**
 * The state of a generator of pseudo-random numbers, four words. An array, because JavaScript
 * engines keep its entries as machine integers, ten times as fast as variables of a closure.
 */
export type RandomState = Int32Array

const LARGEST_SEED = 2 ** 32 - 1

/**
 * The state that belongs to a seed. The same seed gives the same numbers everywhere; the seed is
 * spread over the four words so that neighbours have nothing in common.
 *
 * @param seed a whole number from 0 to 4,294,967,295
 * @throws RangeError if `seed` is not such a number
 * @source blackman-vigna-2021
 * @example randomState(1).length // 4
 */
export function randomState(seed: number): RandomState {
  requireWholeNumber(seed, 0, LARGEST_SEED, 'seed', 'randomState')
  return Int32Array.from({ length: 4 }, (_, index) => {
    // SplitMix with the finaliser of MurmurHash3: a permutation, so at most one word is 0.
    let word = Math.imul(index + 1, 0x9e3779b9) + seed
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
    return word ^ (word >>> 16)
  })
}

/**
 * Fills an array with random words: Blackman and Vigna's xoshiro128**, with a period of 2^128 - 1.
 * Many at once are had several times as fast as one by one.
 *
 * @param state changed by the call; not all four words may be 0
 * @param words overwritten with whole numbers from -2^31 to 2^31 - 1, each equally likely
 * @source blackman-vigna-2021
 * @example fillWords(Int32Array.of(1, 2, 3, 4), words) // words are 11520, 0, 5927040, …
 */
export function fillWords(state: RandomState, words: Int32Array): void {
  // Variables, because the engine cannot know that `words` is not the state's own memory.
  let first = state[0] ?? 0
  let second = state[1] ?? 0
  let third = state[2] ?? 0
  let fourth = state[3] ?? 0
  for (let index = 0; index < words.length; index += 1) {
    const five = Math.imul(second, 5)
    words[index] = Math.imul((five << 7) | (five >>> 25), 9)
    const shifted = second << 9
    third ^= first
    fourth ^= second
    second ^= third
    first ^= fourth
    third ^= shifted
    fourth = (fourth << 11) | (fourth >>> 21)
  }
  state.set([first, second, third, fourth])
}

/**
 * The next word of {@link fillWords}.
 *
 * @param state changed by the call
 * @returns a whole number from -2^31 to 2^31 - 1
 * @source blackman-vigna-2021
 * @example nextWord(Int32Array.of(1, 2, 3, 4)) // 11520
 */
export function nextWord(state: RandomState): number {
  const second = state[1] ?? 0
  const five = Math.imul(second, 5)
  const third = (state[2] ?? 0) ^ (state[0] ?? 0)
  const fourth = (state[3] ?? 0) ^ second
  state[0] = (state[0] ?? 0) ^ fourth
  state[1] = second ^ third
  state[2] = third ^ (second << 9)
  state[3] = (fourth << 11) | (fourth >>> 21)
  return Math.imul((five << 7) | (five >>> 25), 9)
}

/**
 * The next random number from 0 to 1, 1 excluded, of 53 bits: as many as a double distinguishes.
 *
 * @param state changed by the call
 * @source blackman-vigna-2021
 * @example nextUniform(randomState(1)) // somewhere in [0, 1)
 */
export function nextUniform(state: RandomState): number {
  const high = nextWord(state)
  return ((high >>> 5) * 2 ** 26 + (nextWord(state) >>> 6)) / 2 ** 53
}
