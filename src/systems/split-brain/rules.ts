import { requireDuration, requireWholeNumber } from '../../reliability/domain.ts'
import { crashed, newNode, received, restarted } from '../../simulation/node-life.ts'
import type { Moment, Rules } from '../../simulation/rules.ts'
import {
  fenced,
  granted,
  lapse,
  lead,
  miss,
  nodeAsked,
  renewed,
  witnessAsked,
} from './arbitrate.ts'
import { appended, confirmed, promote, stream, take } from './lead.ts'
import { answered, begun, checkPrimaries } from './ledger.ts'
import {
  change,
  goesAsFar,
  isFree,
  isLeased,
  lastEpochOf,
  nextEpoch,
  nodeOf,
  otherOf,
  send,
  type Turn,
} from './turn.ts'
import {
  type Flight,
  type Message,
  type Node,
  type NodeId,
  NODES,
  type SplitBrainAction,
  type SplitBrainEvent,
  type SplitBrainNote,
  type SplitBrainParameters,
  type SplitBrainWorld,
} from './world.ts'

/** A node's heartbeat: it speaks, and looks whom it misses. */
function tick(turn: Turn, id: NodeId): void {
  const { life } = nodeOf(turn, id)
  const afterMs = turn.world.parameters.heartbeatMs
  turn.schedule.push({ afterMs, event: { kind: 'tick', node: id, life: life.life } })
  lapse(turn, id)
  miss(turn, id)
  const node = nodeOf(turn, id)
  if (node.role === 'primary') lead(turn, id)
  else {
    const { hears, epoch, log } = node
    send(turn, id, otherOf(id), {
      kind: 'hello',
      hears,
      epoch,
      lastEpoch: lastEpochOf(node),
      length: log.length,
    })
  }
}

/**
 * Two standbys that hear one another, and of no primary: the one whose log goes further leads. With
 * votes there is an election instead. A greeting that does not answer one of this very life may be
 * older than the other one's promotion, and does not count.
 */
function greeted(
  turn: Turn,
  id: NodeId,
  from: NodeId,
  theirs: Extract<Message, { kind: 'hello' }>,
): void {
  const { seen } = nodeOf(turn, id)
  change(turn, id, { seen: Math.max(seen, theirs.epoch) })
  const node = nodeOf(turn, id)
  if (node.role === 'primary') {
    // The other one has led in between, and does no more: it follows only what is newer.
    if (theirs.epoch > node.epoch) change(turn, id, { epoch: nextEpoch(node, id) })
    return
  }
  if (isLeased(turn) || theirs.hears !== node.life.life) return
  const own = { lastEpoch: lastEpochOf(node), length: node.log.length }
  const further = goesAsFar(own, theirs) && (id < from || !goesAsFar(theirs, own))
  if (!further) return
  promote(turn, id, false)
  stream(turn, id)
}

function followed(
  turn: Turn,
  id: NodeId,
  from: NodeId,
  message: Extract<Message, { kind: 'append' }>,
): void {
  if (!appended(turn, id, from, message)) return
  const { vote, log } = nodeOf(turn, id)
  const voted = isLeased(turn) && isFree(vote, from, turn.nowMs)
  if (voted) {
    const untilMs = turn.nowMs + turn.world.parameters.ttlMs
    change(turn, id, { vote: { to: from, untilMs } })
  }
  const { epoch, sentMs } = message
  send(turn, id, from, { kind: 'confirm', epoch, length: log.length, voted, sentMs })
}

