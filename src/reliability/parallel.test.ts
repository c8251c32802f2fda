import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parallel } from './parallel.ts'
import { fromUnreliability } from './probability.ts'
import { series } from './series.ts'

const RUNS = { seed: 20_090_115, numRuns: 500 }

describe('parallel', () => {
  it('never works without components', () => {
    expect(parallel([])).toEqual({ reliability: 0, unreliability: 1 })
  })

  it('multiplies unreliabilities', () => {
    // By hand: 3/4 · 1/2 · 1/4 = 3/32.
    const { reliability, unreliability } = parallel([0.25, 0.5, 0.75])
    expect(reliability).toBeCloseTo(29 / 32, 15)
    expect(unreliability).toBeCloseTo(3 / 32, 15)
  })

  it('cannot fail once one component cannot', () => {
    expect(parallel([0.5, 1])).toEqual({ reliability: 1, unreliability: 0 })
  })

  it('keeps an unreliability far below what a reliability can show', () => {
    // By hand: 2e-20 · 3e-20 = 6e-40.
    const { unreliability } = parallel([fromUnreliability(2e-20), fromUnreliability(3e-20)])
    expect(Math.abs(unreliability / 6e-40 - 1)).toBeLessThan(1e-13)
  })

  it('goes to 0, not to NaN, where the unreliability underflows', () => {
    // By hand: (1e-20)^20 = 1e-400.
    const { reliability, unreliability } = parallel(
      Array.from({ length: 20 }, () => fromUnreliability(1e-20)),
    )
    expect({ reliability, unreliability }).toEqual({ reliability: 1, unreliability: 0 })
  })

  it('fails exactly where the series of the opposite parts works', () => {
    // Dyadic reliabilities, so that the complement of each is exact.
    const dyadic = fc.integer({ min: 0, max: 1024 }).map((count) => count / 1024)
    fc.assert(
      fc.property(fc.array(dyadic, { maxLength: 12 }), (list) => {
        const system = parallel(list)
        const opposite = series(list.map((reliability) => 1 - reliability))
        expect(system.unreliability).toBeCloseTo(opposite.reliability, 13)
        expect(system.reliability).toBeCloseTo(opposite.unreliability, 13)
      }),
      RUNS,
    )
  })

  it('is never worse than its best component', () => {
    const reliability = fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000)
    fc.assert(
      fc.property(fc.array(reliability, { minLength: 1, maxLength: 12 }), (list) => {
        expect(parallel(list).reliability).toBeGreaterThanOrEqual(Math.max(...list) - 1e-15)
      }),
      RUNS,
    )
  })

  it('names itself, not series, when it refuses a component', () => {
    expect(() => parallel([NaN])).toThrow('parallel: component must lie in [0, 1], got NaN')
  })
})
