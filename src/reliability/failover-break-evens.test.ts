import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failoverBreakEvens } from './failover-break-evens.ts'
import { breakEvenSeries, breakEvenSpurious, failoverPair } from './failover-pair.ts'
import { fromUnreliability } from './probability.ts'

const RUNS = { seed: 20_090_115, numRuns: 1000 }
const probability = fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000)
const PAIR = { a: 0.99, b: 0.99, coverage: 0.5 }

describe('failoverBreakEvens', () => {
  it('finds the two of the paradox: 1 request in 101, and a router at 100/101', () => {
    expect(failoverBreakEvens(PAIR).spurious).toBeCloseTo(1 / 101, 15)
    expect(failoverBreakEvens({ ...PAIR, coverage: 1 }).path).toBeCloseTo(100 / 101, 15)
  })

  it('finds all three of a design worked out by hand', () => {
    // a 3/4, b 1/2, half of A's failures shared: z = 1/8, b' = 4/7.
    // Spurious 1/8, no path: gain = c/14 - (3/4)(1/8)(1 - 4c/7) = c/8 - 3/32, zero at c = 3/4.
    // At c = 1/2: gain = 1/28 - s·15/28, zero at s = 1/15.
    // At c = 1/2, s = 1/32: the servers reach 689/896, so r = (3/4)/(689/896) = 672/689.
    const base = { a: 0.75, b: 0.5, shared: 0.5 }
    expect(failoverBreakEvens({ ...base, coverage: 0.1, spurious: 0.125 }).coverage).toBeCloseTo(
      3 / 4,
      15,
    )
    expect(failoverBreakEvens({ ...base, coverage: 0.5, spurious: 0.9 }).spurious).toBeCloseTo(
      1 / 15,
      15,
    )
    expect(
      failoverBreakEvens({ ...base, coverage: 0.5, spurious: 1 / 32, path: 0.1 }).path,
    ).toBeCloseTo(672 / 689, 15)
  })

  it('agrees with the break-evens of the simple models', () => {
    const some = fc.integer({ min: 1000, max: 999_000 }).map((count) => count / 1_000_000)
    fc.assert(
      fc.property(some, some, some, (a, b, coverage) => {
        expect(failoverBreakEvens({ a, b, coverage: 1 }).path).toBeCloseTo(
          breakEvenSeries({ a, b }),
          13,
        )
        const limit = breakEvenSpurious({ a, b, coverage })
        const { spurious } = failoverBreakEvens({ a, b, coverage })
        if (limit <= 1) expect(spurious).toBeCloseTo(limit, 12)
        else expect(spurious).toBeNull()
      }),
      RUNS,
    )
  })

  it('leaves no gain at the value, and has the better side where it says', () => {
    const design = fc.record({
      a: probability,
      b: probability,
      coverage: probability,
      spurious: probability,
      path: fc.oneof(probability, fc.constant(1)),
      shared: probability,
    })
    let found = 0
    fc.assert(
      fc.property(design, (full) => {
        const gain = (change: Partial<typeof full>): number =>
          failoverPair({ ...full, ...change }).gainOverA
        const breakEvens = failoverBreakEvens(full)
        for (const name of ['coverage', 'spurious', 'path'] as const) {
          const value = breakEvens[name]
          const ends = [gain({ [name]: 0 }), gain({ [name]: 1 })]
          const [better, worse] = name === 'spurious' ? ends : ends.toReversed()
          if (value === null) {
            // All on one side of A, give or take rounding.
            expect(Math.min(better ?? NaN, -(worse ?? NaN))).toBeLessThan(1e-14)
            continue
          }
          found += 1
          expect(gain({ [name]: value })).toBeCloseTo(0, 13)
          expect(better).toBeGreaterThanOrEqual(-1e-14)
          expect(worse).toBeLessThanOrEqual(1e-14)
        }
      }),
      RUNS,
    )
    // The property must not pass for want of break-evens.
    expect(found).toBeGreaterThan(300)
  })

  it('counts a break-even at an end of the range', () => {
    // Nothing spoils this pair but its coverage: without any it is A alone.
    expect(failoverBreakEvens(PAIR).coverage).toBe(0)
    // Nothing rescued: only a router that never fails and a detector that never errs are good enough.
    expect(failoverBreakEvens({ ...PAIR, coverage: 0 })).toEqual({
      coverage: 0,
      spurious: 0,
      path: 1,
    })
    // A never works: even a router that never works is as good.
    expect(failoverBreakEvens({ a: 0, b: 0.5, coverage: 0.5 }).path).toBe(0)
  })

  it('is null where the pair equals A at every value', () => {
    expect(failoverBreakEvens({ a: 0.5, b: 0, coverage: 0.5 }).coverage).toBeNull()
    expect(failoverBreakEvens({ a: 1, b: 0.5, coverage: 0.5 }).coverage).toBeNull()
    expect(failoverBreakEvens({ a: 0.5, b: 0.5, coverage: 0.5, shared: 1 }).coverage).toBeNull()
    expect(failoverBreakEvens({ a: 1, b: 1, coverage: 1 }).spurious).toBeNull()
    expect(failoverBreakEvens({ a: 0, b: 0, coverage: 1 })).toEqual({
      coverage: null,
      spurious: null,
      path: null,
    })
  })

  it('is null where the pair is worse at every value', () => {
    // A router at 50 % caps the pair below A, and false alarms only add to it.
    const capped = failoverBreakEvens({ ...PAIR, path: 0.5 })
    expect(capped.coverage).toBeNull()
    expect(capped.spurious).toBeNull()
    // Always handed over to a dead backup: no router helps.
    expect(failoverBreakEvens({ a: 0.5, b: 0, coverage: 1, spurious: 1 }).path).toBeNull()
  })

  it('is null for spurious where even handing over always beats A', () => {
    expect(failoverBreakEvens({ a: 0.1, b: 0.9, coverage: 1 }).spurious).toBeNull()
  })

  it('does not take a router that is worse by 1e-17 for one that breaks even', () => {
    // A fails with 1e-20; 1e-17 of the requests are lost to false alarms whatever the router does.
    const a = fromUnreliability(1e-20)
    expect(failoverBreakEvens({ a, b: 0.5, coverage: 0.5, spurious: 1e-17 }).path).toBeNull()
  })

  it('names itself when it refuses a design', () => {
    expect(() => failoverBreakEvens({ ...PAIR, shared: -1 })).toThrow(
      'failoverBreakEvens: shared must lie in [0, 1], got -1',
    )
  })
})
