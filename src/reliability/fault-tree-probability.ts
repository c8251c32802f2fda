import { FALSE, TRUE } from './decision-diagram.ts'
import type { FaultTreeDiagram } from './fault-tree-diagram.ts'
import { swapSides } from './parallel.ts'
import { type Probability, fromBothSides, toProbability } from './probability.ts'

/**
 * The probability of a basic event, which is a failure: a bare number in [0, 1] is how likely it is to
 * happen, and in a pair of sides that is the `unreliability`.
 */
export type EventProbability = number | Probability

/** The probabilities of the basic events by their names. */
export type EventProbabilities = Readonly<Record<string, EventProbability>>

/**
 * The probabilities of events, in their order.
 *
 * @param names the events looked for
 * @param probabilities by name; others may be among them
 * @param functionName the public function that was called, for the message
 * @throws RangeError if one is missing or no probability
 * @example eventProbabilities(['a'], { a: 0.25 }, 'faultTree') // [{ reliability: 0.75, unreliability: 0.25 }]
 */
export function eventProbabilities(
  names: readonly string[],
  probabilities: EventProbabilities,
  functionName: string,
): readonly Probability[] {
  return names.map((name) => {
    const given = Object.hasOwn(probabilities, name) ? probabilities[name] : undefined
    if (given === undefined) {
      throw new RangeError(`${functionName}: event ${name} must have a probability, got undefined`)
    }
    const sides = toProbability(given, functionName, `event ${name}`)
    return typeof given === 'number' ? swapSides(sides) : sides
  })
}

/** For every node of a store, how likely its function is to be true, and to be false. */
export interface NodeProbabilities {
  readonly happens: Float64Array
  readonly spared: Float64Array
}

/**
 * The probability of every node, by Shannon's expansion from the bottom up: both sides are sums of
 * positive terms.
 *
 * @param tree the store of its diagrams
 * @param events the probabilities of its events, in their order
 * @example nodeProbabilities(faultTreeDiagram('a', 'f'), [fromUnreliability(0.25)]).happens[2] // 0.25
 */
export function nodeProbabilities(
  { diagrams }: Pick<FaultTreeDiagram, 'diagrams'>,
  events: readonly Probability[],
): NodeProbabilities {
  const { variable, high, low } = diagrams
  const happens = new Float64Array(diagrams.size())
  const spared = new Float64Array(happens.length)
  happens[TRUE] = 1
  spared[FALSE] = 1
  const failing = Float64Array.from(events, ({ unreliability }) => unreliability)
  const working = Float64Array.from(events, ({ reliability }) => reliability)
  for (let node = TRUE + 1; node < happens.length; node += 1) {
    const asked = variable(node)
    const [p, q] = [failing[asked] ?? 0, working[asked] ?? 0]
    const [yes, no] = [high(node), low(node)]
    happens[node] = p * (happens[yes] ?? 0) + q * (happens[no] ?? 0)
    spared[node] = p * (spared[yes] ?? 0) + q * (spared[no] ?? 0)
  }
  return { happens, spared }
}

/**
 * The probability of one node out of {@link nodeProbabilities}; that it happens is its `unreliability`.
 *
 * @param node the node
 * @param probabilities of all nodes
 * @example nodeProbability(TRUE, probabilities) // { reliability: 0, unreliability: 1 }
 */
export function nodeProbability(node: number, { happens, spared }: NodeProbabilities): Probability {
  return fromBothSides(spared[node] ?? 0, happens[node] ?? 0)
}
