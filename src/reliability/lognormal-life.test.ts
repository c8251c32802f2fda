import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lognormalLife } from './lognormal-life.ts'

const RUNS = { seed: 20_090_115, numRuns: 200 }
const power = (from: number, to: number): fc.Arbitrary<number> =>
  fc.double({ min: from, max: to, noNaN: true }).map((exponent) => 10 ** exponent)

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

describe('lognormalLife', () => {
  it.each([
    // Computed apart with 50 digits: failed, reached, hazard, mean life.
    [
      1000, 0.5, 500, 0.082828519001698485, 0.91717148099830151, 6.6558469908563757e-4,
      1133.1484530668263,
    ],
    [1000, 0.5, 1000, 0.5, 0.5, 0.0015957691216057307, 1133.1484530668263],
    [
      1000, 1.2, 1e5, 0.99993788925315344, 6.2110746846557854e-5, 3.3925574982636861e-5,
      2054.4332106438876,
    ],
    [10, 0.1, 390, 1, 3.8772164352801631e-294, 0.94007363537919773, 10.050125208594011],
    [10, 0.1, 0.26, 6.2807804018315511e-292, 1, 8.8230340680477137e-289, 10.050125208594011],
    [
      8760, 2.5, 1e-3, 8.0651439681214948e-11, 0.99999999991934856, 2.1110739002339213e-7,
      199376.68101929414,
    ],
    [
      1000, 0.5, 2600, 0.97199918031575782, 0.02800081968424218, 0.0017651125463137896,
      1133.1484530668263,
    ],
    [
      1000, 0.5, 2800, 0.98026431766072677, 0.019735682339273232, 0.0017327052874253342,
      1133.1484530668263,
    ],
    [
      1000, 0.5, 350, 0.017880073617147632, 0.98211992638285237, 2.5610177347685343e-4,
      1133.1484530668263,
    ],
  ])(
    'is that of median %d and spread %d at %d',
    (median, spread, time, failed, reached, hazard, meanLife) => {
      const life = lognormalLife({ median, spread, time })
      expect(relativeError(life.survival.unreliability, failed)).toBeLessThan(1e-12)
      expect(relativeError(life.survival.reliability, reached)).toBeLessThan(1e-12)
      expect(relativeError(life.hazard, hazard)).toBeLessThan(1e-12)
      expect(relativeError(life.meanLife, meanLife)).toBeLessThan(1e-13)
    },
  )

  it('is as likely to fall short of the median by a factor as to exceed it by the same', () => {
    fc.assert(
      fc.property(power(-2, 1), power(0, 4), power(0, 3), (spread, median, factor) => {
        const early = lognormalLife({ median, spread, time: median / factor }).survival
        const late = lognormalLife({ median, spread, time: median * factor }).survival
        fc.pre(late.reliability > 1e-290)
        // The tail magnifies the rounding of the time by the square of its distance.
        const room =
          1e-15 * (10 + (Math.log(factor) / spread) * (Math.log(factor) / spread + 1 / spread))
        expect(relativeError(early.unreliability, late.reliability)).toBeLessThan(room)
      }),
      RUNS,
    )
  })

  it('loses with every hour what the hazard says', () => {
    fc.assert(
      fc.property(power(-0.5, 0.5), power(-1, 3), power(-0.5, 0.5), (spread, median, part) => {
        const time = median * part
        const step = time * 1e-5
        const at = (moment: number): number =>
          Math.log(lognormalLife({ median, spread, time: moment }).survival.reliability)
        const slope = (at(time - step) - at(time + step)) / (2 * step)
        const { hazard } = lognormalLife({ median, spread, time })
        expect(Math.abs(slope - hazard) * time).toBeLessThan(1e-8 * hazard * time + 1e-9)
      }),
      RUNS,
    )
  })

  it('begins new without a hazard', () => {
    const { survival, hazard } = lognormalLife({ median: 8, spread: 1, time: 0 })
    expect(survival).toEqual({ reliability: 1, unreliability: 0 })
    expect(hazard).toBe(0)
  })

  it('has failed or not for sure far from a median without spread, and is never NaN there', () => {
    const sharp = { median: 1, spread: 1e-300 }
    expect(lognormalLife({ ...sharp, time: 2 })).toEqual({
      survival: { reliability: 0, unreliability: 1 },
      hazard: Infinity,
      meanLife: 1,
    })
    expect(lognormalLife({ ...sharp, time: 0.5 })).toEqual({
      survival: { reliability: 1, unreliability: 0 },
      hazard: 0,
      meanLife: 1,
    })
  })

  it.each([
    [{ median: 0 }, 'lognormalLife: median must be a finite number above 0, got 0'],
    [{ spread: Infinity }, 'lognormalLife: spread must be a finite number above 0, got Infinity'],
    [{ time: -1 }, 'lognormalLife: time must be a finite number of at least 0, got -1'],
    [{ median: 1e300, time: 1e-300 }, 'lognormalLife: time over median must be a finite number'],
  ])('refuses %o', (change, message) => {
    const life = { median: 1, spread: 1, time: 1, ...change }
    expect(() => lognormalLife(life)).toThrow(RangeError)
    expect(() => lognormalLife(life)).toThrow(message)
  })
})
