import { expect, it } from 'vitest'
import { compensatedSum } from './compensated-sum.ts'

it('keeps what a plain sum drops on either side of a large number', () => {
  // By hand: the large numbers cancel and 2 is left; adding from left to right gives 0.
  expect(compensatedSum([1, 1e100, 1, -1e100])).toEqual({ high: 0, low: 2 })
})

it('adds a million tenths without drift', () => {
  // The double nearest 0.1 is 0.1 + 5.55e-18, so the exact sum is 100000.00000000000555.
  const { high, low } = compensatedSum(Array.from({ length: 1_000_000 }, () => 0.1))
  expect(high + low).toBe(100_000)
})

it('gives 0 for nothing', () => {
  expect(compensatedSum([])).toEqual({ high: 0, low: 0 })
})
