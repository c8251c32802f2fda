import type { NodeLife } from '../../simulation/node-life.ts'

/** The name of a server: P is the first primary, R1 to R5 are its replicas. */
export type ServerId = string

/** A primary, its replicas, and what a commit waits for. Times are in milliseconds. */
export interface ReplicationParameters {
  /** A whole number from 1 to 5. */
  readonly replicas: number
  /**
   * How many replicas must confirm a transaction before its client hears of success; 0 is
   * asynchronous, all of them is synchronous, less is semi-synchronous. At most `replicas`.
   */
  readonly confirmations: number
  /** What a replica confirms: that it has the transaction, or that its readers see it. */
  readonly confirms: 'received' | 'applied'
  /** Between any two machines, one way; at least 0. */
  readonly latencyMs: number
  /** How long a replica needs to apply one row of a transaction; at least 0. */
  readonly applyMsPerRow: number
  /** From the death of a primary to the decision to promote; at least 0. Infinity: by hand alone. */
  readonly detectMs: number
  /** Whether the replica that received most is promoted, or simply the first that lives. */
  readonly lagCheck: boolean
  /** Whether a promotion first makes sure that the old primary takes no more writes. */
  readonly fencing: boolean
}

/** One transaction of a client. */
export interface Transaction {
  /** Counts up from 1 over all writes of a run. */
  readonly write: number
  readonly rows: number
}

export interface Server {
  readonly life: NodeLife<ReplicationEvent>
  readonly role: 'primary' | 'replica'
  /** Counts promotions: logs of one timeline are prefixes of one another. */
  readonly timeline: number
  /** Everything received, in its order. It survives a crash. */
  readonly log: readonly Transaction[]
  /** How many of them its readers see. */
  readonly applied: number
  /** Whether it takes in what is sent, and whether it applies what it has. */
  readonly receiving: boolean
  readonly replaying: boolean
  /** It takes no more writes: somebody made sure. */
  readonly fenced: boolean
  /** As a primary: how far each replica is known to be. */
  readonly confirmed: Readonly<Record<ServerId, number>>
  /** Since when it has been told to become the primary; absent where it has not. */
  readonly promotedMs: number | undefined
}

/** What became of a write, as its client knows it. */
export interface Fate extends Transaction {
  readonly at: ServerId
  readonly sentMs: number
  /** When the client heard of success; absent where it has not. */
  readonly acknowledgedMs: number | undefined
  /** It was acknowledged, and the primary that was promoted does not have it. */
  readonly lost: boolean
}

export interface ReplicationWorld {
  readonly parameters: ReplicationParameters
  readonly servers: Readonly<Record<ServerId, Server>>
  readonly fates: readonly Fate[]
  /** From the death of a primary to the next one, in milliseconds, by its phases. */
  readonly outages: readonly {
    readonly detectMs: number
    readonly applyMs: number
  }[]
  readonly diedMs: number | undefined
}

export type ReplicationEvent =
  | {
      readonly kind: 'stream'
      readonly to: ServerId
      readonly from: ServerId
      readonly timeline: number
      /** The transactions from this place on. */
      readonly after: number
      readonly transactions: readonly Transaction[]
    }
  | {
      readonly kind: 'confirm'
      readonly to: ServerId
      readonly from: ServerId
      readonly timeline: number
      readonly received: number
      readonly applied: number
    }
  | { readonly kind: 'applied'; readonly server: ServerId; readonly count: number }
  | { readonly kind: 'answer'; readonly write: number }
  | { readonly kind: 'decide'; readonly diedMs: number }

export type ReplicationAction =
  /** A client writes so many rows in one transaction; at the newest primary, or at the one named. */
  | { readonly kind: 'write'; readonly rows: number; readonly at?: ServerId }
  | {
      readonly kind:
        'kill' | 'stop-receiving' | 'receive-again' | 'stop-replay' | 'replay-again' | 'promote'
      readonly server: ServerId
    }

export type ReplicationNote =
  | ({ readonly kind: 'written'; readonly at: ServerId } & Transaction)
  | { readonly kind: 'refused'; readonly rows: number }
  | { readonly kind: 'acknowledged'; readonly write: number }
  | { readonly kind: 'killed' | 'promoting' | 'promoted'; readonly server: ServerId }
  | { readonly kind: 'lost'; readonly writes: readonly number[]; readonly rows: number }
