import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnChances, drawnFaultTree } from './cases/drawn-fault-tree.ts'
import { enumerated } from './cases/enumerate-fault-tree.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import { faultTree } from './fault-tree.ts'
import { kOfNHetero } from './k-of-n-hetero.ts'
import { fromUnreliability } from './probability.ts'

const RUNS = { seed: 20_090_115, numRuns: 150 }

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']

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

describe('faultTree', () => {
  it('counts a shared event once', () => {
    // By hand: 0.25 + 0.75·0.5² = 0.4375.
    const { unreliability } = faultTree(SHARED, { a: 0.5, b: 0.5, s: 0.25 })
    expect(unreliability).toBe(0.4375)
  })

  it('takes a tree in which a failure prevents the worst', () => {
    // By hand: a happens, 1/2: b or f, 3/4; else s, 1/2. So 3/8 + 1/4.
    const half = { a: 0.5, b: 0.5, f: 0.5, s: 0.5 }
    expect(faultTree(JUMPY, half).unreliability).toBe(0.625)
  })

  it('keeps both sides of events that hardly ever happen, and of those that nearly always do', () => {
    const rare = faultTree({ or: ['a', 'b'] }, { a: 1e-18, b: 1e-18 })
    expect(relativeError(rare.unreliability, 2e-18)).toBeLessThan(1e-15)
    const certain = { a: { reliability: 1e-30, unreliability: 1 }, b: 1 }
    expect(faultTree({ and: ['a', 'b'] }, certain).reliability).toBe(1e-30)
    expect(faultTree('a', { a: fromUnreliability(1e-30) }).unreliability).toBe(1e-30)
  })

  it('agrees with enumeration of up to twelve events, on both sides', () => {
    fc.assert(
      fc.property(trees(NAMES, true), chances(NAMES), (tree, probabilities) => {
        const { top, spared } = enumerated(tree, probabilities)
        const system = faultTree(tree, probabilities)
        expect(relativeError(system.unreliability, top)).toBeLessThan(1e-12)
        expect(relativeError(system.reliability, spared)).toBeLessThan(1e-12)
      }),
      { ...RUNS, numRuns: 40 },
    )
  })

  it('is kOfNHetero for a single gate', () => {
    fc.assert(
      fc.property(chances(NAMES), fc.integer({ min: -1, max: 14 }), (probabilities, count) => {
        const system = faultTree({ atLeast: [count, NAMES] }, probabilities)
        const failures = kOfNHetero(count, Object.values(probabilities))
        expect(relativeError(system.unreliability, failures.reliability)).toBeLessThan(1e-12)
        expect(relativeError(system.reliability, failures.unreliability)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('answers for gates without inputs and counts that always or never are reached', () => {
    expect(faultTree({ and: [] }, {}).unreliability).toBe(1)
    expect(faultTree({ or: [] }, {}).unreliability).toBe(0)
    expect(faultTree({ atLeast: [0, ['a']] }, { a: 0 }).unreliability).toBe(1)
    expect(faultTree({ atLeast: [2, ['a']] }, { a: 1 }).unreliability).toBe(0)
    // An event that is an input twice counts twice.
    expect(faultTree({ atLeast: [2, ['a', 'a', 'b']] }, { a: 0.5, b: 0 }).unreliability).toBe(0.5)
  })

  it.each([1, 11])(
    'gives a tree of hundreds of events in nested gates the same value in any order, %d leaves apart',
    (apart) => {
      // 20 events are shared between branches: by neighbours, or by leaves all over the tree.
      const shared = (leaf: number): number => (apart === 1 ? Math.floor(leaf / 2) : leaf / 11)
      const leaves = Array.from({ length: 243 }, (_, leaf) =>
        leaf % apart === 0 && shared(leaf) < 40 ? `s${shared(leaf) % 20}` : `e${leaf}`,
      )
      const nested = (from: number, to: number, order: 1 | -1): FaultTree => {
        if (to - from === 1) return leaves[from] ?? ''
        const third = (to - from) / 3
        const inputs = [0, 1, 2].map((part) =>
          nested(from + part * third, from + (part + 1) * third, order),
        )
        return { atLeast: [2, order === 1 ? inputs : inputs.toReversed()] }
      }
      const probabilities = Object.fromEntries(
        leaves.map((name, index) => [name, 0.3 + index / 1000]),
      )
      const one = faultTree(nested(0, 243, 1), probabilities)
      const other = faultTree(nested(0, 243, -1), probabilities)
      expect(one.unreliability).toBeGreaterThan(0.05)
      expect(relativeError(one.unreliability, other.unreliability)).toBeLessThan(1e-12)
      expect(relativeError(one.reliability, other.reliability)).toBeLessThan(1e-12)
    },
  )

  it('answers where every event of one half occurs again in the other', () => {
    // Both halves are "one of each pair": 1 - … by hand: the halves share all events, pair by pair in
    // the same way, so they happen together: P = (1 - 0.9²)^20 for the and of 20 pairs.
    const pairs = Array.from({ length: 20 }, (_, pair): FaultTree => ({
      or: [`x${pair}`, `y${pair}`],
    }))
    const probabilities = Object.fromEntries(
      pairs.flatMap((_, pair) => [
        [`x${pair}`, 0.1],
        [`y${pair}`, 0.1],
      ]),
    )
    const tree = { and: [{ and: pairs }, { and: pairs.toReversed() }] }
    expect(relativeError(faultTree(tree, probabilities).unreliability, 0.19 ** 20)).toBeLessThan(
      1e-12,
    )
  })

  it('finds a narrow order where far branches share their events one by one', () => {
    // By hand: "x and y" or … is all that counts, because it makes the two other branches happen, too;
    // so 1 - (3/4)^24. In the order as written all of x stand before any y, 2^24 nodes wide.
    const indices = Array.from({ length: 24 }, (_, index) => index)
    const tree: FaultTree = {
      and: [
        { or: indices.map((index) => `x${index}`) },
        { or: indices.map((index) => `y${index}`) },
        { or: indices.map((index): FaultTree => ({ and: [`x${index}`, `y${index}`] })) },
      ],
    }
    const names = indices.flatMap((index) => [`x${index}`, `y${index}`])
    const half = Object.fromEntries(names.map((name) => [name, 0.5]))
    expect(relativeError(faultTree(tree, half).reliability, 0.75 ** 24)).toBeLessThan(1e-12)
  })

  it.each<[string, unknown, string]>([
    [
      'an unknown gate',
      { xor: ['a'] },
      'a gate must be and, or, atLeast, not or a name, got { xor }',
    ],
    ['no tree', null, 'a gate must be and, or, atLeast, not or a name, got null'],
    [
      'a count that is no whole number',
      { atLeast: [1.5, ['a']] },
      'count of atLeast must be a whole',
    ],
    ['an event without a probability', { or: ['a', 'z'] }, 'event z must have a probability'],
    ['an event of the name of a method', 'toString', 'event toString must have a probability'],
  ])('refuses %s', (_, tree, message) => {
    const call = (): unknown => Reflect.apply(faultTree, undefined, [tree, { a: 0.5 }])
    expect(call).toThrow(RangeError)
    expect(call).toThrow(`faultTree: ${message}`)
  })

  it('refuses a probability out of range, a tree without a bottom, and too many events', () => {
    const endless: { or: FaultTree[] } = { or: [] }
    endless.or.push(endless)
    const names = Array.from({ length: 2001 }, (_, index) => `e${index}`)
    expect(() => faultTree('a', { a: 1.5 })).toThrow(
      'faultTree: event a must lie in [0, 1], got 1.5',
    )
    expect(() => faultTree(endless, {})).toThrow('faultTree: depth of the tree must be')
    expect(() => faultTree({ or: names }, {})).toThrow('faultTree: number of basic events must be')
  })
})
