import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { burstUndetected, hammingWordError, parityUndetected, secded } from './error-detection.ts'

/** The probability of each number of errors, by convolution bit by bit. */
function errorCounts(bits: number, rate: number): readonly number[] {
  let counts: readonly number[] = [1]
  for (let bit = 0; bit < bits; bit += 1) {
    const before = counts
    counts = Array.from(
      { length: bit + 2 },
      (_, errors) => (before[errors] ?? 0) * (1 - rate) + (before[errors - 1] ?? 0) * rate,
    )
  }
  return counts
}

const word = fc.integer({ min: 0, max: 60 })
const rate = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000),
  fc.nat({ max: 1000 }).map((n) => n / 1000),
)
const RUNS = { seed: 20_090_115, numRuns: 300 }

describe('parityUndetected', () => {
  it('misses the even numbers of errors, and no others', () => {
    fc.assert(
      fc.property(word, rate, (bits, p) => {
        const counts = errorCounts(bits, p)
        const even = counts.filter((_, errors) => errors > 0 && errors % 2 === 0)
        const missed = even.reduce((sum, probability) => sum + probability, 0)
        const { reliability, unreliability } = parityUndetected(bits, p)
        expect(Math.abs(unreliability - missed)).toBeLessThan(1e-12)
        expect(Math.abs(reliability - (1 - missed))).toBeLessThan(1e-12)
        if (missed > 1e-290) expect(Math.abs(unreliability / missed - 1)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('keeps a miss of 1e-38 of a word of nine bits', () => {
    // By hand, to first order: C(9, 2) p².
    expect(parityUndetected(9, 1e-20).unreliability / 36e-40).toBeCloseTo(1, 12)
  })

  it('is exact at the ends', () => {
    expect(parityUndetected(8, 1).unreliability).toBe(1)
    expect(parityUndetected(7, 1).unreliability).toBe(0)
    expect(parityUndetected(1, 0.5).unreliability).toBe(0)
    expect(parityUndetected(0, 0.5).unreliability).toBe(0)
  })

  it('refuses a rate above 1 and half a bit', () => {
    expect(() => parityUndetected(8, 2)).toThrow('parityUndetected: bitErrorRate must lie in')
    expect(() => parityUndetected(0.5, 0)).toThrow('parityUndetected: bits must be a whole number')
  })
})

describe('secded', () => {
  it('splits all words by 0, 1, 2 and more errors', () => {
    fc.assert(
      fc.property(word, rate, (bits, p) => {
        const [none = 0, one = 0, two = 0, ...more] = errorCounts(bits, p)
        const { clean, corrected, detected, atRisk } = secded(bits, p)
        expect(clean).toBeCloseTo(none, 12)
        expect(corrected).toBeCloseTo(one, 12)
        expect(detected).toBeCloseTo(two, 12)
        const rest = more.reduce((sum, probability) => sum + probability, 0)
        expect(atRisk).toBeCloseTo(rest, 12)
      }),
      RUNS,
    )
  })

  it('keeps a risk of 6e-56 of 72 bits', () => {
    // By hand, to first order: C(72, 3) p³ = 59640e-60.
    expect(secded(72, 1e-20).atRisk / 59640e-60).toBeCloseTo(1, 12)
  })

  it('refuses half a bit and a rate of NaN', () => {
    expect(() => secded(0.5, 0)).toThrow('secded: bits must be a whole number')
    expect(() => secded(8, NaN)).toThrow('secded: bitErrorRate must lie in [0, 1], got NaN')
  })
})

describe('hammingWordError', () => {
  it('is 15/16 for random bits, and 21 pairs for rare errors', () => {
    // By hand: 1 - 8/128; C(7, 2) p² to first order.
    expect(hammingWordError(0.5).unreliability).toBeCloseTo(15 / 16, 14)
    expect(hammingWordError(1e-30).unreliability / 21e-60).toBeCloseTo(1, 12)
  })

  it('refuses a negative rate', () => {
    expect(() => hammingWordError(-1)).toThrow('hammingWordError: bitErrorRate must lie in [0, 1]')
  })
})

describe('burstUndetected', () => {
  it('agrees with polynomial division of every burst by a generator of degree 3', () => {
    // x³ + x + 1; a burst is missed where the generator divides it.
    for (let length = 1; length <= 12; length += 1) {
      let missed = 0
      let bursts = 0
      for (let inner = 0; inner < 2 ** Math.max(0, length - 2); inner += 1) {
        bursts += 1
        let rest = length === 1 ? 1 : 2 ** (length - 1) + 2 * inner + 1
        for (let degree = length - 1; degree >= 3; degree -= 1) {
          if (rest & (1 << degree)) rest ^= 0b1011 << (degree - 3)
        }
        if (rest === 0) missed += 1
      }
      expect(burstUndetected(3, length)).toBe(missed / bursts)
    }
  })

  it('refuses a check without bits and half a burst', () => {
    expect(() => burstUndetected(0, 5)).toThrow('burstUndetected: width must be a whole number')
    expect(() => burstUndetected(8, 2.5)).toThrow('burstUndetected: length must be a whole number')
  })
})
