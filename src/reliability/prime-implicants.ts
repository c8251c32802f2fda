import { FALSE, TRUE } from './decision-diagram.ts'
import { faultTreeDiagram } from './fault-tree-diagram.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import { type SetFamily, setsWithout, withEvent } from './minimal-set-family.ts'
import { type Literal, setList } from './set-list.ts'

/** As many as a reader or a page can still use. */
const DEFAULT_MOST = 10_000

/**
 * The prime implicants of a fault tree: the smallest sets of events happening or not happening that
 * bring about the top event whatever the other events do. Of a coherent tree they are its minimal cut
 * sets.
 *
 * By Coudert and Madre's recursion over the decision diagram: what needs no answer about an event is
 * prime where it suffices with and without it, and the rest of either side needs the answer. There may
 * be far more of them than needed to make the top event; `{ and: set }` of each is a tree again.
 *
 * @param tree gates over the names of basic events, negations anywhere
 * @param most how many there may be, a whole number from 0 to 1,000,000
 * @returns sets of names, `{ not: name }` for an event that must not happen, in the order of the names
 * @throws RangeError if the tree is malformed or has more of them than `most` (the message says how
 *   many), or its diagram would need more than 2,097,152 nodes
 * @category structure
 * @formula \mathrm{PI}(f) = P \cup x\,(\mathrm{PI}(f_{x}) \setminus P) \cup \bar{x}\,(\mathrm{PI}(f_{\bar{x}}) \setminus P)
 * @formula P = \mathrm{PI}(f_{x} \wedge f_{\bar{x}})
 * @where f the tree; f_x and f_x̄ the tree with x happening and not happening
 * @assumes Every basic event either happens or does not; the order in which events happen plays no part.
 * @source coudert-madre-1992
 * @source rauzy-1993
 * @example primeImplicants({ or: [{ and: ['a', 'b'] }, { and: [{ not: 'a' }, 's'] }] }) // [['a', 'b'], [{ not: 'a' }, 's'], ['b', 's']]
 */
export function primeImplicants(
  tree: FaultTree,
  most = DEFAULT_MOST,
): readonly (readonly Literal[])[] {
  const diagram = faultTreeDiagram(tree, 'primeImplicants')
  const { variable, high, low, node, choose } = diagram.diagrams
  const without = setsWithout(diagram.diagrams)
  const known = new Map<number, SetFamily>()
  // Two variables for each event: an even one where it happens, and the next where it does not.
  const primes = (part: number): SetFamily => {
    if (part <= TRUE) return part
    const before = known.get(part)
    if (before !== undefined) return before
    const literal = 2 * variable(part)
    const either = primes(choose(high(part), low(part), FALSE))
    const spared = withEvent(node, literal + 1, without(primes(low(part)), either), either)
    const answer = withEvent(node, literal, without(primes(high(part)), either), spared)
    known.set(part, answer)
    return answer
  }
  const literal = (index: number): Literal => {
    const name = diagram.events[index >> 1] ?? ''
    return index % 2 === 0 ? name : { not: name }
  }
  return setList(diagram, primes(diagram.top), literal, most, 'primeImplicants')
}
