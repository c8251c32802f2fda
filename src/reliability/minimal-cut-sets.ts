import { faultTreeDiagram } from './fault-tree-diagram.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import { minimalSets, requireCoherent } from './minimal-set-family.ts'
import { setList } from './set-list.ts'

/** Sets of names of basic events; the names in a set and the sets are in the order of their characters. */
export type EventSets = readonly (readonly string[])[]

/** As many sets as a reader or a page can still use. */
const DEFAULT_MOST = 10_000

function minimal(
  tree: FaultTree,
  most: number,
  happening: boolean,
  functionName: string,
): EventSets {
  const diagram = faultTreeDiagram(tree, functionName)
  requireCoherent(diagram, functionName)
  const family = minimalSets(diagram, happening)
  return setList(diagram, family, (event) => diagram.events[event] ?? '', most, functionName)
}

/**
 * The minimal cut sets of a coherent fault tree: the smallest sets of basic events that bring about
 * the top event by happening together. For a tree that is not coherent see `primeImplicants`.
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
 * @where f the top event; C a minimal cut set; x a basic event in it
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
 * @where f the top event; P a minimal path set; x a basic event in it
 * @assumes The tree is coherent: no event, by happening, ever prevents the top event.
 * @source rauzy-1993
 * @example minimalPathSets({ and: [{ or: ['a', 's'] }, { or: ['b', 's'] }] }) // [['a', 's'], ['b', 's']]
 */
export function minimalPathSets(tree: FaultTree, most = DEFAULT_MOST): EventSets {
  return minimal(tree, most, false, 'minimalPathSets')
}
