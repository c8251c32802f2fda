import { describe, expect, it } from 'vitest'
import { electionCollision } from './election-collision.ts'
import { nextUniform, randomState } from './random-source.ts'

describe('electionCollision', () => {
  it('makes one round of three with five candidates within a tenth of the range', () => {
    // By hand: 0.9^5 = 0.59049; the first of five uniform timeouts comes after a sixth of the range.
    const { clean, expectedRounds, meanFirst } = electionCollision({
      candidates: 5,
      low: 150,
      high: 300,
      spread: 15,
    })
    expect(clean.reliability).toBeCloseTo(0.59049, 14)
    expect(expectedRounds).toBeCloseTo(1 / 0.59049, 13)
    expect(meanFirst).toBe(175)
  })

  it('agrees with elections drawn at random', () => {
    const state = randomState(1549)
    const rounds = 20_000
    let clean = 0
    for (let round = 0; round < rounds; round += 1) {
      const timeouts = [0, 1, 2].map(() => 150 + 150 * nextUniform(state))
      const [first = 0, second = 0] = timeouts.toSorted((one, other) => one - other)
      if (second - first > 20) clean += 1
    }
    // Five standard errors of a proportion near 0.65.
    const expected = electionCollision({ candidates: 3, low: 150, high: 300, spread: 20 })
    expect(Math.abs(clean / rounds - expected.clean.reliability)).toBeLessThan(0.017)
  })

  it('never collides alone, and always where the timeouts are equal or too close', () => {
    const alone = electionCollision({ candidates: 1, low: 5, high: 5, spread: 9 })
    expect(alone).toEqual({
      clean: { reliability: 1, unreliability: 0 },
      expectedRounds: 1,
      meanFirst: 5,
    })
    for (const [low, spread] of [
      [10, 0],
      [0, 10],
    ] as const) {
      const { clean, expectedRounds } = electionCollision({ candidates: 2, low, high: 10, spread })
      expect(clean.reliability).toBe(0)
      expect(expectedRounds).toBe(Infinity)
    }
  })

  it('keeps a split vote of 1e-12 and a clean one of 1e-24', () => {
    // By hand, to first order: 1 - (1 - x)² = 2x, and x² for the other side.
    const election = { candidates: 2, low: 0, high: 1 }
    const rare = electionCollision({ ...election, spread: 1e-12 })
    expect(rare.clean.unreliability / 2e-12).toBeCloseTo(1, 11)
    const tight = electionCollision({ ...election, spread: 1 - 2 ** -40 })
    expect(tight.clean.reliability / 2 ** -80).toBeCloseTo(1, 12)
  })

  it.each([
    [{ candidates: 0, low: 1, high: 2, spread: 0 }, 'electionCollision: candidates must be'],
    [
      { candidates: 2, low: 3, high: 2, spread: 0 },
      'electionCollision: high must be at least low 3, got 2',
    ],
    [
      { candidates: 2, low: 1, high: 2, spread: -1 },
      'electionCollision: spread must be a finite number of at least 0, got -1',
    ],
  ])('refuses %o', (election, message) => {
    expect(() => electionCollision(election)).toThrow(RangeError)
    expect(() => electionCollision(election)).toThrow(message)
  })
})
