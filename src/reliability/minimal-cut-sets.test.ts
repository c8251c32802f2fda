import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnFaultTree } from './cases/drawn-fault-tree.ts'
import { happens, states } from './cases/enumerate-fault-tree.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import { fussellVesely } from './fussell-vesely.ts'
import { minimalCutSets, minimalPathSets } from './minimal-cut-sets.ts'

const RUNS = { seed: 20_090_115, numRuns: 150 }

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']

const SIX = ['a', 'b', 'c', 'd', 'e', 'f']

const trees = (names: readonly string[], negations: boolean): fc.Arbitrary<FaultTree> =>
  fc
    .noBias(fc.array(fc.nat({ max: 59 }), { minLength: 60, maxLength: 60 }))
    .map((numbers) => drawnFaultTree(numbers, names, negations))

/** Two replicas, either of which is lost with what they share. */
const SHARED: FaultTree = { and: [{ or: ['a', 's'] }, { or: ['b', 's'] }] }

/** A failover pair whose detector may drop requests while A works: A's failing can prevent that. */
const JUMPY: FaultTree = {
  or: [{ and: ['a', 'b'] }, { and: ['a', 'f'] }, { and: [{ not: 'a' }, 's'] }],
}

describe('minimalCutSets and minimalPathSets', () => {
  it('gives those of two replicas with something shared', () => {
    expect(minimalCutSets(SHARED)).toEqual([['a', 'b'], ['s']])
    expect(minimalPathSets(SHARED)).toEqual([
      ['a', 's'],
      ['b', 's'],
    ])
  })

  it('drops a set that includes another in a different branch of the diagram', () => {
    // By hand: c or d with a or b. Where a happens, c and d suffice each; {a, c} must not remain.
    const tree: FaultTree = { or: [{ and: [{ or: ['a', 'b'] }, 'd'] }, 'c'] }
    expect(minimalCutSets(tree)).toEqual([['a', 'd'], ['b', 'd'], ['c']])
    expect(minimalPathSets(tree)).toEqual([
      ['a', 'b', 'c'],
      ['c', 'd'],
    ])
  })

  it('orders the sets as words in a dictionary, whatever the order in the tree', () => {
    expect(minimalCutSets({ or: ['c', { and: ['b', 'a'] }, { and: ['d', 'a'] }] })).toEqual([
      ['a', 'b'],
      ['a', 'd'],
      ['c'],
    ])
  })

  it('has the empty set alone where nothing is needed, and no set where nothing suffices', () => {
    expect(minimalCutSets({ and: [] })).toEqual([[]])
    expect(minimalCutSets({ or: [] })).toEqual([])
    expect(minimalPathSets({ and: [] })).toEqual([])
    expect(minimalPathSets({ or: [] })).toEqual([[]])
  })

  it('are sets that settle the top event, and none of their parts does', () => {
    fc.assert(
      fc.property(trees(SIX, false), (tree) => {
        const cuts = minimalCutSets(tree)
        for (const cut of cuts) {
          expect(happens(tree, new Set(cut))).toBe(true)
          for (const spared of cut) {
            expect(happens(tree, new Set(cut.filter((name) => name !== spared)))).toBe(false)
          }
        }
        for (const path of minimalPathSets(tree)) {
          const without = (names: readonly string[]): ReadonlySet<string> =>
            new Set(SIX.filter((name) => !names.includes(name)))
          expect(happens(tree, without(path))).toBe(false)
          for (const broken of path) {
            expect(happens(tree, without(path.filter((name) => name !== broken)))).toBe(true)
          }
        }
        // And they are all of them: whatever happens is told from the cut sets alone.
        for (const { happened } of states(Object.fromEntries(SIX.map((name) => [name, 0.5])))) {
          const byCut = cuts.some((cut) => cut.every((name) => happened.has(name)))
          expect(byCut).toBe(happens(tree, happened))
        }
      }),
      { ...RUNS, numRuns: 60 },
    )
  })

  it('allows negations that cancel out, and refuses those that do not, by the event', () => {
    expect(minimalCutSets({ not: { and: [{ not: 'a' }, { not: 'b' }] } })).toEqual([['a'], ['b']])
    // By hand: with b happening it does not matter whether a does, once s has.
    const deadBackup = { and: [{ not: 'a' }, 's', 'b'] }
    const pair = { or: [{ and: ['a', 'b'] }, { and: ['a', 'f'] }, deadBackup] }
    expect(minimalCutSets(pair)).toEqual([
      ['a', 'b'],
      ['a', 'f'],
      ['b', 's'],
    ])
    expect(() => minimalCutSets(JUMPY)).toThrow(
      'minimalCutSets: the tree must be coherent, got one in which a can prevent the top event',
    )
    expect(() => minimalPathSets(JUMPY)).toThrow(RangeError)
    expect(() => fussellVesely(JUMPY, { a: 0, b: 0, f: 0, s: 0 })).toThrow(
      'fussellVesely: the tree',
    )
  })

  it('says how many sets there are where there are too many', () => {
    // C(12, 6) = 924.
    const tree: FaultTree = { atLeast: [6, NAMES] }
    expect(minimalCutSets(tree, 924)).toHaveLength(924)
    expect(() => minimalCutSets(tree, 923)).toThrow(
      'minimalCutSets: there must be at most 923 minimal sets, got 924',
    )
    expect(() => minimalPathSets(tree, NaN)).toThrow('minimalPathSets: most must be a whole number')
  })
})
