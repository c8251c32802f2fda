import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairableChain } from './repairable-chain.ts'
import { repairableKOfN } from './repairable-k-of-n.ts'

const RUNS = { seed: 20_090_115, numRuns: 150 }
const rate = fc.double({ min: -4, max: 1, noNaN: true }).map((exponent) => 10 ** exponent)

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

const systems = fc
  .record({
    n: fc.integer({ min: 1, max: 8 }),
    demand: fc.nat(),
    crews: fc.integer({ min: 1, max: 8 }),
    failureRate: rate,
    repairRate: rate,
  })
  .map(({ demand, ...system }) => ({ ...system, k: 1 + (demand % system.n) }))

const pair = { n: 2, k: 1, failureRate: 1, repairRate: 2, crews: 1 }

describe('repairableKOfN with options', () => {
  it.each([
    // Exact fractions by another program, whose states are working, unnoticed and noticed units and
    // whether the system stands, solved as linear equations: share down, frequency, mean time to
    // failure, mean outage.
    [{ ...pair, coverage: 0.75, restartRate: 4 }, [9 / 37, 104 / 185, 3 / 2, 45 / 104]],
    [{ ...pair, k: 2, coverage: 0.5, commonRate: 1 }, [7 / 9, 2 / 3, 1 / 3, 7 / 6]],
    [{ ...pair, crews: 2, detectionRate: 3 }, [25 / 121, 60 / 121, 2, 5 / 12]],
    [{ ...pair, n: 3, k: 3, suspended: true }, [3 / 5, 6 / 5, 1 / 3, 1 / 2]],
    [
      { n: 3, k: 2, failureRate: 0.5, repairRate: 1, crews: 2, commonRate: 0.25 },
      [47 / 111, 208 / 407, 20 / 13, 517 / 624],
    ],
    [
      { n: 3, k: 2, failureRate: 0.5, repairRate: 1, crews: 2, commonRate: 0.25, suspended: true },
      [25 / 69, 13 / 23, 20 / 13, 25 / 39],
    ],
    [
      { ...pair, n: 3, failureRate: 0, crews: 3, commonRate: 0.5, detectionRate: 1 },
      [24217 / 104317, 40050 / 104317, 2, 24217 / 40050],
    ],
    [
      { ...pair, n: 3, crews: 3, coverage: 0, suspended: true },
      [133 / 239, 270 / 239, 1 / 3, 133 / 270],
    ],
    [
      {
        n: 4,
        k: 2,
        failureRate: 0.5,
        repairRate: 2,
        crews: 1,
        coverage: 0.875,
        restartRate: 8,
        commonRate: 0.125,
        detectionRate: 4,
      },
      [0.2902626620316375, 0.4381166802520208, 2.069290188228307, 0.6625236497835868],
    ],
    [
      {
        n: 4,
        k: 2,
        failureRate: 0.5,
        repairRate: 2,
        crews: 1,
        coverage: 0.875,
        restartRate: 8,
        commonRate: 0.125,
        detectionRate: 4,
        suspended: true,
      },
      [0.24468474763933482, 0.4636516427655156, 2.069290188228307, 0.5277340250104111],
    ],
    [
      {
        n: 3,
        k: 1,
        failureRate: 2 ** -20,
        repairRate: 1,
        crews: 1,
        coverage: 1 - 2 ** -20,
        commonRate: 2 ** -60,
        detectionRate: 0.5,
      },
      [2.728510704108496e-12, 2.7285031870292815e-12, 366501312798.8138, 1.0000027550194004],
    ],
  ])('is its chain: %o', (system, [down, frequency, first, outage]) => {
    const got = repairableKOfN(system)
    expect(relativeError(got.availability.unreliability, down ?? NaN)).toBeLessThan(1e-14)
    expect(relativeError(got.availability.reliability, 1 - (down ?? NaN))).toBeLessThan(1e-14)
    expect(relativeError(got.outageFrequency, frequency ?? NaN)).toBeLessThan(1e-14)
    expect(relativeError(got.meanTimeToFailure, first ?? NaN)).toBeLessThan(1e-14)
    expect(relativeError(got.meanOutage, outage ?? NaN)).toBeLessThan(1e-14)
  })

  it('is the plain system where an option says what is so anyway', () => {
    fc.assert(
      fc.property(systems, (system) => {
        const plain = repairableKOfN(system)
        const options = { suspended: false, coverage: 1, restartRate: 5, commonRate: 0 }
        expect(repairableKOfN({ ...system, ...options })).toEqual(plain)
        expect(repairableChain({ ...system, ...options })).toBeNull()
      }),
      RUNS,
    )
  })

  it('is the plain system where an outage leaves nothing that could fail', () => {
    fc.assert(
      fc.property(systems, (system) => {
        const plain = repairableKOfN({ ...system, k: 1 })
        const suspended = repairableKOfN({ ...system, k: 1, suspended: true })
        for (const [got, expected] of [
          [suspended.availability.unreliability, plain.availability.unreliability],
          [suspended.availability.reliability, plain.availability.reliability],
          [suspended.outageFrequency, plain.outageFrequency],
          [suspended.meanTimeToFailure, plain.meanTimeToFailure],
          [suspended.meanOutage, plain.meanOutage],
        ] as const) {
          expect(relativeError(got, expected)).toBeLessThan(1e-12)
        }
      }),
      RUNS,
    )
  })

  it('nears the plain system as failures are noticed ever sooner, from below', () => {
    fc.assert(
      fc.property(systems, (system) => {
        const down = (detectionRate?: number): number =>
          repairableKOfN(detectionRate === undefined ? system : { ...system, detectionRate })
            .availability.unreliability
        expect(down(1)).toBeGreaterThanOrEqual(down(10) * (1 - 1e-14))
        expect(down(10)).toBeGreaterThanOrEqual(down() * (1 - 1e-14))
        expect(relativeError(down(1e9), down())).toBeLessThan(1e-6)
      }),
      RUNS,
    )
  })

  it('is down less where units stand still in an outage', () => {
    fc.assert(
      fc.property(systems, (system) => {
        const down = (suspended: boolean): number =>
          repairableKOfN({ ...system, commonRate: system.failureRate / 10, suspended }).availability
            .unreliability
        expect(down(true)).toBeLessThanOrEqual(down(false) * (1 + 1e-12))
      }),
      RUNS,
    )
  })

  it('fails for nothing but shared causes with as many spares as it likes', () => {
    // By hand: the share of time after such an event is commonRate over repair of the first unit.
    const spared = { n: 30, k: 1, failureRate: 1e-3, repairRate: 1, crews: 1, commonRate: 1e-9 }
    const { availability, meanTimeToFailure } = repairableKOfN(spared)
    expect(relativeError(availability.unreliability, 1e-9)).toBeLessThan(1e-2)
    expect(relativeError(meanTimeToFailure, 1e9)).toBeLessThan(1e-6)
  })

  it('answers a demand that is always or never met, and a system that never fails, as without', () => {
    const options = { coverage: 0.5, suspended: true, detectionRate: 1 }
    for (const change of [{ k: 0 }, { k: 3 }, { failureRate: 0 }]) {
      const system = { ...pair, ...change }
      expect(repairableKOfN({ ...system, ...options })).toEqual(repairableKOfN(system))
    }
  })

  it.each([
    [{ coverage: -0.5 }, 'repairableKOfN: coverage must lie in [0, 1], got -0.5'],
    [{ commonRate: NaN }, 'repairableKOfN: commonRate must be a finite number of at least 0'],
    [{ restartRate: 0 }, 'repairableKOfN: restartRate must be a finite number above 0, got 0'],
    [{ detectionRate: 0 }, 'repairableKOfN: detectionRate must be a finite number above 0, got 0'],
    [
      { repairRate: 0, suspended: true },
      'repairableKOfN: repairRate must be a finite number above 0, got 0',
    ],
    [
      { n: 1_000_000, detectionRate: 1 },
      'repairableKOfN: states must be a whole number from 1 to 1999, got 200',
    ],
    [
      { n: 40, crews: 40, failureRate: 1e-20, suspended: true },
      'repairableKOfN: outageFrequency must be a finite number above 0, got 0',
    ],
  ])('refuses %o', (change, message) => {
    expect(() => repairableKOfN({ ...pair, ...change })).toThrow(RangeError)
    expect(() => repairableKOfN({ ...pair, ...change })).toThrow(message)
  })
})
