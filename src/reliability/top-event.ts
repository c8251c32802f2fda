import { eliminationOrder } from './elimination-order.ts'
import { faultTreeDiagram } from './fault-tree-diagram.ts'
import { eliminated } from './fault-tree-elimination.ts'
import { type FaultTree, numberTree } from './fault-tree-gate.ts'
import { faultTreeNetwork } from './fault-tree-network.ts'
import { nodeProbabilities, nodeProbability } from './fault-tree-probability.ts'
import type { Probability } from './probability.ts'

/** Multiplications that take about as long as a large decision diagram, 0.3 seconds. */
const MOST_COST = 2 ** 27

/**
 * The probability of the top event of a tree: by summing out the variables of its network, and where
 * no order makes that cheap, by a decision diagram. Both are exact; which one is faster depends on
 * what is shared between which branches.
 *
 * @param tree the fault tree
 * @param read the probabilities of the basic events with these names, in their order
 * @param functionName the public function that was called, for the message
 * @returns that the top event happens is the `unreliability`
 * @throws RangeError if the tree is malformed, or both ways would need too much memory
 * @example topEvent('a', () => [fromUnreliability(0.25)], 'faultTree').unreliability // 0.25
 */
export function topEvent(
  tree: FaultTree,
  read: (names: readonly string[]) => readonly Probability[],
  functionName: string,
): Probability {
  const numbered = numberTree(tree, functionName)
  const network = faultTreeNetwork(numbered, read(numbered.events))
  if (network !== null) {
    const scopes = network.tables.map(({ scope }) => scope)
    const found = eliminationOrder({ sizes: network.sizes, scopes }, network.top, MOST_COST)
    if (found !== null) return eliminated(network, found.order)
  }
  const diagram = faultTreeDiagram(tree, functionName)
  return nodeProbability(diagram.top, nodeProbabilities(diagram, read(diagram.events)))
}
