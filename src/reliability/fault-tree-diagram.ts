import {
  type DecisionDiagrams,
  DiagramTooLargeError,
  FALSE,
  TRUE,
  decisionDiagrams,
} from './decision-diagram.ts'
import { type FaultTree, type NumberedTree, numberTree } from './fault-tree-gate.ts'
import { type VariableOrder, variableOrders } from './variable-order.ts'

/** Nodes allowed while another order of the events may do better. */
const FIRST_ROOM = 2 ** 17

/** Nodes allowed at last, about 150 MB. */
const LAST_ROOM = 2 ** 21

/** A fault tree as a decision diagram. */
export interface FaultTreeDiagram {
  readonly diagrams: DecisionDiagrams
  readonly top: number
  /** The names of the variables, from the top of the diagram down. */
  readonly events: readonly string[]
  /** Whether the tree negates anything. Without negations it is coherent; with them it may be. */
  readonly negations: boolean
}

/** "At least `count` of these", by counting from the last one back. */
function atLeast({ choose }: DecisionDiagrams, count: number, inputs: readonly number[]): number {
  if (count <= 0) return TRUE
  if (count > inputs.length) return FALSE
  // After each step, entry j says whether j of the inputs seen so far are true. Entries too low to
  // reach `count` with the inputs still to come are left behind.
  const enough: number[] = Array.from({ length: count + 1 }, (_, j) => (j === 0 ? TRUE : FALSE))
  for (let index = inputs.length - 1; index >= 0; index -= 1) {
    const input = inputs[index] ?? FALSE
    for (let j = Math.min(count, inputs.length - index); j >= Math.max(1, count - index); j -= 1) {
      enough[j] = choose(input, enough[j - 1] ?? FALSE, enough[j] ?? FALSE)
    }
  }
  return enough[count] ?? FALSE
}

function build(
  tree: NumberedTree,
  order: VariableOrder,
  room: number,
  functionName: string,
): FaultTreeDiagram {
  const diagrams = decisionDiagrams(room, functionName)
  const built = Array.from(order, (place) => diagrams.node(place, TRUE, FALSE))
  const events: string[] = []
  for (const [event, name] of tree.events.entries()) events[order[event] ?? 0] = name
  for (const { count, inputs, negated } of tree.gates) {
    const gate = atLeast(
      diagrams,
      count,
      inputs.map((input) => built[input] ?? FALSE),
    )
    built.push(negated ? diagrams.choose(gate, FALSE, TRUE) : gate)
  }
  const negations = tree.gates.some(({ negated }) => negated)
  return { diagrams, top: built[tree.top] ?? FALSE, events, negations }
}

/**
 * The decision diagram of a fault tree, by the first order of its events that leads to one of
 * bearable size.
 *
 * @param tree the fault tree
 * @param functionName the public function that was called, for the message
 * @throws RangeError if the tree is malformed, or needs more than 2,097,152 nodes
 * @source rauzy-1993
 * @example faultTreeDiagram('a', 'faultTree').events // ['a']
 */
export function faultTreeDiagram(tree: FaultTree, functionName: string): FaultTreeDiagram {
  const numbered = numberTree(tree, functionName)
  const orders = variableOrders(numbered)
  let failure: unknown
  for (const room of [FIRST_ROOM, LAST_ROOM]) {
    for (const order of orders) {
      try {
        const diagram = build(numbered, order, room, functionName)
        diagram.diagrams.allow(LAST_ROOM)
        return diagram
      } catch (error) {
        if (!(error instanceof DiagramTooLargeError)) throw error
        failure = error
      }
    }
  }
  throw failure
}
