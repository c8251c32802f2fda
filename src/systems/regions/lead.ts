import { asFull } from './log.ts'
import { holdsLease, suspects } from './lease.ts'
import { othersOf, patienceMs, REGIONS, STAND_INS, type RegionId } from './parameters.ts'
import { change, later, tell, tellOthers, type Turn } from './turn.ts'
import type { Message, RegionsEvent } from './world.ts'

type Of<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>

/** The candidates ask one after another, so that they do not split the votes. */
const STAGGER_MS = 2000
/** A planned change of the primary needs no recovery: the next one has only to open. */
export const SWITCH_MS = 2000

/** The next term above one, of those that belong to a region alone. */
export function nextTerm(id: RegionId, above: number): number {
  const size = REGIONS.length
  return (Math.floor(above / size) + 1) * size + REGIONS.indexOf(id)
}

/** Silence begins to count anew. */
export function hears(turn: Turn, id: RegionId): void {
  const { nowMs } = turn.moment
  change(turn, id, { heardMs: nowMs, suspectMs: undefined, decidedMs: undefined, refused: false })
  later(turn, patienceMs(turn.world.parameters), { kind: 'watch', region: id, heardMs: nowMs })
}

/** It is no primary any more, and waits as if it had heard of one. */
export function stepDown(turn: Turn, id: RegionId): void {
  if (turn.world.regions[id].role === 'primary') {
    turn.notes.push({ kind: 'stepped-down', region: id })
    change(turn, id, { role: 'standby', ready: false, handing: undefined, frozenMs: undefined })
  }
  hears(turn, id)
}

/** It leads from now on, and takes writes when it is ready. */
export function elect(
  turn: Turn,
  id: RegionId,
  term: number,
  lease: { readonly by: RegionId; readonly sentMs: number } | undefined,
  promoteMs: number,
): void {
  const { nowMs } = turn.moment
  const { scaledMs } = turn.world.regions[id]
  change(turn, id, {
    role: 'primary',
    term,
    follows: id,
    ready: false,
    handing: undefined,
    frozenMs: undefined,
    granted: lease ? { [lease.by]: lease.sentMs } : {},
    sent: {},
    known: {},
    suspectMs: undefined,
    decidedMs: undefined,
    returning: false,
    scaledMs: scaledMs ?? nowMs,
  })
  turn.notes.push({ kind: 'elected', region: id })
  later(turn, promoteMs, { kind: 'ready', region: id, term })
  later(turn, 0, { kind: 'beat', region: id, term })
}

/** The primary shows that it lives. */
export function beat(
  turn: Turn,
  { region: id, term }: Extract<RegionsEvent, { kind: 'beat' }>,
): void {
  const { up, role, term: now } = turn.world.regions[id]
  if (!up || role !== 'primary' || now !== term) return
  tellOthers(turn, id, { kind: 'heartbeat', term, sentMs: turn.moment.nowMs })
  later(turn, turn.world.parameters.intervalMs, { kind: 'beat', region: id, term })
}

/** Whether a message of a primary counts; and if it is the newer one, it is followed. */
export function follow(turn: Turn, id: RegionId, from: RegionId, term: number): boolean {
  const region = turn.world.regions[id]
  if (term < region.term) {
    tell(turn, id, from, { kind: 'outdated', term: region.term })
    return false
  }
  if (region.role === 'primary') stepDown(turn, id)
  change(turn, id, { term, follows: from })
  return true
}

export function heartbeat(
  turn: Turn,
  id: RegionId,
  from: RegionId,
  message: Of<'heartbeat'>,
): void {
  if (!follow(turn, id, from, message.term)) return
  hears(turn, id)
  tell(turn, id, from, { ...message, kind: 'granted' })
}

export function granted(turn: Turn, id: RegionId, from: RegionId, message: Of<'granted'>): void {
  const { role, term, granted: before } = turn.world.regions[id]
  if (role !== 'primary' || term !== message.term) return
  change(turn, id, { granted: { ...before, [from]: message.sentMs } })
}

/** Somebody knows of a newer term: this primary was replaced. Without votes nobody listens to that. */
export function outdated(turn: Turn, id: RegionId, { term }: Of<'outdated'>): void {
  if (term <= turn.world.regions[id].term) return
  if (turn.world.parameters.flaw === 'promotes-unasked') return
  change(turn, id, { term })
  stepDown(turn, id)
}

/** Nothing was heard for too long. */
export function watch(turn: Turn, id: RegionId, heardMs: number): void {
  const { up, role, heardMs: last, suspectMs } = turn.world.regions[id]
  if (!up || role === 'primary' || last !== heardMs || suspectMs !== undefined) return
  const { nowMs } = turn.moment
  change(turn, id, { suspectMs: nowMs })
  turn.notes.push({ kind: 'suspected', region: id })
  later(turn, turn.world.parameters.decideMs, { kind: 'decide', region: id, heardMs })
}

