import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  breakEvenSeries,
  breakEvenSpurious,
  failoverCommonCause,
  failoverCoverage,
  failoverSeries,
  failoverSpurious,
} from './failover-pair.ts'
import { fromUnreliability } from './probability.ts'

const RUNS = { seed: 20_090_115, numRuns: 1000 }
const probability = fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000)

/** Two servers at 99 %, the pair of the lesson. */
const PAIR = { a: 0.99, b: 0.99 }

describe('failoverCoverage', () => {
  it('halves the failures of A with a failover that works half the time', () => {
    // By hand: 0.99 + 0.01 · 0.5 · 0.99 = 0.99495.
    const pair = failoverCoverage({ ...PAIR, coverage: 0.5 })
    expect(pair.reliability).toBeCloseTo(0.99495, 15)
    expect(pair.unreliability).toBeCloseTo(0.00505, 15)
    expect(pair.gainOverA).toBeCloseTo(0.00495, 15)
  })

  it('is never worse than A alone', () => {
    fc.assert(
      fc.property(probability, probability, probability, (a, b, coverage) => {
        const pair = failoverCoverage({ a, b, coverage })
        expect(pair.gainOverA).toBeGreaterThanOrEqual(0)
        expect(pair.unreliability).toBeLessThanOrEqual(1 - a)
      }),
      RUNS,
    )
  })

  it('is a parallel pair at coverage 1 and A alone at coverage 0', () => {
    // By hand: 1/4 · 1/8 = 1/32, with dyadic numbers exactly.
    expect(failoverCoverage({ a: 0.75, b: 0.875, coverage: 1 }).unreliability).toBe(1 / 32)
    expect(failoverCoverage({ a: 0.75, b: 0.875, coverage: 0 })).toEqual({
      reliability: 0.75,
      unreliability: 0.25,
      gainOverA: 0,
    })
  })

  it('keeps failures below what a reliability can show', () => {
    // By hand: 1e-12 · 1e-12 with a perfect handover.
    const nearlyPerfect = fromUnreliability(1e-12)
    const pair = failoverCoverage({ a: nearlyPerfect, b: nearlyPerfect, coverage: 1 })
    expect(pair.unreliability * 1e24).toBeCloseTo(1, 12)
  })
})

describe('failoverSeries', () => {
  it('is half as good as its servers behind a router that works half the time', () => {
    // By hand: 0.5 · (1 - 0.01²) = 0.49995.
    const pair = failoverSeries({ ...PAIR, path: 0.5 })
    expect(pair.reliability).toBeCloseTo(0.49995, 15)
    expect(pair.gainOverA).toBeCloseTo(-0.49005, 15)
  })

  it('loses everything behind a dead router', () => {
    expect(failoverSeries({ ...PAIR, path: 0 })).toEqual({
      reliability: 0,
      unreliability: 1,
      gainOverA: -0.99,
    })
  })
})

describe('failoverSpurious', () => {
  it('loses to A alone when one request in a hundred is handed over for nothing', () => {
    // By hand: 0.01·0.495 - 0.99·0.01·0.505 = 0.00495 - 0.0049995.
    const pair = failoverSpurious({ ...PAIR, coverage: 0.5, spurious: 0.01 })
    expect(pair.gainOverA).toBeCloseTo(-0.0000495, 16)
    expect(pair.unreliability).toBeCloseTo(0.0100495, 15)
  })

  it('loses nothing by a needless handover that always succeeds', () => {
    const pair = failoverSpurious({ a: 0.75, b: 1, coverage: 1, spurious: 1 })
    expect(pair).toEqual({ reliability: 1, unreliability: 0, gainOverA: 0.25 })
  })
})

describe('failoverCommonCause', () => {
  it('fails about eleven times as often as two independent servers when a tenth is shared', () => {
    // By hand: 0.001 + 0.999 · 0.009² = 0.001080919, and 0.01 less that is gained.
    const pair = failoverCommonCause({ a: 0.99, beta: 0.1 })
    expect(pair.unreliability).toBeCloseTo(0.001080919, 15)
    expect(pair.gainOverA).toBeCloseTo(0.008919081, 15)
  })

  it('gains nothing when everything is shared, and never less than nothing', () => {
    expect(failoverCommonCause({ a: 0.75, beta: 1 })).toEqual({
      reliability: 0.75,
      unreliability: 0.25,
      gainOverA: 0,
    })
    fc.assert(
      fc.property(probability, probability, (a, beta) => {
        expect(failoverCommonCause({ a, beta }).gainOverA).toBeGreaterThanOrEqual(0)
      }),
      RUNS,
    )
  })

  it('gains what its reliability says', () => {
    fc.assert(
      fc.property(probability, probability, (a, beta) => {
        const { reliability, gainOverA } = failoverCommonCause({ a, beta })
        expect(gainOverA).toBeCloseTo(reliability - a, 14)
      }),
      RUNS,
    )
  })
})

