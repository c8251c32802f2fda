import { passes, timeOn } from '../../simulation/network.ts'
import { united } from './conflict.ts'
import { audit, settle } from './ledger.ts'
import { type Turn, changeSite, siteIds, siteOf } from './turn.ts'
import { type SiteId, countOf, join } from './version-vector.ts'
import type { Ended, Flight, MultiPrimaryEvent, MultiPrimaryWorld, Outcome } from './world.ts'

const reaches = ({ world }: Turn, from: SiteId, to: SiteId): boolean =>
  passes(world.network, from, to)

/** Sends all that a site holds to another one, and looks later whether it was confirmed. */
export function post(turn: Turn, from: SiteId, to: SiteId): void {
  if (!reaches(turn, from, to)) return
  const { parameters } = turn.world
  const { draw, nowMs } = turn.moment
  const { versions, lamport, vector, known } = siteOf(turn.world, from)
  const stream = `net ${from}>${to}`
  const lost = draw.happens(stream, parameters.loss)
  const copies = !lost && draw.happens(stream, parameters.duplication) ? 2 : 1
  for (let copy = 0; copy < copies; copy += 1) {
    const takesMs = Math.round(timeOn(parameters.latency, stream, draw))
    const number = turn.world.sent + 1
    const arrivesMs = nowMs + takesMs
    const flight = { number, from, to, sentMs: nowMs, arrivesMs, versions, lamport, vector, known }
    turn.world = { ...turn.world, sent: number, flights: [...turn.world.flights, flight] }
    turn.schedule.push(
      lost
        ? { afterMs: takesMs / 2, event: { kind: 'lose', flight: number } }
        : { afterMs: takesMs, event: { kind: 'arrive', flight: number } },
    )
  }
  const written = countOf(vector, from)
  turn.schedule.push({
    afterMs: parameters.retryMs,
    event: { kind: 'retry', from, to, written },
  })
}

/** A message is on its way no more. */
function end(turn: Turn, flight: Flight, fate: Ended['fate'], outcome?: Outcome): void {
  const { number, from, to, sentMs, arrivesMs } = flight
  const ended: Ended = {
    number,
    from,
    to,
    sentMs,
    arrivesMs,
    endMs: turn.moment.nowMs,
    fate,
    outcome,
  }
  turn.world = {
    ...turn.world,
    flights: turn.world.flights.filter((other) => other.number !== number),
    ended: [...turn.world.ended, ended],
  }
}

/** A message does not arrive; what was only in it is held nowhere now. */
export function lose(turn: Turn, flight: Flight): void {
  end(turn, flight, 'lost')
  audit(turn, flight.to, flight.versions)
}

/** A message arrives: its receiver decides, and confirms that it has heard. */
export function receive(turn: Turn, flight: Flight): void {
  const { from, to, versions, lamport, vector, known } = flight
  const before = siteOf(turn.world, to)
  changeSite(turn, to, {
    lamport: Math.max(before.lamport, lamport),
    vector: join(before.vector, vector),
    known: united(before.known, known),
  })
  const outcome = settle(turn, to, versions)
  turn.notes.push({ kind: 'arrived', from, to, outcome })
  end(turn, flight, 'arrived', outcome)
  audit(turn, to, [...before.versions, ...versions])
  const { draw } = turn.moment
  const { latency, loss } = turn.world.parameters
  const stream = `net ${to}>${from} confirm`
  if (draw.happens(stream, loss)) return
  turn.schedule.push({
    afterMs: timeOn(latency, stream, draw),
    event: { kind: 'confirm', from, to, written: countOf(vector, from) },
  })
}

export function confirm(
  turn: Turn,
  { from, to, written }: Extract<MultiPrimaryEvent, { kind: 'confirm' }>,
): void {
  if (!reaches(turn, to, from)) return
  const { confirmed } = siteOf(turn.world, from)
  changeSite(turn, from, {
    confirmed: { ...confirmed, [to]: Math.max(written, confirmed[to] ?? 0) },
  })
}

/** Whether another site has yet to confirm something that was written here. */
const isBehind = (world: MultiPrimaryWorld, from: SiteId, to: SiteId): boolean => {
  const { confirmed, vector } = siteOf(world, from)
  return (confirmed[to] ?? 0) < countOf(vector, from)
}

/** Whether nothing is on its way, and nothing will be sent again: only a write changes anything. */
export const isQuiet = (world: MultiPrimaryWorld): boolean => {
  const ids = siteIds(world.parameters)
  return (
    world.flights.length === 0 &&
    ids.every((from) => ids.every((to) => to === from || !isBehind(world, from, to)))
  )
}

/** A confirmation is due; a later message to the same site has a timer of its own. */
export function retry(
  turn: Turn,
  { from, to, written }: Extract<MultiPrimaryEvent, { kind: 'retry' }>,
): void {
  const { vector } = siteOf(turn.world, from)
  if (countOf(vector, from) === written && isBehind(turn.world, from, to)) post(turn, from, to)
}

/** What lies on a link is lost with it. */
export function cut(turn: Turn, one: SiteId, other: SiteId): void {
  const { network } = turn.world
  if (!reaches(turn, one, other)) return
  const directions = [`${one}>${other}`, `${other}>${one}`]
  turn.world = { ...turn.world, network: { ...network, cut: [...network.cut, ...directions] } }
  turn.notes.push({ kind: 'cut', one, other })
  for (const flight of turn.world.flights)
    if (directions.includes(`${flight.from}>${flight.to}`)) lose(turn, flight)
}

/** Both sides send at once what the other has not confirmed. */
export function mend(turn: Turn, one: SiteId, other: SiteId): void {
  const { network } = turn.world
  if (reaches(turn, one, other)) return
  const directions = [`${one}>${other}`, `${other}>${one}`]
  const left = network.cut.filter((name) => !directions.includes(name))
  turn.world = { ...turn.world, network: { ...network, cut: left } }
  turn.notes.push({ kind: 'mended', one, other })
  if (isBehind(turn.world, one, other)) post(turn, one, other)
  if (isBehind(turn.world, other, one)) post(turn, other, one)
}
