import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnChances, drawnFaultTree } from './cases/drawn-fault-tree.ts'
import { enumerated, states } from './cases/enumerate-fault-tree.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import { eventImportance } from './fault-tree-importance.ts'
import { fussellVesely } from './fussell-vesely.ts'
import { minimalCutSets } from './minimal-cut-sets.ts'

const RUNS = { seed: 20_090_115, numRuns: 150 }

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

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

describe('fussellVesely', () => {
  it('gives an alternative by hand', () => {
    // a alone of "a or b": 0.5 of 0.625; of "a and b or a and c" a is in every cut set.
    const importance = fussellVesely({ or: ['a', 'b'] }, { a: 0.5, b: 0.25, unused: 1 })
    expect(importance).toEqual({ a: 0.8, b: 0.4, unused: 0 })
    const tree: FaultTree = { or: [{ and: ['a', 'b'] }, { and: ['a', 'c'] }] }
    expect(fussellVesely(tree, { a: 0.5, b: 0.5, c: 0.5 }).a).toBe(1)
  })

  it('is the probability of a complete cut set with the event, and no less than the criticality', () => {
    fc.assert(
      fc.property(trees(SIX, false), chances(SIX), (tree, probabilities) => {
        const importance = fussellVesely(tree, probabilities)
        const critical = eventImportance(tree, probabilities)
        const cuts = minimalCutSets(tree)
        const { top } = enumerated(tree, probabilities)
        for (const name of SIX) {
          let complete = 0
          for (const { happened, chance } of states(probabilities)) {
            const own = cuts.filter((cut) => cut.includes(name))
            if (own.some((cut) => cut.every((event) => happened.has(event)))) complete += chance
          }
          const expected = top === 0 ? 0 : complete / top
          const got = importance[name] ?? NaN
          expect(relativeError(got, expected)).toBeLessThan(1e-12)
          expect(critical[name]?.criticality).toBeLessThanOrEqual(got * (1 + 1e-12))
        }
      }),
      { ...RUNS, numRuns: 60 },
    )
  })
})
