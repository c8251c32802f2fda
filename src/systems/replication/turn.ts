import type { Later } from '../../simulation/rules.ts'
import {
  type Breach,
  type PromiseName,
  type ReplicationEvent,
  type ReplicationNote,
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

/** Keeps the first breach of a promise. */
export function breach(turn: Turn, promise: PromiseName, facts: Omit<Breach, 'atMs'>): void {
  if (turn.world.breaches[promise]) return
  const first = { ...facts, atMs: turn.nowMs }
  turn.world = { ...turn.world, breaches: { ...turn.world.breaches, [promise]: first } }
  turn.notes.push({ kind: 'breach', promise, breach: first })
}