/** A message reaches a node that runs. */
function receive(turn: Turn, id: NodeId, { from, life, message }: Flight): void {
  // What a node sent before it was switched off may still arrive, and must not count any more.
  if (from !== 'W' && life < nodeOf(turn, id).deadBefore) return
  const heard = { heardMs: turn.nowMs, hears: life }
  change(turn, id, from === 'W' ? { witnessMs: turn.nowMs } : heard)
  const { role, epoch, seen } = nodeOf(turn, id)
  switch (message.kind) {
    case 'append':
      return followed(turn, id, otherOf(id), message)
    case 'confirm':
      if (role !== 'primary' || message.epoch !== epoch) return
      if (message.voted) renewed(turn, id, message.sentMs)
      return confirmed(turn, id, message.length)
    case 'hello':
      return greeted(turn, id, otherOf(id), message)
    case 'ask':
      return nodeAsked(turn, id, otherOf(id), message)
    case 'grant':
      return granted(turn, id, message)
    case 'refuse':
      return change(turn, id, { seen: Math.max(seen, message.epoch) })
    case 'forward':
      return take(turn, id, message.write, message.key)
    case 'answer':
      return answered(turn, message.write)
    case 'fence':
      return
  }
}

function arrive(turn: Turn, number: number): void {
  const flight = turn.world.flights.find((each) => each.number === number)
  if (!flight) return
  const flights = turn.world.flights.filter((each) => each !== flight)
  turn.world = { ...turn.world, flights }
  const { from, to, message } = flight
  if (message.kind === 'fence') fenced(turn, flight)
  else if (to === 'W') {
    if (message.kind === 'ask' && from !== 'W') witnessAsked(turn, from, message)
  } else if (nodeOf(turn, to).life.condition === 'up') receive(turn, to, flight)
}

/** A client writes: at the node beside it, which passes on what is not its own to take. */
function write(turn: Turn, side: NodeId): void {
  const { writeEveryMs, keys } = turn.world.parameters
  turn.schedule.push({ afterMs: writeEveryMs, event: { kind: 'write', side } })
  const key = turn.draw.whole(`key ${side}`, 0, keys - 1)
  const number = begun(turn, side, key)
  const { life, role, primary } = nodeOf(turn, side)
  if (life.condition !== 'up') return
  if (role === 'primary') take(turn, side, number, key)
  else if (primary === otherOf(side))
    send(turn, side, primary, { kind: 'forward', write: number, key })
}

/** A node starts, and knows what it wrote down: its log, its epoch, its vote. */
function boot(turn: Turn, id: NodeId, kind: 'restarted' | 'rebooted'): void {
  const node = nodeOf(turn, id)
  const life = restarted(node.life)
  // It was the only one with every answered write, and nobody can have led since.
  const lastAlone = turn.world.parameters.arbitration === 'fence' && node.alone === 'yes'
  change(turn, id, {
    life,
    role: 'standby',
    primary: undefined,
    standsIn: undefined,
    alone: 'no',
    synced: false,
    hears: undefined,
    fencing: false,
    heardMs: turn.nowMs,
    witnessMs: turn.nowMs,
    leaderMs: turn.nowMs,
  })
  turn.notes.push({ kind, node: id })
  if (lastAlone) promote(turn, id, true)
  tick(turn, id)
}

function happen(turn: Turn, event: SplitBrainEvent): void {
  switch (event.kind) {
    case 'arrive':
      return arrive(turn, event.number)
    case 'write':
      return write(turn, event.side)
    case 'reboot': {
      const { life } = nodeOf(turn, event.node)
      if (life.condition === 'down' && life.life === event.life) boot(turn, event.node, 'rebooted')
      return
    }
    default: {
      const { life } = nodeOf(turn, event.node)
      if (received(life, event, event.life).kind !== 'happens') return
      if (event.kind === 'tick') tick(turn, event.node)
      else lapse(turn, event.node)
    }
  }
}

