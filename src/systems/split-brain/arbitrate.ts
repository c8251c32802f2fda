import { crashed } from '../../simulation/node-life.ts'
import { askAlone, goAlone, promote, stepDown, stream } from './lead.ts'
import {
  change,
  goesAsFar,
  isFree,
  isLeased,
  lastEpochOf,
  linkOf,
  majorityOf,
  nextEpoch,
  nodeOf,
  otherOf,
  passes,
  send,
  type Turn,
} from './turn.ts'
import type { Flight, Message, NodeId, VoterId } from './world.ts'

type Ask = Extract<Message, { kind: 'ask' }>
type Grant = Extract<Message, { kind: 'grant' }>

/** How many votes it takes: a majority of all, or, where that rule is left out, of who is heard. */
function votesNeeded(turn: Turn, id: NodeId): number {
  const { arbitration, flaw, detectMs } = turn.world.parameters
  const voters = arbitration === 'witness' ? 3 : 2
  if (flaw !== 'counts-the-living') return majorityOf(voters)
  const { heardMs, witnessMs } = nodeOf(turn, id)
  const heard = [heardMs, witnessMs].filter((ms) => turn.nowMs - ms < detectMs).length
  return majorityOf(1 + heard)
}

/** Asks for votes, or for a longer time. */
export function ask(turn: Turn, id: NodeId, to: VoterId): void {
  const node = nodeOf(turn, id)
  const leads = node.role === 'primary'
  send(turn, id, to, {
    kind: 'ask',
    epoch: leads ? node.epoch : (node.standsIn ?? 0),
    lastEpoch: lastEpochOf(node),
    length: node.log.length,
    as: leads ? (node.alone === 'no' ? 'together' : 'alone') : 'candidate',
    sentMs: turn.nowMs,
  })
}

/** The witness is asked for its vote. */
export function witnessAsked(turn: Turn, from: NodeId, { epoch, as, sentMs }: Ask): void {
  const { witness, parameters } = turn.world
  const { to } = witness.vote
  const given =
    isFree(witness.vote, from, turn.nowMs) &&
    (epoch > witness.epoch || (epoch === witness.epoch && to === from)) &&
    // Whoever leads already was elected by a majority, and has everything.
    (as !== 'candidate' || witness.fresh.includes(from) || parameters.flaw === 'votes-for-stale')
  if (!given) return refuse(turn, 'W', from, witness.epoch)
  if (as === 'candidate') turn.notes.push({ kind: 'voted', voter: 'W', node: from })
  const together: readonly NodeId[] = ['A', 'B']
  turn.world = {
    ...turn.world,
    witness: {
      epoch,
      vote: { to: from, untilMs: turn.nowMs + parameters.ttlMs },
      fresh: as === 'candidate' ? witness.fresh : as === 'alone' ? [from] : together,
    },
  }
  send(turn, 'W', from, { kind: 'grant', epoch, as, sentMs })
}

function refuse(turn: Turn, voter: VoterId, from: NodeId, epoch: number): void {
  turn.notes.push({ kind: 'refused', voter, node: from })
  send(turn, voter, from, { kind: 'refuse', epoch })
}

/** A node is asked for its vote by a candidate. */
export function nodeAsked(turn: Turn, id: NodeId, from: NodeId, asked: Ask): void {
  const node = nodeOf(turn, id)
  const own = { lastEpoch: lastEpochOf(node), length: node.log.length }
  // Of two that stand with the same log one must give way, or they would block one another for ever.
  const rival = node.standsIn !== undefined && id < from && goesAsFar(own, asked)
  const given =
    node.role === 'standby' &&
    !rival &&
    isFree(node.vote, from, turn.nowMs) &&
    asked.epoch > node.epoch &&
    goesAsFar(asked, own)
  if (!given) return refuse(turn, id, from, node.epoch)
  turn.notes.push({ kind: 'voted', voter: id, node: from })
  const untilMs = turn.nowMs + turn.world.parameters.ttlMs
  change(turn, id, { epoch: asked.epoch, vote: { to: from, untilMs } })
  send(turn, id, from, { kind: 'grant', epoch: asked.epoch, as: 'candidate', sentMs: asked.sentMs })
}

/** A vote counts from when it was asked for: at its owner it ends before it ends at its giver. */
export function renewed(turn: Turn, id: NodeId, sentMs: number): void {
  const node = nodeOf(turn, id)
  const leaseMs = sentMs + turn.world.parameters.ttlMs
  if (leaseMs <= node.leaseMs) return
  change(turn, id, { leaseMs })
  turn.schedule.push({
    afterMs: Math.max(0, leaseMs - turn.nowMs),
    event: { kind: 'lease', node: id, life: node.life.life },
  })
}

