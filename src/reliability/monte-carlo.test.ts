import { describe, expect, it } from 'vitest'
import { kOfN } from './k-of-n.ts'
import { type MonteCarloModel, monteCarlo } from './monte-carlo.ts'
import { fromUnreliability } from './probability.ts'

/** n equal components of which the system stands fewer than `fatal` failures. */
function voting(n: number, fatal: number, q: number): Omit<MonteCarloModel, 'runs' | 'seed'> {
  return {
    components: Array.from({ length: n }, () => fromUnreliability(q)),
    fails: (_, failures) => failures >= fatal,
  }
}

function covers(outcome: ReturnType<typeof monteCarlo>, truth: number): boolean {
  return outcome.interval.lower <= truth && truth <= outcome.interval.upper
}

describe('monteCarlo', () => {
  it('covers the truth at least as often as it promises, plainly and weighted', () => {
    // 300 seeds at a risk of a tenth: 30 misses are allowed on average, 50 by far not.
    const truth = kOfN(5, 4, fromUnreliability(0.05)).unreliability
    const rare = kOfN(6, 4, fromUnreliability(0.001)).unreliability
    let misses = 0
    let rareMisses = 0
    for (let seed = 0; seed < 300; seed += 1) {
      const plain = monteCarlo({ ...voting(5, 2, 0.05), runs: 400, seed, risk: 0.1 })
      if (!covers(plain, truth)) misses += 1
      const weighted = { ...voting(6, 3, 0.001), fewestFailures: 3, risk: 0.1 }
      if (!covers(monteCarlo({ ...weighted, runs: 400, seed }), rare)) rareMisses += 1
    }
    expect(misses).toBeLessThan(50)
    expect(rareMisses).toBeLessThan(50)
  })

  it('finds one failure in 5e13 within a few per cent of 20,000 runs', () => {
    const truth = kOfN(10, 7, fromUnreliability(1e-4)).unreliability
    const outcome = monteCarlo({ ...voting(10, 4, 1e-4), fewestFailures: 4, runs: 20_000, seed: 1 })
    if (outcome.kind !== 'estimate') throw new Error('no estimate')
    expect(Math.abs(outcome.unreliability / truth - 1)).toBeLessThan(0.05)
    expect(covers(outcome, truth)).toBe(true)
    expect(outcome.interval.upper / truth).toBeLessThan(1.1)
    expect(outcome.varianceReduction).toBeGreaterThan(1e12)
    // Hits of unequal weight tell less than as many equal ones, but not nothing.
    expect(outcome.effectiveHits).toBeLessThan(outcome.hits)
    expect(outcome.effectiveHits).toBeGreaterThan(outcome.hits / 10)
  })

  it('counts hits of unequal weight for less', () => {
    // By hand: two of 0.1 tilted to one half. Of the hits two thirds weigh 1 and a third 1/9, so
    // (19/27)² / (163/243) = 0.7382 of them count.
    const model = { ...voting(2, 1, 0.1), fewestFailures: 1, runs: 20_000, seed: 1 }
    const outcome = monteCarlo(model)
    if (outcome.kind !== 'estimate') throw new Error('no estimate')
    expect(Math.abs(outcome.effectiveHits / outcome.hits - 0.7382)).toBeLessThan(0.015)
  })

  it('looks at which components failed, in a bridge of five', () => {
    // By hand: with the middle link up, two pairs in series, (1 - q²)²; with it down, two paths of
    // two side by side, 1 - (1 - p²)².
    const q = 0.1
    const linked = (1 - q * q) ** 2
    const apart = 1 - (1 - (1 - q) ** 2) ** 2
    const truth = 1 - ((1 - q) * linked + q * apart)
    const outcome = monteCarlo({
      components: [0.9, 0.9, 0.9, 0.9, 0.9],
      fails: ([a, b, c, d, middle]) =>
        (a === 1 && b === 1) ||
        (c === 1 && d === 1) ||
        (a === 1 && middle === 1 && d === 1) ||
        (b === 1 && middle === 1 && c === 1),
      runs: 100_000,
      seed: 1549,
    })
    if (outcome.kind !== 'estimate') throw new Error('no estimate')
    // Five standard errors.
    expect(Math.abs(outcome.unreliability - truth)).toBeLessThan(0.0025)
    expect(outcome.effectiveHits).toBeCloseTo(outcome.hits, 6)
    expect(outcome.varianceReduction).toBe(1)
  })

  it('weighs unequal components aright', () => {
    // By hand: both of 1e-3 and 1e-5 must fail.
    const components = [1e-3, 1e-5].map((q) => fromUnreliability(q))
    const model = { components, fails: (_: Uint8Array, failures: number) => failures === 2 }
    const outcome = monteCarlo({ ...model, fewestFailures: 2, runs: 10_000, seed: 3 })
    if (outcome.kind !== 'estimate') throw new Error('no estimate')
    expect(Math.abs(outcome.unreliability / 1e-8 - 1)).toBeLessThan(0.05)
  })

  it('never reports a failure that it did not see as impossible', () => {
    // By hand: 1 - 0.05^(1/1000) = 0.00299.
    const outcome = monteCarlo({ ...voting(3, 3, 1e-9), runs: 1000, seed: 1 })
    expect(outcome.kind).toBe('bound')
    expect(outcome.interval.lower).toBe(0)
    expect(outcome.interval.upper).toBeCloseTo(0.00299, 5)
    expect(outcome).not.toHaveProperty('unreliability')
  })

  it('has an interval that holds its estimate, and the same for the same seed', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const model = { ...voting(8, 3, 0.01), fewestFailures: seed % 4, runs: 500, seed }
      const outcome = monteCarlo(model)
      if (outcome.kind === 'estimate') expect(covers(outcome, outcome.unreliability)).toBe(true)
      expect(monteCarlo(model)).toEqual(outcome)
    }
  })

  it('fails for certain with certain failures, and draws a failure of 2^-33 at its own rate', () => {
    const certain = monteCarlo({ ...voting(2, 2, 1), runs: 100, seed: 1 })
    expect(certain).toMatchObject({ kind: 'estimate', unreliability: 1, hits: 100 })
    // The word equals its threshold once in 2^32: never seen here, and not mistaken for a failure.
    expect(monteCarlo({ ...voting(1, 1, 2 ** -33), runs: 10_000, seed: 1 }).kind).toBe('bound')
  })

  it('refuses a structure that fails with fewer failures than it was told', () => {
    expect(() =>
      monteCarlo({ ...voting(5, 1, 0.1), fewestFailures: 2, runs: 1000, seed: 1 }),
    ).toThrow('monteCarlo: the system must not fail with fewer than 2 failures, got 1')
  })

  it.each([
    [{ runs: 1, seed: 1 }, 'monteCarlo: runs must be a whole number from 2'],
    [{ runs: 9, seed: -1 }, 'monteCarlo: seed must be a whole number from 0'],
    [{ runs: 9, seed: 1, risk: 0 }, 'monteCarlo: risk must be above 0, got 0'],
    [{ runs: 9, seed: 1, risk: NaN }, 'monteCarlo: risk must lie in [0, 1], got NaN'],
    [{ runs: 9, seed: 1, fewestFailures: 4 }, 'monteCarlo: fewestFailures must be a whole number'],
    [{ runs: 9, seed: 1, components: [] }, 'monteCarlo: the number of components must be a whole'],
    [{ runs: 9, seed: 1, components: [2] }, 'monteCarlo: component must lie in [0, 1], got 2'],
  ])('refuses %o', (changes, message) => {
    const model = { ...voting(3, 2, 0.1), ...changes }
    expect(() => monteCarlo(model)).toThrow(RangeError)
    expect(() => monteCarlo(model)).toThrow(message)
  })
})
