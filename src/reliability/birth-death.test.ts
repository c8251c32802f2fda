import { expect, it } from 'vitest'
import { birthDeathShares } from './birth-death.ts'

it('shares the time out in the ratios of the levels, on either side of the likeliest', () => {
  // By hand: weights 1, 2, 2, 1.
  const ratios = [2, 1, 0.5]
  expect([...birthDeathShares(3, (level) => ratios[level] ?? 0)]).toEqual([
    1 / 6,
    1 / 3,
    1 / 3,
    1 / 6,
  ])
})

it('neither overflows nor loses the rare end', () => {
  // By hand: 1e-400 is too small for a double, 1e-200 is not.
  const [rare, seldom, often] = birthDeathShares(2, () => 1e200)
  expect([rare, seldom, often]).toEqual([0, 1e-200, 1])
  // By hand: of 1.5^2000, which no double holds, and its powers below, the last is a third.
  expect(birthDeathShares(2000, () => 1.5)[2000]).toBeCloseTo(1 / 3, 15)
  expect(birthDeathShares(1, () => 0)).toEqual(Float64Array.of(1, 0))
})
