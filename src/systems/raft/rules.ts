import { type Network, healed, networkOf, partitioned, passes } from '../../simulation/network.ts'
import {
  crashed,
  newNode,
  paused,
  received,
  restarted,
  resumed,
} from '../../simulation/node-life.ts'
import type { Rules } from '../../simulation/rules.ts'
import { answered, beginWrite, impatient } from './client.ts'
import {
  DECISIONS,
  asked,
  follow,
  heardLeader,
  resetElection,
  stand,
  timerDue,
  voted,
} from './election.ts'
import { noteElected } from './ledger.ts'
import { logOf } from './log.ts'
import { type RaftParameters, type ServerId, checkParameters, serverIds } from './parameters.ts'
import { majorityOf } from './quorum.ts'
import { broadcast, heartbeatDue, lead, takeEntries, takeWrite, taken } from './replicate.ts'
import { type Turn, change, isServer, networkFor, post, serverOf, stepOf, turnOf } from './turn.ts'
import {
  INVARIANTS,
  LEADER,
  type Message,
  type RaftAction,
  type RaftDecisions,
  type RaftEvent,
  type RaftNote,
  type RaftWorld,
  type Server,
} from './world.ts'

/** What a crash takes away. */
const FORGOTTEN = {
  role: 'follower',
  leader: undefined,
  commit: 0,
  loyalMs: 0,
  votes: {},
  next: {},
  match: {},
  heardMs: {},
  waiting: [],
} as const satisfies Partial<Server>

function serverTo(turn: Turn, id: ServerId, from: ServerId, message: Message): void {
  const { term, heardMs } = serverOf(turn, id)
  change(turn, id, { heardMs: { ...heardMs, [from]: turn.moment.nowMs } })
  switch (message.kind) {
    case 'ask':
      return asked(turn, id, from, message)
    case 'vote':
      return voted(turn, id, from, message)
    case 'append': {
      // A leader of an earlier term learns from the answer that it no longer is one.
      if (message.term < term)
        return post(turn, id, from, { kind: 'appended', term, agreed: false, index: 0 })
      const { role } = serverOf(turn, id)
      // Two leaders of one term take each other's entries: no rule keeps them apart but the votes.
      const rival = role === 'leader' && message.term === term
      if (message.term > term || (role !== 'follower' && !rival))
        follow(turn, id, message.term, from)
      if (!rival) heardLeader(turn, id, from)
      return takeEntries(turn, id, from, message)
    }
    case 'appended': {
      if (message.term > term) return follow(turn, id, message.term)
      const { role } = serverOf(turn, id)
      if (role === 'leader' && message.term === term) taken(turn, id, from, message)
      return
    }
    default:
  }
}

function deliver(turn: Turn, from: string, to: string, message: Message): void {
  if (!isServer(turn, to)) {
    if (message.kind === 'answer') answered(turn, to, from, message)
    return
  }
  const event: RaftEvent = { kind: 'deliver', from, to, message }
  const fate = received(serverOf(turn, to).life, event)
  if (fate.kind === 'held') return change(turn, to, { life: fate.node })
  if (fate.kind === 'dropped') return
  if (message.kind === 'write') takeWrite(turn, to, message.write)
  else serverTo(turn, to, from, message)
}

function arrive(turn: Turn, number: number): void {
  const flight = turn.world.flights.find((one) => one.number === number)
  // Somebody dropped it.
  if (!flight) return
  const { nowMs } = turn.moment
  if (flight.arrivesMs > nowMs) {
    turn.schedule.push({
      afterMs: flight.arrivesMs - nowMs,
      event: { kind: 'arrive', flight: number },
    })
    return
  }
  land(turn, number)
  if (passes(networkFor(turn, flight.from, flight.to), flight.from, flight.to))
    deliver(turn, flight.from, flight.to, flight.message)
}

/** It is no longer on its way. */
function land(turn: Turn, number: number): void {
  const flights = turn.world.flights.filter((flight) => flight.number !== number)
  turn.world = { ...turn.world, flights }
}

function timer(turn: Turn, event: Extract<RaftEvent, { kind: 'election' | 'heartbeat' }>): void {
  const server = serverOf(turn, event.server)
  const fate = received(server.life, event, event.life)
  if (fate.kind === 'held') return change(turn, event.server, { life: fate.node })
  if (fate.kind === 'dropped') return
  if (event.kind === 'heartbeat') heartbeatDue(turn, event.server, event.term)
  else if (event.dueMs === server.timerMs) timerDue(turn, event.server)
}

