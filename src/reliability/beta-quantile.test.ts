import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaQuantile } from './beta-quantile.ts'
import { incompleteBeta } from './incomplete-beta.ts'
import { fromUnreliability } from './probability.ts'

describe('betaQuantile', () => {
  it('undoes the incomplete beta function', () => {
    const shape = fc.integer({ min: 500, max: 2_000_000 }).map((count) => count / 1000)
    const probability = fc
      .integer({ min: -9, max: 120 })
      .map((tenths) => 1 / (1 + 10 ** (tenths / 10)))
    fc.assert(
      fc.property(shape, shape, probability, (a, b, p) => {
        const { reliability, unreliability } = incompleteBeta(a, b, betaQuantile(a, b, p))
        // Near 1 the quantile itself, a double, is too coarse for more digits.
        expect(Math.abs(reliability - p)).toBeLessThan(1e-10 * Math.max(p, 1e-3))
        expect(Math.abs(unreliability - (1 - p))).toBeLessThan(1e-9)
      }),
      { seed: 20_090_115, numRuns: 300 },
    )
  })

  it.each([
    // By hand: x^a = p, and 1 - (1 - x)^b = p.
    { a: 2, b: 1, p: 0.25, x: 0.5 },
    { a: 0.5, b: 1, p: 0.1, x: 0.01 },
    { a: 1, b: 2, p: 0.75, x: 0.5 },
    { a: 3, b: 1, p: 1e-300, x: 1e-100 },
    { a: 1, b: 1e6, p: 1e-9, x: 1e-15 },
  ])('is $x for shapes $a and $b at $p', ({ a, b, p, x }) => {
    expect(Math.abs(betaQuantile(a, b, p) / x - 1)).toBeLessThan(1e-9)
  })

  it('takes a probability whose distance from 1 a double cannot show', () => {
    // By hand: (1 - x)^10 = 1e-20.
    expect(betaQuantile(1, 10, fromUnreliability(1e-20))).toBeCloseTo(0.99, 13)
  })

  it('is exact at the ends, and 0 below what a double can say', () => {
    expect(betaQuantile(2, 3, 0)).toBe(0)
    expect(betaQuantile(2, 3, 1)).toBe(1)
    expect(betaQuantile(0.001, 1, 0.1)).toBe(0)
  })

  it.each([
    [-1, 1, 0.5, 'betaQuantile: a must lie in'],
    [1, 1, 2, 'betaQuantile: probability must lie in [0, 1], got 2'],
  ])('refuses shapes %d and %d at %d', (a, b, p, message) => {
    expect(() => betaQuantile(a, b, p)).toThrow(RangeError)
    expect(() => betaQuantile(a, b, p)).toThrow(message)
  })
})
