import { NO_LOG, isAsFar, lastTerm, logEnd } from './log.ts'
import { noteElected } from './ledger.ts'
import type { ServerId } from './parameters.ts'
import { majorityOf, voteResult } from './quorum.ts'
import { broadcast, lead, living } from './replicate.ts'
import { type Turn, change, peersOf, post, serverOf, tickAfter, ticksOf } from './turn.ts'
import type { Message, RaftDecisions } from './world.ts'

/** Draws a new timeout, and sees to it that the timer is due by then. */
export function resetElection(turn: Turn, id: ServerId): void {
  const { electionLowMs, electionHighMs } = turn.world.parameters
  const server = serverOf(turn, id)
  const [low, high] = [ticksOf(turn, electionLowMs), ticksOf(turn, electionHighMs)]
  const ticks = turn.moment.draw.whole(`election ${id}`, low, Math.max(low, high - 1))
  const electionMs = tickAfter(turn, server, ticks)
  change(turn, id, { electionMs })
  if (server.timerMs <= turn.moment.nowMs || electionMs < server.timerMs)
    setTimer(turn, id, electionMs)
}

function setTimer(turn: Turn, id: ServerId, dueMs: number): void {
  const { life } = serverOf(turn, id).life
  change(turn, id, { timerMs: dueMs })
  turn.schedule.push({
    afterMs: dueMs - turn.moment.nowMs,
    event: { kind: 'election', server: id, life, dueMs },
  })
}

/** It follows from now on, in this term or in one that it learnt of. */
export function follow(turn: Turn, id: ServerId, term: number, leader?: ServerId): void {
  const { term: before, role, votedFor } = serverOf(turn, id)
  // In its own term a leader follows only if it has heard from no majority.
  const kind = term > before ? 'steps-down' : 'makes-way'
  if (role === 'leader') turn.notes.push({ kind, server: id, term: before })
  change(turn, id, {
    role: 'follower',
    term,
    votedFor: term > before ? undefined : votedFor,
    leader,
    votes: {},
    waiting: [],
  })
  // One that led had no timeout running.
  if (role === 'leader' || turn.world.parameters.newTermResets) resetElection(turn, id)
}

/** It heard from the leader of its term. */
export function heardLeader(turn: Turn, id: ServerId, leader: ServerId): void {
  const low = ticksOf(turn, turn.world.parameters.electionLowMs)
  change(turn, id, { leader, loyalMs: tickAfter(turn, serverOf(turn, id), low) })
  resetElection(turn, id)
}

/** Its timer is due: it stands for election, or looks again when it is time. */
export function timerDue(turn: Turn, id: ServerId): void {
  const { role, electionMs } = serverOf(turn, id)
  const { electionLowMs, preVote } = turn.world.parameters
  if (role === 'leader') {
    checkQuorum(turn, id)
    setTimer(turn, id, tickAfter(turn, serverOf(turn, id), ticksOf(turn, electionLowMs)))
  } else if (turn.moment.nowMs < electionMs) setTimer(turn, id, electionMs)
  else stand(turn, id, preVote)
}

/** A leader that hears from no majority makes way. */
function checkQuorum(turn: Turn, id: ServerId): void {
  const { parameters } = turn.world
  if (!parameters.checkQuorum) return
  if (living(turn, id, parameters.electionLowMs) < majorityOf(parameters.servers))
    follow(turn, id, serverOf(turn, id).term)
}

/** It asks for votes in a new term; or first, without one, whether it would get them. */
export function stand(turn: Turn, id: ServerId, first: boolean): void {
  const { term, log } = serverOf(turn, id)
  change(turn, id, {
    role: first ? 'pre-candidate' : 'candidate',
    leader: undefined,
    votes: { [id]: true },
    ...(!first && { term: term + 1, votedFor: id }),
  })
  turn.notes.push({ kind: first ? 'asks-first' : 'stands', server: id, term: term + 1 })
  resetElection(turn, id)
  if (count(turn, id)) return
  for (const to of peersOf(turn, id))
    post(turn, id, to, {
      kind: 'ask',
      term: term + 1,
      lastIndex: log.length,
      lastTerm: lastTerm(log),
      pre: first,
    })
}

