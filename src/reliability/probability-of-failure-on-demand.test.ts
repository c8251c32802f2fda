import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { probabilityOfFailureOnDemand } from './probability-of-failure-on-demand.ts'
import { latentFault } from './latent-fault.ts'

const RUNS = { seed: 20_090_115, numRuns: 150 }

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

/** Failures in an interval, from one in a million to ten. */
const exposures = fc.double({ min: -6, max: 1, noNaN: true }).map((exponent) => 10 ** exponent)

describe('probabilityOfFailureOnDemand', () => {
  it.each([
    // Computed apart with 50 digits, by quadrature of the binomial sum over the interval.
    [1, 1, 1e-6, 8760, 0, 0.0043672383602233953, 0.9956327616397766],
    [2, 1, 1e-6, 8760, 0.1, 4.5845569892287629e-4, 0.99954154430107712],
    [2, 1, 1e-6, 8760, 0, 2.5411829522432159e-5, 0.99997458817047757],
    [3, 2, 5e-5, 8760, 0.05, 0.11512862119949994, 0.88487137880050006],
    [4, 2, 1e-3, 4380, 0.02, 0.75148195919690249, 0.24851804080309751],
    [6, 1, 1e-8, 1, 0, 1.4285713910710279e-49, 1],
    [3, 2, 0.1, 1000, 0.1, 0.99135338345864662, 0.0086466165413533835],
    [1, 1, 0.25, 4, 0.5, 0.36787944117144232, 0.63212055882855768],
  ])(
    'is the mean over the interval for %d channels, %d needed, rate %d, interval %d, beta %d',
    (n, k, failureRate, testInterval, beta, fails, works) => {
      const got = probabilityOfFailureOnDemand({ n, k, failureRate, testInterval, beta }).works
      expect(relativeError(got.unreliability, fails)).toBeLessThan(1e-12)
      expect(relativeError(got.reliability, works)).toBeLessThan(1e-12)
    },
  )

  it('has the formulas of the standard beside it', () => {
    // By hand for 1oo1: 1e-6 (4380 + 8); for 1oo2: 2 (0.9e-6)² 4388 · 2928 + 1e-7 · 4388; for 2oo3
    // the same with 6; for 1oo3: 6 (0.9e-6)³ 4388 · 2928 · 2198 + 1e-7 · 4388.
    const approximation = (n: number, k: number, beta: number): number =>
      probabilityOfFailureOnDemand({
        n,
        k,
        failureRate: 1e-6,
        testInterval: 8760,
        beta,
        repairTime: 8,
      }).approximation
    expect(relativeError(approximation(1, 1, 0.1), 4.388e-3)).toBeLessThan(1e-14)
    expect(relativeError(approximation(2, 1, 0.1), 2.081386368e-5 + 4.388e-4)).toBeLessThan(1e-13)
    expect(relativeError(approximation(3, 2, 0.1), 6.244159104e-5 + 4.388e-4)).toBeLessThan(1e-13)
    expect(relativeError(approximation(3, 1, 0), 1.69440268032e-7)).toBeLessThan(1e-13)
  })

  it('is a latent fault for one channel, whatever the share of common causes', () => {
    fc.assert(
      fc.property(exposures, fc.double({ min: 0, max: 1, noNaN: true }), (exposure, beta) => {
        const system = { n: 1, k: 1, failureRate: exposure / 8, testInterval: 8, beta }
        const got = probabilityOfFailureOnDemand(system).works
        const expected = latentFault(exposure / 8, 8)
        expect(relativeError(got.unreliability, expected.unreliability)).toBeLessThan(1e-12)
        expect(relativeError(got.reliability, expected.reliability)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('is below the formula, and near it while failures are rare', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), exposures, (n, some, exposure) => {
        const system = { n, k: 1 + (some % n), failureRate: exposure, testInterval: 1, beta: 0.1 }
        const { works, approximation } = probabilityOfFailureOnDemand(system)
        const missed = 1 - works.unreliability / approximation
        expect(missed).toBeGreaterThan(-1e-12)
        expect(missed).toBeLessThan(8 * exposure)
      }),
      RUNS,
    )
  })

  it('needs nothing, more than there is, or what never fails', () => {
    const system = { n: 2, k: 1, failureRate: 1, testInterval: 1 }
    expect(probabilityOfFailureOnDemand({ ...system, k: 0 })).toEqual({
      works: { reliability: 1, unreliability: 0 },
      approximation: 0,
    })
    expect(probabilityOfFailureOnDemand({ ...system, k: 3 })).toEqual({
      works: { reliability: 0, unreliability: 1 },
      approximation: 1,
    })
    expect(probabilityOfFailureOnDemand({ ...system, failureRate: 0 })).toEqual({
      works: { reliability: 1, unreliability: 0 },
      approximation: 0,
    })
  })

  it.each([
    [{ n: -1 }, 'probabilityOfFailureOnDemand: n must be a whole number'],
    [
      { failureRate: -1 },
      'probabilityOfFailureOnDemand: failureRate must be a finite number of at least 0',
    ],
    [
      { failureRate: 1e308 },
      'probabilityOfFailureOnDemand: n times failureRate must be a finite number of at',
    ],
    [
      { testInterval: 0 },
      'probabilityOfFailureOnDemand: testInterval must be a finite number above 0, got 0',
    ],
    [{ beta: 1.5 }, 'probabilityOfFailureOnDemand: beta must lie in [0, 1], got 1.5'],
    [
      { repairTime: NaN },
      'probabilityOfFailureOnDemand: repairTime must be a finite number of at least 0',
    ],
    [
      { testInterval: 1e308, repairTime: 1e308 },
      'probabilityOfFailureOnDemand: testInterval plus repairTime must be a finite number',
    ],
    [{ n: 3000 }, 'probabilityOfFailureOnDemand: states must be a whole number from 1 to 2000'],
  ])('refuses %o', (change, message) => {
    const system = { n: 2, k: 1, failureRate: 1, testInterval: 1, ...change }
    expect(() => probabilityOfFailureOnDemand(system)).toThrow(RangeError)
    expect(() => probabilityOfFailureOnDemand(system)).toThrow(message)
  })
})
