import { noteCommitted, noteLog } from './ledger.ts'
import { type Log, type Write, chainAt, extended, firstOfTerm, termAt } from './log.ts'
import type { ServerId } from './parameters.ts'
import { majorityOf } from './quorum.ts'
import { type Turn, change, peersOf, post, serverOf, tickAfter, ticksOf } from './turn.ts'
import type { Message } from './world.ts'

/** How many servers it heard from within so long, itself among them. */
export function living(turn: Turn, id: ServerId, withinMs: number): number {
  const { heardMs } = serverOf(turn, id)
  const since = turn.moment.nowMs - withinMs
  return 1 + peersOf(turn, id).filter((peer) => (heardMs[peer] ?? -Infinity) >= since).length
}

export function setLog(turn: Turn, id: ServerId, to: Log, since: number): void {
  const { log: from } = serverOf(turn, id)
  change(turn, id, { log: to })
  noteLog(turn, id, from, to, since)
}

/** It leads: it knows of nobody how far they are, and begins with its own last entry. */
export function lead(turn: Turn, id: ServerId): void {
  const { log } = serverOf(turn, id)
  const peers = peersOf(turn, id)
  const { nowMs } = turn.moment
  change(turn, id, {
    role: 'leader',
    leader: id,
    votes: {},
    next: Object.fromEntries(peers.map((peer) => [peer, log.length + 1])),
    match: Object.fromEntries(peers.map((peer) => [peer, 0])),
    // It has just heard from those who voted; the quorum is checked from now on.
    heardMs: Object.fromEntries(peers.map((peer) => [peer, nowMs])),
    waiting: [],
  })
  if (turn.world.parameters.noOp) append(turn, id)
  heartbeatLater(turn, id)
}

function heartbeatLater(turn: Turn, id: ServerId): void {
  const server = serverOf(turn, id)
  const dueMs = tickAfter(turn, server, ticksOf(turn, turn.world.parameters.heartbeatMs))
  turn.schedule.push({
    afterMs: dueMs - turn.moment.nowMs,
    event: { kind: 'heartbeat', server: id, life: server.life.life, term: server.term },
  })
}

/** It is time for a heartbeat of this term. */
export function heartbeatDue(turn: Turn, id: ServerId, term: number): void {
  const server = serverOf(turn, id)
  if (server.role !== 'leader' || server.term !== term) return
  broadcast(turn, id)
  heartbeatLater(turn, id)
}

/** A leader appends an entry to its own log. */
export function append(turn: Turn, id: ServerId, write?: Write): void {
  const { log, term } = serverOf(turn, id)
  setLog(turn, id, extended(log, term, write), log.length + 1)
  turn.notes.push({ kind: 'appended', server: id, index: log.length + 1 })
  commitMore(turn, id)
}

/** Sends everybody what they lack, or a heartbeat. */
export function broadcast(turn: Turn, id: ServerId): void {
  for (const peer of peersOf(turn, id)) sendEntries(turn, id, peer)
}

function sendEntries(turn: Turn, id: ServerId, to: ServerId): void {
  const { log, term, commit, next } = serverOf(turn, id)
  const prevIndex = (next[to] ?? log.length + 1) - 1
  post(turn, id, to, {
    kind: 'append',
    term,
    prevIndex,
    prevTerm: termAt(log, prevIndex),
    entries: log.slice(prevIndex, prevIndex + turn.world.parameters.batch),
    commit,
  })
}

/** Entries arrive at a follower of their term: it takes them if they join its log. */
export function takeEntries(
  turn: Turn,
  id: ServerId,
  from: ServerId,
  { prevIndex, prevTerm, entries, commit }: Extract<Message, { kind: 'append' }>,
): void {
  const { log, term, commit: known } = serverOf(turn, id)
  const answer = (agreed: boolean, index: number) =>
    post(turn, id, from, { kind: 'appended', term, agreed, index })
  if (prevIndex > log.length) return answer(false, log.length + 1)
  if (termAt(log, prevIndex) !== prevTerm) return answer(false, firstOfTerm(log, prevIndex))
  const upTo = prevIndex + entries.length
  const fresh = entries.findIndex((entry, at) => termAt(log, prevIndex + 1 + at) !== entry.term)
  if (fresh >= 0) {
    const keep = prevIndex + fresh
    const overwritten = log.length - keep
    if (overwritten > 0)
      turn.notes.push({ kind: 'overwritten', server: id, index: keep + 1, count: overwritten })
    setLog(turn, id, [...log.slice(0, keep), ...entries.slice(fresh)], keep + 1)
    turn.notes.push({ kind: 'appended', server: id, index: upTo })
  }
  const sure = Math.min(commit, upTo)
  if (sure > known) commitTo(turn, id, sure)
  answer(true, upTo)
}

