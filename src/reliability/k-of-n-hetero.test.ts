import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kOfNHetero } from './k-of-n-hetero.ts'
import { kOfN } from './k-of-n.ts'
import { parallel, swapSides } from './parallel.ts'
import { type Component, fromUnreliability, toProbability } from './probability.ts'
import { series } from './series.ts'

const RUNS = { seed: 20_090_115, numRuns: 300 }

/** Ordinary reliabilities, and parts with up to 20 nines. */
const component: fc.Arbitrary<Component> = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000),
  fc.integer({ min: 0, max: 20_000 }).map((count) => fromUnreliability(10 ** (-count / 1000))),
)
const components = fc.array(component, { minLength: 1, maxLength: 12 })

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

/** The reliability by trying all combinations of parts that work. */
function enumerated(k: number, parts: readonly Component[]): { works: number; fails: number } {
  let [works, fails] = [0, 0]
  for (let state = 0; state < 2 ** parts.length; state += 1) {
    let probability = 1
    let up = 0
    for (const [index, part] of parts.entries()) {
      const { reliability, unreliability } = toProbability(part, 'test')
      const isUp = ((state >> index) & 1) === 1
      probability *= isUp ? reliability : unreliability
      if (isUp) up += 1
    }
    if (up >= k) works += probability
    else fails += probability
  }
  return { works, fails }
}

describe('kOfNHetero', () => {
  it('gives two of three by hand', () => {
    // 0.9·0.8·0.3 + 0.9·0.2·0.7 + 0.1·0.8·0.7 + 0.9·0.8·0.7 = 0.216 + 0.126 + 0.056 + 0.504.
    const { reliability, unreliability } = kOfNHetero(2, [0.9, 0.8, 0.7])
    expect(relativeError(reliability, 0.902)).toBeLessThan(1e-14)
    expect(relativeError(unreliability, 0.098)).toBeLessThan(1e-14)
  })

  it('agrees with enumeration up to twelve parts, on both sides', () => {
    fc.assert(
      fc.property(components, fc.integer({ min: -1, max: 14 }), (parts, k) => {
        const { works, fails } = enumerated(k, parts)
        const system = kOfNHetero(k, parts)
        expect(relativeError(system.reliability, works)).toBeLessThan(1e-12)
        expect(relativeError(system.unreliability, fails)).toBeLessThan(1e-12)
      }),
      { ...RUNS, numRuns: 60 },
    )
  })

  it('is kOfN for a thousand equal parts, far into both tails', () => {
    const equal = Array.from({ length: 1000 }, () => 0.9)
    for (const k of [1, 500, 700, 890, 900, 910, 1000]) {
      const expected = kOfN(1000, k, 0.9)
      const system = kOfNHetero(k, equal)
      expect(relativeError(system.reliability, expected.reliability)).toBeLessThan(1e-11)
      // All thousand fail with 1e-1000, which is 0 in both.
      expect(relativeError(system.unreliability, expected.unreliability)).toBeLessThan(1e-11)
    }
  })

  it('has an answer where most counts are less likely than any double', () => {
    // By hand: all forty up has 1e-400; two of them, C(40, 2)·1e-20 less 38·1e-10 of it.
    const parts = [...Array.from({ length: 40 }, () => 1e-10), 1, 1]
    expect(kOfNHetero(42, parts).reliability).toBe(0)
    expect(relativeError(kOfNHetero(4, parts).reliability, 780e-20)).toBeLessThan(1e-8)
  })

  it('is a series system when all must work and a parallel one when one is enough', () => {
    fc.assert(
      fc.property(components, (parts) => {
        const all = kOfNHetero(parts.length, parts)
        expect(relativeError(all.unreliability, series(parts).unreliability)).toBeLessThan(1e-12)
        const one = kOfNHetero(1, parts)
        expect(relativeError(one.unreliability, parallel(parts).unreliability)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('fails like its dual works: k of n up, against n - k + 1 of n down', () => {
    fc.assert(
      fc.property(components, fc.nat({ max: 13 }), (parts, k) => {
        const down = parts.map((part) => swapSides(toProbability(part, 'test')))
        const dual = kOfNHetero(parts.length - k + 1, down)
        const system = kOfNHetero(k, parts)
        expect(relativeError(system.unreliability, dual.reliability)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('does not depend on the order of the parts', () => {
    fc.assert(
      fc.property(components, fc.nat({ max: 13 }), (parts, k) => {
        const one = kOfNHetero(k, parts)
        const other = kOfNHetero(k, parts.toReversed())
        expect(relativeError(one.reliability, other.reliability)).toBeLessThan(1e-12)
        expect(relativeError(one.unreliability, other.unreliability)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('is better with a better part and with fewer needed', () => {
    const part = fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000)
    fc.assert(
      fc.property(components, part, part, fc.nat({ max: 13 }), (rest, one, other, k) => {
        const worse = kOfNHetero(k, [...rest, Math.min(one, other)])
        const better = kOfNHetero(k, [...rest, Math.max(one, other)])
        const slack = 1 + 1e-12
        expect(better.unreliability).toBeLessThanOrEqual(worse.unreliability * slack)
        const more = kOfNHetero(k + 1, [...rest, Math.min(one, other)])
        expect(worse.unreliability).toBeLessThanOrEqual(more.unreliability * slack)
      }),
      RUNS,
    )
  })

  it.each([
    { k: 0, parts: [], works: 1 },
    { k: 1, parts: [], works: 0 },
    { k: -2, parts: [0], works: 1 },
    { k: 2, parts: [1, 0, 1], works: 1 },
    { k: 3, parts: [1, 0, 1], works: 0 },
    { k: 4, parts: [1, 1, 1], works: 0 },
  ])('is exactly $works for $k of $parts', ({ k, parts, works }) => {
    expect(kOfNHetero(k, parts)).toEqual({ reliability: works, unreliability: 1 - works })
  })

  it.each([
    [0.5, [0.5], 'kOfNHetero: k must be a whole number'],
    [NaN, [0.5], 'kOfNHetero: k must be a whole number'],
    [1, [0.5, NaN], 'kOfNHetero: component must lie in [0, 1], got NaN'],
    [1, [1.5], 'kOfNHetero: component must lie in [0, 1], got 1.5'],
  ])('refuses k %d of %o by name', (k, parts, message) => {
    expect(() => kOfNHetero(k, parts)).toThrow(RangeError)
    expect(() => kOfNHetero(k, parts)).toThrow(message)
  })
})
