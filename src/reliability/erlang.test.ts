import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { erlangB, erlangC } from './erlang.ts'
import { UnstableQueueError } from './unstable-queue-error.ts'

const RUNS = { seed: 20_090_115, numRuns: 500 }
const servers = fc.integer({ min: 1, max: 300 })
const share = fc.integer({ min: 10_000, max: 999_000 }).map((count) => count / 1_000_000)

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

describe('erlangB', () => {
  it('blocks one in five where two servers are offered the work of one', () => {
    // By hand: (1/2) / (1 + 1 + 1/2).
    const { reliability, unreliability } = erlangB({ servers: 2, load: 1 })
    expect(unreliability).toBe(0.2)
    expect(reliability).toBe(0.8)
  })

  it('obeys the recursion over the last server', () => {
    // B(c) = aB(c-1) / (c + aB(c-1)).
    fc.assert(
      fc.property(
        servers,
        fc.integer({ min: 100, max: 30_000 }).map((count) => count / 10_000),
        (count, per) => {
          const load = count * per
          const before = erlangB({ servers: count - 1, load }).unreliability
          const after = (load * before) / (count + load * before)
          expect(
            relativeError(erlangB({ servers: count, load }).unreliability, after),
          ).toBeLessThan(1e-13)
        },
      ),
      RUNS,
    )
  })

  it('keeps both tails', () => {
    // By hand: to first order a^3/3! for hardly any load, and 3/a served of far too much.
    expect(
      relativeError(erlangB({ servers: 3, load: 1e-60 }).unreliability, 1e-180 / 6),
    ).toBeLessThan(1e-15)
    expect(relativeError(erlangB({ servers: 3, load: 1e30 }).reliability, 3e-30)).toBeLessThan(
      1e-15,
    )
  })

  it.each([
    [0, 0, 1],
    [0, 5, 1],
    [5, 0, 0],
    [1, 1e-320, 0],
  ])('with %d servers and a load of %d is %d', (count, load, blocked) => {
    expect(erlangB({ servers: count, load }).unreliability).toBe(blocked)
  })

  it.each([
    [-1, 1, 'erlangB: servers must be a whole number from 0 to 1000000, got -1'],
    [1, NaN, 'erlangB: load must be a finite number of at least 0, got NaN'],
  ])('refuses %d servers and a load of %d', (count, load, message) => {
    expect(() => erlangB({ servers: count, load })).toThrow(RangeError)
    expect(() => erlangB({ servers: count, load })).toThrow(message)
  })
})

describe('erlangC', () => {
  it('makes one in three wait where two servers are offered the work of one', () => {
    // By hand: 2B/(2 - 1 + B) with B = 1/5.
    expect(erlangC({ servers: 2, load: 1 }).unreliability).toBeCloseTo(1 / 3, 15)
    expect(erlangC({ servers: 2, load: 1 }).reliability).toBeCloseTo(2 / 3, 15)
  })

  it('is the load of a single server', () => {
    fc.assert(
      fc.property(share, (load) => {
        expect(relativeError(erlangC({ servers: 1, load }).unreliability, load)).toBeLessThan(1e-15)
      }),
      RUNS,
    )
  })

  it('makes more wait than the loss formula blocks, by its own factor', () => {
    // C = cB / (c - a(1 - B)).
    fc.assert(
      fc.property(servers, share, (count, per) => {
        const load = count * per
        const { reliability: served, unreliability: blocked } = erlangB({ servers: count, load })
        const waits = (count * blocked) / (count - load * served)
        expect(relativeError(erlangC({ servers: count, load }).unreliability, waits)).toBeLessThan(
          1e-11,
        )
      }),
      RUNS,
    )
  })

  it('keeps the chance of no wait next to saturation', () => {
    // By hand for one server: 1 - ρ, here a difference that a double holds exactly.
    const load = 1 - 2 ** -50
    expect(relativeError(erlangC({ servers: 1, load }).reliability, 2 ** -50)).toBeLessThan(1e-14)
  })

  it.each([
    [2, 2],
    [2, 3],
    [0, 0],
  ])('has no answer for %d servers and a load of %d', (count, load) => {
    expect(() => erlangC({ servers: count, load })).toThrow(UnstableQueueError)
    expect(() => erlangC({ servers: count, load })).toThrow(
      `erlangC: load must be less than the ${count} servers, got ${load}`,
    )
  })
})
