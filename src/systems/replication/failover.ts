import { crashed, paused, restarted, resumed } from '../../simulation/node-life.ts'
import { lose, stream } from './links.ts'
import { seen, watch } from './promotion.ts'
import { applyNext } from './replicate.ts'
import { type Turn, change, lives, othersOf, serverOf } from './turn.ts'
import { CLIENT, type ReplicationWorld, type ServerId } from './world.ts'

/** How soon a monitor that found nobody to promote looks again. */
const AGAIN_MS = 100

/**
 * Who may be promoted, the first to be preferred.
 *
 * A write was confirmed by `needs` of those who count. Of all but fewer than `needs` of them one has
 * it, and so has the one with the longest log.
 */
function eligible(world: ReplicationWorld): readonly ServerId[] {
  const { parameters, servers, primary } = world
  const { counted, needs } = serverOf(world, primary)
  const replicas = Object.keys(servers).filter((id) => {
    const server = serverOf(world, id)
    return server.role === 'replica' && seen(server)
  })
  if (!parameters.lagCheck) return replicas
  const promised = parameters.confirmations > 0
  const asked = promised
    ? replicas.filter((id) => id === primary || counted.includes(id))
    : replicas
  if (promised && !asked.includes(primary) && asked.length <= counted.length - needs) return []
  const ranks = asked.map((id) => ({ id, ...serverOf(world, id) }))
  const [best] = ranks.toSorted(
    (one, other) => other.timeline - one.timeline || other.log.length - one.log.length,
  )
  return ranks
    .filter(({ timeline, log }) => timeline === best?.timeline && log.length === best.log.length)
    .map(({ id }) => id)
}

/** It is missed for long enough. */
export function suspect(turn: Turn, missedMs: number): void {
  if (turn.world.missedMs !== missedMs) return
  turn.world = { ...turn.world, suspectedMs: turn.nowMs }
  turn.notes.push({ kind: 'suspected', server: turn.world.primary })
  turn.schedule.push({
    afterMs: turn.world.parameters.decideMs ?? 0,
    event: { kind: 'decide', missedMs, again: false },
  })
}

/** Whoever has what was confirmed takes over; where nobody can be known to have it, nobody does. */
export function decide(turn: Turn, missedMs: number, again: boolean): void {
  if (turn.world.missedMs !== missedMs) return
  const busy = Object.values(turn.world.servers).some(({ promotedMs }) => promotedMs !== undefined)
  const [first] = busy ? [] : eligible(turn.world)
  if (first !== undefined) promote(turn, first)
  else if (!busy && !again) turn.notes.push({ kind: 'nobody', server: turn.world.primary })
  turn.schedule.push({ afterMs: AGAIN_MS, event: { kind: 'decide', missedMs, again: true } })
}

function promote(turn: Turn, id: ServerId): void {
  if (turn.world.parameters.fencing)
    for (const other of othersOf(turn.world, id)) {
      const { role, fenced } = serverOf(turn.world, other)
      change(turn, other, { promotedMs: undefined })
      if (role !== 'primary' || fenced) continue
      change(turn, other, { fenced: true })
      turn.notes.push({ kind: 'fenced', server: other })
    }
  change(turn, id, { promotedMs: turn.nowMs })
  turn.notes.push({ kind: 'promoting', server: id })
  // What is being applied goes on; otherwise it begins, or is over at once.
  applyNext(turn, id)
}

/** Somebody promotes a server by hand; with a look at the lag only one that could be found by it. */
export function promoteByHand(turn: Turn, id: ServerId): void {
  const server = serverOf(turn.world, id)
  if (!lives(server) || server.role === 'primary' || server.promotedMs !== undefined) return
  if (turn.world.parameters.lagCheck && !eligible(turn.world).includes(id)) {
    turn.notes.push({ kind: 'not-promoted', server: id })
    return
  }
  promote(turn, id)
  watch(turn)
}

/** It is gone with all that it had not got out; what it wrote down stays. */
export function kill(turn: Turn, id: ServerId): void {
  const { life } = serverOf(turn.world, id)
  if (life.condition === 'down') return
  change(turn, id, { life: crashed(life), busy: false, promotedMs: undefined, confirmed: {} })
  turn.notes.push({ kind: 'killed', server: id })
  lose(turn, (from) => from === id)
  watch(turn)
}

/** It starts again: as it was, or as a replica where another took its place or it was fenced. */
export function restart(turn: Turn, id: ServerId): void {
  const server = serverOf(turn.world, id)
  if (server.life.condition !== 'down') return
  const deposed = server.fenced || turn.world.primary !== id
  change(turn, id, {
    life: restarted(server.life),
    fenced: false,
    ...(deposed && { role: 'replica' as const }),
  })
  turn.notes.push({ kind: 'restarted', server: id })
  applyNext(turn, id)
  reconnect(turn, id)
  watch(turn)
}

export function pause(turn: Turn, id: ServerId): void {
  const { life } = serverOf(turn.world, id)
  if (life.condition !== 'up') return
  change(turn, id, { life: paused(life) })
  turn.notes.push({ kind: 'paused', server: id })
  watch(turn)
}

/** It goes on where it was, and all that came meanwhile hits it at once. */
export function resume(turn: Turn, id: ServerId): void {
  const { node, released } = resumed(serverOf(turn.world, id).life)
  if (node === serverOf(turn.world, id).life) return
  change(turn, id, { life: node })
  turn.notes.push({ kind: 'resumed', server: id })
  turn.schedule.push(...released.map((event) => ({ afterMs: 0, event })))
  watch(turn)
}

/** The primary and a server can talk again: what one lacks is sent. */
export function reconnect(turn: Turn, id: ServerId): void {
  for (const other of othersOf(turn.world, id))
    for (const [from, to] of [
      [id, other],
      [other, id],
    ] as const) {
      const server = serverOf(turn.world, from)
      if (server.role === 'primary' && lives(server) && !server.fenced) stream(turn, from, to)
    }
}

export function isolate(turn: Turn, id: ServerId, isolated: boolean): void {
  if (serverOf(turn.world, id).isolated === isolated) return
  change(turn, id, { isolated })
  turn.notes.push({ kind: isolated ? 'isolated' : 'rejoined', server: id })
  if (isolated)
    lose(turn, (from, to) => (from === id && to !== CLIENT) || (to === id && from !== CLIENT))
  else reconnect(turn, id)
  watch(turn)
}
