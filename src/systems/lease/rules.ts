import { requireDuration, requireWholeNumber } from '../../reliability/domain.ts'
import {
  crashed,
  newNode,
  paused,
  received,
  restarted,
  resumed,
} from '../../simulation/node-life.ts'
import type { Later, Moment, Rules } from '../../simulation/rules.ts'
import type {
  Holder,
  HolderId,
  LeaseAction,
  LeaseDecisions,
  LeaseEvent,
  LeaseNote,
  LeaseParameters,
  LeaseWorld,
} from './world.ts'

/** A step in the making; see the turn of other systems. */
interface Turn {
  world: LeaseWorld
  readonly schedule: Later<LeaseEvent>[]
  readonly notes: LeaseNote[]
  readonly nowMs: number
  readonly decisions: LeaseDecisions
}

/** Who has no lease asks so many times as often as its holder renews. */
const CANDIDATE = 3

/** The processes, in their order. */
export const holderIds = ({ holders }: Pick<LeaseParameters, 'holders'>): readonly HolderId[] =>
  Array.from({ length: holders }, (_, index) => `H${index + 1}`)

function holderOf({ holders }: LeaseWorld, id: HolderId): Holder {
  const holder = holders[id]
  if (!holder) throw new RangeError(`lease: no holder ${id}`)
  return holder
}

function change(turn: Turn, id: HolderId, part: Partial<Holder>): void {
  const holder = { ...holderOf(turn.world, id), ...part }
  turn.world = { ...turn.world, holders: { ...turn.world.holders, [id]: holder } }
}

const rateOf = ({ world }: Turn, id: HolderId): number => world.parameters.clocks[id] ?? 1

/** What a holder's own clock says. */
const clockOf = (turn: Turn, id: HolderId): number => turn.nowMs * rateOf(turn, id)

/** Whether a holder believes now that it may write. */
const believes = (turn: Turn, id: HolderId): boolean => {
  const { token, validMs, waiting } = holderOf(turn.world, id)
  return token > 0 && !waiting && clockOf(turn, id) < validMs
}

function later(turn: Turn, id: HolderId, kind: 'renew' | 'work', ms: number): void {
  const { life } = holderOf(turn.world, id).life
  turn.schedule.push({ afterMs: ms / rateOf(turn, id), event: { kind, holder: id, life } })
}

function renew(turn: Turn, id: HolderId): void {
  const { latencyMs, renewMs } = turn.world.parameters
  turn.schedule.push({
    afterMs: latencyMs,
    event: { kind: 'asked', from: id, sentMs: clockOf(turn, id) },
  })
  later(turn, id, 'renew', believes(turn, id) ? renewMs : renewMs / CANDIDATE)
}

/** The lock service is asked: it renews, or gives what nobody holds under a new token. */
function asked(turn: Turn, { from, sentMs }: Extract<LeaseEvent, { kind: 'asked' }>): void {
  const { lock, parameters } = turn.world
  const valid = turn.nowMs < lock.untilMs
  if (valid && lock.holder !== from) return
  const renewed = valid && lock.holder === from
  const token = renewed ? lock.token : lock.token + 1
  turn.world = {
    ...turn.world,
    lock: {
      token,
      holder: from,
      untilMs: turn.nowMs + parameters.ttlMs,
      past: lock.past.includes(from) ? lock.past : [...lock.past, from],
    },
  }
  if (!renewed) turn.notes.push({ kind: 'granted', holder: from, token })
  const before = lock.past.filter((id) => id !== from)
  turn.schedule.push({
    afterMs: parameters.latencyMs,
    event: { kind: 'granted', to: from, token, sentMs, before },
  })
}

function granted(turn: Turn, event: Extract<LeaseEvent, { kind: 'granted' }>): void {
  const { to, token, sentMs, before } = event
  const { ttlMs, marginMs, protection, powerOffMs } = turn.world.parameters
  const holder = holderOf(turn.world, to)
  if (token < holder.token) return
  const fresh = token > holder.token
  const kills = fresh && protection === 'power-off' && before.length > 0
  change(turn, to, {
    token,
    validMs: Math.max(fresh ? 0 : holder.validMs, sentMs + ttlMs - marginMs),
    waiting: fresh ? kills : holder.waiting,
  })
  if (kills)
    turn.schedule.push({
      afterMs: powerOffMs,
      event: { kind: 'powered-off', targets: before, by: to, token },
    })
}

