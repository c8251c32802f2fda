import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnChances, drawnFaultTree } from './cases/drawn-fault-tree.ts'
import { cutSetBounds } from './cut-set-bounds.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import { faultTree } from './fault-tree.ts'

const RUNS = { seed: 20_090_115, numRuns: 150 }

const SIX = ['a', 'b', 'c', 'd', 'e', 'f']

const trees = (names: readonly string[], negations: boolean): fc.Arbitrary<FaultTree> =>
  fc
    .noBias(fc.array(fc.nat({ max: 59 }), { minLength: 60, maxLength: 60 }))
    .map((numbers) => drawnFaultTree(numbers, names, negations))

/** Half of them rare; see {@link drawnChances}. */
const chances = (names: readonly string[]): fc.Arbitrary<Readonly<Record<string, number>>> =>
  fc
    .array(fc.integer({ min: 0, max: 2000 }), { minLength: names.length, maxLength: names.length })
    .map((numbers) => drawnChances(numbers, names))

describe('cutSetBounds', () => {
  it('gives the bounds of a tree with one event in both cut sets by hand', () => {
    // 1/4 + 1/4; 1 - (3/4)²; paths {a} and {b, c}: 1/2 · 3/4.
    const tree: FaultTree = { or: [{ and: ['a', 'b'] }, { and: ['a', 'c'] }] }
    const { rareEvent, upper, lower } = cutSetBounds(tree, { a: 0.5, b: 0.5, c: 0.5 })
    expect(rareEvent).toBe(0.5)
    expect(upper.unreliability).toBeCloseTo(0.4375, 15)
    expect(lower.unreliability).toBeCloseTo(0.375, 15)
  })

  it('holds the exact value between them, and the rare-event sum above', () => {
    fc.assert(
      fc.property(trees(SIX, false), chances(SIX), (tree, probabilities) => {
        const exact = faultTree(tree, probabilities)
        const { rareEvent, upper, lower } = cutSetBounds(tree, probabilities)
        const slack = 1 + 1e-12
        expect(exact.unreliability).toBeLessThanOrEqual(upper.unreliability * slack)
        expect(lower.unreliability).toBeLessThanOrEqual(exact.unreliability * slack)
        expect(upper.unreliability).toBeLessThanOrEqual(rareEvent * slack)
        expect(upper.reliability).toBeLessThanOrEqual(exact.reliability * slack)
        expect(exact.reliability).toBeLessThanOrEqual(lower.reliability * slack)
      }),
      RUNS,
    )
  })

  it('refuses an event without a probability', () => {
    expect(() => cutSetBounds('a', {})).toThrow('cutSetBounds: event a must have a probability')
  })
})
