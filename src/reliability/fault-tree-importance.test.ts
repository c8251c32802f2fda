import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnChances, drawnFaultTree } from './cases/drawn-fault-tree.ts'
import { enumerated } from './cases/enumerate-fault-tree.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import { eventImportance } from './fault-tree-importance.ts'

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

/** Two replicas, either of which is lost with what they share. */
const SHARED: FaultTree = { and: [{ or: ['a', 's'] }, { or: ['b', 's'] }] }

/** A failover pair whose detector may drop requests while A works: A's failing can prevent that. */
const JUMPY: FaultTree = {
  or: [{ and: ['a', 'b'] }, { and: ['a', 'f'] }, { and: [{ not: 'a' }, 's'] }],
}

describe('eventImportance', () => {
  it('gives a parallel pair with a common part by hand', () => {
    // s: 1 - 1/4 = 3/4; a: (1 - 1/4)·1/2 = 3/8. Top 7/16; without s 1/4, with s 1; without a 1/4,
    // with a 1/4 + 3/4·1/2 = 5/8.
    const importance = eventImportance(SHARED, { a: 0.5, b: 0.5, s: 0.25, unused: 0.5 })
    expect(importance.s).toEqual({
      birnbaum: 0.75,
      criticality: 3 / 7,
      riskAchievement: 16 / 7,
      riskReduction: 7 / 4,
    })
    expect(importance.a).toEqual({
      birnbaum: 0.375,
      criticality: 3 / 7,
      riskAchievement: 10 / 7,
      riskReduction: 7 / 4,
    })
    expect(importance.unused).toEqual({
      birnbaum: 0,
      criticality: 0,
      riskAchievement: 1,
      riskReduction: 1,
    })
  })

  it('keeps a Birnbaum importance that a difference would lose', () => {
    // By hand: b decides when c does not happen and d does: 0.5·1e-24; taken as the difference of
    // 0.5 + 5e-25 and 0.5 it would be 0.
    const tree: FaultTree = { or: [{ and: ['b', 'd'] }, 'c'] }
    const { b } = eventImportance(tree, { b: 0.5, c: 0.5, d: 1e-24 })
    expect(relativeError(b?.birnbaum ?? NaN, 5e-25)).toBeLessThan(1e-14)
  })

  it('is negative for an event that prevents the top event more often than it causes it', () => {
    // By hand: with a, b or f at one half each, 3/4; without it s, which is certain.
    const { a } = eventImportance(JUMPY, { a: 0.5, b: 0.5, f: 0.5, s: 1 })
    expect(a?.birnbaum).toBe(-0.25)
    const { x } = eventImportance({ or: [{ not: 'x' }, 'y'] }, { x: 0.5, y: 0.25 })
    expect(x?.birnbaum).toBe(-0.75)
  })

  it('agrees with what enumeration says of the tree with the event certain and impossible', () => {
    fc.assert(
      fc.property(trees(SIX, true), chances(SIX), (tree, probabilities) => {
        const importance = eventImportance(tree, probabilities)
        const { top } = enumerated(tree, probabilities)
        for (const name of SIX) {
          const certain = enumerated(tree, { ...probabilities, [name]: 1 }).top
          const impossible = enumerated(tree, { ...probabilities, [name]: 0 }).top
          const got = importance[name]
          expect(got?.birnbaum).toBeCloseTo(certain - impossible, 13)
          if (top === 0) continue
          expect(relativeError(got?.riskAchievement ?? NaN, certain / top)).toBeLessThan(1e-12)
          const reduction = impossible === 0 ? Infinity : top / impossible
          expect(relativeError(got?.riskReduction ?? NaN, reduction)).toBeLessThan(1e-12)
          const share = ((probabilities[name] ?? 0) * (certain - impossible)) / top
          expect(Math.abs((got?.criticality ?? NaN) - share)).toBeLessThan(
            (1e-12 * (certain + impossible)) / top + 1e-12,
          )
        }
      }),
      { ...RUNS, numRuns: 60 },
    )
  })

  it('has a worth where the top event never happens', () => {
    const { a, b } = eventImportance({ and: ['a', 'b'] }, { a: 0, b: 1 })
    expect(a).toEqual({ birnbaum: 1, criticality: 0, riskAchievement: Infinity, riskReduction: 1 })
    expect(b).toEqual({ birnbaum: 0, criticality: 0, riskAchievement: 1, riskReduction: 1 })
  })

  it('refuses a probability out of range even of an event the tree does not mention', () => {
    expect(() => eventImportance('a', { a: 0.5, z: 2 })).toThrow(
      'eventImportance: event z must lie in [0, 1], got 2',
    )
  })
})