/** It looks at its lease, and prepares a write if it believes in it. */
function work(turn: Turn, id: HolderId): void {
  const { writeEveryMs, prepareMs } = turn.world.parameters
  const { token, life } = holderOf(turn.world, id)
  if (believes(turn, id))
    turn.schedule.push({
      afterMs: prepareMs,
      event: { kind: 'send', holder: id, life: life.life, token },
    })
  later(turn, id, 'work', writeEveryMs)
}

/** A write reaches the store. */
function land(turn: Turn, { from, token }: Extract<LeaseEvent, { kind: 'write' }>): void {
  const { highest, remembered, parameters, landed } = turn.world
  const replaced = token < highest
  const { accept: accepted, highest: kept } =
    parameters.protection === 'fencing'
      ? turn.decisions.receive({ highest: remembered, token })
      : { accept: true, highest: remembered }
  const late = replaced && accepted
  turn.world = {
    ...turn.world,
    remembered: kept,
    highest: Math.max(highest, token),
    landed: [...landed, { atMs: turn.nowMs, from, token, accepted, replaced, late }],
  }
  const kind = accepted ? (late ? 'late' : 'accepted') : 'fenced'
  turn.notes.push({ kind, from, token, replaced })
}

function poweredOff(turn: Turn, event: Extract<LeaseEvent, { kind: 'powered-off' }>): void {
  const { targets, by, token } = event
  for (const target of targets) {
    const { life } = holderOf(turn.world, target)
    if (life.condition === 'down') continue
    change(turn, target, { life: crashed(life), token: 0, validMs: 0, waiting: false })
    turn.notes.push({ kind: 'powered-off', holder: target })
  }
  const { lock } = turn.world
  const past = lock.past.filter((id) => id === lock.holder || !targets.includes(id))
  turn.world = { ...turn.world, lock: { ...lock, past } }
  if (holderOf(turn.world, by).token === token) change(turn, by, { waiting: false })
}

/** To whom an event happens, and in which of its lives; nobody for what needs no process. */
function subjectOf(event: LeaseEvent): readonly [id: HolderId, life: number | undefined] | null {
  switch (event.kind) {
    case 'renew':
    case 'work':
    case 'send':
      return [event.holder, event.life]
    case 'granted':
      return [event.to, undefined]
    default:
      return null
  }
}

function happen(turn: Turn, event: LeaseEvent): void {
  const subject = subjectOf(event)
  if (subject) {
    const [id, life] = subject
    const fate = received(holderOf(turn.world, id).life, event, life)
    if (fate.kind === 'held') return change(turn, id, { life: fate.node })
    if (fate.kind === 'dropped') return
  }
  switch (event.kind) {
    case 'renew':
      return renew(turn, event.holder)
    case 'work':
      return work(turn, event.holder)
    case 'send':
      // It looked before it prepared, and does not look again.
      turn.schedule.push({
        afterMs: turn.world.parameters.latencyMs,
        event: { kind: 'write', from: event.holder, token: event.token },
      })
      return
    case 'asked':
      return asked(turn, event)
    case 'granted':
      return granted(turn, event)
    case 'write':
      return land(turn, event)
    case 'powered-off':
      return poweredOff(turn, event)
  }
}

function start(turn: Turn, id: HolderId, afterMs: number): void {
  later(turn, id, 'renew', afterMs)
  later(turn, id, 'work', afterMs + turn.world.parameters.writeEveryMs)
}