/** It is to be promoted, unless the primary has been heard meanwhile. */
export function decide(turn: Turn, id: RegionId, heardMs: number): void {
  const { up, role, heardMs: last, decidedMs } = turn.world.regions[id]
  if (!up || role === 'primary' || last !== heardMs || decidedMs !== undefined) return
  change(turn, id, { decidedMs: turn.moment.nowMs })
  turn.notes.push({ kind: 'decided', region: id })
  later(turn, STAND_INS.indexOf(id) * STAGGER_MS, { kind: 'ask', region: id, heardMs })
}

/** It asks whether the others miss the primary too; and again, until there is one. */
export function askOthers(turn: Turn, id: RegionId, heardMs: number): void {
  const { up, role, heardMs: last, term } = turn.world.regions[id]
  if (!up || role === 'primary' || last !== heardMs) return
  const { flaw, promoteMs, intervalMs } = turn.world.parameters
  const { nowMs } = turn.moment
  const next = nextTerm(id, term)
  if (flaw === 'promotes-unasked') return elect(turn, id, next, undefined, promoteMs)
  tellOthers(turn, id, { kind: 'ask', term: next, log: turn.world.logs[id], sentMs: nowMs })
  later(turn, intervalMs, { kind: 'ask', region: id, heardMs })
}

/** A voter says yes if it misses the primary too, and has no fuller copy itself. */
export function asked(turn: Turn, id: RegionId, from: RegionId, message: Of<'ask'>): void {
  const { world, moment } = turn
  const { term, heardMs, decidedMs } = world.regions[id]
  if (message.term <= term || !suspects(world, id, moment.nowMs))
    return tell(turn, id, from, { kind: 'refusal', why: 'alive' })
  const behind = !asFull(message.log, world.logs[id], world.batches)
  if (behind && world.parameters.flaw !== 'ignores-logs') {
    tell(turn, id, from, { kind: 'refusal', why: 'behind' })
    // Whoever decided meant the service, and not that region: the fuller copy stands itself.
    if (decidedMs === undefined) decide(turn, id, heardMs)
    return
  }
  stepDown(turn, id)
  change(turn, id, { term: message.term, follows: from })
  tell(turn, id, from, { kind: 'vote', term: message.term, sentMs: message.sentMs })
}

export function voted(turn: Turn, id: RegionId, from: RegionId, message: Of<'vote'>): void {
  const { role, term } = turn.world.regions[id]
  if (role === 'primary' || message.term <= term) return
  if (!suspects(turn.world, id, turn.moment.nowMs)) return
  const { promoteMs } = turn.world.parameters
  elect(turn, id, message.term, { by: from, sentMs: message.sentMs }, promoteMs)
}

export function refused(turn: Turn, id: RegionId, { why }: Of<'refusal'>): void {
  const { decidedMs, refused: before } = turn.world.regions[id]
  if (before || decidedMs === undefined) return
  change(turn, id, { refused: true })
  turn.notes.push({ kind: 'refused', region: id, why })
}

/** A primary gives its place away, and stands by from then on. */
export function handOver(turn: Turn, id: RegionId, to: RegionId): void {
  const { term } = turn.world.regions[id]
  const { nowMs } = turn.moment
  turn.notes.push({ kind: 'handed-over', region: id, to })
  stepDown(turn, id)
  tell(turn, id, to, { kind: 'handover', term: nextTerm(to, term), under: term, sentMs: nowMs })
}

export function handedOver(
  turn: Turn,
  id: RegionId,
  from: RegionId,
  message: Of<'handover'>,
): void {
  const { role, term, follows } = turn.world.regions[id]
  if (role === 'primary' || term !== message.under || follows !== from) return
  elect(turn, id, message.term, { by: from, sentMs: message.sentMs }, SWITCH_MS)
}

/**
 * A planned change: whoever leads, and reaches the next one, is told to hand over. Where the copy of
 * the next one is not waited for, that happens at once.
 */
export function planHandover(turn: Turn, to: RegionId): void {
  const { world, moment } = turn
  const from = othersOf(to).find((id) => {
    const region = world.regions[id]
    return (
      region.up &&
      region.role === 'primary' &&
      region.ready &&
      world.regions[to].follows === id &&
      holdsLease(world, region, moment.nowMs)
    )
  })
  if (!from || !world.regions[to].up || world.regions[from].handing !== undefined) return
  turn.notes.push({ kind: 'handing', region: from, to })
  if (world.parameters.flaw === 'fails-back-early') handOver(turn, from, to)
  else change(turn, from, { handing: to })
}