function happen(turn: Turn, event: RaftEvent): void {
  switch (event.kind) {
    case 'arrive':
      return arrive(turn, event.flight)
    case 'deliver':
      return deliver(turn, event.from, event.to, event.message)
    case 'election':
    case 'heartbeat':
      return timer(turn, event)
    case 'write':
      if (turn.moment.nowMs <= turn.world.parameters.untilMs) beginWrite(turn, event.client)
      return
    case 'impatient':
      return impatient(turn, event.client, event.number, event.attempts)
  }
}

/** The server that leads in the highest term, of those that run. */
export const leaderOf = ({ servers }: RaftWorld): ServerId | undefined =>
  Object.entries(servers)
    .filter(([, { role, life }]) => role === 'leader' && life.condition === 'up')
    .toSorted(([, one], [, other]) => other.term - one.term)[0]?.[0]

/** Everything that was broken is whole again. */
function recover(turn: Turn): void {
  turn.world = { ...turn.world, network: healed(turn.world.network) }
  turn.notes.push({ kind: 'healed' })
  for (const id of serverIds(turn.world.parameters)) {
    const { condition } = serverOf(turn, id).life
    if (condition === 'down') onServer(turn, 'restart', id)
    else if (condition === 'paused') onServer(turn, 'resume', id)
  }
}

function onServer(
  turn: Turn,
  kind: 'crash' | 'restart' | 'pause' | 'resume' | 'elect' | 'isolate',
  id: ServerId,
) {
  if (!isServer(turn, id)) return
  const { life, votedFor } = serverOf(turn, id)
  switch (kind) {
    case 'crash':
      if (life.condition === 'down') return
      change(turn, id, { ...FORGOTTEN, life: crashed(life) })
      turn.notes.push({ kind: 'crashed', server: id })
      return
    case 'restart': {
      const forgets = turn.world.parameters.flaw === 'forgets-votes'
      change(turn, id, {
        ...FORGOTTEN,
        life: restarted(life),
        votedFor: forgets ? undefined : votedFor,
        timerMs: 0,
      })
      turn.notes.push({ kind: 'restarted', server: id })
      return resetElection(turn, id)
    }
    case 'pause':
      if (life.condition !== 'up') return
      change(turn, id, { life: paused(life) })
      turn.notes.push({ kind: 'paused', server: id })
      return
    case 'resume': {
      if (life.condition !== 'paused') return
      const { node, released } = resumed(life)
      change(turn, id, { life: node })
      turn.notes.push({ kind: 'resumed', server: id })
      for (const event of released) happen(turn, event)
      return
    }
    case 'isolate': {
      // The others stay as they are with one another.
      const { sides } = turn.world.network
      const rest = serverIds(turn.world.parameters).filter((other) => other !== id)
      const groups = [...new Set(rest.map((other) => sides[other]))].map((side) =>
        rest.filter((other) => sides[other] === side),
      )
      return act(turn, { kind: 'partition', sides: [[id], ...groups] })
    }
    case 'elect':
      if (life.condition === 'up' && serverOf(turn, id).role !== 'leader') stand(turn, id, false)
  }
}

/** The same network without sides: whatever they keep apart is cut. */
function asCuts({ world: { network, parameters } }: Turn): Network {
  const ids = serverIds(parameters)
  const cut = ids.flatMap((from) =>
    ids.filter((to) => to !== from && !passes(network, from, to)).map((to) => `${from}>${to}`),
  )
  return { ...network, sides: {}, cut }
}

function act(turn: Turn, action: RaftAction): void {
  const { network, flights, clients } = turn.world
  switch (action.kind) {
    case 'partition': {
      const sides = action.sides
        .map((side) => side.filter((id) => isServer(turn, id)))
        .filter((side) => side.length > 0)
      if (sides.length < 2) return
      turn.world = { ...turn.world, network: partitioned(network, sides) }
      turn.notes.push({ kind: 'partitioned' })
      return
    }
    case 'heal':
      turn.world = { ...turn.world, network: healed(network) }
      turn.notes.push({ kind: 'healed' })
      return
    case 'cut':
    case 'mend': {
      const { from, to, kind } = action
      if (!isServer(turn, from) || !isServer(turn, to)) return
      const name = `${from}>${to}`
      // Of sides only their links are left, so that one of them can be mended.
      const now = kind === 'mend' ? asCuts(turn) : network
      const others = now.cut.filter((one) => one !== name)
      const cut = kind === 'cut' ? [...others, name] : others
      turn.world = { ...turn.world, network: { ...now, cut } }
      turn.notes.push({ kind: kind === 'cut' ? 'cut' : 'mended', from, to })
      return
    }
    case 'drop':
      if (!flights.some(({ number }) => number === action.flight)) return
      land(turn, action.flight)
      turn.notes.push({ kind: 'dropped', flight: action.flight })
      return
    case 'delay': {
      const byMs = Math.max(0, action.byMs)
      const later = flights.map((flight) =>
        flight.number === action.flight
          ? { ...flight, arrivesMs: flight.arrivesMs + byMs }
          : flight,
      )
      if (!flights.some(({ number }) => number === action.flight)) return
      turn.world = { ...turn.world, flights: later }
      turn.notes.push({ kind: 'delayed', flight: action.flight })
      return
    }
    case 'write': {
      const idle = Object.keys(clients).find((name) => !clients[name]?.open)
      if (idle !== undefined) beginWrite(turn, idle)
      return
    }
    case 'recover':
      return recover(turn)
    default: {
      const id = action.server === LEADER ? leaderOf(turn.world) : action.server
      if (id !== undefined) onServer(turn, action.kind, id)
    }
  }
}

