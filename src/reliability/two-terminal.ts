import { swapSides } from './parallel.ts'
import { type Component, type Probability, fromBothSides, toProbability } from './probability.ts'

/** States told apart at once; a second or two. */
const MOST_STATES = 2 ** 15

/** A link of a {@link Network}; all links are independent. */
export interface Link {
  /** The node at its one end. */
  readonly from: string
  /** The node at its other end. */
  readonly to: string
  /** Whether it carries traffic; a bare number is a reliability in [0, 1]. */
  readonly link: Component
  /** Whether it carries traffic from `from` to `to` alone; both ways by default. */
  readonly oneWay?: boolean
}

/** What {@link twoTerminal} is asked about. */
export interface Network {
  /** The node that must reach `target`. */
  readonly source: string
  /** The node that must be reached. */
  readonly target: string
  /** The links, any number between the same two nodes. */
  readonly links: readonly Link[]
  /** The nodes that may fail, independently, by name; a bare number is a reliability in [0, 1]. */
  readonly nodes?: Readonly<Record<string, Component>>
}

/** For each node, as bits, those that can be reached from it. */
type Reach = readonly bigint[]

/** A link or node, and what its working or, for a node, its failing changes. */
interface Part {
  /** How likely that is, as the `reliability`. */
  readonly happens: Probability
  /** The node, or both nodes of the link, as bits. */
  readonly touched: bigint
  readonly change: (reach: Reach) => Reach
}

function has(bits: bigint | undefined, place: bigint | number): boolean {
  return (((bits ?? 0n) >> BigInt(place)) & 1n) === 1n
}

/** Leaves nothing but these nodes. */
function only(reach: Reach, kept: bigint): Reach {
  return reach.map((row, place) => (has(kept, place) ? row & kept : 0n))
}

/** With a step that was not there; of what the source reaches, only that it does. The source is place 0. */
function withStep(reach: Reach, from: bigint, to: bigint): Reach {
  const gained = reach[Number(to)] ?? 0n
  const [reached = 0n, ...others] = reach.map((row) => (has(row, from) ? row | gained : row))
  return [reached, ...others.map((row, index) => (has(reached, index + 1) ? 0n : row & ~reached))]
}

/** The parts in an order that leads away from the source, each node before its links. */
function partsOf({ source, target, links, nodes = {} }: Network): {
  readonly parts: readonly Part[]
  readonly places: ReadonlyMap<string, bigint>
} {
  const own = new Map(
    Object.entries(nodes).map(([name, part]) => [
      name,
      swapSides(toProbability(part, 'twoTerminal', `node ${name}`)),
    ]),
  )
  const left = new Set(
    links.map(({ from, to, link, oneWay = false }) => {
      const happens = toProbability(link, 'twoTerminal', `link from ${from} to ${to}`)
      return { from, to, oneWay, happens }
    }),
  )
  const parts: Part[] = []
  const places = new Map<string, bigint>()
  const met = (name: string): bigint => {
    const place = places.get(name) ?? BigInt(places.size)
    const happens = own.get(name)
    if (!places.has(name) && happens !== undefined) {
      const touched = 1n << place
      parts.push({ happens, touched, change: (reach) => only(reach, ~touched) })
    }
    places.set(name, place)
    return place
  }
  met(source)
  // The first link, in the order given, that leads on from what was met already.
  const onwards = () =>
    [...left].find(({ from, to, oneWay }) => places.has(from) || (!oneWay && places.has(to)))
  for (let next = onwards(); next !== undefined; next = onwards()) {
    left.delete(next)
    const { from, to, oneWay, happens } = next
    const [one, other] = [met(from), met(to)]
    const change = (reach: Reach): Reach => {
      const there = withStep(reach, one, other)
      return oneWay ? there : withStep(there, other, one)
    }
    parts.push({ happens, touched: (1n << one) | (1n << other), change })
  }
  met(target)
  return { parts, places }
}

/**
 * The probability that one node of a network can reach another over links and through nodes that
 * work, exactly.
 *
 * Part after part, from the source on, works or fails; states in which the same nodes can still reach
 * each other are taken together, and nodes without further links are forgotten. So the work grows with
 * the width of the network, not with its length: a grid of six by six takes half a second, several
 * where its nodes fail too. Both sides are sums of positive terms. A node without a link to it is never
 * reached.
 *
 * @param network nodes and links; see {@link Network} for the range of each field
 * @throws RangeError if a link or node is no probability, or the network is too wide
 * @category structure
 * @formula R = P\left( \bigvee_{\text{paths}}\ \bigwedge_{x \in \text{path}} x \right)
 * @where x a link or a node on a path from source to target
 * @assumes Links and nodes fail independently, and a link has no limit to what it carries.
 * @assumes Nodes that are not named in nodes never fail.
 * @source kuo-zuo-2003
 * @source hardy-2007
 * @example twoTerminal({ source: 's', target: 't', links: [{ from: 's', to: 'a', link: 0.9 }, { from: 'a', to: 't', link: 0.9 }, { from: 's', to: 't', link: 0.5 }] }) // reliability 0.905, unreliability 0.095
 */
export function twoTerminal(network: Network): Probability {
  const { parts, places } = partsOf(network)
  const goal = places.get(network.target) ?? 0n
  let states = new Map<string, { readonly reach: Reach; readonly chance: number }>()
  const add = (reach: Reach, chance: number): void => {
    // What is connected stays so: each node is settled before any link to it.
    const key = has(reach[0], goal) ? '' : reach.join()
    states.set(key, { reach, chance: (states.get(key)?.chance ?? 0) + chance })
  }
  add(
    [...places.values()].map((place) => 1n << place),
    1,
  )
  for (const [index, { happens, change }] of parts.entries()) {
    const kept = parts
      .slice(index + 1)
      .reduce((bits, { touched }) => bits | touched, (1n << goal) | 1n)
    const before = states
    states = new Map()
    for (const { reach, chance } of before.values()) {
      add(only(reach, kept), chance * happens.unreliability)
      add(only(change(reach), kept), chance * happens.reliability)
    }
    if (states.size > MOST_STATES) {
      throw new RangeError(
        `twoTerminal: the network must be narrow enough for ${MOST_STATES} states, got more`,
      )
    }
  }
  let [connected, cut] = [0, 0]
  for (const { reach, chance } of states.values()) {
    if (has(reach[0], goal)) connected += chance
    else cut += chance
  }
  return fromBothSides(connected, cut)
}
