import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weibullLife } from './weibull-life.ts'

const RUNS = { seed: 20_090_115, numRuns: 200 }
const power = (from: number, to: number): fc.Arbitrary<number> =>
  fc.double({ min: from, max: to, noNaN: true }).map((exponent) => 10 ** exponent)

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

describe('weibullLife', () => {
  it.each([
    // Computed apart with 50 digits: failed, reached, hazard, mean life.
    [2, 1000, 500, 0.22119921692859513, 0.77880078307140487, 0.001, 886.22692545275801],
    [0.5, 1000, 500, 0.50693130860476021, 0.49306869139523979, 7.0710678118654752e-4, 2000],
    [1, 4, 1, 0.22119921692859513, 0.77880078307140487, 0.25, 4],
    [
      3.7, 2e4, 100, 3.0632963636799167e-9, 0.9999999969367, 1.1334196562975694e-10,
      18049.068023851454,
    ],
    [0.01, 1, 1, 0.63212055882855768, 0.36787944117144232, 0.01, 9.3326215443943257e157],
    [1.5, 8760, 3e5, 1, 9.1574238718184038e-88, 0.0010020646164052274, 7908.0487662501784],
    [1000, 1, 0.9, 1.7478712517226947e-46, 1, 1.9420791685807719e-43, 0.99942377248459547],
    [0.2, 1e-3, 1e-30, 3.9810637810795234e-6, 0.99999601893621892, 7.9621434110699394e23, 0.12],
  ])(
    'is that of shape %d and scale %d at %d',
    (shape, scale, time, failed, reached, hazard, meanLife) => {
      const life = weibullLife({ shape, scale, time })
      expect(relativeError(life.survival.unreliability, failed)).toBeLessThan(1e-13)
      expect(relativeError(life.survival.reliability, reached)).toBeLessThan(1e-13)
      expect(relativeError(life.hazard, hazard)).toBeLessThan(1e-13)
      expect(relativeError(life.meanLife, meanLife)).toBeLessThan(1e-13)
    },
  )

  it('has a mean life of n! scales at a shape of 1/n', () => {
    // The gamma function of whole numbers, by hand.
    let factorial = 1
    for (let n = 1; n <= 18; n += 1) {
      factorial *= n
      const { meanLife } = weibullLife({ shape: 1 / n, scale: 1, time: 1 })
      expect(relativeError(meanLife, factorial)).toBeLessThan(1e-13)
    }
  })

  it('loses with every hour what the hazard says', () => {
    fc.assert(
      fc.property(power(-0.5, 0.7), power(-1, 3), power(-2, 0.3), (shape, scale, part) => {
        const time = scale * part
        const step = time * 1e-5
        const at = (moment: number): number =>
          Math.log(weibullLife({ shape, scale, time: moment }).survival.reliability)
        const slope = (at(time - step) - at(time + step)) / (2 * step)
        const { hazard } = weibullLife({ shape, scale, time })
        expect(Math.abs(slope - hazard) * time).toBeLessThan(1e-8 * hazard * time + 1e-10)
      }),
      RUNS,
    )
  })

  it.each([
    [0.5, Infinity],
    [1, 0.125],
    [3, 0],
  ])('begins new with a hazard that belongs to shape %d', (shape, hazard) => {
    const life = weibullLife({ shape, scale: 8, time: 0 })
    expect(life.survival).toEqual({ reliability: 1, unreliability: 0 })
    expect(life.hazard).toBe(hazard)
  })

  it('has no mean that a double could hold at a shape of a thousandth', () => {
    expect(weibullLife({ shape: 0.001, scale: 1, time: 1 }).meanLife).toBe(Infinity)
  })

  it.each([
    [{ shape: 0 }, 'weibullLife: shape must be a finite number above 0, got 0'],
    [{ scale: NaN }, 'weibullLife: scale must be a finite number above 0, got NaN'],
    [{ time: -1 }, 'weibullLife: time must be a finite number of at least 0, got -1'],
    [{ scale: 1e-300, time: 1e300 }, 'weibullLife: time over scale must be a finite number above'],
  ])('refuses %o', (change, message) => {
    expect(() => weibullLife({ shape: 1, scale: 1, time: 1, ...change })).toThrow(RangeError)
    expect(() => weibullLife({ shape: 1, scale: 1, time: 1, ...change })).toThrow(message)
  })
})
