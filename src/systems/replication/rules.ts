import { requireDuration, requireWholeNumber } from '../../reliability/domain.ts'
import { crashed, newNode } from '../../simulation/node-life.ts'
import type { Later, Moment, Rules, Step } from '../../simulation/rules.ts'
import type {
  Fate,
  ReplicationAction,
  ReplicationEvent,
  ReplicationNote,
  ReplicationParameters,
  ReplicationWorld,
  Server,
  ServerId,
  Transaction,
} from './world.ts'

/** A step in the making; see the turn of other systems. */
interface Turn {
  world: ReplicationWorld
  readonly schedule: Later<ReplicationEvent>[]
  readonly notes: ReplicationNote[]
  readonly nowMs: number
}

type ReplicationStep = Step<ReplicationWorld, ReplicationEvent, ReplicationNote>

/** @throws RangeError if there is no such server */
export function serverOf({ servers }: ReplicationWorld, id: ServerId): Server {
  const server = servers[id]
  if (!server) throw new RangeError(`replication: no server ${id}`)
  return server
}

function change(turn: Turn, id: ServerId, part: Partial<Server>): void {
  const server = { ...serverOf(turn.world, id), ...part }
  turn.world = { ...turn.world, servers: { ...turn.world.servers, [id]: server } }
}

const lives = ({ life }: Server): boolean => life.condition === 'up'

/** The primary of the newest timeline, if one lives. */
export const primaryOf = ({ servers }: ReplicationWorld): ServerId | undefined =>
  Object.entries(servers)
    .filter(([, server]) => server.role === 'primary' && lives(server))
    .toSorted(([, one], [, other]) => other.timeline - one.timeline)[0]?.[0]

/** How many rows these transactions are. */
export const rowsOf = (transactions: readonly Transaction[]): number =>
  transactions.reduce((sum, { rows }) => sum + rows, 0)

/** How many transactions of a primary so many of its replicas have confirmed. */
function confirmedBy({ servers, parameters }: ReplicationWorld, id: ServerId): number {
  const { log = [], confirmed = {} } = servers[id] ?? {}
  const { confirmations } = parameters
  if (confirmations === 0) return log.length
  const held = Object.values(confirmed).toSorted((one, other) => other - one)
  return Math.min(log.length, held[confirmations - 1] ?? 0)
}

/** What a reader sees at a server, in transactions: at a primary whatever it has committed. */
export function visibleAt(world: ReplicationWorld, id: ServerId): readonly Transaction[] {
  const { role, log, applied } = serverOf(world, id)
  return log.slice(0, role === 'primary' ? confirmedBy(world, id) : applied)
}

/** Rows that were acknowledged by now and that a reader at this server does not see. */
export function staleRows(world: ReplicationWorld, id: ServerId): number {
  const seen = new Set(visibleAt(world, id).map(({ write }) => write))
  return rowsOf(
    world.fates.filter(
      ({ write, acknowledgedMs }) => acknowledgedMs !== undefined && !seen.has(write),
    ),
  )
}

const othersOf = ({ servers }: ReplicationWorld, id: ServerId): readonly ServerId[] =>
  Object.keys(servers).filter((other) => other !== id)

/** Sends a replica whatever it is not known to have. */
function stream(turn: Turn, id: ServerId, to: ServerId): void {
  const { log, timeline, confirmed } = serverOf(turn.world, id)
  const after = Math.min(confirmed[to] ?? 0, log.length)
  turn.schedule.push({
    afterMs: turn.world.parameters.latencyMs,
    event: { kind: 'stream', to, from: id, timeline, after, transactions: log.slice(after) },
  })
}

/** Answers every client whose transaction is confirmed by now. */
function answerConfirmed(turn: Turn, id: ServerId): void {
  const { log } = serverOf(turn.world, id)
  const ready = new Set(log.slice(0, confirmedBy(turn.world, id)).map(({ write }) => write))
  for (const { write, at, acknowledgedMs } of turn.world.fates)
    if (at === id && acknowledgedMs === undefined && ready.has(write))
      turn.schedule.push({
        afterMs: turn.world.parameters.latencyMs,
        event: { kind: 'answer', write },
      })
}

function write(turn: Turn, rows: number, at: ServerId | undefined): void {
  const id = at ?? primaryOf(turn.world)
  const server = id === undefined ? undefined : turn.world.servers[id]
  if (id === undefined || !server || server.role !== 'primary' || !lives(server) || server.fenced) {
    turn.notes.push({ kind: 'refused', rows })
    return
  }
  const transaction = { write: turn.world.fates.length + 1, rows }
  change(turn, id, { log: [...server.log, transaction], applied: server.log.length + 1 })
  const fate: Fate = {
    ...transaction,
    at: id,
    sentMs: turn.nowMs,
    acknowledgedMs: undefined,
    lost: false,
  }
  turn.world = { ...turn.world, fates: [...turn.world.fates, fate] }
  turn.notes.push({ kind: 'written', at: id, ...transaction })
  for (const to of othersOf(turn.world, id)) stream(turn, id, to)
  answerConfirmed(turn, id)
}

