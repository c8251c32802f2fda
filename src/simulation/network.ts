import type { Draw } from './draw.ts'
import type { Later, Moment } from './rules.ts'

/** How long a message is on its way, in milliseconds. */
export type Latency =
  | { readonly kind: 'fixed'; readonly ms: number }
  | { readonly kind: 'uniform'; readonly fromMs: number; readonly toMs: number }
  /** At least `leastMs`, and an exponential time with this mean on top of it. */
  | { readonly kind: 'exponential'; readonly leastMs: number; readonly meanMs: number }

/** One direction between two nodes. */
export interface Link {
  readonly latency: Latency
  /** Probability that a message is lost, in [0, 1]. */
  readonly loss: number
  /** Probability that one that is not lost arrives twice, each copy in its own time, in [0, 1]. */
  readonly duplication: number
}

/** Who can send what to whom; plain JSON. */
export interface Network {
  /** Every link that is not named. */
  readonly usual: Link
  /** Links that differ, by `from>to`. */
  readonly links: Readonly<Record<string, Partial<Link>>>
  /** The side of a partition that each node is on; nodes without one are on a side of their own. */
  readonly sides: Readonly<Record<string, string>>
  /** Directions that are cut, as `from>to`: a partition that lets one side hear and not speak. */
  readonly cut: readonly string[]
}

const nameOf = (from: string, to: string): string => `${from}>${to}`

/**
 * A network in which every link is like this one.
 *
 * @param usual latency, loss and duplication of every link
 * @throws RangeError if a probability or a time of it is none
 * @example networkOf({ latency: { kind: 'fixed', ms: 5 }, loss: 0, duplication: 0 }).cut // []
 */
export function networkOf(usual: Link): Network {
  checkLink(usual)
  return { usual, links: {}, sides: {}, cut: [] }
}

function checkLink({ latency, loss = 0, duplication = 0 }: Partial<Link>): void {
  for (const [name, value] of Object.entries({ loss, duplication })) {
    if (!(value >= 0 && value <= 1)) {
      throw new RangeError(`network: ${name} must lie in [0, 1], got ${value}`)
    }
  }
  if (!latency) return
  for (const [name, value] of Object.entries(latency)) {
    if (name !== 'kind' && !(Number(value) >= 0 && Number(value) < Infinity)) {
      throw new RangeError(`network: ${name} must be a finite number of at least 0, got ${value}`)
    }
  }
  if (latency.kind === 'uniform' && latency.toMs < latency.fromMs) {
    throw new RangeError(`network: toMs must be at least fromMs, got ${latency.toMs}`)
  }
}

/** The same network with one link changed, in one direction. @throws RangeError as {@link networkOf} */
export function withLink(network: Network, from: string, to: string, link: Partial<Link>): Network {
  checkLink(link)
  const name = nameOf(from, to)
  return { ...network, links: { ...network.links, [name]: { ...network.links[name], ...link } } }
}

/** The same network split into sides: messages pass between nodes of one side only. */
export function partitioned(network: Network, sides: readonly (readonly string[])[]): Network {
  const entries = sides.flatMap((nodes, side) => nodes.map((node) => [node, String(side)] as const))
  return { ...network, sides: Object.fromEntries(entries) }
}

/** The same network whole again: no sides, nothing cut. Links that differ stay as they are. */
export const healed = (network: Network): Network => ({ ...network, sides: {}, cut: [] })

/** Whether anything passes from one node to another now; asked when it is sent and when it arrives. */
export function passes(network: Network, from: string, to: string): boolean {
  const { sides, cut } = network
  if (from === to) return true
  const own = (node: string): string => sides[node] ?? ` ${node}`
  const split = Object.keys(sides).length > 0 && own(from) !== own(to)
  return !split && !cut.includes(nameOf(from, to))
}

/** Draws how long a message takes, in milliseconds, from a stream of luck. */
export function timeOn(latency: Latency, stream: string, draw: Draw): number {
  switch (latency.kind) {
    case 'fixed':
      return latency.ms
    case 'uniform':
      return latency.fromMs + draw.uniform(stream) * (latency.toMs - latency.fromMs)
    case 'exponential':
      return latency.leastMs + draw.exponential(stream, latency.meanMs)
  }
}

/**
 * Sends something: when it arrives, once, twice or not at all. The rule that receives it asks
 * {@link passes} again, since a partition also cuts what is on its way.
 *
 * Each link has luck of its own, so that a change on one leaves the others as they were.
 *
 * @param event what arrives at `to`
 * @returns to be scheduled; nothing where it is lost
 */
export function send<Event>(
  network: Network,
  from: string,
  to: string,
  event: Event,
  { draw }: Moment,
): readonly Later<Event>[] {
  if (!passes(network, from, to)) return []
  const name = nameOf(from, to)
  const { latency, loss, duplication } = { ...network.usual, ...network.links[name] }
  const stream = `net ${name}`
  if (draw.happens(stream, loss)) return []
  const copies = draw.happens(stream, duplication) ? 2 : 1
  return Array.from({ length: copies }, () => ({ afterMs: timeOn(latency, stream, draw), event }))
}
