import type { Network } from '../../simulation/network.ts'
import type { NodeLife } from '../../simulation/node-life.ts'
import type { Log, LogEnd, LogEntry, Write } from './log.ts'
import type { RaftParameters, ServerId } from './parameters.ts'

/** Where an entry stands, its digest, and the term of the leader that says so. */
export interface Place {
  readonly index: number
  readonly chain: number
  readonly term: number
}

export type Message =
  /** Asks for a vote, or with `pre` whether there would be one. */
  | {
      readonly kind: 'ask'
      readonly term: number
      readonly lastIndex: number
      readonly lastTerm: number
      readonly pre: boolean
    }
  | { readonly kind: 'vote'; readonly term: number; readonly given: boolean; readonly pre: boolean }
  /** Entries for the log, or none: then it is a heartbeat. */
  | {
      readonly kind: 'append'
      readonly term: number
      readonly prevIndex: number
      readonly prevTerm: number
      readonly entries: readonly LogEntry[]
      readonly commit: number
    }
  /** How far the logs agree, or from where to try again. */
  | {
      readonly kind: 'appended'
      readonly term: number
      readonly agreed: boolean
      readonly index: number
    }
  | { readonly kind: 'write'; readonly write: Write }
  | {
      readonly kind: 'answer'
      readonly write: Write
      /** Absent where this server does not lead. */
      readonly done?: Place
      /** Who leads, as far as this server knows. */
      readonly leader: ServerId | undefined
    }

/** A message on its way. */
export interface Flight {
  /** Counts up as messages are sent. */
  readonly number: number
  readonly from: string
  readonly to: string
  readonly sentMs: number
  readonly arrivesMs: number
  readonly message: Message
}

/** A client that waits for its write. */
interface Waiting extends Write {
  readonly index: number
}

export type Role = 'follower' | 'pre-candidate' | 'candidate' | 'leader'

export interface Server {
  readonly life: NodeLife<RaftEvent>
  /** Its timers are looked at whenever a tick has passed since this moment. */
  readonly phaseMs: number

  // --- Written down: survives a crash. ---
  readonly term: number
  readonly votedFor: ServerId | undefined
  readonly log: Log

  // --- Forgotten in a crash. ---
  readonly role: Role
  readonly leader: ServerId | undefined
  readonly commit: number
  /** When it stands for election unless it hears something before. */
  readonly electionMs: number
  /** When its timer is due: at that moment or before it. */
  readonly timerMs: number
  /** It ignores candidates until then, where the quorum is checked. */
  readonly loyalMs: number
  readonly votes: Readonly<Record<ServerId, boolean>>
  /** As a leader: the next index to send to each, and the highest that each is known to hold. */
  readonly next: Readonly<Record<ServerId, number>>
  readonly match: Readonly<Record<ServerId, number>>
  /** When it last heard from each. */
  readonly heardMs: Readonly<Record<ServerId, number>>
  readonly waiting: readonly Waiting[]
}

export interface Client {
  /** The write that it is at: the number of the last one that it began. */
  readonly number: number
  readonly open: boolean
  readonly attempts: number
  readonly asks: ServerId
}

/** What must never happen, in the words of the paper's figure 3, and what clients were promised. */
export const INVARIANTS = [
  'electionSafety',
  'leaderAppendOnly',
  'logMatching',
  'leaderCompleteness',
  'stateMachineSafety',
  'acknowledgedWrites',
] as const
export type Invariant = (typeof INVARIANTS)[number]

/** Two facts that cannot both be. */
export interface Breach {
  readonly atMs: number
  readonly server: ServerId
  readonly other: ServerId | undefined
  readonly term: number
  readonly index: number
}

/** What somebody knows who sees everything; no server reads it. */
export interface Ledger {
  readonly leaders: Readonly<Record<number, ServerId>>
  /** What was committed at each index, by whom first, and in which term. */
  readonly committed: readonly {
    readonly chain: number
    readonly term: number
    readonly by: ServerId
  }[]
  readonly acknowledged: readonly (Write & Place)[]
  /** The first breach of each invariant. */
  readonly breaches: Readonly<Partial<Record<Invariant, Breach>>>
}