/** A follower says how far it agrees, or from where to try again. */
export function taken(
  turn: Turn,
  id: ServerId,
  from: ServerId,
  { agreed, index }: Extract<Message, { kind: 'appended' }>,
): void {
  const { match, next, log } = serverOf(turn, id)
  const held = match[from] ?? 0
  if (agreed) {
    const now = Math.max(held, index)
    change(turn, id, {
      match: { ...match, [from]: now },
      next: { ...next, [from]: Math.max(next[from] ?? 1, now + 1) },
    })
    commitMore(turn, id)
    if (now > held && now < log.length) sendEntries(turn, id, from)
    return
  }
  const again = Math.max(held + 1, Math.min((next[from] ?? 1) - 1, index), 1)
  if (again === next[from]) return
  change(turn, id, { next: { ...next, [from]: again } })
  sendEntries(turn, id, from)
}

/** A leader looks whether a majority holds more of its own term. */
function commitMore(turn: Turn, id: ServerId): void {
  const { flaw, servers, electionHighMs } = turn.world.parameters
  const { log, match, term, commit, role } = serverOf(turn, id)
  if (role !== 'leader') return
  const needed = majorityOf(
    flaw === 'majority-of-the-living' ? living(turn, id, electionHighMs) : servers,
  )
  const held = [log.length, ...peersOf(turn, id).map((peer) => match[peer] ?? 0)]
  const index = held.toSorted((one, other) => other - one)[needed - 1] ?? 0
  if (index <= commit) return
  if (termAt(log, index) !== term && flaw !== 'counts-old-terms') return
  commitTo(turn, id, index)
  answerWaiting(turn, id)
}

function commitTo(turn: Turn, id: ServerId, index: number): void {
  const { commit } = serverOf(turn, id)
  change(turn, id, { commit: index })
  for (let at = commit + 1; at <= index; at += 1) noteCommitted(turn, id, at)
  turn.notes.push({ kind: 'committed', server: id, index })
}

function answerWaiting(turn: Turn, id: ServerId): void {
  const { waiting, commit } = serverOf(turn, id)
  const ready = waiting.filter(({ index }) => index <= commit)
  if (ready.length === 0) return
  change(turn, id, { waiting: waiting.filter(({ index }) => index > commit) })
  for (const { client, number, index } of ready) answerDone(turn, id, { client, number }, index)
}

function answerDone(turn: Turn, id: ServerId, write: Write, index: number): void {
  const { log, term } = serverOf(turn, id)
  const done = { index, chain: chainAt(log, index), term }
  post(turn, id, write.client, { kind: 'answer', write, done, leader: id })
}

/** A client's write arrives at a server. */
export function takeWrite(turn: Turn, id: ServerId, write: Write): void {
  const { role, leader, log } = serverOf(turn, id)
  if (role !== 'leader') {
    return post(turn, id, write.client, { kind: 'answer', write, leader })
  }
  const known = log.findLastIndex(
    ({ write: own }) => own?.client === write.client && own.number === write.number,
  )
  if (known < 0) append(turn, id, write)
  const index = known < 0 ? log.length + 1 : known + 1
  const early = turn.world.parameters.flaw === 'acknowledges-early'
  if (early || index <= serverOf(turn, id).commit) answerDone(turn, id, write, index)
  else {
    const { waiting } = serverOf(turn, id)
    change(turn, id, { waiting: [...waiting, { ...write, index }] })
  }
  if (known < 0) broadcast(turn, id)
}
