import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kOfN } from './k-of-n.ts'
import { fromBothSides } from './probability.ts'
import { standby } from './standby.ts'

const RUNS = { seed: 20_090_115, numRuns: 200 }
const units = fc.integer({ min: 1, max: 8 })
const load = fc.integer({ min: -30_000, max: 15_000 }).map((count) => 10 ** (count / 10_000))

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

describe('standby', () => {
  it('survives a mean life with twice the chance of one unit if a cold spare waits', () => {
    // By hand: e^-1 (1 + 1).
    const pair = standby({ n: 2, failureRate: 1, spareFailureRate: 0, coverage: 1, time: 1 })
    expect(pair.reliability).toBeCloseTo(2 / Math.E, 15)
    expect(pair.unreliability).toBeCloseTo(1 - 2 / Math.E, 15)
    expect(pair.meanTimeToFailure).toBe(2)
  })

  it('adds up lives while cold, discounted by every switch', () => {
    // By hand: 1 + 1/2 + 1/4 mean lives of 10 hours.
    const system = { n: 3, failureRate: 0.1, spareFailureRate: 0, coverage: 0.5, time: 0 }
    expect(standby(system).meanTimeToFailure).toBeCloseTo(17.5, 13)
  })

  it('is all of its units at once while hot', () => {
    fc.assert(
      fc.property(units, load, (n, time) => {
        const hot = standby({ n, failureRate: 1, spareFailureRate: 1, coverage: 1, time })
        const alive = fromBothSides(Math.exp(-time), -Math.expm1(-time))
        const parallel = kOfN(n, 1, alive)
        // By hand: the last of n ends after 1 + 1/2 + … + 1/n.
        const mean = Array.from({ length: n }, (_, i) => 1 / (i + 1)).reduce((a, b) => a + b, 0)
        expect(relativeError(hot.reliability, parallel.reliability)).toBeLessThan(1e-11)
        expect(relativeError(hot.unreliability, parallel.unreliability)).toBeLessThan(1e-11)
        expect(relativeError(hot.meanTimeToFailure, mean)).toBeLessThan(1e-14)
      }),
      RUNS,
    )
  })

  it('is one unit where the switch never works', () => {
    fc.assert(
      fc.property(units, load, (n, time) => {
        const dead = standby({ n, failureRate: 1, spareFailureRate: 0.3, coverage: 0, time })
        expect(relativeError(dead.reliability, Math.exp(-time))).toBeLessThan(1e-12)
        expect(relativeError(dead.meanTimeToFailure, 1)).toBeLessThan(1e-14)
      }),
      RUNS,
    )
  })

  it('is worse the warmer its spares and the worse its switch', () => {
    fc.assert(
      fc.property(
        units,
        load,
        fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000),
        (n, time, share) => {
          const system = { n, failureRate: 1, spareFailureRate: share, coverage: 0.9, time }
          const slack = 1 + 1e-12
          const { unreliability } = standby(system)
          const colder = standby({ ...system, spareFailureRate: share / 2 })
          const surer = standby({ ...system, coverage: 0.95 })
          expect(colder.unreliability).toBeLessThanOrEqual(unreliability * slack)
          expect(surer.unreliability).toBeLessThanOrEqual(unreliability * slack)
        },
      ),
      RUNS,
    )
  })

  it('keeps the digits of twenty failures in a short mission', () => {
    // By hand: (λt)^20/20! · (1 - 20/21 λt), from the Poisson sum.
    const system = { n: 20, failureRate: 1e-3, spareFailureRate: 0, coverage: 1, time: 1e-3 }
    const { unreliability } = standby(system)
    expect(relativeError(unreliability, 1e-120 / 2432902008176640000)).toBeLessThan(1e-6)
  })

  it('cannot fail at once, nor ever without a failure of the active unit', () => {
    const system = { n: 2, failureRate: 0, spareFailureRate: 1, coverage: 0.5, time: 9 }
    const still = { reliability: 1, unreliability: 0, meanTimeToFailure: Infinity }
    expect(standby(system)).toEqual(still)
    expect(standby({ ...system, spareFailureRate: 0 })).toEqual(still)
    expect(standby({ ...system, failureRate: 1, time: 0 }).unreliability).toBe(0)
  })

  it.each([
    [{ n: 0 }, 'standby: n must be a whole number from 1 to 1000, got 0'],
    [{ failureRate: -1 }, 'standby: failureRate must be a finite number of at least 0, got -1'],
    [{ spareFailureRate: NaN }, 'standby: spareFailureRate must be a finite number of at least 0'],
    [{ coverage: 1.5 }, 'standby: coverage must lie in [0, 1], got 1.5'],
    [{ time: Infinity }, 'standby: time must be a finite number of at least 0, got Infinity'],
    [{ failureRate: 1.5e308 }, 'standby: n times either rate must be a finite number'],
  ])('refuses %o', (change, message) => {
    const system = { n: 2, failureRate: 1, spareFailureRate: 1, coverage: 1, time: 1, ...change }
    expect(() => standby(system)).toThrow(RangeError)
    expect(() => standby(system)).toThrow(message)
  })
})