describe('break-evens', () => {
  it('puts the router at 100/101 for two servers at 99 %', () => {
    expect(breakEvenSeries(PAIR)).toBeCloseTo(100 / 101, 15)
  })

  it('allows one needless handover in 101 at coverage one half', () => {
    // By hand: 0.01·0.495 / (0.99·0.505) = 0.00495 / 0.49995 = 1/101.
    expect(breakEvenSpurious({ ...PAIR, coverage: 0.5 })).toBeCloseTo(1 / 101, 15)
  })

  it('leaves no gain and no loss where they say', () => {
    const some = fc.integer({ min: 1000, max: 999_000 }).map((count) => count / 1_000_000)
    fc.assert(
      fc.property(some, some, some, (a, b, coverage) => {
        const path = breakEvenSeries({ a, b })
        expect(failoverSeries({ a, b, path }).gainOverA).toBeCloseTo(0, 14)
        const spurious = breakEvenSpurious({ a, b, coverage })
        if (spurious <= 1) {
          expect(failoverSpurious({ a, b, coverage, spurious }).gainOverA).toBeCloseTo(0, 14)
        } else {
          expect(failoverSpurious({ a, b, coverage, spurious: 1 }).gainOverA).toBeGreaterThan(0)
        }
      }),
      RUNS,
    )
  })

  it('has no jumpiness that hurts where A never works or the handover never fails', () => {
    expect(breakEvenSpurious({ a: 0, b: 0.5, coverage: 0.5 })).toBe(Infinity)
    expect(breakEvenSpurious({ a: 0, b: 0, coverage: 0 })).toBe(Infinity)
    expect(breakEvenSpurious({ a: 1, b: 1, coverage: 1 })).toBe(Infinity)
  })

  it('allows no jumpiness at all where there is nothing to rescue', () => {
    expect(breakEvenSpurious({ a: 1, b: 0.5, coverage: 1 })).toBe(0)
    expect(breakEvenSpurious({ a: 0.5, b: 0.5, coverage: 0 })).toBe(0)
  })

  it('accepts any router where A never works, and only a perfect one where A always does', () => {
    expect(breakEvenSeries({ a: 0, b: 0.5 })).toBe(0)
    expect(breakEvenSeries({ a: 0, b: 0 })).toBe(0)
    expect(breakEvenSeries({ a: 1, b: 0.5 })).toBe(1)
  })
})

describe('a value out of range', () => {
  it.each([
    ['failoverCoverage: a', () => failoverCoverage({ a: 2, b: 0, coverage: 0 })],
    ['failoverCoverage: b', () => failoverCoverage({ a: 0, b: 2, coverage: 0 })],
    ['failoverCoverage: coverage', () => failoverCoverage({ a: 0, b: 0, coverage: NaN })],
    ['failoverSeries: a', () => failoverSeries({ a: -1, b: 0, path: 0 })],
    ['failoverSeries: b', () => failoverSeries({ a: 0, b: -1, path: 0 })],
    ['failoverSeries: path', () => failoverSeries({ a: 0, b: 0, path: -1 })],
    ['failoverSpurious: a', () => failoverSpurious({ a: 2, b: 0, coverage: 0, spurious: 0 })],
    ['failoverSpurious: b', () => failoverSpurious({ a: 0, b: 2, coverage: 0, spurious: 0 })],
    [
      'failoverSpurious: coverage',
      () => failoverSpurious({ a: 0, b: 0, coverage: 2, spurious: 0 }),
    ],
    [
      'failoverSpurious: spurious',
      () => failoverSpurious({ a: 0, b: 0, coverage: 0, spurious: 2 }),
    ],
    ['failoverCommonCause: a', () => failoverCommonCause({ a: 2, beta: 0 })],
    ['failoverCommonCause: beta', () => failoverCommonCause({ a: 0, beta: 2 })],
    ['breakEvenSeries: a', () => breakEvenSeries({ a: 2, b: 0 })],
    ['breakEvenSeries: b', () => breakEvenSeries({ a: 0, b: 2 })],
    ['breakEvenSpurious: a', () => breakEvenSpurious({ a: 2, b: 0, coverage: 0 })],
    ['breakEvenSpurious: b', () => breakEvenSpurious({ a: 0, b: 2, coverage: 0 })],
    ['breakEvenSpurious: coverage', () => breakEvenSpurious({ a: 0, b: 0, coverage: 2 })],
  ])('is refused as %s', (name, call) => {
    expect(call).toThrow(RangeError)
    expect(call).toThrow(`${name} must lie in [0, 1], got `)
  })
})
