import { faultTreeDiagram } from './fault-tree-diagram.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import {
  type EventProbabilities,
  eventProbabilities,
  nodeProbabilities,
  nodeProbability,
} from './fault-tree-probability.ts'
import type { Probability } from './probability.ts'

/**
 * The probability of the top event of a fault tree with independent basic events, exactly: events may
 * occur in several branches, and gates may be negated.
 *
 * By a binary decision diagram, without inclusion and exclusion or cut-off. The top event is the
 * failure, so its probability is the `unreliability` of the answer. Relative error of either side at
 * most 1e-12 for 200 events; values below about 1e-300 lose digits or come back as 0.
 *
 * @param tree gates over the names of basic events; at most 1,000 deep, with at most 2,000 events
 * @param probabilities how likely each basic event is to happen, in [0, 1], by its name
 * @throws RangeError if the tree is malformed, an event has no probability, or the diagram would need
 *   more than 2,097,152 nodes (as trees may in which very many events are shared between far branches)
 * @category structure
 * @formula P(f) = p\,P(f_{x=1}) + (1-p)\,P(f_{x=0})
 * @where f the top event as a function of the basic events; p the probability of one of them, x
 * @assumes Basic events are independent; what is common to several is an event of its own.
 * @assumes Only whether events happen counts, not when or in which order.
 * @source rauzy-1993
 * @source bryant-1986
 * @example
 * const pumpsAndPower = { or: [{ and: ['pump 1', 'pump 2'] }, 'power'] }
 * faultTree(pumpsAndPower, { 'pump 1': 0.1, 'pump 2': 0.1, power: 0.01 }).unreliability // 0.0199
 */
export function faultTree(tree: FaultTree, probabilities: EventProbabilities): Probability {
  const diagram = faultTreeDiagram(tree, 'faultTree')
  const events = eventProbabilities(diagram.events, probabilities, 'faultTree')
  return nodeProbability(diagram.top, nodeProbabilities(diagram, events))
}
