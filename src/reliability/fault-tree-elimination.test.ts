import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eliminated } from './fault-tree-elimination.ts'
import type { FaultTreeNetwork } from './fault-tree-network.ts'

const RUNS = { seed: 20_010_301, numRuns: 100 }

/** P(0) = 3/4 1/4 each, then a count of three values, the top of two. */
const CHAIN: FaultTreeNetwork = {
  sizes: [2, 3, 2],
  tables: [
    { scope: [0], values: Float64Array.of(0.75, 0.25) },
    // By the value of 0: 1/2 1/4 1/4, or 0 1/4 3/4.
    { scope: [0, 1], values: Float64Array.of(0.5, 0, 0.25, 0.25, 0.25, 0.75) },
    // By the value of 1: the top is 1 with 0, 1/2 and 1.
    { scope: [1, 2], values: Float64Array.of(1, 0.5, 0, 0, 0.5, 1) },
  ],
  top: 2,
  happens: [false, true],
}

describe('eliminated', () => {
  it('sums a chain by hand, in either order', () => {
    // 1 is 3/8, 1/4, 3/8; so the top is 1/8 + 3/8.
    const sides = { reliability: 0.5, unreliability: 0.5 }
    expect(eliminated(CHAIN, [0, 1])).toEqual(sides)
    expect(eliminated(CHAIN, [1, 0])).toEqual(sides)
  })

  it('reads from the top which of its values happen', () => {
    expect(eliminated({ ...CHAIN, happens: [true, true] }, [0, 1]).unreliability).toBe(1)
    expect(eliminated({ ...CHAIN, top: 1, happens: [true, false, true] }, [0, 2])).toEqual({
      reliability: 0.25,
      unreliability: 0.75,
    })
  })

  it('keeps what is as rare as 1e-200 on either side', () => {
    const tables = [{ scope: [0], values: Float64Array.of(1e-200, 1) }]
    const network = { sizes: [2], tables, top: 0, happens: [false, true] }
    expect(eliminated(network, [])).toEqual({ reliability: 1e-200, unreliability: 1 })
    expect(eliminated({ ...network, happens: [true, false] }, []).unreliability).toBe(1e-200)
  })

  it('gives tables larger than a block the same sums in any order', () => {
    // Sixteen variables that all three tables span in parts; by hand: the first nine happen or not in
    // every way, each once, as do the others, and a weight of 2^-16 for each way makes 1 in all. Of
    // those the top, which is variable 0, happens in one half.
    const weight = (variables: number): Float64Array =>
      new Float64Array(2 ** variables).fill(2 ** -variables)
    const all = Array.from({ length: 16 }, (_, variable) => variable)
    const slanted = Float64Array.from({ length: 2 ** 16 }, (_, state) =>
      state % 2 === 0 ? 0.5 : 1.5,
    )
    const network: FaultTreeNetwork = {
      sizes: all.map(() => 2),
      tables: [
        { scope: all.slice(0, 9), values: weight(9) },
        { scope: all.slice(9), values: weight(7) },
        { scope: all, values: slanted },
      ],
      top: 0,
      happens: [false, true],
    }
    // The slant weighs the states in which variable 0 happens three times the others.
    fc.assert(
      fc.property(fc.shuffledSubarray(all.slice(1), { minLength: 15 }), (order) => {
        expect(eliminated(network, order)).toEqual({ reliability: 0.25, unreliability: 0.75 })
      }),
      { ...RUNS, numRuns: 10 },
    )
  })
})
