import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enumerated } from './cases/enumerate-fault-tree.ts'
import { faultTreeDiagram } from './fault-tree-diagram.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import { eventProbabilities, nodeProbabilities, nodeProbability } from './fault-tree-probability.ts'
import { kOfNHetero } from './k-of-n-hetero.ts'
import type { Probability } from './probability.ts'
import { topEvent } from './top-event.ts'

const RUNS = { seed: 19_990_113, numRuns: 150 }

type Chances = Readonly<Record<string, number>>

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

function read(chances: Chances): (names: readonly string[]) => readonly Probability[] {
  return (names) => eventProbabilities(names, chances, 'test')
}

function byDiagram(tree: FaultTree, chances: Chances): Probability {
  const diagram = faultTreeDiagram(tree, 'test')
  const events = eventProbabilities(diagram.events, chances, 'test')
  return nodeProbability(diagram.top, nodeProbabilities(diagram, events))
}

/** Likely and unlikely ones, and some that are certain. */
const chance = fc.oneof(
  fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
  fc.integer({ min: 0, max: 120 }).map((tenths) => 10 ** (-tenths / 10)),
)

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']

const chances = fc
  .array(chance, { minLength: NAMES.length, maxLength: NAMES.length })
  .map((values): Chances =>
    Object.fromEntries(NAMES.map((name, index) => [name, values[index] ?? 0])),
  )

/** Gates over events and earlier gates, so that not only events but whole gates stand in several places. */
const woven = fc
  .array(
    fc.record({
      kind: fc.constantFrom('and', 'or', 'not', 'atLeast'),
      count: fc.integer({ min: -1, max: 6 }),
      inputs: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((gates) => {
    const parts: FaultTree[] = [...NAMES]
    for (const { kind, count, inputs } of gates) {
      // Later parts are likelier, or most gates would hang loose.
      const of = inputs.map(
        (draw) => parts[parts.length - 1 - (draw % Math.min(parts.length, 8))] ?? 'a',
      )
      if (kind === 'and') parts.push({ and: of })
      else if (kind === 'or') parts.push({ or: of })
      else if (kind === 'not') parts.push({ not: of[0] ?? 'a' })
      else parts.push({ atLeast: [count, of] })
    }
    return parts.at(-1) ?? 'a'
  })

/** Nested 2-of-3 gates over 3^5 leaves; an event occurs at several of them. */
function nested(places: readonly (readonly number[])[]): { tree: FaultTree; chances: Chances } {
  const leaves = Array.from({ length: 243 }, (_, leaf) => `e${leaf}`)
  for (const [shared, at] of places.entries()) for (const leaf of at) leaves[leaf] = `s${shared}`
  const gate = (from: number, length: number): FaultTree => {
    if (length === 1) return leaves[from] ?? ''
    const third = length / 3
    return { atLeast: [2, [0, 1, 2].map((part) => gate(from + part * third, third))] }
  }
  const chances = Object.fromEntries(
    leaves.map((name) => [name, (20 + leaves.indexOf(name)) / 1000]),
  )
  return { tree: gate(0, 243), chances }
}

const TWENTY = Array.from({ length: 20 }, (_, shared) => shared)

describe('topEvent', () => {
  it('agrees with enumeration where whole gates are shared and negated', () => {
    fc.assert(
      fc.property(woven, chances, (tree, given) => {
        const { top, spared } = enumerated(tree, given)
        const { reliability, unreliability } = topEvent(tree, read(given), 'test')
        expect(relativeError(unreliability, top)).toBeLessThan(1e-12)
        expect(relativeError(reliability, spared)).toBeLessThan(1e-12)
      }),
      { ...RUNS, numRuns: 60 },
    )
  })

  it('agrees with the decision diagram', () => {
    fc.assert(
      fc.property(woven, chances, (tree, given) => {
        const expected = byDiagram(tree, given)
        const { reliability, unreliability } = topEvent(tree, read(given), 'test')
        expect(relativeError(unreliability, expected.unreliability)).toBeLessThan(1e-12)
        expect(relativeError(reliability, expected.reliability)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  // The values are from numpy, in extended precision: all 2^20 states of the shared events, the tree
  // above each by its 2-of-3 gates, both sides by positive terms.
  it.each([
    ['far apart, in reverse', (s: number) => [4 * s, 242 - 4 * s], 7.4155745297310230464e-13],
    [
      'in all three branches',
      (s: number) => [4 * s, 81 + 4 * s, 162 + 4 * s],
      1.3164183835177357073e-12,
    ],
    [
      'in all three branches without order',
      (s: number) => [4 * s, 81 + ((28 * s + 1) % 81), 162 + ((44 * s + 2) % 81)],
      5.764090054676817986e-13,
    ],
  ])('is exact for 20 events that occur %s, where diagrams are too large', (_, at, expected) => {
    const { tree, chances } = nested(TWENTY.map(at))
    const { unreliability } = topEvent(tree, read(chances), 'test')
    expect(relativeError(unreliability, expected)).toBeLessThan(1e-13)
  })

  it('leaves a gate that counts to hundreds to the decision diagram', () => {
    const names = Array.from({ length: 600 }, (_, index) => `e${index}`)
    const given = Object.fromEntries(names.map((name, index) => [name, 0.4 + index / 6000]))
    const { unreliability } = topEvent({ atLeast: [310, names] }, read(given), 'test')
    const expected = kOfNHetero(310, Object.values(given)).reliability
    expect(relativeError(unreliability, expected)).toBeLessThan(1e-12)
  })

  it('finds the pairs in a long list of causes', () => {
    // By hand: 40 shared events, each with ten own partners: an and is spared if the shared event is,
    // or its ten partners all are: 3/4 + 1/4 · (3/4)^10, to the power of 40. In the order as written
    // every shared event stays open to the end.
    const causes = Array.from({ length: 400 }, (_, index): FaultTree => ({
      and: [`s${index % 40}`, `e${index}`],
    }))
    const names = [...TWENTY, ...TWENTY].map((_, index) => `s${index}`)
    const given = Object.fromEntries(
      [...names, ...causes.map((_, index) => `e${index}`)].map((name) => [name, 0.25]),
    )
    const { reliability } = topEvent({ or: causes }, read(given), 'test')
    expect(relativeError(reliability, (0.75 + 0.25 * 0.75 ** 10) ** 40)).toBeLessThan(1e-12)
  })
})
