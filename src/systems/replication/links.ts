import { type Turn, serverOf } from './turn.ts'
import {
  CLIENT,
  type Message,
  type ReplicationParameters,
  type ReplicationWorld,
  type ServerId,
} from './world.ts'

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

/** Sends a replica whatever it is not known to have. */
export function stream(turn: Turn, id: ServerId, to: ServerId): void {
  const { log, timeline, confirmed } = serverOf(turn.world, id)
  const after = Math.min(confirmed[to] ?? 0, log.length)
  send(turn, id, to, { kind: 'stream', timeline, after, transactions: log.slice(after) })
}
