import { expect, it } from 'vitest'
import { survival } from './survival.ts'

it('is half after the half-life, and more in the mean until then', () => {
  // By hand: 1/2, and the integral of e^-t up to log 2 over log 2.
  expect(survival([[0, 1, 1]], 1, Math.LN2, 'f').reliability).toBeCloseTo(0.5, 15)
  expect(survival([[0, 1, 1]], 1, Math.LN2, 'f', true).reliability).toBeCloseTo(0.5 / Math.LN2, 15)
})

it('is failure only in the last state, and keeps its digits', () => {
  // By hand: two jumps within 1e-9 have a chance of 1e-18/2, less two thirds of 1e-27/2.
  const { reliability, unreliability } = survival(
    [
      [0, 1, 1],
      [1, 2, 1],
    ],
    2,
    1e-9,
    'f',
  )
  expect(Math.abs(unreliability / (0.5e-18 * (1 - 2e-9 / 3)) - 1)).toBeLessThan(1e-14)
  expect(reliability).toBe(1)
})

it('refuses more states than a chain may have, in the name of who asked', () => {
  expect(() => survival([], 2000, 1, 'dataLossWithin')).toThrow(
    'dataLossWithin: states must be a whole number from 1 to 2000, got 2001',
  )
})
