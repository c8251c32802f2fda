import type { NumberedTree } from './fault-tree-gate.ts'

/** An order of events that is estimated to need no more nodes than this is not improved on. */
const GOOD_ENOUGH = 2 ** 16

/** How many events and gates are looked at while inputs of gates change places; about 10 milliseconds. */
const MOST_STEPS = 1_000_000

/** Where an estimate is out of all bounds anyway; a sum of these is still finite. */
const MOST_ESTIMATED = 2 ** 1000

/** Powers of two, which the estimate needs far too often to compute. */
const POWERS = Float64Array.from({ length: 1000 }, (_, exponent) => 2 ** exponent)

/** For each event its place, 0 being the top of the diagram. */
export type VariableOrder = Int32Array

/** For each gate, each after those below it, its inputs: below `events` an event, from there on a gate. */
type Inputs = readonly (readonly number[])[]

/** What is asked again and again about one tree while the inputs of its gates are moved about. */
interface OrderSearch {
  /** The order in which a walk through the tree meets the events. */
  readonly asMet: () => VariableOrder
  /**
   * An estimate of the nodes needed. A gate has to be remembered from the place where the first of
   * its inputs is decided to the place where the last one is; k gates to remember make about 2^k nodes.
   */
  readonly estimate: (order: VariableOrder) => number
}

function orderSearch(events: number, top: number, inputs: Inputs): OrderSearch {
  const order = new Int32Array(events)
  const visited = new Uint8Array(inputs.length)
  let next = 0
  const visit = (part: number): void => {
    if (part < events) {
      if (order[part] === -1) order[part] = next++
      return
    }
    if (visited[part - events] === 1) return
    visited[part - events] = 1
    const list = inputs[part - events] ?? []
    for (let index = 0; index < list.length; index += 1) visit(list[index] ?? 0)
  }
  const asMet = (): VariableOrder => {
    order.fill(-1)
    visited.fill(0)
    next = 0
    visit(top)
    return order
  }

  const decided = new Int32Array(events + inputs.length)
  const changes = new Int32Array(events + 1)
  const estimate = (places: VariableOrder): number => {
    decided.set(places)
    changes.fill(0)
    for (let gate = 0; gate < inputs.length; gate += 1) {
      const list = inputs[gate] ?? []
      let first = events
      let last = 0
      for (let index = 0; index < list.length; index += 1) {
        const place = decided[list[index] ?? 0] ?? 0
        if (place < first) first = place
        if (place > last) last = place
      }
      decided[events + gate] = last
      if (first < last) {
        changes[first] = (changes[first] ?? 0) + 1
        changes[last] = (changes[last] ?? 0) - 1
      }
    }
    let open = 0
    let nodes = 0
    for (let place = 0; place < events; place += 1) {
      open += changes[place] ?? 0
      nodes += POWERS[open] ?? MOST_ESTIMATED
    }
    return nodes
  }
  return { asMet, estimate }
}

/** The order as met when the inputs of the gates are rearranged, two at a time, while that lowers the estimate. */
function rearranged(events: number, top: number, inputs: Inputs): VariableOrder {
  const arranged = inputs.map((list) => [...list])
  const { asMet, estimate } = orderSearch(events, top, arranged)
  let best = estimate(asMet())
  let trials = Math.floor(MOST_STEPS / (events + inputs.length))
  for (let before = Infinity; best < before && trials > 0;) {
    before = best
    for (const list of arranged) {
      for (let place = 0; place < list.length; place += 1) {
        for (let other = place + 1; other < list.length && trials > 0; other += 1) {
          const [left = 0, right = 0] = [list[place], list[other]]
          list[place] = right
          list[other] = left
          const cost = estimate(asMet())
          if (cost < best) best = cost
          else [list[place], list[other]] = [left, right]
          trials -= 1
        }
      }
    }
  }
  return asMet()
}

/**
 * Orders of the events for a decision diagram of the tree, the most promising first. The order in
 * which a depth-first walk meets the events is alone where it is good enough.
 *
 * @param tree the tree in numbers
 * @source rauzy-1993
 * @example variableOrders(numberTree({ or: ['a', 'b'] }, 'faultTree')) // [Int32Array [0, 1]]
 */
export function variableOrders(tree: NumberedTree): readonly VariableOrder[] {
  const events = tree.events.length
  const inputs = tree.gates.map((gate) => gate.inputs)
  const search = orderSearch(events, tree.top, inputs)
  const written = search.asMet().slice()
  if (search.estimate(written) <= GOOD_ENOUGH) return [written]
  // Rearranging begins with the order as written and only ever lowers the estimate.
  return [rearranged(events, tree.top, inputs), written]
}
