import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaFactor } from './beta-factor.ts'
import { kOfN } from './k-of-n.ts'
import { fromUnreliability } from './probability.ts'

const RUNS = { seed: 20_090_115, numRuns: 500 }
const probability = fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000)

describe('betaFactor', () => {
  it('raises the failures of a pair from 0.01 % to about 0.108 % when a tenth is shared', () => {
    // By hand: 0.001 + 0.999 · 0.009² = 0.001080919.
    const pair = betaFactor({ n: 2, k: 1, unreliability: 0.01, beta: 0.1 })
    expect(pair.unreliability).toBeCloseTo(0.001080919, 15)
    expect(pair.reliability).toBeCloseTo(0.998919081, 15)
  })

  it('is the independent system at beta 0 and the common cause alone at beta 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), probability, (n, unreliability) => {
        const k = Math.ceil(n / 2)
        const independent = kOfN(n, k, fromUnreliability(unreliability))
        const without = betaFactor({ n, k, unreliability, beta: 0 })
        expect(without.reliability).toBeCloseTo(independent.reliability, 14)
        expect(without.unreliability).toBeCloseTo(independent.unreliability, 14)
        expect(betaFactor({ n, k, unreliability, beta: 1 }).unreliability).toBe(unreliability)
      }),
      RUNS,
    )
  })

  it('never makes one out of n worse than one component', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), probability, probability, (n, q, beta) => {
        const system = betaFactor({ n, k: 1, unreliability: q, beta })
        expect(system.unreliability).toBeLessThanOrEqual(q * (1 + 1e-12))
      }),
      RUNS,
    )
  })

  it('keeps a reliability of components that hardly ever work', () => {
    // By hand for q = 1: nothing works but where the own cause (1 - 1e-9) spares, so 1e-18 for two
    // of two, times nothing lost to the common cause, 1 - 1e-9.
    const { reliability } = betaFactor({ n: 2, k: 2, unreliability: 1, beta: 1e-9 })
    expect(Math.abs(reliability / 1e-18 - (1 - 1e-9))).toBeLessThan(1e-12)
  })

  it('cannot fail where nothing needs to work', () => {
    expect(betaFactor({ n: 3, k: 0, unreliability: 1, beta: 0.5 }).unreliability).toBe(0)
  })

  it.each([
    [{ n: 2, k: 1, unreliability: 1.5, beta: 0 }, 'betaFactor: unreliability must lie in [0, 1]'],
    [{ n: 2, k: 1, unreliability: 0.5, beta: -1 }, 'betaFactor: beta must lie in [0, 1], got -1'],
    [{ n: 0.5, k: 1, unreliability: 0.5, beta: 0 }, 'betaFactor: n must be a whole number'],
  ])('refuses %o', (system, message) => {
    expect(() => betaFactor(system)).toThrow(RangeError)
    expect(() => betaFactor(system)).toThrow(message)
  })
})
