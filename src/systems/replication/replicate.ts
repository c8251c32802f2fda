import { send, stream } from './links.ts'
import { becomePrimary } from './promotion.ts'
import { type Turn, breach, change, lives, othersOf, serverOf } from './turn.ts'
import { CLIENT, type Fate, type Message, type Server, type ServerId } from './world.ts'

/** How many transactions of a primary so many of its replicas have confirmed. */
function confirmedBy({ log, confirmed, counted, needs }: Server): number {
  if (needs === 0) return log.length
  const held = counted.map((id) => confirmed[id] ?? 0).toSorted((one, other) => other - one)
  return Math.min(log.length, held[needs - 1] ?? 0)
}

/** Shows readers what is confirmed by now, and answers every client that waits for it. */
export function answerConfirmed(turn: Turn, id: ServerId): void {
  const server = serverOf(turn.world, id)
  if (server.fenced) return
  const applied = Math.max(server.applied, confirmedBy(server))
  if (applied > server.applied) change(turn, id, { applied })
  const ready = new Set(server.log.slice(0, confirmedBy(server)).map(({ write }) => write))
  const due = turn.world.fates.filter(
    ({ write, at, answeredMs }) => at === id && answeredMs === undefined && ready.has(write),
  )
  if (due.length === 0) return
  turn.world = {
    ...turn.world,
    fates: turn.world.fates.map((fate) =>
      due.includes(fate) ? { ...fate, answeredMs: turn.nowMs } : fate,
    ),
  }
  for (const { write, request } of due) {
    if (turn.world.primary !== id) breach(turn, 'oneHistory', { write, server: id })
    send(turn, id, CLIENT, { kind: 'answer', write, request })
  }
}

/** A client writes; who cannot take it says so if it can say anything. */
export function write(
  turn: Turn,
  rows: number,
  id: ServerId | undefined,
  request: number | undefined,
): void {
  const server = id === undefined ? undefined : turn.world.servers[id]
  if (id === undefined || !server || server.role !== 'primary' || !lives(server) || server.fenced) {
    turn.notes.push({ kind: 'refused', rows })
    if (id !== undefined && request !== undefined)
      send(turn, id, CLIENT, { kind: 'refusal', request })
    return
  }
  const transaction = { write: turn.world.fates.length + 1, rows }
  change(turn, id, { log: [...server.log, transaction] })
  const fate: Fate = {
    ...transaction,
    at: id,
    request,
    sentMs: turn.nowMs,
    answeredMs: undefined,
    acknowledgedMs: undefined,
    gaveUpMs: undefined,
    lost: false,
  }
  turn.world = { ...turn.world, fates: [...turn.world.fates, fate] }
  turn.notes.push({ kind: 'written', at: id, ...transaction })
  for (const to of othersOf(turn.world, id)) stream(turn, id, to)
  answerConfirmed(turn, id)
}

/** A replica applies its next transaction, if it has one and is not stopped. */
export function applyNext(turn: Turn, id: ServerId): void {
  const { log, applied, busy, replaying, promotedMs, role, life, timeline } = serverOf(
    turn.world,
    id,
  )
  const next = log[applied]
  // A promotion applies everything that was received, whether replay had been stopped or not.
  if (role === 'primary' || busy || (!replaying && promotedMs === undefined)) return
  if (next) {
    change(turn, id, { busy: true })
    turn.schedule.push({
      afterMs: next.rows * turn.world.parameters.applyMsPerRow,
      event: { kind: 'applied', server: id, life: life.life, timeline, count: applied + 1 },
    })
  } else if (promotedMs !== undefined) becomePrimary(turn, id)
}

function confirm(turn: Turn, id: ServerId): void {
  const { log, applied, timeline } = serverOf(turn.world, id)
  for (const to of othersOf(turn.world, id))
    if (serverOf(turn.world, to).role === 'primary')
      send(turn, id, to, { kind: 'confirm', timeline, received: log.length, applied })
}

/** What a replica had begun to apply is done. */
export function appliedNow(turn: Turn, id: ServerId, count: number, timeline: number): void {
  const server = serverOf(turn.world, id)
  if (timeline !== server.timeline || !server.busy) return
  change(turn, id, { busy: false })
  if (!server.replaying && server.promotedMs === undefined) return
  change(turn, id, { applied: count })
  confirm(turn, id)
  applyNext(turn, id)
}

export function received(
  turn: Turn,
  to: ServerId,
  { timeline, after, transactions }: Extract<Message, { kind: 'stream' }>,
): void {
  const server = serverOf(turn.world, to)
  if (!server.receiving || server.role === 'primary') return
  if (server.promotedMs !== undefined || timeline < server.timeline) return
  if (timeline > server.timeline) {
    // A new timeline begins with a whole log; what the new primary does not have is given up.
    if (after > 0) return
    const parted = server.log.findIndex(({ write: one }, at) => transactions[at]?.write !== one)
    const common = parted < 0 ? server.log.length : parted
    change(turn, to, {
      timeline,
      log: transactions,
      applied: Math.min(server.applied, common),
      busy: false,
    })
  } else {
    if (after > server.log.length) return
    const log = [...server.log.slice(0, after), ...transactions]
    if (log.length > server.log.length) change(turn, to, { log })
  }
  confirm(turn, to)
  applyNext(turn, to)
}

export function confirmedNow(
  turn: Turn,
  id: ServerId,
  from: ServerId,
  message: Extract<Message, { kind: 'confirm' }>,
): void {
  const server = serverOf(turn.world, id)
  if (server.role !== 'primary' || message.timeline !== server.timeline) return
  const { confirms, confirmations } = turn.world.parameters
  const place = confirms === 'applied' ? message.applied : message.received
  if (place <= (server.confirmed[from] ?? -1)) return
  change(turn, id, { confirmed: { ...server.confirmed, [from]: place } })
  // Whoever has all that was confirmed without it counts from now on.
  if (!server.counted.includes(from) && place >= server.applied) {
    const counted = [...server.counted, from]
    const needs = Math.max(server.needs, Math.min(confirmations, counted.length))
    change(turn, id, { counted, needs })
  }
  answerConfirmed(turn, id)
}
