import { answered, discarded, taken } from './ledger.ts'
import { change, isLeased, nextEpoch, nodeOf, otherOf, send, type Turn } from './turn.ts'
import type { Entry, Message, NodeId } from './world.ts'

/** A primary sends its log, which is its heartbeat too. */
export function stream(turn: Turn, id: NodeId): void {
  const { epoch, log, alone, hears } = nodeOf(turn, id)
  const together = alone === 'no'
  send(turn, id, otherOf(id), { kind: 'append', epoch, log, together, hears, sentMs: turn.nowMs })
}

/** Answers for what may be answered for: what the other one has, or everything where it is alone. */
export function answer(turn: Turn, id: NodeId): void {
  const { log, alone, confirmed, answered: before } = nodeOf(turn, id)
  const upTo = alone === 'yes' ? log.length : Math.min(confirmed, log.length)
  if (upTo <= before) return
  change(turn, id, { answered: upTo })
  for (const { write } of log.slice(before, upTo)) {
    if (turn.world.fates[write - 1]?.side === id) answered(turn, write)
    else send(turn, id, otherOf(id), { kind: 'answer', write })
  }
}

/** It answers without the other one from now on. */
export function goAlone(turn: Turn, id: NodeId): void {
  if (nodeOf(turn, id).alone === 'yes') return
  change(turn, id, { alone: 'yes' })
  turn.notes.push({ kind: 'goes-alone', node: id })
  answer(turn, id)
}

/** It asks to answer alone: whoever has the third vote writes down that the other one lags. */
export function askAlone(turn: Turn, id: NodeId): void {
  change(turn, id, { alone: 'asked', aloneSinceMs: turn.nowMs })
  if (turn.world.parameters.arbitration === 'witness')
    turn.notes.push({ kind: 'asks-alone', node: id })
}

/** A standby becomes the primary. */
export function promote(turn: Turn, id: NodeId, alone: boolean, votes?: { leaseMs: number }): void {
  const node = nodeOf(turn, id)
  const epoch = node.standsIn ?? nextEpoch(node, id)
  change(turn, id, {
    role: 'primary',
    epoch,
    seen: Math.max(node.seen, epoch),
    standsIn: undefined,
    primary: id,
    alone: 'no',
    confirmed: 0,
    // What an earlier primary took is not this one's to answer for: those clients have given up.
    answered: node.log.length,
    synced: false,
    leaseMs: votes?.leaseMs ?? Infinity,
  })
  turn.notes.push({ kind: 'promoted', node: id, epoch })
  // It may not call the other one up to date before it has seen that it is.
  if (isLeased(turn)) askAlone(turn, id)
  if (alone) goAlone(turn, id)
}

/** A primary that no longer is one: its votes have run out, or a newer one is there. */
export function stepDown(turn: Turn, id: NodeId, kind: 'steps-down' | 'stops'): void {
  change(turn, id, { role: 'standby', primary: undefined, alone: 'no', synced: false })
  turn.notes.push({ kind, node: id })
}

/** A write reaches a node. Who does not lead does not take it, and its client hears nothing. */
export function take(turn: Turn, id: NodeId, write: number, key: number): void {
  const { role, log, epoch } = nodeOf(turn, id)
  if (role !== 'primary') return
  taken(turn, write, id)
  change(turn, id, { log: [...log, { write, key, epoch }] })
  stream(turn, id)
  answer(turn, id)
}

/** How long the beginning is that two logs share. */
export function sharedLength(one: readonly Entry[], other: readonly Entry[]): number {
  const most = Math.min(one.length, other.length)
  let length = 0
  while (length < most && one[length]?.write === other[length]?.write) length += 1
  return length
}

/** A log comes from a primary: a node that knows of no newer one takes it over its own. */
export function appended(
  turn: Turn,
  id: NodeId,
  from: NodeId,
  { epoch, log, together, hears }: Extract<Message, { kind: 'append' }>,
): boolean {
  const node = nodeOf(turn, id)
  if (epoch < node.epoch) return false
  if (node.role === 'primary') stepDown(turn, id, 'steps-down')
  const after = sharedLength(node.log, log)
  change(turn, id, {
    epoch,
    seen: Math.max(node.seen, epoch),
    standsIn: undefined,
    log,
    primary: from,
    leaderMs: turn.nowMs,
    alone: 'no',
    // What was sent to an earlier life says nothing about what was answered for since.
    synced: together && hears === node.life.life,
  })
  const entries = node.log.slice(after)
  if (entries.length > 0) discarded(turn, { node: id, after, entries, kept: log.slice(after) })
  return true
}

/** The other one has so much of a primary's log. */
export function confirmed(turn: Turn, id: NodeId, length: number): void {
  const node = nodeOf(turn, id)
  change(turn, id, { confirmed: Math.max(node.confirmed, length) })
  if (node.alone !== 'no' && length === node.log.length) {
    change(turn, id, { alone: 'no' })
    turn.notes.push({ kind: 'together', node: id })
  }
  answer(turn, id)
}
