import { FALSE, TRUE } from './decision-diagram.ts'
import type { FaultTreeDiagram } from './fault-tree-diagram.ts'

/**
 * A family of sets of events as a diagram in the same store: FALSE is no set at all, TRUE is the empty
 * set alone, and a node joins the sets under `low` with those under `high`, each of the latter with the
 * event of the node added.
 */
export type SetFamily = number

/** More than any store has nodes, so that two of them make one key. */
const KEY = 2 ** 24

/**
 * Refuses a tree whose top event can be undone by a basic event's happening.
 *
 * @param tree the diagram of the tree
 * @param functionName the public function that was called, for the message
 * @throws RangeError naming the event
 * @example requireCoherent(faultTreeDiagram('a', 'minimalCutSets'), 'minimalCutSets') // nothing happens
 */
export function requireCoherent(tree: FaultTreeDiagram, functionName: string): void {
  const { variable, high, low, choose } = tree.diagrams
  const seen = new Set<number>()
  const visit = (node: number): void => {
    if (node <= TRUE || seen.has(node)) return
    seen.add(node)
    if (choose(high(node), FALSE, low(node)) !== FALSE) {
      throw new RangeError(
        `${functionName}: the tree must be coherent, got one in which ${tree.events[variable(node)]} can prevent the top event`,
      )
    }
    visit(high(node))
    visit(low(node))
  }
  if (tree.negations) visit(tree.top)
}

/**
 * The minimal sets of events that settle the top event of a coherent tree: by happening, the minimal
 * cut sets; by not happening, the minimal path sets.
 *
 * @param tree the diagram of a coherent tree
 * @param happening whether the events of a set happen, or do not
 * @source rauzy-1993
 * @example minimalSets(faultTreeDiagram({ and: [] }, 'f'), true) // TRUE, the empty set alone
 */
export function minimalSets({ diagrams, top }: FaultTreeDiagram, happening: boolean): SetFamily {
  const { variable, high, low, node } = diagrams
  const join = (event: number, sets: SetFamily, others: SetFamily): SetFamily =>
    sets === FALSE ? others : node(event, sets, others)

  const leftOver = new Map<number, SetFamily>()
  // The sets of the one family that are not in the other.
  const without = (sets: SetFamily, removed: SetFamily): SetFamily => {
    if (sets === FALSE || sets === removed) return FALSE
    if (removed === FALSE) return sets
    const key = sets * KEY + removed
    const known = leftOver.get(key)
    if (known !== undefined) return known
    const [event, other] = [variable(sets), variable(removed)]
    let answer: SetFamily
    if (event > other) answer = without(sets, low(removed))
    else if (event < other) answer = join(event, high(sets), without(low(sets), removed))
    else {
      const added = without(high(sets), high(removed))
      answer = join(event, added, without(low(sets), low(removed)))
    }
    leftOver.set(key, answer)
    return answer
  }

  const settled = new Map<number, SetFamily>()
  const settle = (part: number): SetFamily => {
    if (part <= TRUE) return (part === TRUE) === happening ? TRUE : FALSE
    const known = settled.get(part)
    if (known !== undefined) return known
    const [helped, unaided] = happening ? [high(part), low(part)] : [low(part), high(part)]
    const others = settle(unaided)
    // A set that settles the top event without the help of this event also does with it. So where a
    // set for "with help" includes one for "without", the two are equal, or it would not be minimal.
    const answer = join(variable(part), without(settle(helped), others), others)
    settled.set(part, answer)
    return answer
  }
  return settle(top)
}
