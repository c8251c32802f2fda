import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaBinomial } from './beta-binomial.ts'
import { kOfN } from './k-of-n.ts'
import { fromUnreliability } from './probability.ts'

const RUNS = { seed: 19_480_215, numRuns: 150 }

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

describe('betaBinomial', () => {
  it('loses both of a pair more often the more they have in common', () => {
    // By hand: P(both fail) = u² + ρ u(1 - u), u = 1/4: 1/16 + 3ρ/16.
    for (const correlation of [0, 0.25, 0.5, 1]) {
      const { unreliability } = betaBinomial({ n: 2, k: 1, component: 0.75, correlation })
      expect(relativeError(unreliability, (1 + 3 * correlation) / 16)).toBeLessThan(1e-14)
    }
  })

  it('is even over all counts where the reliability may be anything', () => {
    // By hand: m = 1/2 and ρ = 1/3 give a = b = 1, so each of the 0 … 9 that work has 1/10.
    const { reliability } = betaBinomial({ n: 9, k: 7, component: 0.5, correlation: 1 / 3 })
    expect(relativeError(reliability, 0.3)).toBeLessThan(1e-14)
  })

  it.each([
    // By log-gamma functions of 50 digits (mpmath), or its recurrence from 0 on in 50 digits.
    [5, 3, 0.1, 0.2, 0.95164799999999999452, 0.048352000000000005482],
    [100, 90, 0.01, 0.05, 0.98574205108789354793, 0.014257948912106452075],
    [10_000, 9900, 0.005, 0.001, 0.96738062332610798003, 0.032619376673892019969],
    [10_000, 5000, 0.3, 0.0001, 1, 3.7760290537076430326e-185],
    [3, 2, 1e-20, 0.1, 1, 2.6363636363636363473e-21],
    [10, 5, 0.5, 0.9, 0.50513809078697940713, 0.49486190921302059287],
  ])('has both sides of %d, %d needed, u = %d, rho = %d', (n, k, u, correlation, up, down) => {
    const system = betaBinomial({ n, k, component: fromUnreliability(u), correlation })
    expect(relativeError(system.reliability, up)).toBeLessThan(1e-12)
    expect(relativeError(system.unreliability, down)).toBeLessThan(1e-12)
  })

  it('is kOfN without correlation, and a single component with all of it', () => {
    const part = fc.integer({ min: 0, max: 40 }).map((tenths) => fromUnreliability(10 ** -tenths))
    const size = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(size, size, part, (n, k, component) => {
        const free = betaBinomial({ n, k, component, correlation: 0 })
        const expected = kOfN(n, k, component)
        if (expected.unreliability > 1e-300) {
          expect(relativeError(free.unreliability, expected.unreliability)).toBeLessThan(1e-12)
        }
        if (expected.reliability > 1e-300) {
          expect(relativeError(free.reliability, expected.reliability)).toBeLessThan(1e-12)
        }
        if (k > n) return
        expect(betaBinomial({ n, k, component, correlation: 1 })).toEqual(component)
      }),
      RUNS,
    )
  })

  it('is the dual system with the sides exchanged', () => {
    const size = fc.integer({ min: 0, max: 60 })
    const share = fc.integer({ min: 0, max: 100 }).map((count) => count / 100)
    fc.assert(
      fc.property(size, size, share, share, (n, k, component, correlation) => {
        const system = betaBinomial({ n, k, component, correlation })
        const swapped = { reliability: 1 - component, unreliability: component }
        const dual = betaBinomial({ n, k: n - k + 1, component: swapped, correlation })
        expect(relativeError(system.reliability, dual.unreliability)).toBeLessThan(1e-12)
        expect(relativeError(system.unreliability, dual.reliability)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('has no luck with parts that never work, and needs none with those that always do', () => {
    for (const correlation of [0, 0.5, 1]) {
      for (const component of [0, 1]) {
        const system = betaBinomial({ n: 4, k: 2, component, correlation })
        expect(system).toEqual({ reliability: component, unreliability: 1 - component })
      }
    }
  })

  it('needs nothing, or more than there is', () => {
    expect(betaBinomial({ n: 2, k: 0, component: 0, correlation: 1 }).reliability).toBe(1)
    expect(betaBinomial({ n: 2, k: 3, component: 1, correlation: 0.5 }).reliability).toBe(0)
  })

  it.each([
    [{ n: 0.5, k: 1, component: 1, correlation: 0 }, 'n must be a whole number'],
    [{ n: 1, k: 1, component: -1, correlation: 0 }, 'component must lie in [0, 1], got -1'],
    [{ n: 1, k: 1, component: 1, correlation: NaN }, 'correlation must lie in [0, 1], got NaN'],
  ])('refuses %o', (system, message) => {
    expect(() => betaBinomial(system)).toThrow(RangeError)
    expect(() => betaBinomial(system)).toThrow(`betaBinomial: ${message}`)
  })
})
