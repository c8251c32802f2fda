import { requireDuration, requirePositive, requireWholeNumber } from '../../reliability/domain.ts'
import { newNode, received as taken } from '../../simulation/node-life.ts'
import type { Moment, Rules, Step } from '../../simulation/rules.ts'
import { hear, impatient, next, read, redirect } from './client.ts'
import {
  decide,
  isolate,
  kill,
  pause,
  promoteByHand,
  reconnect,
  restart,
  resume,
  suspect,
} from './failover.ts'
import { linkOf, lose } from './links.ts'
import { appliedNow, applyNext, confirmedNow, received, write } from './replicate.ts'
import { type Turn, change, primaryOf, rowsOf, serverOf, visibleAt } from './turn.ts'
import {
  CLIENT,
  type ReplicationAction,
  type ReplicationEvent,
  type ReplicationNote,
  type ReplicationParameters,
  type ReplicationWorld,
  type Server,
  type ServerId,
} from './world.ts'

/** Rows that were acknowledged by now and that a reader at this server does not see. */
export function staleRows(world: ReplicationWorld, id: ServerId): number {
  const seen = new Set(visibleAt(world, id).map(({ write: number }) => number))
  return rowsOf(
    world.fates.filter(
      ({ write: number, acknowledgedMs }) => acknowledgedMs !== undefined && !seen.has(number),
    ),
  )
}

/** Whether a server is there for an event; one that is paused keeps it. */
function isThere(turn: Turn, id: ServerId, event: ReplicationEvent, life?: number): boolean {
  const fate = taken(serverOf(turn.world, id).life, event, life)
  if (fate.kind === 'held') change(turn, id, { life: fate.node })
  return fate.kind === 'happens'
}

function arrive(turn: Turn, number: number): void {
  const flight = turn.world.flights.find((one) => one.number === number)
  // It was lost, or is later than it was to be.
  if (!flight || flight.arrivesMs > turn.nowMs) return
  const { from, to, message } = flight
  turn.world = { ...turn.world, flights: turn.world.flights.filter((one) => one !== flight) }
  if (to === CLIENT) {
    turn.notes.push({ kind: 'arrived', flight })
    return hear(turn, from, message)
  }
  const there = serverOf(turn.world, to).life.condition !== 'down'
  turn.notes.push({ kind: there ? 'arrived' : 'died', flight })
  happen(turn, { kind: 'deliver', from, to, message })
}

function deliver(turn: Turn, event: Extract<ReplicationEvent, { kind: 'deliver' }>): void {
  const { from, to, message } = event
  if (!isThere(turn, to, event)) return
  switch (message.kind) {
    case 'stream':
      return received(turn, to, message)
    case 'confirm':
      return confirmedNow(turn, to, from, message)
    case 'write':
      return write(turn, 1, to, message.request)
    case 'read':
      return read(turn, to, message)
    default:
  }
}

function happen(turn: Turn, event: ReplicationEvent): void {
  switch (event.kind) {
    case 'arrive':
      return arrive(turn, event.flight)
    case 'deliver':
      return deliver(turn, event)
    case 'applied': {
      const { server, life, count, timeline } = event
      if (isThere(turn, server, event, life)) appliedNow(turn, server, count, timeline)
      return
    }
    case 'suspect':
      return suspect(turn, event.missedMs)
    case 'decide':
      return decide(turn, event.missedMs, event.again)
    case 'next':
      return next(turn, event.request)
    case 'impatient':
      return impatient(turn, event.request)
    case 'redirect':
      return redirect(turn, event.to)
  }
}

function delay(turn: Turn, number: number, byMs: number): void {
  const flight = turn.world.flights.find((one) => one.number === number)
  if (!flight) return
  const arrivesMs = flight.arrivesMs + Math.round(byMs)
  const flights = turn.world.flights.map((one) => (one === flight ? { ...one, arrivesMs } : one))
  turn.world = { ...turn.world, flights }
  turn.notes.push({ kind: 'delayed', flight })
  turn.schedule.push({
    afterMs: arrivesMs - turn.nowMs,
    event: { kind: 'arrive', flight: number },
  })
}

function onLink(turn: Turn, kind: 'cut' | 'mend', one: ServerId, other: ServerId): void {
  const { cut, servers } = turn.world
  const link = linkOf(one, other)
  const known = Object.hasOwn(servers, one) && Object.hasOwn(servers, other) && one !== other
  if (!known || cut.includes(link) === (kind === 'cut')) return
  turn.notes.push({ kind: kind === 'cut' ? 'cut' : 'mended', one, other })
  if (kind === 'cut') {
    turn.world = { ...turn.world, cut: [...cut, link] }
    lose(turn, (from, to) => linkOf(from, to) === link)
  } else {
    turn.world = { ...turn.world, cut: cut.filter((each) => each !== link) }
    reconnect(turn, one)
  }
}

