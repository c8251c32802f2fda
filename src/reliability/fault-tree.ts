import type { FaultTree } from './fault-tree-gate.ts'
import { type EventProbabilities, eventProbabilities } from './fault-tree-probability.ts'
import type { Probability } from './probability.ts'
import { topEvent } from './top-event.ts'

/**
 * The probability of the top event of a fault tree with independent basic events, exactly: events may
 * occur in several branches, and gates may be negated.
 *
 * By summing out one event or gate after the other, or by a binary decision diagram where that is
 * cheaper; no cut-off, and nothing is ever subtracted. The top event is the failure, so its probability
 * is the `unreliability` of the answer. Relative error of either side at most 1e-12 for 200 events;
 * values below about 1e-300 lose digits or come back as 0. Milliseconds for nested gates over 200
 * events of which 20 occur in several branches.
 *
 * @param tree gates over the names of basic events; at most 1,000 deep, with at most 2,000 events
 * @param probabilities how likely each basic event is to happen, in [0, 1], by its name
 * @throws RangeError if the tree is malformed, an event has no probability, or both ways would be too
 *   large (as they may where very many events are shared between far branches)
 * @category structure
 * @formula P(f) = p\,P(f_{x=1}) + (1-p)\,P(f_{x=0})
 * @where f the top event as a function of the basic events; p the probability of one of them, x
 * @assumes Basic events are independent; what is common to several is an event of its own.
 * @assumes Only whether events happen counts, not when or in which order.
 * @source dechter-1999
 * @source bobbio-2001
 * @source rauzy-1993
 * @example
 * const pumpsAndPower = { or: [{ and: ['pump 1', 'pump 2'] }, 'power'] }
 * faultTree(pumpsAndPower, { 'pump 1': 0.1, 'pump 2': 0.1, power: 0.01 }).unreliability // 0.0199
 */
export function faultTree(tree: FaultTree, probabilities: EventProbabilities): Probability {
  const read = (names: readonly string[]): readonly Probability[] =>
    eventProbabilities(names, probabilities, 'faultTree')
  return topEvent(tree, read, 'faultTree')
}