function act(turn: Turn, { kind, holder: id }: LeaseAction): void {
  if (!Object.hasOwn(turn.world.holders, id)) return
  const { life } = holderOf(turn.world, id)
  switch (kind) {
    case 'pause':
      if (life.condition !== 'up') return
      change(turn, id, { life: paused(life) })
      turn.notes.push({ kind: 'paused', holder: id })
      return
    case 'resume': {
      if (life.condition !== 'paused') return
      const { node, released } = resumed(life)
      change(turn, id, { life: node })
      turn.notes.push({ kind: 'resumed', holder: id })
      for (const event of released) happen(turn, event)
      return
    }
    case 'crash':
      if (life.condition === 'down') return
      change(turn, id, { life: crashed(life), token: 0, validMs: 0, waiting: false })
      turn.notes.push({ kind: 'crashed', holder: id })
      return
    case 'restart':
      if (life.condition !== 'down') return
      change(turn, id, { life: restarted(life) })
      turn.notes.push({ kind: 'restarted', holder: id })
      start(turn, id, 0)
  }
}

function checkParameters(parameters: LeaseParameters): void {
  const { holders, ttlMs, marginMs, renewMs, latencyMs, writeEveryMs, prepareMs, powerOffMs } =
    parameters
  requireWholeNumber(holders, 1, 5, 'holders', 'lease')
  const durations = { ttlMs, marginMs, renewMs, latencyMs, writeEveryMs, prepareMs, powerOffMs }
  for (const [name, value] of Object.entries(durations)) requireDuration(value, name, 'lease')
  for (const [name, value] of Object.entries({ ttlMs, renewMs, writeEveryMs }))
    if (value === 0) throw new RangeError(`lease: ${name} must be above 0`)
  if (marginMs > ttlMs) throw new RangeError('lease: marginMs must be at most ttlMs')
  for (const [id, rate] of Object.entries(parameters.clocks))
    if (!(rate > 0 && rate < Infinity))
      throw new RangeError(`lease: the clock of ${id} must run, got ${rate}`)
}

/** What the store must never see: a write that it takes from somebody whom a newer one has replaced. */
export const INVARIANTS = {
  oneWriter: ({ landed }: LeaseWorld): boolean => !landed.some(({ late }) => late),
} as const

/** What the store owes the holder of the lease: it takes its writes. */
export const DUTIES = {
  newestTaken: ({ landed }: LeaseWorld): boolean =>
    landed.every(({ accepted, replaced }) => accepted || replaced),
} as const

/** The store's check: it refuses what is older than anything that it has taken. */
export const DECISIONS: LeaseDecisions = {
  receive: ({ highest, token }) =>
    token < highest ? { accept: false, highest } : { accept: true, highest: token },
}

/**
 * A lease, and why one is not enough: its holder looks at a clock of its own, may be paused between
 * that look and its write, and what it has sent is on its way. A store that compares tokens refuses
 * the late write whatever the clocks say.
 */
export const leaseWith = (
  decisions: LeaseDecisions,
): Rules<LeaseParameters, LeaseWorld, LeaseEvent, LeaseAction, LeaseNote> => ({
  begin(parameters, { nowMs }) {
    checkParameters(parameters)
    const holder: Holder = { life: newNode(), token: 0, validMs: 0, waiting: false }
    const ids = holderIds(parameters)
    const turn: Turn = {
      world: {
        parameters,
        holders: Object.fromEntries(ids.map((id) => [id, holder])),
        lock: { token: 0, holder: undefined, untilMs: 0, past: [] },
        remembered: 0,
        highest: 0,
        landed: [],
      },
      schedule: [],
      notes: [],
      nowMs,
      decisions,
    }
    // The first of them asks first.
    ids.forEach((id, index) => start(turn, id, index))
    return { world: turn.world, schedule: turn.schedule }
  },
  happen(world, event, { nowMs }: Moment) {
    const turn: Turn = { world, schedule: [], notes: [], nowMs, decisions }
    happen(turn, event)
    return { world: turn.world, schedule: turn.schedule, notes: turn.notes }
  },
  act(world, action, { nowMs }: Moment) {
    const turn: Turn = { world, schedule: [], notes: [], nowMs, decisions }
    act(turn, action)
    return { world: turn.world, schedule: turn.schedule, notes: turn.notes }
  },
})

/** With the store's own check. */
export const lease = leaseWith(DECISIONS)
