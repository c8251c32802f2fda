import { FALSE, TRUE } from './decision-diagram.ts'
import { type FaultTreeDiagram, faultTreeDiagram } from './fault-tree-diagram.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import {
  type EventProbabilities,
  eventProbabilities,
  nodeProbabilities,
  nodeProbability,
} from './fault-tree-probability.ts'
import { type Probability, fromReliability } from './probability.ts'

const ALWAYS = fromReliability(0)
const NEVER = fromReliability(1)

/** How much a basic event matters to the top event. */
export interface EventImportance {
  /**
   * Birnbaum: the derivative of the probability of the top event by that of the basic event. In
   * [0, 1] for a coherent tree, where it is the chance that the event decides; in [-1, 1] otherwise.
   */
  readonly birnbaum: number
  /**
   * Criticality: Birnbaum times the probability of the event over that of the top event; the chance
   * that, given the top event, this event was decisive. 0 where the top event never happens.
   */
  readonly criticality: number
  /** Risk achievement worth: how many times likelier the top event is once this event is certain. */
  readonly riskAchievement: number
  /** Risk reduction worth: how many times less likely the top event is once this event is impossible. */
  readonly riskReduction: number
}

/** The importance of an event that the tree does not mention. */
const IRRELEVANT: EventImportance = {
  birnbaum: 0,
  criticality: 0,
  riskAchievement: 1,
  riskReduction: 1,
}

/**
 * The derivative of the top event's probability by that of each event: over all nodes that ask about
 * it, how likely a walk from the top comes there, times how likely the rest then decides by it. What
 * makes the top event happen and what prevents it are added apart, so that only a non-coherent tree
 * takes a difference at all.
 */
function derivatives(tree: FaultTreeDiagram, events: readonly Probability[]): Float64Array {
  const { variable, high, low, choose } = tree.diagrams
  const reached = new Float64Array(tree.top + 1)
  reached[tree.top] = 1
  const decisions: { event: number; through: number; causes: number; prevents: number }[] = []
  for (let node = tree.top; node > TRUE; node -= 1) {
    const through = reached[node] ?? 0
    if (through === 0) continue
    const event = variable(node)
    const [yes, no] = [high(node), low(node)]
    reached[yes] = (reached[yes] ?? 0) + through * (events[event]?.unreliability ?? 0)
    reached[no] = (reached[no] ?? 0) + through * (events[event]?.reliability ?? 0)
    decisions.push({
      event,
      through,
      causes: choose(no, FALSE, yes),
      prevents: tree.negations ? choose(yes, FALSE, no) : FALSE,
    })
  }
  const { happens } = nodeProbabilities(tree, events)
  const causing = new Float64Array(events.length)
  const preventing = new Float64Array(events.length)
  for (const { event, through, causes, prevents } of decisions) {
    causing[event] = (causing[event] ?? 0) + through * (happens[causes] ?? 0)
    preventing[event] = (preventing[event] ?? 0) + through * (happens[prevents] ?? 0)
  }
  return causing.map((sum, event) => sum - (preventing[event] ?? 0))
}

/** How many times the one is as likely as the other; two impossible events are equally likely. */
function timesAsLikely(one: number, other: number): number {
  if (other > 0) return one / other
  return one > 0 ? Infinity : 1
}

/**
 * The importance of each basic event of a fault tree, with all of them independent.
 *
 * By the decision diagram of the tree, exactly; the accuracy is that of {@link faultTree}, except that
 * the Birnbaum importance in a non-coherent tree is a difference of two such sums. For Fussell-Vesely
 * see {@link fussellVesely}.
 *
 * @param tree gates over the names of basic events; at most 1,000 deep, with at most 2,000 events
 * @param probabilities how likely each basic event is to happen, in [0, 1], by its name; events that
 *   the tree does not mention get an importance, too
 * @throws RangeError as {@link faultTree}
 * @category structure
 * @formula I_B = \frac{\partial Q}{\partial q_i} = Q(1_i) - Q(0_i)
 * @formula I_C = \frac{q_i}{Q}\, I_B
 * @formula \mathrm{RAW} = \frac{Q(1_i)}{Q}, \quad \mathrm{RRW} = \frac{Q}{Q(0_i)}
 * @where Q the probability of the top event; q_i that of event i; 1_i and 0_i with that event certain
 *   and impossible
 * @assumes Basic events are independent; what is common to several is an event of its own.
 * @source birnbaum-1969
 * @source rauzy-1993
 * @source vesely-1983
 * @example
 * const { a } = eventImportance({ or: ['a', 'b'] }, { a: 0.5, b: 0.25 })
 * // birnbaum 0.75, criticality 0.6, riskAchievement 1.6, riskReduction 2.5
 */
export function eventImportance(
  tree: FaultTree,
  probabilities: EventProbabilities,
): Readonly<Record<string, EventImportance>> {
  const names = Object.keys(probabilities)
  eventProbabilities(names, probabilities, 'eventImportance')
  const diagram = faultTreeDiagram(tree, 'eventImportance')
  const events = eventProbabilities(diagram.events, probabilities, 'eventImportance')
  const topWith = (changed: number | null, sides: Probability): number => {
    const given = events.map((event, index) => (index === changed ? sides : event))
    return nodeProbability(diagram.top, nodeProbabilities(diagram, given)).unreliability
  }
  const top = topWith(null, NEVER)
  const ifCertain = events.map((_, event) => topWith(event, ALWAYS))
  const ifImpossible = events.map((_, event) => topWith(event, NEVER))
  const importance = new Map(names.map((name) => [name, IRRELEVANT]))
  for (const [event, birnbaum] of derivatives(diagram, events).entries()) {
    const happens = events[event]?.unreliability ?? 0
    importance.set(diagram.events[event] ?? '', {
      birnbaum,
      criticality: top > 0 ? (birnbaum * happens) / top : 0,
      riskAchievement: timesAsLikely(ifCertain[event] ?? 0, top),
      riskReduction: timesAsLikely(top, ifImpossible[event] ?? 0),
    })
  }
  return Object.fromEntries(importance)
}
