import { describe, expect, it } from 'vitest'
import { backoffTotal } from './backoff.ts'

describe('backoffTotal', () => {
  it('doubles up to the cap and stays there', () => {
    // By hand: 100 + 200 + 400 + 500 + 500.
    const { longest, meanFullJitter } = backoffTotal({ base: 100, cap: 500, retries: 5 })
    expect(longest).toBe(1700)
    expect(meanFullJitter).toBe(850)
  })

  it('takes any multiplier and needs no cap', () => {
    // By hand: 1 + 3 + 9, and 3 equal waits.
    expect(backoffTotal({ base: 1, multiplier: 3, retries: 3 }).longest).toBe(13)
    expect(backoffTotal({ base: 7, multiplier: 1, retries: 3 }).longest).toBe(21)
  })

  it('never waits from a base of 0, however often', () => {
    expect(backoffTotal({ base: 0, retries: 5000 }).longest).toBe(0)
    expect(backoffTotal({ base: 1, cap: 2, retries: 5000 }).longest).toBe(9999)
  })

  it.each([
    [{ base: -1, retries: 1 }, 'backoffTotal: base must be a finite number of at least 0, got -1'],
    [{ base: 1, retries: 1.5 }, 'backoffTotal: retries must be a whole number from 0'],
    [{ base: 1, cap: NaN, retries: 1 }, 'backoffTotal: cap must be at least 0, got NaN'],
    [{ base: 1, multiplier: Infinity, retries: 1 }, 'backoffTotal: multiplier must be a finite'],
  ])('refuses %o', (backoff, message) => {
    expect(() => backoffTotal(backoff)).toThrow(RangeError)
    expect(() => backoffTotal(backoff)).toThrow(message)
  })
})
