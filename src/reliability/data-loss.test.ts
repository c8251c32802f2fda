import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataLossWithin } from './data-loss.ts'
import { kOfN } from './k-of-n.ts'
import { type DiskArray, meanTimeToDataLoss } from './mean-time-to-data-loss.ts'
import { fromBothSides } from './probability.ts'

const RUNS = { seed: 20_090_115, numRuns: 150 }
const YEAR = 8766

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

const array = (
  disks: number,
  parity: number,
  failureRate: number,
  rebuildRate: number,
  rebuild: 'serial' | 'parallel',
  readError?: number,
): DiskArray => ({
  disks,
  parity,
  failureRate,
  rebuildRate,
  rebuild,
  ...(readError === undefined ? {} : { readError }),
})

describe('dataLossWithin', () => {
  it.each([
    // Computed apart with 60 digits as the exponential of the matrix of rates.
    [array(8, 1, 1e-6, 0.1, 'serial', 0.01), YEAR, 7.0502960594777796e-4, 0.99929497039405222],
    [array(8, 1, 1e-6, 0.1, 'serial'), YEAR, 4.90261345560794e-6, 0.99999509738654439],
    [array(14, 2, 1e-6, 0.05, 'parallel', 0.1), YEAR, 3.1823606611148764e-6, 0.999996817639338],
    [array(14, 3, 1e-7, 0.05, 'parallel'), YEAR, 2.7960813427524091e-17, 1],
    [array(20, 8, 1e-6, 0.5, 'parallel'), YEAR, 3.3900159987055867e-42, 1],
    [array(4, 1, 0.001, 0.01, 'serial', 0.3), 1e5, 1, 3.6840221983596533e-68],
    [array(3, 0, 0.001, 1, 'serial', 0.5), 100, 0.25918177931828213, 0.74081822068171787],
  ])('is that of its chain: %o within %d hours', (disks, time, lost, kept) => {
    const { reliability, unreliability } = dataLossWithin(disks, time)
    expect(relativeError(unreliability, lost)).toBeLessThan(1e-11)
    expect(relativeError(reliability, kept)).toBeLessThan(1e-11)
  })

  it('is k out of n disks where nothing is rebuilt', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.nat(),
        fc.double({ min: -6, max: 1, noNaN: true }),
        (disks, some, exponent) => {
          const parity = some % disks
          const exposure = 10 ** exponent
          const got = dataLossWithin(array(disks, parity, exposure / 8, 0, 'serial', 0.5), 8)
          const one = fromBothSides(Math.exp(-exposure), -Math.expm1(-exposure))
          const expected = kOfN(disks, disks - parity, one)
          expect(relativeError(got.unreliability, expected.unreliability)).toBeLessThan(1e-11)
          expect(relativeError(got.reliability, expected.reliability)).toBeLessThan(1e-11)
        },
      ),
      RUNS,
    )
  })

  it('is a year over the mean time where that is many years', () => {
    // By hand: after the first rebuild the chance of a loss is the same every hour.
    const disks = array(8, 2, 1e-6, 1, 'parallel', 0.001)
    const rough = YEAR / meanTimeToDataLoss(disks).meanTime
    expect(relativeError(dataLossWithin(disks, YEAR).unreliability, rough)).toBeLessThan(0.001)
  })

  it('has lost nothing at the start', () => {
    expect(dataLossWithin(array(8, 1, 1, 1, 'serial'), 0)).toEqual({
      reliability: 1,
      unreliability: 0,
    })
  })

  it.each([
    [{ parity: 8 }, 1, 'dataLossWithin: parity must be a whole number from 0 to 7, got 8'],
    [{ readError: 1.5 }, 1, 'dataLossWithin: readError must lie in [0, 1], got 1.5'],
    [{ disks: 5000, parity: 4000 }, 1, 'dataLossWithin: states must be a whole number from 1 to'],
    [{ rebuildRate: 1e308 }, 1, 'dataLossWithin: disks times the rates must be a finite number'],
    [{}, NaN, 'dataLossWithin: time must be a finite number of at least 0, got NaN'],
  ])('refuses %o for %d hours', (change, time, message) => {
    const disks = { ...array(8, 1, 1e-6, 0.1, 'serial'), ...change }
    expect(() => dataLossWithin(disks, time)).toThrow(RangeError)
    expect(() => dataLossWithin(disks, time)).toThrow(message)
  })
})
