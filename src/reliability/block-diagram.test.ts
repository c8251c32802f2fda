import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BlockDiagram, blockDiagram } from './block-diagram.ts'
import { drawnChances, drawnFaultTree } from './cases/drawn-fault-tree.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import { faultTree } from './fault-tree.ts'
import { fromUnreliability } from './probability.ts'

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

describe('blockDiagram', () => {
  it('solves the bridge by its four paths', () => {
    // By hand for five blocks at one half: 2p² + 2p³ - 5p⁴ + 2p⁵ = 1/2.
    const bridge: BlockDiagram = {
      parallel: [
        { series: ['1', '4'] },
        { series: ['2', '5'] },
        { series: ['1', '3', '5'] },
        { series: ['2', '3', '4'] },
      ],
    }
    const blocks = { 1: 0.5, 2: 0.5, 3: 0.5, 4: 0.5, 5: 0.5 }
    expect(blockDiagram(bridge, blocks)).toEqual({ reliability: 0.5, unreliability: 0.5 })
  })

  it('takes blocks of twenty nines', () => {
    // By hand: 3·(1e-20)² for two of three, and the router's 1e-30 in series.
    const part = fromUnreliability(1e-20)
    const { unreliability } = blockDiagram(
      { series: ['router', { atLeast: [2, ['a', 'b', 'c']] }] },
      { router: fromUnreliability(1e-30), a: part, b: part, c: part },
    )
    expect(relativeError(unreliability, 1e-30 + 3e-40)).toBeLessThan(1e-14)
  })

  it('fails like the fault tree of its dual', () => {
    const dual = (tree: FaultTree): BlockDiagram => {
      if (typeof tree === 'string') return tree
      if ('and' in tree) return { parallel: tree.and.map(dual) }
      if ('or' in tree) return { series: tree.or.map(dual) }
      if ('not' in tree) return dual(tree.not)
      const [count, of] = tree.atLeast
      return { atLeast: [of.length - count + 1, of.map(dual)] }
    }
    fc.assert(
      fc.property(trees(SIX, false), chances(SIX), (tree, probabilities) => {
        const blocks = Object.fromEntries(
          Object.entries(probabilities).map(([name, p]) => [name, fromUnreliability(p)]),
        )
        const system = blockDiagram(dual(tree), blocks)
        const failure = faultTree(tree, probabilities)
        expect(relativeError(system.unreliability, failure.unreliability)).toBeLessThan(1e-12)
        expect(relativeError(system.reliability, failure.reliability)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('is better with any better block', () => {
    fc.assert(
      fc.property(
        trees(SIX, false),
        chances(SIX),
        chances(['a']),
        (tree, probabilities, { a: other = 0 }) => {
          const p = probabilities.a ?? 0
          const low = faultTree(tree, { ...probabilities, a: Math.min(p, other) })
          const high = faultTree(tree, { ...probabilities, a: Math.max(p, other) })
          expect(low.unreliability).toBeLessThanOrEqual(high.unreliability * (1 + 1e-12))
        },
      ),
      RUNS,
    )
  })

  it.each<[string, unknown, string]>([
    ['a missing block', 'z', 'block z must have a reliability, got undefined'],
    ['an unknown arrangement', { or: ['a'] }, 'a part must be series, parallel, atLeast or a name'],
    ['a number', 7, 'a part must be series, parallel, atLeast or a name, got 7'],
    ['a reliability out of range', 'bad', 'block bad must lie in [0, 1], got 2'],
  ])('refuses %s', (_, diagram, message) => {
    const call = (): unknown =>
      Reflect.apply(blockDiagram, undefined, [diagram, { a: 0.5, bad: 2 }])
    expect(call).toThrow(RangeError)
    expect(call).toThrow(`blockDiagram: ${message}`)
  })
})
