import { requireWholeNumber } from './domain.ts'
import { FALSE, TRUE } from './decision-diagram.ts'
import { type FaultTreeDiagram, faultTreeDiagram } from './fault-tree-diagram.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import { type SetFamily, minimalSets, requireCoherent } from './minimal-set-family.ts'

/** Sets of names of basic events; the names in a set and the sets are in the order of their characters. */
export type EventSets = readonly (readonly string[])[]

/** As many sets as a reader or a page can still use. */
const DEFAULT_MOST = 10_000

/** As many sets as memory holds. */
const LARGEST_MOST = 1_000_000

function sizeOf({ diagrams }: FaultTreeDiagram, family: SetFamily): number {
  const known = new Map([
    [FALSE, 0],
    [TRUE, 1],
  ])
  const count = (node: SetFamily): number => {
    const before = known.get(node)
    if (before !== undefined) return before
    const sets = count(diagrams.high(node)) + count(diagrams.low(node))
    known.set(node, sets)
    return sets
  }
  return count(family)
}

function compareNames(one: readonly string[], other: readonly string[]): number {
  for (const [index, name] of one.entries()) {
    const rival = other[index]
    if (rival === undefined || name > rival) return 1
    if (name < rival) return -1
  }
  return one.length - other.length
}

function listOf({ diagrams, events }: FaultTreeDiagram, family: SetFamily): EventSets {
  const sets: string[][] = []
  const chosen: string[] = []
  const collect = (node: SetFamily): void => {
    if (node === TRUE) sets.push(chosen.toSorted((a, b) => (a < b ? -1 : 1)))
    if (node <= TRUE) return
    chosen.push(events[diagrams.variable(node)] ?? '')
    collect(diagrams.high(node))
    chosen.pop()
    collect(diagrams.low(node))
  }
  collect(family)
  return sets.toSorted(compareNames)
}

function minimal(
  tree: FaultTree,
  most: number,
  happening: boolean,
  functionName: string,
): EventSets {
  requireWholeNumber(most, 0, LARGEST_MOST, 'most', functionName)
  const diagram = faultTreeDiagram(tree, functionName)
  requireCoherent(diagram, functionName)
  const family = minimalSets(diagram, happening)
  const size = sizeOf(diagram, family)
  if (size > most) {
    throw new RangeError(`${functionName}: there must be at most ${most} minimal sets, got ${size}`)
  }
  return listOf(diagram, family)
}

/**
 * The minimal cut sets of a coherent fault tree: the smallest sets of basic events that bring about
 * the top event by happening together.
 *
 * By Rauzy's minimal solutions of the decision diagram, so that no set is ever dropped for being
 * unlikely or large. A tree that always happens has one, the empty set; one that never happens, none.
 *
 * @param tree gates over the names of basic events; negations are allowed where they cancel out
 * @param most how many sets there may be, a whole number from 0 to 1,000,000
 * @throws RangeError if the tree is malformed, not coherent, or has more sets than `most` (the message
 *   says how many), or its diagram would need more than 2,097,152 nodes
 * @category structure
 * @formula f = \bigvee_{C}\ \bigwedge_{x \in C} x
 * @assumes The tree is coherent: no event, by happening, ever prevents the top event.
 * @source rauzy-1993
 * @example minimalCutSets({ and: [{ or: ['a', 's'] }, { or: ['b', 's'] }] }) // [['a', 'b'], ['s']]
 */
export function minimalCutSets(tree: FaultTree, most = DEFAULT_MOST): EventSets {
  return minimal(tree, most, true, 'minimalCutSets')
}

/**
 * The minimal path sets of a coherent fault tree: the smallest sets of basic events that rule out the
 * top event by not happening.
 *
 * @param tree as for {@link minimalCutSets}
 * @param most how many sets there may be, a whole number from 0 to 1,000,000
 * @throws RangeError as {@link minimalCutSets}
 * @category structure
 * @formula \neg f = \bigvee_{P}\ \bigwedge_{x \in P} \neg x
 * @assumes The tree is coherent: no event, by happening, ever prevents the top event.
 * @source rauzy-1993
 * @example minimalPathSets({ and: [{ or: ['a', 's'] }, { or: ['b', 's'] }] }) // [['a', 's'], ['b', 's']]
 */
export function minimalPathSets(tree: FaultTree, most = DEFAULT_MOST): EventSets {
  return minimal(tree, most, false, 'minimalPathSets')
}
