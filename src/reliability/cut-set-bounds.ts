import { compensatedSum } from './compensated-sum.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import { type EventProbabilities, eventProbabilities } from './fault-tree-probability.ts'
import { minimalCutSets, minimalPathSets } from './minimal-cut-sets.ts'
import { parallel } from './parallel.ts'
import type { Probability } from './probability.ts'
import { series } from './series.ts'

/** What can be said of a top event from its minimal sets without a decision diagram. */
export interface CutSetBounds {
  /** The sum of the probabilities of the minimal cut sets: never too low, and above 1 where it is useless. */
  readonly rareEvent: number
  /** Esary and Proschan's upper bound, 1 - Π(1 - Q) over the minimal cut sets (the min-cut bound). */
  readonly upper: Probability
  /** Their lower bound, the product over the minimal path sets of the probability that one is broken. */
  readonly lower: Probability
}

/**
 * Bounds on the probability of the top event of a coherent fault tree with independent basic events,
 * each as the `unreliability` of a pair. Close where events are rare; {@link faultTree} is exact.
 *
 * @param tree as for {@link minimalCutSets}
 * @param probabilities how likely each basic event is to happen, in [0, 1], by its name
 * @param most how many minimal cut sets, and path sets, there may be, a whole number from 0 to 1,000,000
 * @throws RangeError as {@link minimalCutSets}, or if an event has no probability
 * @category structure
 * @formula Q \le 1 - \prod_{C} \Bigl(1 - \prod_{x \in C} q_x\Bigr) \le \sum_{C} \prod_{x \in C} q_x
 * @formula Q \ge \prod_{P} \Bigl(1 - \prod_{x \in P} (1-q_x)\Bigr)
 * @where Q the probability of the top event; C the minimal cut sets, P the minimal path sets; q_x the
 *   probability of event x
 * @assumes Basic events are independent; what is common to several is an event of its own.
 * @assumes The tree is coherent.
 * @source esary-proschan-1963
 * @source vesely-1981
 * @example
 * const tree = { or: [{ and: ['a', 'b'] }, { and: ['a', 'c'] }] }
 * const { rareEvent, upper, lower } = cutSetBounds(tree, { a: 0.5, b: 0.5, c: 0.5 })
 * // rareEvent 0.5, upper.unreliability 0.4375, lower.unreliability 0.375 (which is exact)
 */
export function cutSetBounds(
  tree: FaultTree,
  probabilities: EventProbabilities,
  most?: number,
): CutSetBounds {
  const cuts = minimalCutSets(tree, most)
  const paths = minimalPathSets(tree, most)
  const read = (set: readonly string[]): readonly Probability[] =>
    eventProbabilities(set, probabilities, 'cutSetBounds')
  // A cut set is a parallel system of its events, a path set a series system.
  const cutSystems = cuts.map((set) => parallel(read(set)))
  const { high, low } = compensatedSum(cutSystems.map(({ unreliability }) => unreliability))
  return {
    rareEvent: high + low,
    upper: series(cutSystems),
    lower: parallel(paths.map((set) => series(read(set)))),
  }
}
