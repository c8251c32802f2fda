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

  it.each([
    [{ retries: -1, failureProbability: 0 }, 'retryAmplification: retries must be a whole number'],
    [{ retries: 1, failureProbability: 7 }, 'retryAmplification: failureProbability must lie in'],
    [{ retries: 1, failureProbability: 0, layers: 0.5 }, 'retryAmplification: layers must be'],
  ])('refuses %o', (call, message) => {
    expect(() => retryAmplification(call)).toThrow(RangeError)
    expect(() => retryAmplification(call)).toThrow(message)
  })
})
