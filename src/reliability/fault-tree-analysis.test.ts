import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enumerated, happens, states } from './cases/enumerate-fault-tree.ts'
import { cutSetBounds } from './cut-set-bounds.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import { eventImportance } from './fault-tree-importance.ts'
import { faultTree } from './fault-tree.ts'
import { fussellVesely } from './fussell-vesely.ts'
import { minimalCutSets, minimalPathSets } from './minimal-cut-sets.ts'

const RUNS = { seed: 20_090_115, numRuns: 150 }

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']

/** Chances that any double shows with both sides, and rare ones. */
const chance = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 12, noNaN: true }).map((count) => 10 ** -count),
)

function chances(names: readonly string[]): fc.Arbitrary<Readonly<Record<string, number>>> {
  return fc
    .array(chance, { minLength: names.length, maxLength: names.length })
    .map((values) => Object.fromEntries(names.map((name, index) => [name, values[index] ?? 0])))
}

/** Trees up to three gates deep in which events occur again and again. */
function trees(names: readonly string[], negations: boolean): fc.Arbitrary<FaultTree> {
  const { tree } = fc.letrec<{ tree: FaultTree; gate: FaultTree }>((tie) => {
    const inputs = fc.array(tie('tree'), { minLength: 1, maxLength: 4 })
    const gates: fc.Arbitrary<FaultTree>[] = [
      fc.record({ and: inputs }),
      fc.record({ or: inputs }),
      fc.record({ atLeast: fc.tuple(fc.integer({ min: 0, max: 4 }), inputs) }),
    ]
    if (negations) gates.push(fc.record({ not: tie('tree') }))
    return {
      gate: fc.oneof(...gates),
      tree: fc.oneof({ maxDepth: 3 }, fc.constantFrom(...names), tie('gate')),
    }
  })
  return tree
}

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
    const six = NAMES.slice(0, 6)
    fc.assert(
      fc.property(trees(six, false), (tree) => {
        const cuts = minimalCutSets(tree)
        for (const cut of cuts) {
          expect(happens(tree, new Set(cut))).toBe(true)
          for (const spared of cut) {
            expect(happens(tree, new Set(cut.filter((name) => name !== spared)))).toBe(false)
          }
        }
        for (const path of minimalPathSets(tree)) {
          const without = (names: readonly string[]): ReadonlySet<string> =>
            new Set(six.filter((name) => !names.includes(name)))
          expect(happens(tree, without(path))).toBe(false)
          for (const broken of path) {
            expect(happens(tree, without(path.filter((name) => name !== broken)))).toBe(true)
          }
        }
        // And they are all of them: whatever happens is told from the cut sets alone.
        for (const { happened } of states(Object.fromEntries(six.map((name) => [name, 0.5])))) {
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
    const six = NAMES.slice(0, 6)
    fc.assert(
      fc.property(trees(six, true), chances(six), (tree, probabilities) => {
        const importance = eventImportance(tree, probabilities)
        const { top } = enumerated(tree, probabilities)
        for (const name of six) {
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

describe('fussellVesely', () => {
  it('gives an alternative by hand', () => {
    // a alone of "a or b": 0.5 of 0.625; of "a and b or a and c" a is in every cut set.
    const importance = fussellVesely({ or: ['a', 'b'] }, { a: 0.5, b: 0.25, unused: 1 })
    expect(importance).toEqual({ a: 0.8, b: 0.4, unused: 0 })
    const tree: FaultTree = { or: [{ and: ['a', 'b'] }, { and: ['a', 'c'] }] }
    expect(fussellVesely(tree, { a: 0.5, b: 0.5, c: 0.5 }).a).toBe(1)
  })

  it('is the chance of a complete cut set with the event, and no less than the criticality', () => {
    const six = NAMES.slice(0, 6)
    fc.assert(
      fc.property(trees(six, false), chances(six), (tree, probabilities) => {
        const importance = fussellVesely(tree, probabilities)
        const critical = eventImportance(tree, probabilities)
        const cuts = minimalCutSets(tree)
        const { top } = enumerated(tree, probabilities)
        for (const name of six) {
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
    const six = NAMES.slice(0, 6)
    fc.assert(
      fc.property(trees(six, false), chances(six), (tree, probabilities) => {
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
