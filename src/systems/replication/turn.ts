import type { Later } from '../../simulation/rules.ts'
import {
  type Breach,
  CLIENT,
  type Message,
  type PromiseName,
  type ReplicationEvent,
  type ReplicationNote,
  type ReplicationParameters,
  type ReplicationWorld,
  type Server,
  type ServerId,
  type Transaction,
} from './world.ts'

/** A step in the making; see the turn of other systems. */
export interface Turn {
  world: ReplicationWorld
  readonly schedule: Later<ReplicationEvent>[]
  readonly notes: ReplicationNote[]
  readonly nowMs: number
}

/** @throws RangeError if there is no such server */
export function serverOf({ servers }: ReplicationWorld, id: ServerId): Server {
  const server = servers[id]
  if (!server) throw new RangeError(`replication: no server ${id}`)
  return server
}

export function change(turn: Turn, id: ServerId, part: Partial<Server>): void {
  const server = { ...serverOf(turn.world, id), ...part }
  turn.world = { ...turn.world, servers: { ...turn.world.servers, [id]: server } }
}

export const lives = ({ life }: Server): boolean => life.condition === 'up'

export const othersOf = ({ servers }: ReplicationWorld, id: ServerId): readonly ServerId[] =>
  Object.keys(servers).filter((other) => other !== id)

/** The primary of the newest timeline, if one lives. */
export const primaryOf = ({ servers }: ReplicationWorld): ServerId | undefined =>
  Object.entries(servers)
    .filter(([, server]) => server.role === 'primary' && lives(server))
    .toSorted(([, one], [, other]) => other.timeline - one.timeline)[0]?.[0]

/** How many rows these transactions are. */
export const rowsOf = (transactions: readonly Transaction[]): number =>
  transactions.reduce((sum, { rows }) => sum + rows, 0)

/** What a reader sees at a server: what it has applied, at a primary what was confirmed. */
export function visibleAt(world: ReplicationWorld, id: ServerId): readonly Transaction[] {
  const { log, applied } = serverOf(world, id)
  return log.slice(0, applied)
}

/** The name of the link between two servers, whichever is named first. */
export const linkOf = (one: ServerId, other: ServerId): string => [one, other].toSorted().join('-')

/** Whether anything passes between two ends now. Clients stand outside of every partition. */
export function passes({ servers, cut }: ReplicationWorld, one: string, other: string): boolean {
  if (one === CLIENT || other === CLIENT) return true
  const apart = servers[one]?.isolated === true || servers[other]?.isolated === true
  return !apart && !cut.includes(linkOf(one, other))
}

/** How long a message is on its way, in milliseconds. */
export function lagMs(parameters: ReplicationParameters, one: string, other: string): number {
  const { latencyMs, lagsMs = {}, client } = parameters
  if (one === CLIENT || other === CLIENT) return client?.latencyMs ?? latencyMs
  return Math.max(lagsMs[one] ?? latencyMs, lagsMs[other] ?? latencyMs)
}

/** Sends a message, if anything passes. */
export function send(turn: Turn, from: string, to: string, message: Message): void {
  if (!passes(turn.world, from, to)) return
  const number = turn.world.sent + 1
  const afterMs = Math.round(lagMs(turn.world.parameters, from, to))
  const flight = { number, from, to, sentMs: turn.nowMs, arrivesMs: turn.nowMs + afterMs, message }
  turn.world = { ...turn.world, sent: number, flights: [...turn.world.flights, flight] }
  turn.notes.push({ kind: 'sent', flight })
  turn.schedule.push({ afterMs, event: { kind: 'arrive', flight: number } })
}

/** Whatever is on its way and fits is lost there. */
export function lose(
  turn: Turn,
  fits: (from: string, to: string, number: number) => boolean,
): void {
  const died = turn.world.flights.filter(({ from, to, number }) => fits(from, to, number))
  if (died.length === 0) return
  turn.world = {
    ...turn.world,
    flights: turn.world.flights.filter((flight) => !died.includes(flight)),
  }
  turn.notes.push(...died.map((flight) => ({ kind: 'died', flight }) as const))
}

/** Keeps the first breach of a promise. */
export function breach(turn: Turn, promise: PromiseName, facts: Omit<Breach, 'atMs'>): void {
  if (turn.world.breaches[promise]) return
  const first = { ...facts, atMs: turn.nowMs }
  turn.world = { ...turn.world, breaches: { ...turn.world.breaches, [promise]: first } }
  turn.notes.push({ kind: 'breach', promise, breach: first })
}
