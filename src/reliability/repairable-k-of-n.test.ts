import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absorption } from './absorption.ts'
import { kOfN } from './k-of-n.ts'
import type { Transition } from './markov-chain.ts'
import { fromBothSides } from './probability.ts'
import { repairableKOfN } from './repairable-k-of-n.ts'
import { steadyState } from './steady-state.ts'

const RUNS = { seed: 20_090_115, numRuns: 200 }
const rate = fc.integer({ min: -50_000, max: 20_000 }).map((count) => 10 ** (count / 10_000))

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

/** Units, demand, crews and rates. */
const systems = fc
  .record({
    n: fc.integer({ min: 1, max: 12 }),
    demand: fc.nat(),
    crews: fc.integer({ min: 1, max: 12 }),
    failureRate: rate,
    repairRate: rate,
  })
  .map(({ demand, ...system }) => ({ ...system, k: 1 + (demand % system.n) }))

/** The same as a chain of the number of failed units. */
function chainOf(n: number, crews: number, failureRate: number, repairRate: number): Transition[] {
  return Array.from({ length: n }, (_, failed): Transition[] => [
    [failed, failed + 1, (n - failed) * failureRate],
    [failed + 1, failed, Math.min(failed + 1, crews) * repairRate],
  ]).flat()
}

describe('repairableKOfN', () => {
  it('leaves a pair with one crew down for two fifths of the time at equal rates', () => {
    // By hand: weights 1, 2, 2 of none, one and two failed; then (3λ + μ)/(2λ²) = 2 to an outage.
    const pair = { n: 2, k: 1, failureRate: 1, repairRate: 1, crews: 1 }
    const outcome = repairableKOfN(pair)
    expect(outcome.availability.unreliability).toBeCloseTo(0.4, 15)
    expect(outcome.outageFrequency).toBeCloseTo(0.4, 15)
    expect(outcome.meanTimeToFailure).toBe(2)
    expect(outcome.meanOutage).toBe(1)
  })

  it('is its Markov chain', () => {
    fc.assert(
      fc.property(systems, ({ n, k, failureRate, repairRate, crews }) => {
        const outcome = repairableKOfN({ n, k, failureRate, repairRate, crews })
        const transitions = chainOf(n, crews, failureRate, repairRate)
        const shares = steadyState({ states: n + 1, transitions })
        const down = shares.slice(n - k + 1).reduce((sum, share) => sum + share, 0)
        const last = shares[n - k] ?? 0
        const first = absorption({ states: n + 1, transitions }, [n - k + 1], 0)
        expect(relativeError(outcome.availability.unreliability, down)).toBeLessThan(1e-12)
        expect(relativeError(outcome.outageFrequency, last * k * failureRate)).toBeLessThan(1e-12)
        expect(relativeError(outcome.meanTimeToFailure, first.meanTime)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('is down as often as it fails times as long as it stays down', () => {
    fc.assert(
      fc.property(systems, (system) => {
        const { availability, outageFrequency, meanOutage } = repairableKOfN(system)
        expect(
          relativeError(outageFrequency * meanOutage, availability.unreliability),
        ).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('is k out of n independent units where every unit has a crew', () => {
    fc.assert(
      fc.property(systems, ({ n, k, failureRate, repairRate }) => {
        const { availability } = repairableKOfN({ n, k, failureRate, repairRate, crews: n })
        const cycle = failureRate + repairRate
        const independent = kOfN(n, k, fromBothSides(repairRate / cycle, failureRate / cycle))
        expect(relativeError(availability.unreliability, independent.unreliability)).toBeLessThan(
          1e-11,
        )
        expect(relativeError(availability.reliability, independent.reliability)).toBeLessThan(1e-11)
      }),
      RUNS,
    )
  })

  it('gains with every crew', () => {
    const unavailability = (crews: number): number =>
      repairableKOfN({ n: 9, k: 6, failureRate: 0.1, repairRate: 1, crews }).availability
        .unreliability
    expect(unavailability(2)).toBeLessThan(unavailability(1))
    expect(unavailability(4)).toBeLessThan(unavailability(3))
  })

  it('keeps unavailabilities of 1e-300 and their frequency', () => {
    // By hand for λ ≪ μ and a crew each: C(20, 20) (λ/μ)^20 and 20μ times as often.
    const { availability, outageFrequency } = repairableKOfN({
      n: 20,
      k: 1,
      failureRate: 1e-15,
      repairRate: 1,
      crews: 20,
    })
    expect(relativeError(availability.unreliability, 1e-300)).toBeLessThan(1e-12)
    expect(relativeError(outageFrequency, 2e-299)).toBeLessThan(1e-12)
  })

  it('knows how often an outage comes whose share of time a double cannot hold', () => {
    // By hand as above: (λ/μ)^20 = 1e-340, and 20μ times as often.
    const { outageFrequency } = repairableKOfN({
      n: 20,
      k: 1,
      failureRate: 1e30,
      repairRate: 1e47,
      crews: 20,
    })
    expect(relativeError(outageFrequency, 2e-292)).toBeLessThan(1e-12)
  })

  it.each([
    // By hand: a single unit stays down for 1/μ; twenty until all are up at once, (λ/μ)^20/(20λ).
    [1, 1e-32, 1e-30, 1e30],
    [20, 1e30, 1e14, 5e288],
  ])(
    'is down for as long as it takes with %d units at rates %d and %d',
    (n, failureRate, repairRate, hours) => {
      const { meanOutage } = repairableKOfN({ n, k: n, failureRate, repairRate, crews: n })
      expect(relativeError(meanOutage, hours)).toBeLessThan(1e-12)
    },
  )

  it.each([1, 1e15, 1e-15])(
    'keeps an availability of 1e-300 at repairs of %d an hour',
    (repairRate) => {
      // By hand: all 20 up at once, each for a share of 1e-15; an outage ends after 1e300/(20λ) or so.
      const failureRate = repairRate * 1e15
      const outcome = repairableKOfN({ n: 20, k: 20, failureRate, repairRate, crews: 20 })
      expect(relativeError(outcome.availability.reliability, 1e-300)).toBeLessThan(1e-12)
      expect(relativeError(outcome.meanTimeToFailure, 1 / (20 * failureRate))).toBeLessThan(1e-15)
      expect(relativeError(outcome.meanOutage / 1e300, 1 / (20 * failureRate))).toBeLessThan(1e-12)
    },
  )

  it.each([
    ['nothing is needed', { n: 2, k: 0, failureRate: 1, repairRate: 1, crews: 1 }, 1, Infinity, 0],
    [
      'more is needed than there is',
      { n: 2, k: 3, failureRate: 1, repairRate: 1, crews: 1 },
      0,
      0,
      Infinity,
    ],
    ['nothing fails', { n: 2, k: 2, failureRate: 0, repairRate: 4, crews: 1 }, 1, Infinity, 0.25],
    // By hand: 1/2 to the first failure and 1 to the second.
    [
      'nothing is repaired',
      { n: 2, k: 1, failureRate: 1, repairRate: 0, crews: 1 },
      0,
      1.5,
      Infinity,
    ],
    [
      'nothing ever happens',
      { n: 2, k: 1, failureRate: 0, repairRate: 0, crews: 1 },
      1,
      Infinity,
      Infinity,
    ],
  ])('has an answer where %s', (_, system, available, meanTimeToFailure, meanOutage) => {
    expect(repairableKOfN(system)).toEqual({
      availability: { reliability: available, unreliability: 1 - available },
      outageFrequency: 0,
      meanTimeToFailure,
      meanOutage,
    })
  })

  it.each([
    [{ n: 2.5 }, 'repairableKOfN: n must be a whole number'],
    [{ k: NaN }, 'repairableKOfN: k must be a whole number'],
    [{ crews: 0 }, 'repairableKOfN: crews must be a whole number from 1 to 1000000, got 0'],
    [
      { failureRate: -1 },
      'repairableKOfN: failureRate must be a finite number of at least 0, got -1',
    ],
    [
      { repairRate: NaN },
      'repairableKOfN: repairRate must be a finite number of at least 0, got NaN',
    ],
    [{ failureRate: 1e308 }, 'repairableKOfN: n times failureRate must be a finite number'],
    [{ repairRate: 1e308 }, 'repairableKOfN: n times repairRate must be a finite number'],
  ])('refuses %o', (change, message) => {
    const system = { n: 3, k: 2, failureRate: 1, repairRate: 1, crews: 1, ...change }
    expect(() => repairableKOfN(system)).toThrow(RangeError)
    expect(() => repairableKOfN(system)).toThrow(message)
  })
})