/** A replica applies its next transaction, if it has one and is not stopped. */
function applyNext(turn: Turn, id: ServerId): void {
  const { log, applied, replaying, promotedMs, role } = serverOf(turn.world, id)
  const next = log[applied]
  // A promotion applies everything that was received, whether replay had been stopped or not.
  if (role === 'primary' || (!replaying && promotedMs === undefined)) return
  if (next)
    turn.schedule.push({
      afterMs: next.rows * turn.world.parameters.applyMsPerRow,
      event: { kind: 'applied', server: id, count: applied + 1 },
    })
  else if (promotedMs !== undefined) becomePrimary(turn, id)
}

function confirm(turn: Turn, id: ServerId): void {
  const { log, applied, timeline } = serverOf(turn.world, id)
  for (const to of othersOf(turn.world, id))
    if (serverOf(turn.world, to).role === 'primary')
      turn.schedule.push({
        afterMs: turn.world.parameters.latencyMs,
        event: { kind: 'confirm', to, from: id, timeline, received: log.length, applied },
      })
}

function received(turn: Turn, event: Extract<ReplicationEvent, { kind: 'stream' }>): void {
  const { to, from, timeline, after, transactions } = event
  const server = serverOf(turn.world, to)
  if (!lives(server) || !server.receiving || server.role === 'primary') return
  if (server.promotedMs !== undefined || timeline < server.timeline) return
  if (timeline > server.timeline) {
    // A new timeline: it gives up what the new primary does not have.
    const { log } = serverOf(turn.world, from)
    change(turn, to, {
      timeline,
      log: [...log.slice(0, after), ...transactions],
      applied: Math.min(server.applied, after),
    })
  } else {
    if (after > server.log.length) return
    const log = [...server.log.slice(0, after), ...transactions]
    if (log.length > server.log.length) change(turn, to, { log })
  }
  const idle = serverOf(turn.world, to).applied === server.applied
  confirm(turn, to)
  if (idle && server.applied === server.log.length) applyNext(turn, to)
}

function confirmedNow(turn: Turn, event: Extract<ReplicationEvent, { kind: 'confirm' }>): void {
  const server = serverOf(turn.world, event.to)
  if (!lives(server) || server.role !== 'primary' || event.timeline !== server.timeline) return
  const { confirms } = turn.world.parameters
  const place = confirms === 'applied' ? event.applied : event.received
  const before = server.confirmed[event.from] ?? 0
  if (place <= before) return
  change(turn, event.to, { confirmed: { ...server.confirmed, [event.from]: place } })
  answerConfirmed(turn, event.to)
}

function promote(turn: Turn, id: ServerId): void {
  const server = serverOf(turn.world, id)
  if (!lives(server) || server.role === 'primary' || server.promotedMs !== undefined) return
  if (turn.world.parameters.fencing)
    for (const other of othersOf(turn.world, id))
      if (serverOf(turn.world, other).role === 'primary') change(turn, other, { fenced: true })
  change(turn, id, { promotedMs: turn.nowMs })
  turn.notes.push({ kind: 'promoting', server: id })
  // What is being applied goes on; otherwise it begins, or is over at once.
  const busy = server.replaying && server.applied < server.log.length
  if (!busy) applyNext(turn, id)
}

function becomePrimary(turn: Turn, id: ServerId): void {
  const { log, timeline, promotedMs = turn.nowMs } = serverOf(turn.world, id)
  change(turn, id, {
    role: 'primary',
    timeline: timeline + 1,
    promotedMs: undefined,
    confirmed: {},
  })
  turn.notes.push({ kind: 'promoted', server: id })
  const kept = new Set(log.map(({ write: number }) => number))
  const lost = turn.world.fates.filter(
    (fate) => fate.acknowledgedMs !== undefined && !fate.lost && !kept.has(fate.write),
  )
  if (lost.length > 0) {
    const writes = lost.map(({ write: number }) => number)
    turn.world = {
      ...turn.world,
      fates: turn.world.fates.map((fate) =>
        writes.includes(fate.write) ? { ...fate, lost: true } : fate,
      ),
    }
    turn.notes.push({ kind: 'lost', writes, rows: rowsOf(lost) })
  }
  const { diedMs } = turn.world
  if (diedMs !== undefined)
    turn.world = {
      ...turn.world,
      diedMs: undefined,
      outages: [
        ...turn.world.outages,
        { detectMs: promotedMs - diedMs, applyMs: turn.nowMs - promotedMs },
      ],
    }
  for (const to of othersOf(turn.world, id)) stream(turn, id, to)
}

/** The primary is dead for long enough: the replica that received most takes over, or the first. */
function decide(turn: Turn, diedMs: number): void {
  if (turn.world.diedMs !== diedMs) return
  const replicas = Object.entries(turn.world.servers).filter(
    ([, server]) => server.role === 'replica' && lives(server),
  )
  const [first] = turn.world.parameters.lagCheck
    ? replicas.toSorted(([, one], [, other]) => other.log.length - one.log.length)
    : replicas
  if (first) promote(turn, first[0])
}

