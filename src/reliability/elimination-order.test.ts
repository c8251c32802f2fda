import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TableProduct, eliminationOrder } from './elimination-order.ts'

const RUNS = { seed: 19_990_113, numRuns: 200 }

/** Tables over pairs of variables of two values each. */
function pairs(variables: number, scopes: readonly (readonly number[])[]): TableProduct {
  return { sizes: Array.from({ length: variables }, () => 2), scopes }
}

describe('eliminationOrder', () => {
  it('counts the products that are formed', () => {
    // By hand: 0 leaves a table over 1 behind, 4 entries of 2 factors; then 1, again 4 of 2.
    const chain = { sizes: [2, 2, 2], scopes: [[0], [0, 1], [1, 2]] }
    expect(eliminationOrder(chain, 2, 100)).toEqual({ order: [0, 1], cost: 16 })
    // With three values for 1 in the middle: 6 of 2 and 6 of 2.
    expect(eliminationOrder({ ...chain, sizes: [2, 3, 2] }, 2, 100)?.cost).toBe(24)
  })

  it('takes most spokes before the hub', () => {
    // By hand: a spoke costs 4; the hub first would cost 2^11 entries of 10 factors.
    const spokes = Array.from({ length: 10 }, (_, index) => [0, index + 1])
    const { order, cost } = eliminationOrder(pairs(11, spokes), 10, 1e6) ?? { order: [], cost: 0 }
    expect(order.indexOf(0)).toBeGreaterThan(5)
    expect(cost).toBeLessThan(250)
  })

  it('finds that a ring costs no more than its tables of three', () => {
    // By hand for 20 in a ring: 17 times a table over three variables from two, 8 of 2; at the end
    // three are left and the kept one, where two tables over one pair meet: 8 of 2, then 4 of 2.
    const ring = Array.from({ length: 20 }, (_, index) => [index, (index + 1) % 20])
    expect(eliminationOrder(pairs(20, ring), 0, 1e6)?.cost).toBe(18 * 16 + 4 * 2)
  })

  it('gives up where every order is too dear', () => {
    const all = Array.from({ length: 144 }, (_, index) => [index % 12, Math.floor(index / 12)])
    const complete = pairs(12, all)
    // By hand: whichever goes first, its product has 2^12 entries.
    expect(eliminationOrder(complete, 0, 2 ** 12)).toBeNull()
    expect(eliminationOrder(complete, 0, 2 ** 20)).not.toBeNull()
  })

  it('does not give up where numbers overflow', () => {
    const many = Array.from({ length: 1100 }, (_, index) => index)
    expect(eliminationOrder(pairs(1100, [many]), 0, 1e9)).toBeNull()
  })

  it('names every variable but the kept one once', () => {
    const scope = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        fc.array(scope, { maxLength: 25 }),
        fc.integer({ min: 0, max: 14 }),
        (some, kept) => {
          const scopes = [...some, ...Array.from({ length: 15 }, (_, variable) => [variable])]
          const { order } = eliminationOrder(pairs(15, scopes), kept, 1e9) ?? { order: [] }
          const expected = Array.from({ length: 15 }, (_, variable) => variable)
          expect(order.toSorted((a, b) => a - b)).toEqual(expected.filter((one) => one !== kept))
        },
      ),
      RUNS,
    )
  })

  it('betters its first attempt where that is dear', () => {
    // A grid of 8 × 8 variables of four values. The first attempt alone costs 24 million, measured
    // with the attempts after it taken away.
    const scopes = Array.from({ length: 64 }, (_, cell) => [
      ...(cell % 8 < 7 ? [[cell, cell + 1]] : []),
      ...(cell < 56 ? [[cell, cell + 8]] : []),
    ]).flat()
    const grid = { sizes: Array.from({ length: 64 }, () => 4), scopes }
    expect(eliminationOrder(grid, 0, Number.MAX_VALUE)?.cost).toBeLessThan(12e6)
  })
})