/** Everything that is at one moment. */
export interface RaftWorld {
  readonly parameters: RaftParameters
  readonly network: Network
  readonly servers: Readonly<Record<ServerId, Server>>
  readonly clients: Readonly<Record<string, Client>>
  /** In the order in which they were sent. */
  readonly flights: readonly Flight[]
  readonly sent: number
  readonly ledger: Ledger
}

/** What servers leave to whoever wrote it. */
export interface RaftDecisions {
  /**
   * Whether a voter gives its vote to a candidate of its own term. `votedFor` is whom it gave its vote
   * in this term, null for nobody. Newer terms were learnt before it is asked, older ones are refused.
   */
  readonly grantVote: (facts: {
    readonly voter: LogEnd & { readonly votedFor: ServerId | null }
    readonly candidate: LogEnd & { readonly id: ServerId }
  }) => boolean
  /**
   * Whether a candidate has won, asked at each answer; its own vote is among them.
   * `servers` is the size of the cluster, of those that live and those that do not.
   */
  readonly hasWon: (facts: {
    readonly answers: readonly { readonly server: ServerId; readonly granted: boolean }[]
    readonly servers: number
  }) => boolean
}

export type RaftEvent =
  | { readonly kind: 'arrive'; readonly flight: number }
  | {
      readonly kind: 'deliver'
      readonly from: string
      readonly to: string
      readonly message: Message
    }
  /** The timer of one life; only the one that is due at `timerMs` counts. */
  | {
      readonly kind: 'election'
      readonly server: ServerId
      readonly life: number
      readonly dueMs: number
    }
  | {
      readonly kind: 'heartbeat'
      readonly server: ServerId
      readonly life: number
      readonly term: number
    }
  | { readonly kind: 'write'; readonly client: string; readonly number: number }
  | {
      readonly kind: 'impatient'
      readonly client: string
      readonly number: number
      readonly attempts: number
    }

/** Whoever leads in the highest term when the action is taken. */
export const LEADER = 'leader'

/** A server is named by its id, or as {@link LEADER}; nothing befalls one that does not exist. */
export type RaftAction =
  | {
      readonly kind: 'crash' | 'restart' | 'pause' | 'resume' | 'elect' | 'isolate'
      readonly server: ServerId
    }
  /** The network is whole again, and every server runs. */
  | { readonly kind: 'recover' }
  /** Servers that no side names are alone. Clients stand outside, and reach every side. */
  | { readonly kind: 'partition'; readonly sides: readonly (readonly ServerId[])[] }
  | { readonly kind: 'heal' }
  /** In one direction only. */
  | { readonly kind: 'cut' | 'mend'; readonly from: ServerId; readonly to: ServerId }
  | { readonly kind: 'drop'; readonly flight: number }
  | { readonly kind: 'delay'; readonly flight: number; readonly byMs: number }
  | { readonly kind: 'write' }

export type RaftNote =
  | {
      readonly kind: 'stands' | 'asks-first' | 'elected' | 'steps-down' | 'makes-way'
      readonly server: ServerId
      readonly term: number
    }
  | {
      readonly kind: 'voted'
      readonly server: ServerId
      readonly term: number
      readonly candidate: ServerId
    }
  | { readonly kind: 'crashed' | 'restarted' | 'paused' | 'resumed'; readonly server: ServerId }
  | { readonly kind: 'appended' | 'committed'; readonly server: ServerId; readonly index: number }
  | {
      readonly kind: 'overwritten'
      readonly server: ServerId
      /** From this index on, so many entries. */
      readonly index: number
      readonly count: number
    }
  | { readonly kind: 'acknowledged'; readonly write: Write; readonly index: number }
  | { readonly kind: 'partitioned' | 'healed' }
  | { readonly kind: 'cut' | 'mended'; readonly from: ServerId; readonly to: ServerId }
  | { readonly kind: 'dropped' | 'delayed'; readonly flight: number }
  | { readonly kind: 'breach'; readonly invariant: Invariant }
