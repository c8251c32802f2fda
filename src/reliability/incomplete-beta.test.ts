import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incompleteBeta } from './incomplete-beta.ts'
import { kOfN } from './k-of-n.ts'
import { fromUnreliability } from './probability.ts'

const RUNS = { seed: 20_090_115, numRuns: 300 }
const x = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000),
  fc.nat({ max: 1000 }).map((n) => n / 1000),
)

describe('incompleteBeta', () => {
  it('is a tail of the binomial distribution for whole shapes', () => {
    const size = fc.integer({ min: 1, max: 1000 })
    fc.assert(
      fc.property(size, size, x, (a, b, p) => {
        const beta = incompleteBeta(a, b, p)
        const tail = kOfN(a + b - 1, a, p)
        for (const side of ['reliability', 'unreliability'] as const) {
          if (tail[side] < 1e-290) continue
          expect(Math.abs(beta[side] / tail[side] - 1)).toBeLessThan(1e-11)
        }
      }),
      RUNS,
    )
  })

  it.each([
    // By hand: x^a for b = 1, arcsine law for halves, and 1 - (1 - x)^b for a = 1.
    { a: 0.001, b: 1, at: 0.5, below: 0.5 ** 0.001 },
    { a: 2.5, b: 1, at: 0.3, below: 0.3 ** 2.5 },
    { a: 0.5, b: 0.5, at: 0.25, below: 1 / 3 },
    { a: 1, b: 3.5, at: 0.75, below: 1 - 0.25 ** 3.5 },
    // 60 digits of another program (mpmath), rounded.
    { a: 17.25, b: 3.5, at: 0.7, below: 0.068_480_642_707_153_95 },
    { a: 200.5, b: 1000.25, at: 0.1, below: 5.637_141_965_580_459e-13 },
    { a: 1e-9, b: 0.5, at: 0.25, below: 1 - 2.633_915_788_877e-9 },
  ])('is $below below $at for shapes $a and $b', ({ a, b, at, below }) => {
    expect(Math.abs(incompleteBeta(a, b, at).reliability / below - 1)).toBeLessThan(1e-12)
  })

  it('is its own mirror image', () => {
    const shape = fc.integer({ min: 10, max: 10_000_000 }).map((count) => count / 1000)
    fc.assert(
      fc.property(shape, shape, x, (a, b, p) => {
        const pair = { reliability: p, unreliability: 1 - p }
        const mirrored = incompleteBeta(b, a, { reliability: 1 - p, unreliability: p })
        expect(incompleteBeta(a, b, pair).reliability).toBeCloseTo(mirrored.unreliability, 11)
      }),
      RUNS,
    )
  })

  it('sees how far below 1 its argument is', () => {
    // By hand: 1 - x^2 = 2·1e-20 to first order.
    const { unreliability } = incompleteBeta(2, 1, fromUnreliability(1e-20))
    expect(unreliability / 2e-20).toBeCloseTo(1, 12)
  })

  it('keeps its digits where one shape is far above the other', () => {
    // At most one of n = 300,000,001 with q = 1e-8 each: (1 - q)^n + nq(1 - q)^(n - 1), by mpmath.
    const { reliability } = incompleteBeta(3e8, 2, fromUnreliability(1e-8))
    expect(Math.abs(reliability / 0.199_148_270_484_231_66 - 1)).toBeLessThan(1e-14)
  })

  it('is exact at the ends', () => {
    expect(incompleteBeta(2, 3, 0).reliability).toBe(0)
    expect(incompleteBeta(2, 3, 1).unreliability).toBe(0)
  })

  it.each([
    [0, 1, 0.5, 'incompleteBeta: a must lie in [1e-9, 1000000000], got 0'],
    [1, Infinity, 0.5, 'incompleteBeta: b must lie in [1e-9, 1000000000], got Infinity'],
    [1, 1, 1.5, 'incompleteBeta: x must lie in [0, 1], got 1.5'],
  ])('refuses shapes %d and %d at %d', (a, b, at, message) => {
    expect(() => incompleteBeta(a, b, at)).toThrow(RangeError)
    expect(() => incompleteBeta(a, b, at)).toThrow(message)
  })
})
