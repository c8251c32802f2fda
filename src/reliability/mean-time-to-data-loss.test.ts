import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DiskArray, meanTimeToDataLoss } from './mean-time-to-data-loss.ts'
import { repairableKOfN } from './repairable-k-of-n.ts'

const RUNS = { seed: 20_090_115, numRuns: 200 }
const MIRROR: DiskArray = { disks: 2, parity: 1, failureRate: 1, rebuildRate: 1, rebuild: 'serial' }
const rate = fc.integer({ min: -60_000, max: 20_000 }).map((count) => 10 ** (count / 10_000))

describe('meanTimeToDataLoss', () => {
  it('is four times what the usual formula says where rebuilds are as slow as failures', () => {
    // By hand: (3λ + μ)/(2λ²) = 2 against μ/(2λ²) = 1/2.
    expect(meanTimeToDataLoss(MIRROR)).toEqual({ meanTime: 2, approximation: 0.5 })
  })

  it('rebuilds two disks twice as fast in parallel, and the formula with it', () => {
    // By hand: 100/3 · 100/2 · 1/1 · 1 over 3 disks with two of parity; times 2 in parallel.
    const array: DiskArray = { ...MIRROR, disks: 3, parity: 2, rebuildRate: 100 }
    expect(meanTimeToDataLoss(array).approximation).toBeCloseTo(10_000 / 6, 9)
    expect(meanTimeToDataLoss({ ...array, rebuild: 'parallel' }).approximation).toBeCloseTo(
      10_000 / 3,
      9,
    )
  })

  it('is the mean time to the first outage of disks with a crew or with one for each', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(),
        rate,
        rate,
        (disks, some, failureRate, rebuildRate) => {
          const parity = some % disks
          const system = { n: disks, k: disks - parity, failureRate, repairRate: rebuildRate }
          for (const [rebuild, crews] of [
            ['serial', 1],
            ['parallel', disks],
          ] as const) {
            const { meanTime, approximation } = meanTimeToDataLoss({
              disks,
              parity,
              failureRate,
              rebuildRate,
              rebuild,
            })
            const other = repairableKOfN({ ...system, crews }).meanTimeToFailure
            expect(Math.abs(meanTime / other - 1)).toBeLessThan(1e-13)
            expect(approximation).toBeLessThanOrEqual(meanTime * (1 + 1e-13))
          }
        },
      ),
      RUNS,
    )
  })

  it('loses one rebuild in four of a mirror that comes upon an unreadable sector', () => {
    // By hand: 1/2 to the first failure, then out at 1 + 1/4 · 8 = 3 or back at 6: 1/2 + 1/3 + 2 · 1/2.
    const { meanTime, approximation } = meanTimeToDataLoss({
      ...MIRROR,
      rebuildRate: 8,
      readError: 0.25,
    })
    expect(meanTime).toBeCloseTo(11 / 6, 14)
    expect(approximation).toBe(1)
    // Only the last rebuild has no parity left: 1/3, then 1/2 + 4 · 1/3, then 1/9 without a way back.
    const spoilt = { ...MIRROR, disks: 3, parity: 2, rebuildRate: 8, readError: 1 }
    expect(meanTimeToDataLoss(spoilt).meanTime).toBeCloseTo(1 / 3 + 11 / 6 + 1 / 9, 14)
  })

  it('is that of the first failure without parity or the formula’s nothing without rebuilds', () => {
    // By hand: 1/8; then 1/2 + 1 without a rebuild between.
    expect(meanTimeToDataLoss({ ...MIRROR, disks: 8, parity: 0 })).toEqual({
      meanTime: 0.125,
      approximation: 0.125,
    })
    expect(meanTimeToDataLoss({ ...MIRROR, rebuildRate: 0 })).toEqual({
      meanTime: 1.5,
      approximation: 0,
    })
  })

  it('never comes for disks that never fail', () => {
    const array = { ...MIRROR, failureRate: 0 }
    for (const rebuildRate of [1, 0]) {
      expect(meanTimeToDataLoss({ ...array, rebuildRate })).toEqual({
        meanTime: Infinity,
        approximation: Infinity,
      })
    }
  })

  it.each([
    [{ disks: 0 }, 'meanTimeToDataLoss: disks must be a whole number from 1 to 1000000, got 0'],
    [{ parity: 2 }, 'meanTimeToDataLoss: parity must be a whole number from 0 to 1, got 2'],
    [{ failureRate: NaN }, 'meanTimeToDataLoss: failureRate must be a finite number of at least 0'],
    [{ readError: -0.1 }, 'meanTimeToDataLoss: readError must lie in [0, 1], got -0.1'],
    [{ failureRate: 1e308 }, 'meanTimeToDataLoss: disks times the rates must be a finite number'],
    [{ rebuildRate: -1 }, 'meanTimeToDataLoss: rebuildRate must be a finite number of at least 0'],
  ])('refuses %o', (change, message) => {
    expect(() => meanTimeToDataLoss({ ...MIRROR, ...change })).toThrow(RangeError)
    expect(() => meanTimeToDataLoss({ ...MIRROR, ...change })).toThrow(message)
  })
})
