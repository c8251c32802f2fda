import { type DecisionDiagrams, FALSE, TRUE } from './decision-diagram.ts'
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
        `${functionName}: the tree must be coherent, got one in which ${tree.events[variable(node)]} can prevent the top event (primeImplicants takes those)`,
      )
    }
    visit(high(node))
    visit(low(node))
  }
  if (tree.negations) visit(tree.top)
}

/**
 * The family of those sets that are in the one family and not in the other, for families in which no
 * set includes another.
 *
 * @param diagrams the store that both are in
 * @returns a function of two families, which remembers what it answered
 * @source rauzy-1993
 * @example setsWithout(decisionDiagrams(9, 'f'))(TRUE, TRUE) // FALSE
 */
export function setsWithout({
  variable,
  high,
  low,
  node,
}: DecisionDiagrams): (sets: SetFamily, removed: SetFamily) => SetFamily {
  const known = new Map<number, SetFamily>()
  const without = (sets: SetFamily, removed: SetFamily): SetFamily => {
    if (sets === FALSE || sets === removed) return FALSE
    if (removed === FALSE) return sets
    const key = sets * KEY + removed
    const before = known.get(key)
    if (before !== undefined) return before
    const [event, other] = [variable(sets), variable(removed)]
    let answer: SetFamily
    if (event > other) answer = without(sets, low(removed))
    else {
      const [added, others] = event < other ? [FALSE, removed] : [high(removed), low(removed)]
      answer = withEvent(node, event, without(high(sets), added), without(low(sets), others))
    }
    known.set(key, answer)
    return answer
  }
  return without
}

/**
 * Joins the sets of one family, each with an event added, and those of another.
 *
 * @param node as in {@link DecisionDiagrams}
 * @param event the event, above all in either family
 * @param sets the sets it is added to
 * @param others the sets it is not in
 * @example withEvent(diagrams.node, 0, FALSE, TRUE) // TRUE
 */
export function withEvent(
  node: DecisionDiagrams['node'],
  event: number,
  sets: SetFamily,
  others: SetFamily,
): SetFamily {
  return sets === FALSE ? others : node(event, sets, others)
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
  const without = setsWithout(diagrams)
  const settled = new Map<number, SetFamily>()
  const settle = (part: number): SetFamily => {
    if (part <= TRUE) return (part === TRUE) === happening ? TRUE : FALSE
    const known = settled.get(part)
    if (known !== undefined) return known
    const [helped, unaided] = happening ? [high(part), low(part)] : [low(part), high(part)]
    const others = settle(unaided)
    // A set that settles the top event without the help of this event also does with it. So where a
    // set for "with help" includes one for "without", the two are equal, or it would not be minimal.
    const answer = withEvent(node, variable(part), without(settle(helped), others), others)
    settled.set(part, answer)
    return answer
  }
  return settle(top)
}
