import { describe, expect, it } from 'vitest'
import { type FaultTree, numberTree } from './fault-tree-gate.ts'
import { type FaultTreeNetwork, faultTreeNetwork } from './fault-tree-network.ts'
import { fromUnreliability } from './probability.ts'

function network(tree: FaultTree): FaultTreeNetwork | null {
  const numbered = numberTree(tree, 'test')
  return faultTreeNetwork(
    numbered,
    numbered.events.map(() => fromUnreliability(0.25)),
  )
}

describe('faultTreeNetwork', () => {
  it('writes an event as its two sides', () => {
    expect(network('a')).toEqual({
      sizes: [2],
      tables: [{ scope: [0], values: Float64Array.of(0.75, 0.25) }],
      top: 0,
      happens: [false, true],
    })
  })

  it('counts two of three no further than needed', () => {
    const { sizes, tables, top, happens } = network({ atLeast: [2, ['a', 'b', 'c']] }) ?? {}
    // By hand: after one input 0 or 1, after two 0, 1 or 2, at the end too few or enough.
    expect(sizes).toEqual([2, 2, 2, 2, 3, 2])
    expect([top, happens]).toEqual([5, [false, true]])
    // By hand: with c spared 0, 1, 2 become few, few, enough; with c they become few, enough, enough.
    expect(tables?.at(-1)).toEqual({
      scope: [4, 2, 5],
      values: Float64Array.of(1, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 1),
    })
  })

  it('keeps two values along a gate that one input may decide', () => {
    expect(network({ or: ['a', 'b', 'c'] })?.sizes).toEqual([2, 2, 2, 2, 2, 2])
    expect(network({ and: ['a', 'b', 'c'] })?.sizes).toEqual([2, 2, 2, 2, 2, 2])
  })

  it.each<[string, FaultTree, boolean]>([
    ['all of none', { and: [] }, true],
    ['any of none', { or: [] }, false],
    ['none of two', { atLeast: [0, ['a', 'b']] }, true],
    ['fewer than none', { atLeast: [-5, ['a', 'b']] }, true],
    ['three of two', { atLeast: [3, ['a', 'b']] }, false],
    ['a great many of two', { atLeast: [2 ** 53 - 1, ['a', 'b']] }, false],
  ])('gives %s the one value that it has', (_, tree, happens) => {
    expect(network(tree)?.happens).toEqual([happens])
  })

  it('swaps what the values of a negated gate say', () => {
    expect(network({ not: 'a' })?.happens).toEqual([true, false])
  })

  it('takes inputs with an event in common one after the other', () => {
    // c and d stand apart; the ands that share a and b are paired, whatever the order they are in.
    const one: FaultTree = { and: ['a', 'x'] }
    const two: FaultTree = { and: ['b', 'y'] }
    const three: FaultTree = { and: ['a', 'z'] }
    const four: FaultTree = { and: ['b', 'w'] }
    const { tables = [], top = 0 } = network({ or: ['c', one, two, three, four] }) ?? {}
    // The inputs of the or, read back from the chain of counts that ends in the top.
    const chain: number[] = []
    for (let at = top; ;) {
      const scope = tables.find(
        (table) => table.scope.length > 1 && table.scope.at(-1) === at,
      )?.scope
      if (scope === undefined) break
      chain.unshift(scope.at(-2) ?? -1)
      if (scope.length < 3) break
      at = scope[0] ?? -1
    }
    // By hand: seven events c a x b y z w are 0 to 6, each and has two counts from 7 on, in the order
    // one 7 8, two 9 10, three 11 12, four 13 14.
    expect(chain).toEqual([8, 12, 10, 14, 0])
  })

  it('does not write down the tables of a gate that counts to a thousand', () => {
    const names = Array.from({ length: 2000 }, (_, index) => `e${index}`)
    expect(network({ atLeast: [1000, names] })).toBeNull()
    expect(network({ or: names })?.sizes.length).toBe(4000)
  })
})
