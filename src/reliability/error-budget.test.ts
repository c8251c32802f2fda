import { describe, expect, it } from 'vitest'
import { burnRate, errorBudget } from './error-budget.ts'
import { fromUnreliability } from './probability.ts'

describe('errorBudget', () => {
  it('allows 250 failures among 1000 requests at 75 %, and tells what is left', () => {
    const budget = { objective: 0.75, requests: 1000 }
    expect(errorBudget({ ...budget, failed: 50 })).toEqual({
      allowed: 250,
      remaining: 200,
      spent: 0.2,
    })
    expect(errorBudget({ ...budget, failed: 500 })).toMatchObject({ remaining: -250, spent: 2 })
  })

  it('is spent at once where nothing may fail, and not by nothing', () => {
    expect(errorBudget({ objective: 1, requests: 9, failed: 1 }).spent).toBe(Infinity)
    expect(errorBudget({ objective: 1, requests: 9, failed: 0 }).spent).toBe(0)
  })

  it('allows what an objective of twenty nines leaves', () => {
    const objective = fromUnreliability(1e-20)
    expect(errorBudget({ objective, requests: 1e21, failed: 0 }).allowed).toBeCloseTo(10, 12)
  })

  it.each([
    [{ objective: 2, requests: 1, failed: 0 }, 'errorBudget: objective must lie in [0, 1], got 2'],
    [{ objective: 1, requests: -1, failed: 0 }, 'errorBudget: requests must be a finite number'],
    [{ objective: 1, requests: 1, failed: NaN }, 'errorBudget: failed must be a finite number'],
  ])('refuses %o', (budget, message) => {
    expect(() => errorBudget(budget)).toThrow(RangeError)
    expect(() => errorBudget(budget)).toThrow(message)
  })
})

describe('burnRate', () => {
  it('is 14.4 for 1.44 % of errors against 99.9 %', () => {
    // By hand: 0.0144 / 0.001.
    expect(burnRate(0.0144, 0.999)).toBeCloseTo(14.4, 10)
    expect(burnRate(0.25, 0.75)).toBe(1)
  })

  it('is 0 without errors and Infinity where none is allowed', () => {
    expect(burnRate(0, 1)).toBe(0)
    expect(burnRate(0.1, 1)).toBe(Infinity)
  })

  it('refuses an error rate above 1', () => {
    expect(() => burnRate(1.5, 0.9)).toThrow('burnRate: errorRate must lie in [0, 1], got 1.5')
    expect(() => burnRate(0.5, NaN)).toThrow('burnRate: objective must lie in [0, 1], got NaN')
  })
})
