import { send } from '../../simulation/network.ts'
import type { Later, Moment } from '../../simulation/rules.ts'
import { othersOf, type RegionId } from './parameters.ts'
import type { Message, Region, RegionsEvent, RegionsNote, RegionsWorld } from './world.ts'

/** A step in the making; see the turn of other systems. */
export interface Turn {
  world: RegionsWorld
  readonly schedule: Later<RegionsEvent>[]
  readonly notes: RegionsNote[]
  readonly moment: Moment
  /** The regions that this turn has made anew: nobody else has seen them yet. */
  readonly own: Partial<Record<RegionId, Region>>
}

export const turnOf = (world: RegionsWorld, moment: Moment): Turn => ({
  world,
  schedule: [],
  notes: [],
  moment,
  own: {},
})

export function change(turn: Turn, id: RegionId, part: Partial<Region>): void {
  const own = turn.own[id]
  if (own) {
    Object.assign(own, part)
    return
  }
  const region = { ...turn.world.regions[id], ...part }
  turn.own[id] = region
  turn.world = { ...turn.world, regions: { ...turn.world.regions, [id]: region } }
}

export function setLog(turn: Turn, id: RegionId, log: readonly number[]): void {
  turn.world = { ...turn.world, logs: { ...turn.world.logs, [id]: log } }
}

export function later(turn: Turn, afterMs: number, event: RegionsEvent): void {
  turn.schedule.push({ afterMs, event })
}

/** Sends something over the link of two regions, after it has waited for a while. */
export function tell(turn: Turn, from: RegionId, to: RegionId, message: Message, waitMs = 0): void {
  const event = { kind: 'message', from, to, message } as const
  for (const { afterMs } of send(turn.world.network, from, to, event, turn.moment)) {
    later(turn, afterMs + waitMs, event)
    if (message.kind !== 'stream' || message.batches.length === 0) continue
    const { nowMs } = turn.moment
    const flights = turn.world.flights.filter(({ arrivesMs }) => arrivesMs > nowMs)
    const flight = { from, to, sentMs: nowMs, arrivesMs: nowMs + afterMs + waitMs }
    turn.world = { ...turn.world, flights: [...flights, flight] }
  }
}

export function tellOthers(turn: Turn, from: RegionId, message: Message): void {
  for (const to of othersOf(from)) tell(turn, from, to, message)
}
