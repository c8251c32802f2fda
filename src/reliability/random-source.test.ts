import { describe, expect, it } from 'vitest'
import { fillWords, nextUniform, nextWord, randomState } from './random-source.ts'

/** The first outputs for the state 1, 2, 3, 4, by the authors' C program. */
const REFERENCE = [
  11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
  4258142804,
]

describe('fillWords', () => {
  it('is xoshiro128**', () => {
    const words = new Int32Array(10)
    fillWords(Int32Array.of(1, 2, 3, 4), words)
    expect([...words].map((word) => word >>> 0)).toEqual(REFERENCE)
  })

  it('goes on where it stopped, word by word or many at once', () => {
    const state = Int32Array.of(1, 2, 3, 4)
    fillWords(state, new Int32Array(4))
    expect(nextWord(state) >>> 0).toBe(REFERENCE[4])
    const rest = new Int32Array(5)
    fillWords(state, rest)
    expect([...rest].map((word) => word >>> 0)).toEqual(REFERENCE.slice(5))
  })
})

describe('randomState', () => {
  it('gives the same numbers for the same seed and others for its neighbour', () => {
    const words = [7, 7, 8].map((seed) => {
      const drawn = new Int32Array(4)
      fillWords(randomState(seed), drawn)
      return [...drawn]
    })
    expect(words[1]).toEqual(words[0])
    expect(words[2]?.some((word) => words[0]?.includes(word))).toBe(false)
  })

  it.each([-1, 0.5, 2 ** 32, NaN])('refuses %d', (seed) => {
    expect(() => randomState(seed)).toThrow('randomState: seed must be a whole number from 0')
  })
})

describe('nextUniform', () => {
  it('spreads evenly over [0, 1)', () => {
    // Ten bins of 10,000 expected: the chi-square of nine degrees of freedom is below 33 in 99.99 %.
    const state = randomState(1549)
    const bins = Array.from({ length: 10 }, () => 0)
    for (let draw = 0; draw < 100_000; draw += 1) {
      const uniform = nextUniform(state)
      const bin = Math.floor(uniform * 10)
      bins[bin] = (bins[bin] ?? 0) + 1
    }
    // A number outside would have opened a bin of its own.
    expect(Object.keys(bins).length).toBe(10)
    const chiSquare = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
    expect(chiSquare).toBeLessThan(33)
  })

  it('puts the first word high and the second low', () => {
    // By hand: 11520 >>> 5 = 360 and 0, over 2^27.
    expect(nextUniform(Int32Array.of(1, 2, 3, 4))).toBe(360 / 2 ** 27)
    // 5927040 >>> 5 = 185220 and 70819200 >>> 6 = 1106550.
    const state = Int32Array.of(1, 2, 3, 4)
    nextUniform(state)
    expect(nextUniform(state)).toBe(185220 / 2 ** 27 + 1106550 / 2 ** 53)
  })
})
