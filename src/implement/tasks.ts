import * as m from '#messages/messages.js'
import electionSolution from './code/leader-election.solution.js?raw'
import electionStart from './code/leader-election.start.js?raw'
import electionTypes from './code/leader-election.types.txt?raw'
import fencingSolution from './code/fencing.solution.js?raw'
import fencingStart from './code/fencing.start.js?raw'
import fencingTypes from './code/fencing.types.txt?raw'
import quorumSolution from './code/quorum-write.solution.js?raw'
import quorumStart from './code/quorum-write.start.js?raw'
import quorumTypes from './code/quorum-write.types.txt?raw'
import type { TaskId } from './task-ids.ts'

/** A few lines of a protocol that a reader writes: what the page says and shows of it. */
export interface Task {
  readonly title: () => string
  readonly lead: () => string
  /** What it is about, what is to be done, and what the facts mean. */
  readonly say: readonly (() => string)[]
  /** The figure of the same system. */
  readonly widget: string
  /** What readers start from: a plausible mistake or two. */
  readonly start: string
  readonly types: string
  /** The course's own rule. */
  readonly solution: string
  readonly hints: readonly (() => string)[]
  /** What must hold, by the names of the invariants, the telling ones first. */
  readonly promises: readonly (keyof typeof promises)[]
}

/** What each invariant promises. */
export const promises = {
  oneWriter: m.implement_promise_oneWriter,
  newestTaken: m.implement_promise_newestTaken,
  freshReads: m.implement_promise_freshReads,
  endsWrites: m.implement_promise_endsWrites,
  endsReads: m.implement_promise_endsReads,
  knownReads: m.implement_promise_knownReads,
  electionSafety: m.implement_promise_electionSafety,
  leaderCompleteness: m.implement_promise_leaderCompleteness,
  stateMachineSafety: m.implement_promise_stateMachineSafety,
  acknowledgedWrites: m.implement_promise_acknowledgedWrites,
  logMatching: m.implement_promise_logMatching,
  leaderAppendOnly: m.implement_promise_leaderAppendOnly,
  winnersLead: m.implement_promise_winnersLead,
  leaderEmerges: m.implement_promise_leaderEmerges,
} as const

const isPromise = (name: string): name is keyof typeof promises => Object.hasOwn(promises, name)

/** What an invariant promises; its name where nothing is said of it. */
export const promiseText = (invariant: string): string =>
  isPromise(invariant) ? promises[invariant]() : invariant

export const tasks: Readonly<Record<TaskId, Task>> = {
  fencing: {
    title: m.implement_fencing_title,
    lead: m.implement_fencing_lead,
    say: [m.implement_fencing_say, m.implement_fencing_do, m.implement_fencing_facts],
    widget: 'fencing',
    start: fencingStart,
    types: fencingTypes,
    solution: fencingSolution,
    hints: [m.implement_fencing_hint_many, m.implement_fencing_hint_forget],
    promises: ['oneWriter', 'newestTaken'],
  },
  'quorum-write': {
    title: m.implement_quorum_write_title,
    lead: m.implement_quorum_write_lead,
    say: [
      m.implement_quorum_write_say,
      m.implement_quorum_write_do,
      m.implement_quorum_write_facts,
    ],
    widget: 'quorum-store',
    start: quorumStart,
    types: quorumTypes,
    solution: quorumSolution,
    hints: [
      m.implement_quorum_write_hint_meet,
      m.implement_quorum_write_hint_twice,
      m.implement_quorum_write_hint_newest,
    ],
    promises: ['freshReads', 'endsWrites', 'endsReads', 'knownReads'],
  },
  'leader-election': {
    title: m.implement_leader_election_title,
    lead: m.implement_leader_election_lead,
    say: [
      m.implement_leader_election_say,
      m.implement_leader_election_do,
      m.implement_leader_election_facts,
    ],
    widget: 'raft',
    start: electionStart,
    types: electionTypes,
    solution: electionSolution,
    hints: [
      m.implement_leader_election_hint_all,
      m.implement_leader_election_hint_log,
      m.implement_leader_election_hint_term,
    ],
    promises: [
      'electionSafety',
      'leaderCompleteness',
      'leaderEmerges',
      'winnersLead',
      'stateMachineSafety',
      'acknowledgedWrites',
      'logMatching',
      'leaderAppendOnly',
    ],
  },
}
