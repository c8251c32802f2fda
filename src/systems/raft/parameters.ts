import { requireDuration, requireWholeNumber } from '../../reliability/domain.ts'
import type { Link } from '../../simulation/network.ts'

/** The name of a server: S1 to S7, as in drawings of the paper. */
export type ServerId = string

/**
 * Rules that somebody left out. Each breaks an invariant on some schedule, and the fuzz test finds
 * one: a lamp that cannot go red says nothing.
 */
export const FLAWS = [
  /** A vote is not written down, so a server that restarts may vote twice in one term. */
  'forgets-votes',
  /** An entry of an earlier term counts as committed once a majority holds it: figure 8 of the paper. */
  'counts-old-terms',
  /** A majority is one of the servers that were heard of lately. */
  'majority-of-the-living',
  /** A vote is given without a look at the candidate's log. */
  'ignores-logs',
  /** A client hears of success once the leader has the entry, before anybody else does. */
  'acknowledges-early',
] as const
export type Flaw = (typeof FLAWS)[number]

/** A server as a run begins: what it wrote down in an earlier life. */
export interface Written {
  readonly term: number
  readonly votedFor?: ServerId
  /** The terms of its entries, from index 1 on. Entries of one index and term are the same. */
  readonly log: readonly number[]
}

/** A cluster, its network and its clients. Times are in milliseconds. */
export interface RaftParameters {
  /** A whole number from 1 to 7. */
  readonly servers: number
  /** Servers look at their timers so often, each at a moment of its own; above 0. */
  readonly tickMs: number
  readonly heartbeatMs: number
  /** An election timeout is drawn from here, in whole ticks; at least one tick. */
  readonly electionLowMs: number
  /** And up to here, this one excluded; at least `electionLowMs`. */
  readonly electionHighMs: number
  /** Whether a candidate first asks if it could win, without a new term. */
  readonly preVote: boolean
  /**
   * Whether a leader that hears from no majority for `electionLowMs` steps down, and whoever has
   * heard of a leader within that time ignores candidates.
   */
  readonly checkQuorum: boolean
  /**
   * Whether a server that makes way or learns of a later term draws a new timeout, as etcd's does;
   * in the paper's figure 2 only a vote that it gives and word from a leader do that.
   */
  readonly newTermResets: boolean
  /** Whether a new leader appends an entry of its own term without a write. */
  readonly noOp: boolean
  /** The most entries in one message, at least 1. */
  readonly batch: number
  /** Between any two servers, and between clients and servers. */
  readonly link: Link
  readonly clients: number
  /** Between the answer to one write of a client and its next one. */
  readonly writeEveryMs: number
  /** After so long without an answer a client tries another server. */
  readonly patienceMs: number
  /** No client begins a write after this. */
  readonly untilMs: number
  /** A server that leads in term 1 as the run begins; without one, nobody does. */
  readonly leader?: ServerId
  /** What servers wrote down before the run; nothing where none is named. */
  readonly written?: Readonly<Record<ServerId, Written>>
  readonly flaw?: Flaw
}

/** The settings of the paper's own measurements: 150 to 300 ms on a network of some milliseconds. */
export const PAPER: RaftParameters = {
  servers: 5,
  tickMs: 1,
  heartbeatMs: 75,
  electionLowMs: 150,
  electionHighMs: 300,
  preVote: false,
  checkQuorum: false,
  newTermResets: false,
  noOp: true,
  batch: 64,
  link: { latency: { kind: 'uniform', fromMs: 5, toMs: 10 }, loss: 0, duplication: 0 },
  clients: 1,
  writeEveryMs: 100,
  patienceMs: 300,
  untilMs: 10_000,
}

/**
 * etcd 3.4 as it comes: a heartbeat each 100 ms, timeouts of 10 to 19 ticks of 100 ms, a quorum that
 * is checked, and no question before the vote.
 */
export const ETCD: RaftParameters = {
  ...PAPER,
  servers: 3,
  tickMs: 100,
  heartbeatMs: 100,
  electionLowMs: 1000,
  electionHighMs: 2000,
  checkQuorum: true,
  newTermResets: true,
  link: { latency: { kind: 'uniform', fromMs: 0, toMs: 2 }, loss: 0, duplication: 0 },
}

const NAMES: readonly ServerId[] = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7']
const CLUSTERS = NAMES.map((_, index) => NAMES.slice(0, index + 1))

/** The names of the servers, in their order. */
export const serverIds = ({ servers }: Pick<RaftParameters, 'servers'>): readonly ServerId[] =>
  CLUSTERS[servers - 1] ?? []

/** @throws RangeError if a parameter is out of its range */
export function checkParameters(parameters: RaftParameters): void {
  requireWholeNumber(parameters.servers, 1, 7, 'servers', 'raft')
  requireWholeNumber(parameters.clients, 0, 100, 'clients', 'raft')
  requireWholeNumber(parameters.batch, 1, 1_000_000, 'batch', 'raft')
  const { tickMs, heartbeatMs, electionLowMs, electionHighMs, writeEveryMs, patienceMs } =
    parameters
  for (const [name, value] of Object.entries({ tickMs, heartbeatMs, patienceMs })) {
    requireDuration(value, name, 'raft')
    if (value === 0) throw new RangeError(`raft: ${name} must be above 0`)
  }
  requireDuration(writeEveryMs, 'writeEveryMs', 'raft')
  if (!(electionLowMs >= tickMs && electionHighMs >= electionLowMs && electionHighMs < Infinity))
    throw new RangeError('raft: election timeouts must be at least a tick, in ascending order')
}
