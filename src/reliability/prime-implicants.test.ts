import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnFaultTree } from './cases/drawn-fault-tree.ts'
import { happens, states } from './cases/enumerate-fault-tree.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import { minimalCutSets } from './minimal-cut-sets.ts'
import { primeImplicants } from './prime-implicants.ts'
import type { Literal } from './set-list.ts'

const RUNS = { seed: 20_090_115, numRuns: 150 }

const SIX = ['a', 'b', 'c', 'd', 'e', 'f']

const trees = fc
  .noBias(fc.array(fc.nat({ max: 59 }), { minLength: 60, maxLength: 60 }))
  .map((numbers) => drawnFaultTree(numbers, SIX, true))

/** Per event: 1 happens, 0 does not, null is left open. */
type Term = readonly (0 | 1 | null)[]

/**
 * Quine and McCluskey's way, by exhaustion: of two implicants that differ in one event the union is
 * one too, and those that never unite are prime.
 */
function byTabulation(tree: FaultTree): ReadonlySet<string> {
  const half = Object.fromEntries(SIX.map((name) => [name, 0.5]))
  let terms = new Map<string, Term>()
  for (const { happened } of states(half)) {
    if (!happens(tree, happened)) continue
    const term = SIX.map((name) => (happened.has(name) ? 1 : 0))
    terms.set(JSON.stringify(term), term)
  }
  const primes = new Set<string>()
  while (terms.size > 0) {
    const united = new Map<string, Term>()
    for (const [key, term] of terms) {
      let prime = true
      for (const [place, value] of term.entries()) {
        if (value === null) continue
        const partner = JSON.stringify(term.with(place, value === 0 ? 1 : 0))
        if (!terms.has(partner)) continue
        prime = false
        const union = term.with(place, null)
        united.set(JSON.stringify(union), union)
      }
      if (prime) primes.add(key)
    }
    terms = united
  }
  return primes
}

function asTerm(set: readonly Literal[]): Term {
  return SIX.map((name) => {
    if (set.includes(name)) return 1
    return set.some((literal) => typeof literal !== 'string' && literal.not === name) ? 0 : null
  })
}

describe('primeImplicants', () => {
  it('finds the consensus that no branch of the tree names', () => {
    // By hand: a with b, or s without a; with b and s it does not matter whether a happens.
    const jumpy: FaultTree = { or: [{ and: ['a', 'b'] }, { and: [{ not: 'a' }, 's'] }] }
    expect(primeImplicants(jumpy)).toEqual([
      ['a', 'b'],
      [{ not: 'a' }, 's'],
      ['b', 's'],
    ])
  })

  it('takes an exclusive or, of which neither side is coherent', () => {
    const one: FaultTree = {
      or: [{ and: ['x', { not: 'y' }] }, { and: ['y', { not: 'x' }] }],
    }
    expect(primeImplicants(one)).toEqual([
      ['x', { not: 'y' }],
      [{ not: 'x' }, 'y'],
    ])
  })

  it('lists them by name, happening first, whatever the order in the tree', () => {
    const one: FaultTree = {
      or: [{ and: ['y', { not: 'x' }] }, { and: [{ not: 'y' }, 'x'] }],
    }
    expect(primeImplicants(one)).toEqual([
      ['x', { not: 'y' }],
      [{ not: 'x' }, 'y'],
    ])
    const two: FaultTree = { or: [{ and: [{ not: 'y' }, 'a'] }, { and: ['y', 'b'] }] }
    expect(primeImplicants(two)).toEqual([
      ['a', 'b'],
      ['a', { not: 'y' }],
      ['b', 'y'],
    ])
  })

  it('has the empty set alone where nothing is needed, and none where nothing suffices', () => {
    expect(primeImplicants({ or: ['a', { not: 'a' }] })).toEqual([[]])
    expect(primeImplicants({ and: ['a', { not: 'a' }] })).toEqual([])
  })

  it('agrees with Quine and McCluskey on six events', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const primes = primeImplicants(tree).map((set) => JSON.stringify(asTerm(set)))
        const expected = byTabulation(tree)
        expect(primes).toHaveLength(expected.size)
        expect(new Set(primes)).toEqual(expected)
      }),
      RUNS,
    )
  })

  it('is the minimal cut sets of a coherent tree', () => {
    const tree: FaultTree = { atLeast: [2, [{ and: ['a', 'b'] }, 'b', { or: ['c', 'd'] }, 'e']] }
    expect(primeImplicants(tree)).toEqual(minimalCutSets(tree))
  })

  it('is what minimalCutSets points to for a tree that is not coherent', () => {
    expect(() => minimalCutSets({ not: 'a' })).toThrow('primeImplicants')
    expect(primeImplicants({ not: 'a' })).toEqual([[{ not: 'a' }]])
  })

  it('says how many there are where there are too many', () => {
    // By hand: exactly 3 of 6, C(6, 3) = 20 sets, each with all six events.
    const exactly: FaultTree = {
      and: [{ atLeast: [3, SIX] }, { not: { atLeast: [4, SIX] } }],
    }
    expect(primeImplicants(exactly, 20)).toHaveLength(20)
    expect(() => primeImplicants(exactly, 19)).toThrow(
      'primeImplicants: there must be at most 19 minimal sets, got 20',
    )
    expect(() => primeImplicants('a', 0.5)).toThrow('primeImplicants: most must be a whole number')
  })
})
