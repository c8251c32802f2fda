import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kOfN } from './k-of-n.ts'
import { clopperPearson, wilson } from './proportion-interval.ts'

const RUNS = { seed: 20_090_115, numRuns: 300 }
const counts = fc
  .tuple(
    fc.integer({ min: 1, max: 500 }),
    fc.oneof(
      fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000),
      fc.nat({ max: 1000 }).map((n) => n / 1000),
    ),
  )
  .map(([trials, share]) => ({ trials, successes: Math.round(share * trials) }))

describe('wilson', () => {
  it('is the set of proportions within so many of their own standard errors', () => {
    const deviations = fc.integer({ min: 1000, max: 50_000 }).map((count) => count / 10_000)
    fc.assert(
      fc.property(counts, deviations, ({ trials, successes }, z) => {
        const { lower, upper } = wilson(successes, trials, z)
        const seen = successes / trials
        expect(lower).toBeLessThanOrEqual(seen)
        expect(upper).toBeGreaterThanOrEqual(seen)
        for (const limit of [lower, upper]) {
          if (limit === 0 || limit === 1) continue
          const error = Math.sqrt((limit * (1 - limit)) / trials)
          expect(Math.abs(Math.abs(seen - limit) - z * error)).toBeLessThan(1e-11)
        }
      }),
      RUNS,
    )
  })

  it('is (3 ± √3)/6 for one success of two and one standard error', () => {
    // By hand: the roots of 3p² - 3p + 1/2.
    const { lower, upper } = wilson(1, 2, 1)
    expect(lower).toBeCloseTo((3 - Math.sqrt(3)) / 6, 15)
    expect(upper).toBeCloseTo((3 + Math.sqrt(3)) / 6, 15)
  })

  it('ends at exactly 0 without a success and at exactly 1 without a failure', () => {
    expect(wilson(0, 10, 2).lower).toBe(0)
    expect(wilson(10, 10, 2).upper).toBe(1)
    expect(wilson(0, 10, 0)).toEqual({ lower: 0, upper: 0 })
  })

  it.each([
    [1, 0, 2, 'wilson: trials must be a whole number from 1'],
    [3, 2, 2, 'wilson: successes must be a whole number from 0 to 2, got 3'],
    [1, 2, -1, 'wilson: deviations must be a finite number of at least 0, got -1'],
    [1, 2, 1e200, 'wilson: deviations squared must be a finite number of at least 0, got Infinity'],
  ])('refuses %d of %d with %d', (successes, trials, deviations, message) => {
    expect(() => wilson(successes, trials, deviations)).toThrow(message)
  })
})

describe('clopperPearson', () => {
  it('ends where half of the risk is left, by the binomial tail', () => {
    const risk = fc.integer({ min: 1000, max: 1_000_000 }).map((count) => count / 1_000_000)
    fc.assert(
      fc.property(counts, risk, ({ trials, successes }, alpha) => {
        const { lower, upper } = clopperPearson(successes, trials, alpha)
        if (successes > 0) {
          const asMany = kOfN(trials, successes, lower).reliability
          expect(Math.abs(asMany / (alpha / 2) - 1)).toBeLessThan(1e-9)
        }
        if (successes < trials) {
          const asFew = kOfN(trials, successes + 1, upper).unreliability
          expect(Math.abs(asFew / (alpha / 2) - 1)).toBeLessThan(1e-9)
        }
      }),
      RUNS,
    )
  })

  it('covers at least as often as it says, and Wilson’s about as often', () => {
    // Exactly, over all outcomes of 20 trials: C(20, x) p^x (1 - p)^(20 - x) by its recurrence.
    let wilsonCovers = 0
    for (let percent = 1; percent < 100; percent += 1) {
      const p = percent / 100
      let exact = 0
      let probability = (1 - p) ** 20
      for (let successes = 0; successes <= 20; successes += 1) {
        const strict = clopperPearson(successes, 20, 0.1)
        if (strict.lower <= p && p <= strict.upper) exact += probability
        const loose = wilson(successes, 20, 1.6448536269514722)
        if (loose.lower <= p && p <= loose.upper) wilsonCovers += probability / 99
        probability *= ((20 - successes) / (successes + 1)) * (p / (1 - p))
      }
      expect(exact).toBeGreaterThanOrEqual(0.9)
    }
    expect(Math.abs(wilsonCovers - 0.9)).toBeLessThan(0.02)
  })

  it('is everything without risk', () => {
    expect(clopperPearson(3, 10, 0)).toEqual({ lower: 0, upper: 1 })
    expect(clopperPearson(0, 10, 0.05).lower).toBe(0)
    expect(clopperPearson(10, 10, 0.05).upper).toBe(1)
  })

  it.each([
    [0.5, 2, 0.05, 'clopperPearson: successes must be a whole number'],
    [1, 2, 1.5, 'clopperPearson: risk must lie in [0, 1], got 1.5'],
  ])('refuses %d of %d at %d', (successes, trials, risk, message) => {
    expect(() => clopperPearson(successes, trials, risk)).toThrow(message)
  })
})