function kill(turn: Turn, id: ServerId): void {
  const server = serverOf(turn.world, id)
  if (!lives(server)) return
  change(turn, id, { life: crashed(server.life) })
  turn.notes.push({ kind: 'killed', server: id })
  if (server.role !== 'primary' || primaryOf(turn.world) !== undefined) return
  turn.world = { ...turn.world, diedMs: turn.nowMs }
  const { detectMs } = turn.world.parameters
  if (Number.isFinite(detectMs))
    turn.schedule.push({ afterMs: detectMs, event: { kind: 'decide', diedMs: turn.nowMs } })
}

function happen(turn: Turn, event: ReplicationEvent): void {
  switch (event.kind) {
    case 'stream':
      return received(turn, event)
    case 'confirm':
      return confirmedNow(turn, event)
    case 'applied': {
      const server = serverOf(turn.world, event.server)
      const stopped = !server.replaying && server.promotedMs === undefined
      if (!lives(server) || stopped || event.count !== server.applied + 1) return
      change(turn, event.server, { applied: event.count })
      confirm(turn, event.server)
      return applyNext(turn, event.server)
    }
    case 'answer':
      turn.world = {
        ...turn.world,
        fates: turn.world.fates.map((fate) =>
          fate.write === event.write && fate.acknowledgedMs === undefined
            ? { ...fate, acknowledgedMs: turn.nowMs }
            : fate,
        ),
      }
      turn.notes.push({ kind: 'acknowledged', write: event.write })
      return
    case 'decide':
      return decide(turn, event.diedMs)
  }
}

function act(turn: Turn, action: ReplicationAction): void {
  if (action.kind === 'write') return write(turn, action.rows, action.at)
  const { server: id, kind } = action
  if (!Object.hasOwn(turn.world.servers, id)) return
  const { applied, log, replaying } = serverOf(turn.world, id)
  switch (kind) {
    case 'kill':
      return kill(turn, id)
    case 'promote':
      return promote(turn, id)
    case 'stop-receiving':
      return change(turn, id, { receiving: false })
    case 'receive-again': {
      change(turn, id, { receiving: true })
      const primary = primaryOf(turn.world)
      if (primary !== undefined && primary !== id) stream(turn, primary, id)
      return
    }
    case 'stop-replay':
      return change(turn, id, { replaying: false })
    case 'replay-again':
      if (replaying) return
      change(turn, id, { replaying: true })
      if (applied < log.length) applyNext(turn, id)
  }
}

function checkParameters(parameters: ReplicationParameters): void {
  const { replicas, confirmations, latencyMs, applyMsPerRow, detectMs } = parameters
  requireWholeNumber(replicas, 1, 5, 'replicas', 'replication')
  requireWholeNumber(confirmations, 0, replicas, 'confirmations', 'replication')
  requireDuration(latencyMs, 'latencyMs', 'replication')
  requireDuration(applyMsPerRow, 'applyMsPerRow', 'replication')
  if (detectMs !== Infinity) requireDuration(detectMs, 'detectMs', 'replication')
}

const step = (
  world: ReplicationWorld,
  { nowMs }: Moment,
  work: (turn: Turn) => void,
): ReplicationStep => {
  const turn: Turn = { world, schedule: [], notes: [], nowMs }
  work(turn)
  return { world: turn.world, schedule: turn.schedule, notes: turn.notes }
}

/**
 * Whether nothing is lost that was promised: with a confirmation, and with a promotion that looks
 * who received most, no acknowledged write is missing, as long as as many replicas live as it takes
 * for one of them to have confirmed.
 */
export function keepsItsPromise(world: ReplicationWorld): boolean {
  const { confirmations, replicas, lagCheck } = world.parameters
  const living = Object.values(world.servers).filter(lives).length
  const promised = lagCheck && confirmations > 0 && living > replicas - confirmations
  return !promised || !world.fates.some(({ lost }) => lost)
}

/**
 * A primary that streams its log to replicas, as PostgreSQL does: asynchronous, semi-synchronous or
 * synchronous, with receiving and applying apart, promotion by hand or by a monitor, and no fencing
 * unless asked for.
 *
 * Links keep their order, since they are streams. Writing down takes no time.
 */
export const replication: Rules<
  ReplicationParameters,
  ReplicationWorld,
  ReplicationEvent,
  ReplicationAction,
  ReplicationNote
> = {
  begin(parameters) {
    checkParameters(parameters)
    const server = (role: Server['role']): Server => ({
      life: newNode(),
      role,
      timeline: 1,
      log: [],
      applied: 0,
      receiving: true,
      replaying: true,
      fenced: false,
      confirmed: {},
      promotedMs: undefined,
    })
    const replicas = Array.from(
      { length: parameters.replicas },
      (_, index) => [`R${index + 1}`, server('replica')] as const,
    )
    return {
      world: {
        parameters,
        servers: { P: server('primary'), ...Object.fromEntries(replicas) },
        fates: [],
        outages: [],
        diedMs: undefined,
      },
    }
  },
  happen: (world, event, moment) => step(world, moment, (turn) => happen(turn, event)),
  act: (world, action, moment) => step(world, moment, (turn) => act(turn, action)),
}
