import { type Network, send } from '../../simulation/network.ts'
import type { Later, Moment, Step } from '../../simulation/rules.ts'
import { type ServerId, serverIds } from './parameters.ts'
import type { Message, RaftDecisions, RaftEvent, RaftNote, RaftWorld, Server } from './world.ts'

/**
 * A step in the making: the world so far, and what is to come of it. It lives for one event and is
 * nobody else's, so it may change; the worlds that it passes through never do.
 */
export interface Turn {
  world: RaftWorld
  readonly schedule: Later<RaftEvent>[]
  readonly notes: RaftNote[]
  readonly moment: Moment
  readonly decisions: RaftDecisions
  /** The servers that this turn has made anew: nobody else has seen them yet. */
  readonly own: Record<ServerId, Server>
}

export const turnOf = (world: RaftWorld, moment: Moment, decisions: RaftDecisions): Turn => ({
  world,
  schedule: [],
  notes: [],
  moment,
  decisions,
  own: {},
})

export const stepOf = ({ world, schedule, notes }: Turn): Step<RaftWorld, RaftEvent, RaftNote> => ({
  world,
  schedule,
  notes,
})

/** For each cluster, everybody's peers: asked for at every message. */
const peers = new Map(
  [1, 2, 3, 4, 5, 6, 7].map((servers) => {
    const ids = serverIds({ servers })
    const others = (id: ServerId) => [id, ids.filter((other) => other !== id)] as const
    return [ids, Object.fromEntries(ids.map(others))] as const
  }),
)

/** @throws RangeError if there is no such server */
export function serverOf({ world }: Turn, id: ServerId): Server {
  const server = world.servers[id]
  if (!server) throw new RangeError(`raft: no server ${id}`)
  return server
}

export function change(turn: Turn, id: ServerId, part: Partial<Server>): void {
  const own = turn.own[id]
  if (own) {
    Object.assign(own, part)
    return
  }
  const server = { ...serverOf(turn, id), ...part }
  turn.own[id] = server
  turn.world = { ...turn.world, servers: { ...turn.world.servers, [id]: server } }
}

/** All servers but this one. */
export function peersOf({ world }: Turn, id: ServerId): readonly ServerId[] {
  const ids = serverIds(world.parameters)
  return peers.get(ids)?.[id] ?? []
}

export const isServer = ({ world }: Turn, name: string): boolean =>
  Object.hasOwn(world.servers, name)

/** The network between two of them: clients stand outside of every partition. */
export const networkFor = (turn: Turn, from: string, to: string): Network =>
  isServer(turn, from) && isServer(turn, to)
    ? turn.world.network
    : { ...turn.world.network, sides: {} }

/** Sends a message; it is on its way once, twice or not at all. */
export function post(turn: Turn, from: string, to: string, message: Message): void {
  const { nowMs } = turn.moment
  for (const { afterMs } of send(networkFor(turn, from, to), from, to, null, turn.moment)) {
    const { world } = turn
    const number = world.sent + 1
    const takesMs = Math.round(afterMs)
    const flight = { number, from, to, sentMs: nowMs, arrivesMs: nowMs + takesMs, message }
    turn.world = { ...world, sent: number, flights: [...world.flights, flight] }
    turn.schedule.push({ afterMs: takesMs, event: { kind: 'arrive', flight: number } })
  }
}

/** When a server's tick comes for the nth time after now. */
export function tickAfter(turn: Turn, { phaseMs }: Server, ticks: number): number {
  const { tickMs } = turn.world.parameters
  return phaseMs + (Math.floor((turn.moment.nowMs - phaseMs) / tickMs) + ticks) * tickMs
}

/** Times as whole ticks, at least one. */
export const ticksOf = ({ world }: Turn, ms: number): number =>
  Math.max(1, Math.round(ms / world.parameters.tickMs))