function beginning(parameters: RaftParameters): RaftWorld {
  const { link, written, clients } = parameters
  const ids = serverIds(parameters)
  const server = (id: ServerId): Server => {
    const { term = 0, votedFor, log = [] } = written?.[id] ?? {}
    return {
      ...FORGOTTEN,
      life: newNode(),
      phaseMs: 0,
      term,
      votedFor,
      log: logOf(log),
      electionMs: 0,
      timerMs: 0,
    }
  }
  return {
    parameters,
    network: networkOf(link),
    servers: Object.fromEntries(ids.map((id) => [id, server(id)])),
    clients: Object.fromEntries(
      Array.from({ length: clients }, (_, index) => [
        `C${index + 1}`,
        { number: 0, open: false, attempts: 0, asks: ids[0] ?? '' },
      ]),
    ),
    flights: [],
    sent: 0,
    ledger: { leaders: {}, committed: [], acknowledged: [], breaches: {} },
  }
}

/**
 * Raft, for servers of a fixed membership: elections, replication, the commit rule, restarts with
 * what was written down, and clients that repeat a write under its own number.
 *
 * Writing down takes no time, and nothing is ever compacted.
 *
 * @source ongaro-2014
 */
export const raftWith = (
  decisions: RaftDecisions,
): Rules<RaftParameters, RaftWorld, RaftEvent, RaftAction, RaftNote> => ({
  begin(parameters, moment) {
    checkParameters(parameters)
    const turn = turnOf(beginning(parameters), moment, decisions)
    for (const id of serverIds(parameters)) {
      const phaseMs = Math.floor(moment.draw.uniform(`phase ${id}`) * parameters.tickMs)
      change(turn, id, { phaseMs })
      resetElection(turn, id)
    }
    if (parameters.leader !== undefined) {
      const id = parameters.leader
      for (const other of serverIds(parameters))
        change(turn, other, { term: Math.max(1, serverOf(turn, other).term), votedFor: id })
      lead(turn, id)
      turn.notes.push({ kind: 'elected', server: id, term: serverOf(turn, id).term })
      noteElected(turn, id)
      broadcast(turn, id)
    }
    for (const client of Object.keys(turn.world.clients))
      turn.schedule.push({
        afterMs: moment.draw.uniform(`begin ${client}`) * parameters.writeEveryMs,
        event: { kind: 'write', client, number: 1 },
      })
    return stepOf(turn)
  },
  happen(world, event, moment) {
    const turn = turnOf(world, moment, decisions)
    happen(turn, event)
    return stepOf(turn)
  },
  act(world, action, moment) {
    const turn = turnOf(world, moment, decisions)
    act(turn, action)
    return stepOf(turn)
  },
})

/** With the paper's own decisions. */
export const raft = raftWith(DECISIONS)

/** The same rules, strictly: a run that breaks an invariant stops there. */
export const strict = (rules: typeof raft): typeof raft => ({
  ...rules,
  invariants: Object.fromEntries(
    INVARIANTS.map((name) => [
      name,
      ({ ledger }: RaftWorld) => ledger.breaches[name] === undefined,
    ]),
  ),
})

export const strictRaft = strict(raft)

/** What candidates owe the cluster: whoever a majority voted for leads. */
export const DUTIES = {
  winnersLead: ({ servers, parameters }: RaftWorld): boolean =>
    Object.values(servers).every(
      ({ role, votes }) =>
        role !== 'candidate' ||
        Object.values(votes).filter(Boolean).length < majorityOf(parameters.servers),
    ),
} as const
