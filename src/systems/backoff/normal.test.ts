import { describe, expect, it } from 'vitest'
import { drawFrom } from '../../simulation/draw.ts'
import { standardNormal } from './normal.ts'

const DRAWS = 200_000

function numbers(seed: number, count: number): readonly number[] {
  const { draw } = drawFrom(seed)
  return Array.from({ length: count }, () => standardNormal(draw, 'test'))
}

describe('a normal number', () => {
  const drawn = numbers(20_261_125, DRAWS)

  /** Mean of the draws' powers; that of the normal distribution is 0, 1, 0, 3. */
  const moment = (power: number) => drawn.reduce((sum, number) => sum + number ** power, 0) / DRAWS

  // The standard errors are sqrt((m(2p) - m(p)^2) / n) with the moments 1, 3, 15, 105 of a table.
  it.each([
    [1, 0, 1],
    [2, 1, 2],
    [3, 0, 15],
    [4, 3, 96],
  ])('has moment %i of the normal distribution, %d', (power, expected, variance) => {
    expect(Math.abs(moment(power) - expected)).toBeLessThan(4 * Math.sqrt(variance / DRAWS))
  })

  // Shares below a limit as in any table of the normal distribution.
  it.each([
    [-2, 0.022_750_1],
    [-1, 0.158_655_3],
    [-0.5, 0.308_537_5],
    [0, 0.5],
    [1, 0.841_344_7],
    [1.959_964, 0.975],
    [3, 0.998_650_1],
  ])('lies below %d as often as the table says', (limit, share) => {
    const below = drawn.filter((number) => number < limit).length / DRAWS
    expect(Math.abs(below - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / DRAWS))
  })

  it('does not depend on the one before', () => {
    const together = drawn
      .slice(1)
      .reduce((sum, number, index) => sum + number * (drawn[index] ?? NaN), 0)
    expect(Math.abs(together / DRAWS)).toBeLessThan(4 / Math.sqrt(DRAWS))
  })

  it('is the same for the same seed and another for another', () => {
    expect(numbers(7, 5)).toEqual(numbers(7, 5))
    expect(numbers(8, 5)).not.toEqual(numbers(7, 5))
  })

  it('skips points outside the circle and its centre', () => {
    const given = [0.999, 0.999, 0.5, 0.5, 0.75, 0.5]
    let used = 0
    const draw = {
      ...drawFrom(1).draw,
      uniform: () => given[used++] ?? NaN,
    }
    // The third point is (0.5, 0), so the number is 0.5 · sqrt(-2 · ln 0.25 / 0.25) = 1.6651092…
    expect(standardNormal(draw, 'test')).toBeCloseTo(1.665_109_222_315_395_5, 14)
    expect(used).toBe(6)
  })
})
