import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Component, fromUnreliability, toProbability } from './probability.ts'
import { series } from './series.ts'

const RUNS = { seed: 20_090_115, numRuns: 500 }

/** Ordinary reliabilities, and parts with up to 25 nines. */
const component: fc.Arbitrary<Component> = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000),
  fc.integer({ min: 0, max: 25_000 }).map((count) => fromUnreliability(10 ** (-count / 1000))),
)
const components = fc.array(component, { maxLength: 12 })

/** Logarithms and sums round; nothing may be off by more than this share. */
const ROUNDING = 1e-13

describe('series', () => {
  it('never fails without components', () => {
    expect(series([])).toEqual({ reliability: 1, unreliability: 0 })
  })

  it('is its component where there is one', () => {
    expect(series([0.3])).toEqual({ reliability: 0.3, unreliability: 0.7 })
  })

  it('multiplies reliabilities', () => {
    // By hand: 1/4 · 1/2 · 3/4 = 3/32.
    const { reliability, unreliability } = series([0.25, 0.5, 0.75])
    expect(reliability).toBeCloseTo(3 / 32, 15)
    expect(unreliability).toBeCloseTo(29 / 32, 15)
  })

  it('fails as soon as one component always fails', () => {
    expect(series([0.9, 0, fromUnreliability(1e-20)])).toEqual({ reliability: 0, unreliability: 1 })
  })

  it('reports no negative zero for perfect components', () => {
    expect(series([1, 1])).toEqual({ reliability: 1, unreliability: 0 })
  })

  it('keeps the unreliability of parts whose reliability is 1 to a double', () => {
    // By hand: 2e-20 + 3e-20 - 6e-40.
    const { unreliability } = series([fromUnreliability(2e-20), fromUnreliability(3e-20)])
    expect(unreliability / 5e-20).toBeCloseTo(1, 13)
  })

  it('keeps a reliability of a hundred small factors', () => {
    // By hand: (1/1000)^100 = 1e-300.
    const { reliability } = series(Array.from({ length: 100 }, () => 0.001))
    expect(Math.abs(reliability / 1e-300 - 1)).toBeLessThan(ROUNDING)
  })

  it('does not lose digits over a hundred thousand parts', () => {
    // 1 - (1 - 1e-9)^100000 = 1e-4 - 4.99995e-9 + 1.6666e-13 - … = 9.999500016...e-5, from the
    // binomial series: 1e-4 - 4999950000e-18 + 1.66661666e14 · 1e-27 - 4.16e18 · 1e-36.
    const { unreliability } = series(Array.from({ length: 100_000 }, () => fromUnreliability(1e-9)))
    const expected = 1e-4 - 4.99995e-9 + 1.666616667e-13 - 4.1664e-18
    expect(Math.abs(unreliability / expected - 1)).toBeLessThan(1e-12)
  })

  it('is better with any better component, on both sides', () => {
    fc.assert(
      fc.property(components, component, component, (rest, one, other) => {
        const first = toProbability(one, 'test')
        const second = toProbability(other, 'test')
        const ahead =
          second.unreliability - first.unreliability || first.reliability - second.reliability
        const [better, worse] = ahead >= 0 ? [one, other] : [other, one]
        const high = series([...rest, better])
        const low = series([...rest, worse])
        expect(high.reliability).toBeGreaterThanOrEqual(low.reliability * (1 - ROUNDING))
        expect(high.unreliability).toBeLessThanOrEqual(low.unreliability * (1 + ROUNDING))
      }),
      RUNS,
    )
  })

  it('does not depend on the order of its components', () => {
    const shuffled = components.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, ([list, permuted]) => {
        const one = series(list)
        const other = series(permuted)
        expect(Math.abs(one.reliability - other.reliability)).toBeLessThanOrEqual(
          ROUNDING * one.reliability,
        )
        expect(Math.abs(one.unreliability - other.unreliability)).toBeLessThanOrEqual(
          ROUNDING * one.unreliability,
        )
      }),
      RUNS,
    )
  })

  it('refuses a component that is no probability', () => {
    expect(() => series([0.9, 1.1])).toThrow('series: component must lie in [0, 1], got 1.1')
  })
})