/** A vote arrives. With its own it makes two, and that is a majority of two and of three. */
export function granted(turn: Turn, id: NodeId, { epoch, as, sentMs }: Grant): void {
  const node = nodeOf(turn, id)
  if (node.role === 'primary' && epoch === node.epoch) {
    renewed(turn, id, sentMs)
    if (node.alone === 'asked' && as === 'alone' && sentMs >= node.aloneSinceMs) goAlone(turn, id)
  } else if (node.standsIn === epoch && isFree(node.vote, id, turn.nowMs)) {
    const leaseMs = sentMs + turn.world.parameters.ttlMs
    if (leaseMs <= turn.nowMs) return
    promote(turn, id, false, { leaseMs: 0 })
    renewed(turn, id, sentMs)
    lead(turn, id)
  }
}

/** A primary's heartbeat, to the other one and to the witness. */
export function lead(turn: Turn, id: NodeId): void {
  stream(turn, id)
  if (turn.world.parameters.arbitration === 'witness') ask(turn, id, 'W')
}

/** The votes of a primary have run out: it stops, whatever the others do. */
export function lapse(turn: Turn, id: NodeId): void {
  const { role, leaseMs } = nodeOf(turn, id)
  if (!isLeased(turn) || role !== 'primary' || turn.nowMs < leaseMs) return
  if (turn.world.parameters.flaw === 'keeps-leading' || votesNeeded(turn, id) === 1)
    goAlone(turn, id)
  else stepDown(turn, id, 'stops')
}

function orderOff(turn: Turn, id: NodeId): void {
  if (nodeOf(turn, id).fencing) return
  change(turn, id, { fencing: true })
  turn.notes.push({ kind: 'orders-off', node: id })
  const sent = passes(turn.world, `${id}#${otherOf(id)}`)
  send(turn, id, otherOf(id), { kind: 'fence', sent })
}

/** The order to switch a node off takes effect, or is known to have failed. */
export function fenced(turn: Turn, { from, life: orderedIn, to, message }: Flight): void {
  const [by, target] = [from as NodeId, to as NodeId]
  const { parameters } = turn.world
  const sent = message.kind === 'fence' && message.sent
  const off = sent && passes(turn.world, linkOf(from, to, message))
  const { life } = nodeOf(turn, target)
  if (off && life.condition !== 'down') {
    const down = crashed(life)
    change(turn, target, { life: down, role: 'standby' })
    turn.notes.push({ kind: 'powered-off', node: target })
    const event = { kind: 'reboot', node: target, life: down.life } as const
    turn.schedule.push({ afterMs: parameters.rebootMs, event })
  }
  const node = nodeOf(turn, by)
  if (orderedIn !== node.life.life || node.life.condition !== 'up') return
  change(turn, by, { fencing: false })
  if (off) change(turn, by, { deadBefore: nodeOf(turn, target).life.life })
  else turn.notes.push({ kind: 'fence-failed', node: by })
  if (!off && parameters.flaw !== 'promotes-unfenced') return
  if (node.role === 'primary') goAlone(turn, by)
  else if (node.synced) promote(turn, by, true)
}

/** A primary has heard nothing from the other one for too long. */
function primaryMissesStandby(turn: Turn, id: NodeId): void {
  const { alone } = nodeOf(turn, id)
  if (alone === 'yes') return
  switch (turn.world.parameters.arbitration) {
    case 'none':
      return goAlone(turn, id)
    case 'both':
      return
    case 'witness':
      if (alone === 'no') askAlone(turn, id)
      return
    case 'fence':
      return orderOff(turn, id)
  }
}

/** A standby stands for election as long as it hears of no primary. */
function stand(turn: Turn, id: NodeId): void {
  const node = nodeOf(turn, id)
  if (!isFree(node.vote, id, turn.nowMs)) return
  change(turn, id, { standsIn: nextEpoch(node, id) })
  if (votesNeeded(turn, id) === 1) return promote(turn, id, true, { leaseMs: 0 })
  ask(turn, id, otherOf(id))
  if (turn.world.parameters.arbitration === 'witness') ask(turn, id, 'W')
}

/** A node looks whom it has not heard for too long, and does what it may. */
export function miss(turn: Turn, id: NodeId): void {
  const { role, heardMs, leaderMs, synced } = nodeOf(turn, id)
  const { arbitration, detectMs, headStartMs } = turn.world.parameters
  const silentMs = turn.nowMs - heardMs
  if (role === 'primary') {
    if (silentMs >= detectMs) primaryMissesStandby(turn, id)
  } else if (isLeased(turn)) {
    if (turn.nowMs - leaderMs >= detectMs) stand(turn, id)
  } else if (arbitration === 'none') {
    if (silentMs >= detectMs) promote(turn, id, true)
  } else if (synced && silentMs >= detectMs + headStartMs) orderOff(turn, id)
}
