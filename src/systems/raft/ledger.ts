import { chainAt } from './log.ts'
import type { ServerId } from './parameters.ts'
import { type Turn, serverOf } from './turn.ts'
import type { Breach, Invariant, Place } from './world.ts'
import type { Log, Write } from './log.ts'

/** Keeps the first breach of an invariant. */
function breach(turn: Turn, invariant: Invariant, facts: Omit<Breach, 'atMs'>): void {
  const { ledger } = turn.world
  if (ledger.breaches[invariant]) return
  const breaches = { ...ledger.breaches, [invariant]: { ...facts, atMs: turn.moment.nowMs } }
  turn.world = { ...turn.world, ledger: { ...ledger, breaches } }
  turn.notes.push({ kind: 'breach', invariant })
}

/**
 * A server begins to lead. Nobody else may lead in its term, and it must hold what was committed or
 * acknowledged in earlier ones. A leader of an old term that only now hears of its election may not.
 */
export function noteElected(turn: Turn, server: ServerId): void {
  const { term, log } = serverOf(turn, server)
  const { leaders, committed, acknowledged } = turn.world.ledger
  const before = leaders[term]
  if (before !== undefined && before !== server)
    breach(turn, 'electionSafety', { server, other: before, term, index: 0 })
  const missing = committed.findIndex(
    (entry, at) => entry.term < term && chainAt(log, at + 1) !== entry.chain,
  )
  if (missing >= 0)
    breach(turn, 'leaderCompleteness', {
      server,
      other: committed[missing]?.by,
      term,
      index: missing + 1,
    })
  const lost = acknowledged.find(
    (place) => place.term < term && chainAt(log, place.index) !== place.chain,
  )
  if (lost)
    breach(turn, 'acknowledgedWrites', { server, other: undefined, term, index: lost.index })
  const { ledger } = turn.world
  turn.world = {
    ...turn.world,
    ledger: { ...ledger, leaders: { [term]: server, ...ledger.leaders } },
  }
}

/** A server's log changes: a leader's own only grows, and equal entries have equal pasts. */
export function noteLog(turn: Turn, server: ServerId, from: Log, to: Log, since: number): void {
  const { role, term } = serverOf(turn, server)
  if (role === 'leader' && chainAt(to, from.length) !== chainAt(from, from.length))
    breach(turn, 'leaderAppendOnly', { server, other: undefined, term, index: since })
  for (const [other, { log }] of Object.entries(turn.world.servers)) {
    if (other === server) continue
    for (let index = since; index <= to.length; index += 1) {
      const [one, two] = [to[index - 1], log[index - 1]]
      if (one && two && one.term === two.term && one.chain !== two.chain)
        breach(turn, 'logMatching', { server, other, term: one.term, index })
    }
  }
}

/** A server takes an entry for committed, and applies it. */
export function noteCommitted(turn: Turn, server: ServerId, index: number): void {
  const { log, term } = serverOf(turn, server)
  const { ledger } = turn.world
  const chain = chainAt(log, index)
  const known = ledger.committed[index - 1]
  if (!known) {
    const committed = [...ledger.committed, { chain, term, by: server }]
    turn.world = { ...turn.world, ledger: { ...ledger, committed } }
    return
  }
  if (known.chain === chain) return
  breach(turn, 'stateMachineSafety', { server, other: known.by, term, index })
  if (ledger.acknowledged.some((place) => place.index === index && place.chain !== chain))
    breach(turn, 'acknowledgedWrites', { server, other: known.by, term, index })
}

/** A client hears of its success. */
export function noteAcknowledged(turn: Turn, write: Write, place: Place): void {
  const { ledger } = turn.world
  const acknowledged = [...ledger.acknowledged, { ...write, ...place }]
  turn.world = { ...turn.world, ledger: { ...ledger, acknowledged } }
  turn.notes.push({ kind: 'acknowledged', write, index: place.index })
}
