import { FALSE, TRUE } from './decision-diagram.ts'
import { type FaultTreeDiagram, faultTreeDiagram } from './fault-tree-diagram.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import {
  type EventProbabilities,
  eventProbabilities,
  nodeProbabilities,
  nodeProbability,
} from './fault-tree-probability.ts'
import { type SetFamily, minimalSets, requireCoherent } from './minimal-set-family.ts'

/** For each event, the diagram that is true when all events of a minimal cut set with this one happen. */
function cutsWith(tree: FaultTreeDiagram): readonly number[] {
  const { variable, high, low, node, choose } = tree.diagrams
  const either = (one: number, other: number): number => choose(one, TRUE, other)

  const anyOf = new Map<SetFamily, number>()
  const any = (family: SetFamily): number => {
    if (family <= TRUE) return family
    const known = anyOf.get(family)
    if (known !== undefined) return known
    const others = any(low(family))
    const answer = node(variable(family), either(any(high(family)), others), others)
    anyOf.set(family, answer)
    return answer
  }

  const cuts = minimalSets(tree, true)
  return tree.events.map((_, event) => {
    const withEvent = new Map<SetFamily, number>()
    const select = (family: SetFamily): number => {
      if (family <= TRUE || variable(family) > event) return FALSE
      if (variable(family) === event) return node(event, any(high(family)), FALSE)
      const known = withEvent.get(family)
      if (known !== undefined) return known
      const others = select(low(family))
      const answer = node(variable(family), either(select(high(family)), others), others)
      withEvent.set(family, answer)
      return answer
    }
    return select(cuts)
  })
}

/**
 * The Fussell-Vesely importance of each basic event of a coherent fault tree: the probability that,
 * given the top event, all events of at least one minimal cut set with this event have happened. 0 for
 * every event where the top event cannot happen, and for events that the tree does not depend on.
 *
 * Exact, by decision diagrams of the cut sets, not the usual sum over them. It is not smaller than the
 * criticality, which also asks that the event was decisive.
 *
 * @param tree as for {@link minimalCutSets}
 * @param probabilities how likely each basic event is to happen, in [0, 1], by its name
 * @throws RangeError if the tree is malformed or not coherent, an event has no probability, or a
 *   diagram would need more than 2,097,152 nodes
 * @category structure
 * @formula I_{FV} = \frac{1}{Q}\, P\Bigl(\bigcup_{C \ni i}\ \bigcap_{x \in C} x\Bigr)
 * @where Q the probability of the top event; C the minimal cut sets with event i
 * @assumes Basic events are independent; what is common to several is an event of its own.
 * @assumes The tree is coherent.
 * @source fussell-1975
 * @source rauzy-1993
 * @example fussellVesely({ or: ['a', 'b'] }, { a: 0.5, b: 0.25 }).a // 0.8
 */
export function fussellVesely(
  tree: FaultTree,
  probabilities: EventProbabilities,
): Readonly<Record<string, number>> {
  const names = Object.keys(probabilities)
  eventProbabilities(names, probabilities, 'fussellVesely')
  const diagram = faultTreeDiagram(tree, 'fussellVesely')
  requireCoherent(diagram, 'fussellVesely')
  const events = eventProbabilities(diagram.events, probabilities, 'fussellVesely')
  const cuts = cutsWith(diagram)
  const nodes = nodeProbabilities(diagram, events)
  const top = nodeProbability(diagram.top, nodes).unreliability
  const importance = new Map(names.map((name) => [name, 0]))
  for (const [event, cut] of cuts.entries()) {
    const happened = nodeProbability(cut, nodes).unreliability
    importance.set(diagram.events[event] ?? '', top > 0 ? happened / top : 0)
  }
  return Object.fromEntries(importance)
}
