import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { engset } from './engset.ts'
import { erlangB } from './erlang.ts'

const RUNS = { seed: 20_090_115, numRuns: 200 }

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

describe('engset', () => {
  it('blocks half of the requests where the one server is busy half the time with the others', () => {
    // By hand: of 2 others, none asks with weight 1 and one with 2 · 0.5.
    expect(engset({ sources: 3, servers: 1, load: 0.5 })).toEqual({
      reliability: 0.5,
      unreliability: 0.5,
    })
  })

  it.each([
    // Exact fractions by another program, from the time that all servers are busy among all sources,
    // weighted with the sources left to ask: p_c (S - c) over the sum of p_j (S - j).
    [10, 4, 0.3, 5103 / 51143],
    [100, 20, 0.001, 3.88389635496628e-40],
    [1000, 5, 2, 0.9974887067520884],
    [5, 4, 1e-9, 9.99999996e-37],
    [500, 250, 1, 0.066580174460659],
  ])(
    'is lost as often as %d sources find %d servers busy at %d',
    (sources, servers, load, lost) => {
      const { unreliability } = engset({ sources, servers, load })
      expect(relativeError(unreliability, lost)).toBeLessThan(1e-13)
    },
  )

  it('keeps the digits of the one in 400 that is served', () => {
    const served = engset({ sources: 1000, servers: 5, load: 2 }).reliability
    expect(relativeError(served, 0.002511293247911513)).toBeLessThan(1e-13)
  })

  it('tends to Erlang’s loss formula from below as the same load comes from more', () => {
    const erlang = erlangB({ servers: 8, load: 5 }).unreliability
    let before = 0
    for (const sources of [10, 30, 100, 1000, 1_000_000]) {
      const { unreliability } = engset({ sources, servers: 8, load: 5 / sources })
      expect(unreliability).toBeGreaterThan(before)
      expect(unreliability).toBeLessThan(erlang)
      before = unreliability
    }
    expect(relativeError(before, erlang)).toBeLessThan(1e-4)
  })

  it('loses nobody where every source can have a server', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.nat({ max: 50 }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (sources, more, exponent) => {
          const system = { sources, servers: sources + more, load: 10 ** exponent }
          expect(engset(system)).toEqual({ reliability: 1, unreliability: 0 })
        },
      ),
      RUNS,
    )
  })

  it('loses everybody without a server, and nobody who asks for nothing', () => {
    expect(engset({ sources: 9, servers: 0, load: 1 }).unreliability).toBe(1)
    expect(engset({ sources: 9, servers: 1, load: 0 }).unreliability).toBe(0)
  })

  it.each([
    [{ sources: 0 }, 'engset: sources must be a whole number from 1 to 1000000, got 0'],
    [{ servers: 1.5 }, 'engset: servers must be a whole number from 0 to 1000000, got 1.5'],
    [{ load: Infinity }, 'engset: load must be a finite number of at least 0, got Infinity'],
  ])('refuses %o', (change, message) => {
    const system = { sources: 3, servers: 2, load: 1, ...change }
    expect(() => engset(system)).toThrow(RangeError)
    expect(() => engset(system)).toThrow(message)
  })
})