/** A vote goes to the first who asks, unless the voter's log is further: section 5.4 of the paper. */
export const DECISIONS: RaftDecisions = {
  grantVote: ({ voter, candidate }) =>
    (voter.votedFor === null || voter.votedFor === candidate.id) && isAsFar(candidate, voter),
  hasWon: ({ answers, servers }) =>
    answers.filter(({ granted }) => granted).length >= majorityOf(servers),
}

/** Of how many it takes a majority. */
function electorate(turn: Turn, id: ServerId): number {
  const { servers, flaw, electionHighMs } = turn.world.parameters
  return flaw === 'majority-of-the-living' ? living(turn, id, electionHighMs) : servers
}

/** Counts the votes; says whether the matter is settled. */
function count(turn: Turn, id: ServerId): boolean {
  const { role, votes, term } = serverOf(turn, id)
  const ids = Object.keys(turn.world.servers)
  const servers = electorate(turn, id)
  const answers = ids.flatMap((server) => {
    const granted = votes[server]
    return granted === undefined ? [] : [{ server, granted }]
  })
  const won = turn.decisions.hasWon({ answers, servers })
  const all = ids.map((server) => votes[server])
  const lost = voteResult(all, majorityOf(servers)) === 'lost'
  if (!won && !lost) return false
  if (!won) follow(turn, id, term)
  else if (role === 'pre-candidate') stand(turn, id, false)
  else win(turn, id)
  return true
}

function win(turn: Turn, id: ServerId): void {
  const { term } = serverOf(turn, id)
  lead(turn, id)
  turn.notes.push({ kind: 'elected', server: id, term })
  noteElected(turn, id)
  broadcast(turn, id)
}

/** Somebody asks for a vote. */
export function asked(
  turn: Turn,
  id: ServerId,
  from: ServerId,
  ask: Extract<Message, { kind: 'ask' }>,
): void {
  const { parameters } = turn.world
  const loyal = turn.moment.nowMs < serverOf(turn, id).loyalMs
  const { pre } = ask
  if (parameters.checkQuorum && loyal && ask.term > serverOf(turn, id).term) return
  if (!pre && ask.term > serverOf(turn, id).term) follow(turn, id, ask.term)
  const { term, votedFor, log, role } = serverOf(turn, id)
  const own = parameters.flaw === 'ignores-logs' ? NO_LOG : logEnd(log)
  const given = pre
    ? ask.term > term && !loyal && isAsFar(ask, own)
    : ask.term === term &&
      role === 'follower' &&
      turn.decisions.grantVote({
        voter: { votedFor: votedFor ?? null, ...own },
        candidate: { id: from, lastTerm: ask.lastTerm, lastIndex: ask.lastIndex },
      })
  if (given && !pre) {
    change(turn, id, { votedFor: from })
    turn.notes.push({ kind: 'voted', server: id, term, candidate: from })
    resetElection(turn, id)
  }
  post(turn, id, from, { kind: 'vote', term: pre && given ? ask.term : term, given, pre })
}

/** A vote arrives. */
export function voted(
  turn: Turn,
  id: ServerId,
  from: ServerId,
  { term, given, pre }: Extract<Message, { kind: 'vote' }>,
): void {
  const server = serverOf(turn, id)
  if (term > server.term && !(pre && given)) return follow(turn, id, term)
  const waits = pre
    ? server.role === 'pre-candidate' && (given ? term === server.term + 1 : term === server.term)
    : server.role === 'candidate' && term === server.term
  if (!waits) return
  change(turn, id, { votes: { ...server.votes, [from]: given } })
  count(turn, id)
}
