import type { Later, Moment, Step } from '../../simulation/rules.ts'
import type { Server, TrafficEvent, TrafficNote, TrafficWorld } from './world.ts'

/**
 * A step in the making: the world so far, and what is to come of it. It lives for one event and is
 * nobody else's, so it may change; the worlds that it passes through never do.
 */
export interface Turn {
  world: TrafficWorld
  readonly schedule: Later<TrafficEvent>[]
  readonly notes: TrafficNote[]
  readonly moment: Moment
}

export const turnOf = (world: TrafficWorld, moment: Moment): Turn => ({
  world,
  schedule: [],
  notes: [],
  moment,
})

export const stepOf = ({
  world,
  schedule,
  notes,
}: Turn): Step<TrafficWorld, TrafficEvent, TrafficNote> => ({ world, schedule, notes })

const replaced = <T>(list: readonly T[], index: number, value: T): readonly T[] =>
  list.map((one, place) => (place === index ? value : one))

/** The server of this number. @throws RangeError if there is none. */
export function serverOf({ world }: Turn, index: number): Server {
  const server = world.servers[index]
  if (!server) throw new RangeError(`traffic: no server ${index}`)
  return server
}

export function changeServer(turn: Turn, index: number, change: Partial<Server>): void {
  const server = { ...serverOf(turn, index), ...change }
  turn.world = { ...turn.world, servers: replaced(turn.world.servers, index, server) }
}

export function changeBelief(turn: Turn, index: number, up: boolean, against: number): void {
  const beliefs = replaced(turn.world.beliefs, index, { up, against })
  turn.world = { ...turn.world, beliefs }
}
