import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kOfN } from './k-of-n.ts'
import { parallel } from './parallel.ts'
import { fromUnreliability } from './probability.ts'
import { series } from './series.ts'

const RUNS = { seed: 20_090_115, numRuns: 300 }

const reliability = fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000)

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

describe('kOfN', () => {
  it.each([
    // By hand: 3·0.9²·0.1 + 0.9³ = 0.972; 1 - 0.5^10; 638/1024 for six or fewer of ten.
    { n: 3, k: 2, p: 0.9, works: 0.972, fails: 0.028 },
    { n: 10, k: 1, p: 0.5, works: 1023 / 1024, fails: 1 / 1024 },
    { n: 10, k: 5, p: 0.5, works: 638 / 1024, fails: 386 / 1024 },
    { n: 2, k: 2, p: 0.25, works: 1 / 16, fails: 15 / 16 },
  ])('gives $works for $k out of $n at $p', ({ n, k, p, works, fails }) => {
    const system = kOfN(n, k, p)
    expect(relativeError(system.reliability, works)).toBeLessThan(1e-14)
    expect(relativeError(system.unreliability, fails)).toBeLessThan(1e-14)
  })

  it.each([
    // Computed apart with 60 digits. Demands next to the mean, where neither tail is the obvious
    // one: 60 of 60 nearly perfect parts are expected to work, and the chance is 1 - 1e-8.
    { n: 60, k: 60, p: 0.999999999831377, fails: 1.0117380216577549e-8 },
    { n: 1063, k: 1063, p: 0.9999999999964244, fails: 3.800846075097149e-9 },
    { n: 10_000, k: 10_000, p: 0.9999999999983858, fails: 1.6141532424763643e-8 },
    { n: 6745, k: 5083, p: 0.8392792376770538, fails: 3.124582439928628e-73 },
    { n: 10_000, k: 3304, p: 0.4089405478407808, fails: 3.3200099514685596e-59 },
  ])('keeps twelve digits of $fails for $k out of $n', ({ n, k, p, fails }) => {
    expect(relativeError(kOfN(n, k, p).unreliability, fails)).toBeLessThan(1e-12)
  })

  it('is one half for a majority of a million fair coins less one', () => {
    // By symmetry, exactly.
    expect(relativeError(kOfN(999_999, 500_000, 0.5).reliability, 0.5)).toBeLessThan(1e-11)
  })

  it('takes parts whose failure a reliability cannot show', () => {
    // By hand: C(9, 5) q^5 = 126e-100 to first order.
    const { reliability: works, unreliability } = kOfN(9, 5, fromUnreliability(1e-20))
    expect(works).toBe(1)
    expect(relativeError(unreliability, 1.26e-98)).toBeLessThan(1e-12)
  })

  it.each([
    { n: 0, k: 0, p: 0.5, works: 1 },
    { n: 5, k: 0, p: 0, works: 1 },
    { n: 5, k: -1, p: 0, works: 1 },
    { n: 0, k: 1, p: 1, works: 0 },
    { n: 5, k: 6, p: 1, works: 0 },
    { n: 5, k: 3, p: 0, works: 0 },
    { n: 5, k: 5, p: 1, works: 1 },
  ])('is exactly $works for $k out of $n at $p', ({ n, k, p, works }) => {
    expect(kOfN(n, k, p)).toEqual({ reliability: works, unreliability: 1 - works })
  })

  it('is a parallel system for one out of n and a series system for n out of n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), reliability, (n, p) => {
        const parts = Array.from({ length: n }, () => p)
        const one = kOfN(n, 1, p)
        const all = kOfN(n, n, p)
        expect(relativeError(one.unreliability, parallel(parts).unreliability)).toBeLessThan(1e-12)
        expect(relativeError(all.reliability, series(parts).reliability)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('obeys the recurrence over the last component', () => {
    // R(n, k) = p · R(n-1, k-1) + (1-p) · R(n-1, k), and the same for the failures.
    const size = fc.integer({ min: 1, max: 300 })
    fc.assert(
      fc.property(
        size,
        fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000),
        reliability,
        (n, share, p) => {
          const k = Math.round(share * n)
          const system = kOfN(n, k, p)
          const up = kOfN(n - 1, k - 1, p)
          const down = kOfN(n - 1, k, p)
          const works = p * up.reliability + (1 - p) * down.reliability
          const fails = p * up.unreliability + (1 - p) * down.unreliability
          if (works > 1e-290) expect(relativeError(system.reliability, works)).toBeLessThan(1e-12)
          if (fails > 1e-290) expect(relativeError(system.unreliability, fails)).toBeLessThan(1e-12)
        },
      ),
      RUNS,
    )
  })

  it('is better the fewer are needed and the better they are', () => {
    const size = fc.integer({ min: 1, max: 500 })
    fc.assert(
      fc.property(size, fc.nat({ max: 500 }), reliability, reliability, (n, k, one, other) => {
        const [worse, better] = one < other ? [one, other] : [other, one]
        const slack = 1 + 1e-12
        const system = kOfN(n, k, worse)
        expect(system.reliability).toBeLessThanOrEqual(kOfN(n, k, better).reliability * slack)
        expect(kOfN(n, k + 1, worse).reliability).toBeLessThanOrEqual(system.reliability * slack)
      }),
      RUNS,
    )
  })

  it.each([
    [-1, 0, 0.5, 'kOfN: n must be a whole number from 0 to 1000000, got -1'],
    [2.5, 0, 0.5, 'kOfN: n must be a whole number from 0 to 1000000, got 2.5'],
    [1_000_001, 0, 0.5, 'kOfN: n must be a whole number from 0 to 1000000, got 1000001'],
    [3, NaN, 0.5, /^kOfN: k must be a whole number .*, got NaN$/],
    [3, 2, 1.5, 'kOfN: component must lie in [0, 1], got 1.5'],
  ])('refuses n %d, k %d, reliability %d by name', (n, k, p, message) => {
    expect(() => kOfN(n, k, p)).toThrow(RangeError)
    expect(() => kOfN(n, k, p)).toThrow(message)
  })
})