function act(turn: Turn, action: ReplicationAction): void {
  switch (action.kind) {
    case 'write':
      return write(turn, action.rows, action.at ?? primaryOf(turn.world), undefined)
    case 'drop':
      return lose(turn, (_from, _to, number) => number === action.flight)
    case 'delay':
      return delay(turn, action.flight, action.byMs)
    case 'cut':
    case 'mend':
      return onLink(turn, action.kind, action.one, action.other)
    default:
      if (Object.hasOwn(turn.world.servers, action.server))
        onServer(turn, action.kind, action.server)
  }
}

type OnServer = Extract<ReplicationAction, { server: ServerId }>['kind']

function onServer(turn: Turn, kind: OnServer, id: ServerId): void {
  switch (kind) {
    case 'kill':
      return kill(turn, id)
    case 'restart':
      return restart(turn, id)
    case 'pause':
      return pause(turn, id)
    case 'resume':
      return resume(turn, id)
    case 'isolate':
      return isolate(turn, id, true)
    case 'rejoin':
      return isolate(turn, id, false)
    case 'promote':
      return promoteByHand(turn, id)
    case 'stop-receiving':
      return change(turn, id, { receiving: false })
    case 'receive-again':
      change(turn, id, { receiving: true })
      return reconnect(turn, id)
    case 'stop-replay':
      if (serverOf(turn.world, id).replaying) turn.notes.push({ kind: 'stopped', server: id })
      return change(turn, id, { replaying: false })
    case 'replay-again':
      if (serverOf(turn.world, id).replaying) return
      turn.notes.push({ kind: 'applies-again', server: id })
      change(turn, id, { replaying: true })
      return applyNext(turn, id)
  }
}

function checkParameters(parameters: ReplicationParameters): void {
  const { replicas, confirmations, latencyMs, lagsMs, applyMsPerRow, detectMs } = parameters
  requireWholeNumber(replicas, 1, 5, 'replicas', 'replication')
  requireWholeNumber(confirmations, 0, replicas, 'confirmations', 'replication')
  requireDuration(latencyMs, 'latencyMs', 'replication')
  for (const ms of Object.values(lagsMs ?? {})) requireDuration(ms, 'lagsMs', 'replication')
  requireDuration(applyMsPerRow, 'applyMsPerRow', 'replication')
  requireDuration(parameters.decideMs ?? 0, 'decideMs', 'replication')
  if (detectMs !== Infinity) requireDuration(detectMs, 'detectMs', 'replication')
  const { client } = parameters
  if (!client) return
  requireDuration(client.latencyMs, 'client.latencyMs', 'replication')
  requirePositive(client.everyMs, 'client.everyMs', 'replication')
  requirePositive(client.patienceMs, 'client.patienceMs', 'replication')
  requireDuration(client.reconnectMs, 'client.reconnectMs', 'replication')
}

const step = (
  world: ReplicationWorld,
  { nowMs }: Moment,
  work: (turn: Turn) => void,
): Step<ReplicationWorld, ReplicationEvent, ReplicationNote> => {
  const turn: Turn = { world, schedule: [], notes: [], nowMs }
  work(turn)
  return { world: turn.world, schedule: turn.schedule, notes: turn.notes }
}

const serverAtFirst = (
  role: Server['role'],
  counted: readonly ServerId[],
  needs: number,
): Server => ({
  life: newNode(),
  role,
  timeline: 1,
  log: [],
  applied: 0,
  busy: false,
  receiving: true,
  replaying: true,
  isolated: false,
  fenced: false,
  confirmed: {},
  counted,
  needs,
  promotedMs: undefined,
})

/** The first primary, and its replicas in their order. */
export const serverIds = ({
  replicas,
}: Pick<ReplicationParameters, 'replicas'>): readonly ServerId[] => [
  'P',
  ...Array.from({ length: replicas }, (_, index) => `R${index + 1}`),
]

/**
 * A primary that streams its log to replicas, as PostgreSQL does: asynchronous, semi-synchronous or
 * synchronous, with receiving and applying apart, promotion by hand or by a monitor, and no fencing
 * unless asked for. A server that dies takes along what it had not got out.
 *
 * Writing down takes no time. Nothing is left to chance.
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
    const [primary = 'P', ...replicas] = serverIds(parameters)
    const { client, confirmations } = parameters
    return {
      world: {
        parameters,
        servers: {
          [primary]: serverAtFirst('primary', replicas, confirmations),
          ...Object.fromEntries(replicas.map((id) => [id, serverAtFirst('replica', [], 0)])),
        },
        cut: [],
        client: client && {
          primary,
          readers: replicas,
          request: 0,
          rounds: 0,
          waiting: undefined,
          wrote: 0,
          saw: 0,
          begunMs: 0,
        },
        flights: [],
        sent: 0,
        primary,
        missedMs: undefined,
        suspectedMs: undefined,
        fates: [],
        reads: [],
        outages: [],
        breaches: {},
      },
      ...(client && { schedule: [{ afterMs: 0, event: { kind: 'next', request: 0 } as const }] }),
    }
  },
  happen: (world, event, moment) => step(world, moment, (turn) => happen(turn, event)),
  act: (world, action, moment) => step(world, moment, (turn) => act(turn, action)),
}
