import { describe, expect, it } from 'vitest'
import { retryAmplification } from './retry-amplification.ts'

describe('retryAmplification', () => {
  it('turns one request into 64 calls through three layers of three retries', () => {
    // By hand: four attempts a layer, 4³; with two retries 3³.
    const down = { failureProbability: 1, layers: 3 }
    expect(retryAmplification({ ...down, retries: 3 }).attempts).toBe(64)
    expect(retryAmplification({ ...down, retries: 2 }).attempts).toBe(27)
    expect(retryAmplification({ ...down, retries: 3 }).request.unreliability).toBe(1)
  })

  it('adds a layer as a caller of what is below it', () => {
    // By hand: 1.5 attempts below, failing with 1/4; then 1.25 above, failing with 1/16.
    const { attempts, request } = retryAmplification({
      retries: 1,
      failureProbability: 0.5,
      layers: 2,
    })
    expect(attempts).toBeCloseTo(1.875, 14)
    expect(request.unreliability).toBeCloseTo(1 / 16, 15)
  })

  it('costs nothing where nothing fails', () => {
    expect(retryAmplification({ retries: 5, failureProbability: 0 })).toEqual({
      attempts: 1,
      request: { reliability: 1, unreliability: 0 },
    })
  })

  it('keeps the success of a backend that hardly ever answers', () => {
    // By hand: 1 - (1 - x)^4 = 4x - 6x² + 4x³ - x⁴ for four attempts at x each.
    const x = 2 ** -20
    const { request } = retryAmplification({ retries: 3, failureProbability: 1 - x })
    const expected = x * (4 - x * (6 - x * (4 - x)))
    expect(Math.abs(request.reliability / expected - 1)).toBeLessThan(1e-14)
  })

  it('makes no more attempts than a budget allows, and saves fewer requests', () => {
    // By hand: q = 1/2 and one retry would be 1.5 attempts; with 1/4 retry a request, 1.25 of them, each
    // a success with 1/2. Above it, 3/8 want 1.375 attempts and get 1.25 at 5/8 each.
    const call = { retries: 1, failureProbability: 0.5, budget: 0.25 }
    const one = retryAmplification(call)
    expect(one.attempts).toBe(1.25)
    expect(one.request.reliability).toBeCloseTo(0.625, 15)
    expect(retryAmplification({ ...call, layers: 0 }).attempts).toBe(1)
    const two = retryAmplification({ ...call, layers: 2 })
    expect(two.attempts).toBe(1.25 * 1.25)
    expect(two.request.reliability).toBeCloseTo(0.78125, 15)
  })

  it('amplifies by 1 + budget at most when the backend is down, and never where the budget has room', () => {
    const down = { retries: 1000, failureProbability: 1, layers: 3, budget: 0.1 }
    expect(retryAmplification(down).attempts).toBeCloseTo(1.331, 14)
    expect(retryAmplification(down).request.reliability).toBe(0)
    expect(retryAmplification({ ...down, budget: 0 }).attempts).toBe(1)
    const call = { retries: 3, failureProbability: 0.1 }
    expect(retryAmplification({ ...call, budget: 0.2 })).toEqual(retryAmplification(call))
  })

  it.each([
    [
      { retries: 1, failureProbability: 0, budget: NaN },
      'retryAmplification: budget must be a finite',
    ],
    [{ retries: -1, failureProbability: 0 }, 'retryAmplification: retries must be a whole number'],
    [{ retries: 1, failureProbability: 7 }, 'retryAmplification: failureProbability must lie in'],
    [{ retries: 1, failureProbability: 0, layers: 0.5 }, 'retryAmplification: layers must be'],
  ])('refuses %o', (call, message) => {
    expect(() => retryAmplification(call)).toThrow(RangeError)
    expect(() => retryAmplification(call)).toThrow(message)
  })
})