function act(turn: Turn, action: SplitBrainAction): void {
  const { cut, flights } = turn.world
  switch (action.kind) {
    case 'cut': {
      const links = action.links.filter((link) => !cut.includes(link))
      if (links.length === 0) return
      turn.world = {
        ...turn.world,
        cut: [...cut, ...links],
        flights: flights.filter(({ from, to }) => !links.includes(`${from}>${to}`)),
      }
      turn.notes.push({ kind: 'cut', links })
      return
    }
    case 'mend': {
      const links = action.links.filter((link) => cut.includes(link))
      if (links.length === 0) return
      turn.world = { ...turn.world, cut: cut.filter((link) => !links.includes(link)) }
      turn.notes.push({ kind: 'mended', links })
      return
    }
    case 'crash': {
      const { life } = nodeOf(turn, action.node)
      if (life.condition === 'down') return
      change(turn, action.node, { life: crashed(life), role: 'standby' })
      turn.notes.push({ kind: 'crashed', node: action.node })
      return
    }
    case 'restart':
      if (nodeOf(turn, action.node).life.condition === 'down') boot(turn, action.node, 'restarted')
  }
}

function checkParameters(parameters: SplitBrainParameters): void {
  const { arbitration: _, flaw: __, keys, ...times } = parameters
  requireWholeNumber(keys, 1, 26, 'keys', 'split-brain')
  for (const [name, value] of Object.entries(times)) requireDuration(value, name, 'split-brain')
  const { headStartMs: ___, patienceMs: ____, ...positive } = times
  for (const [name, value] of Object.entries(positive))
    if (value < 1) throw new RangeError(`split-brain: ${name} must be at least 1, got ${value}`)
}

function begin(parameters: SplitBrainParameters, nowMs: number): SplitBrainWorld {
  checkParameters(parameters)
  const vote = { to: 'A', untilMs: nowMs + parameters.ttlMs } as const
  const standby: Node = {
    life: newNode(),
    role: 'standby',
    epoch: 1,
    seen: 1,
    standsIn: undefined,
    log: [],
    primary: 'A',
    heardMs: nowMs,
    witnessMs: nowMs,
    leaderMs: nowMs,
    vote,
    leaseMs: 0,
    alone: 'no',
    aloneSinceMs: 0,
    confirmed: 0,
    answered: 0,
    synced: true,
    hears: 0,
    deadBefore: 0,
    fencing: false,
  }
  return {
    parameters,
    nodes: { A: { ...standby, role: 'primary', leaseMs: vote.untilMs }, B: standby },
    witness: { epoch: 1, vote, fresh: NODES },
    cut: [],
    flights: [],
    sent: 0,
    fates: [],
    discards: [],
    breaches: {},
  }
}

/**
 * A primary and a standby that copies it, on a network that may part, and a rule for what each may do
 * while it does not hear the other. A primary answers a write once the standby has it; or alone, once
 * it may. To lead and to answer alone take the same permission, since either is safe only where the
 * other node does neither.
 *
 * @source gray-cheriton-1989
 * @source paris-1986
 */
export const splitBrain: Rules<
  SplitBrainParameters,
  SplitBrainWorld,
  SplitBrainEvent,
  SplitBrainAction,
  SplitBrainNote
> = {
  begin(parameters, { nowMs }) {
    const life = 0
    return {
      world: begin(parameters, nowMs),
      schedule: NODES.flatMap((node, index) => [
        {
          afterMs: (index * parameters.heartbeatMs) / NODES.length,
          event: { kind: 'tick', node, life },
        },
        {
          afterMs: parameters.writeEveryMs * (0.5 + index / NODES.length),
          event: { kind: 'write', side: node },
        },
        { afterMs: parameters.ttlMs, event: { kind: 'lease', node, life } },
      ]),
    }
  },
  happen: (world, event, moment) => step(world, moment, (turn) => happen(turn, event)),
  act: (world, action, moment) => step(world, moment, (turn) => act(turn, action)),
}

function step(world: SplitBrainWorld, { nowMs, draw }: Moment, change: (turn: Turn) => void) {
  const turn: Turn = { world, schedule: [], notes: [], nowMs, draw }
  change(turn)
  checkPrimaries(turn)
  return { world: turn.world, schedule: turn.schedule, notes: turn.notes }
}
