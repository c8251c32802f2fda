import type { NodeLife } from '../../simulation/node-life.ts'

/** The name of a server: P is the first primary, R1 to R5 are its replicas. */
export type ServerId = string

/** The other end of a link that leads to no server. */
export const CLIENT = 'client'

/** Somebody who writes, reads the write back, and begins anew. Times are in milliseconds. */
export interface ClientParameters {
  /** Between the client and any server, one way; at least 0. */
  readonly latencyMs: number
  /** From the beginning of a write to that of the next, if the answers are there; above 0. */
  readonly everyMs: number
  /** It gives a request up after so long; above 0. */
  readonly patienceMs: number
  /** From a promotion until it knows of the new primary; at least 0. */
  readonly reconnectMs: number
  /**
   * Where it reads: at the primary, at the replicas in turn, or there only where the replica has
   * what the client has written and seen, and otherwise at the primary.
   */
  readonly reads: 'primary' | 'replicas' | 'session'
}

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
  /** The same between a server and any other, where it differs; the slower end of a link counts. */
  readonly lagsMs?: Readonly<Record<ServerId, number>>
  /** How long a replica needs to apply one row of a transaction; at least 0. */
  readonly applyMsPerRow: number
  /** Until a monitor that misses the primary is sure; at least 0. Infinity: promotion by hand alone. */
  readonly detectMs: number
  /** From there to the decision to promote; at least 0, and 0 where it is not given. */
  readonly decideMs?: number
  /**
   * Whether a promotion looks for a replica that has all that was confirmed, and waits where too
   * few can be asked; otherwise it takes the first that it sees.
   */
  readonly lagCheck: boolean
  /** Whether a promotion first makes sure that the old primary takes and answers nothing more. */
  readonly fencing: boolean
  /** Absent: writes come as actions, and nobody reads. */
  readonly client?: ClientParameters
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
  /** How many of them its readers see; as a primary, how many were confirmed. */
  readonly applied: number
  /** It is applying the next one. */
  readonly busy: boolean
  /** Whether it takes in what is sent, and whether it applies what it has. */
  readonly receiving: boolean
  readonly replaying: boolean
  /** Cut off from all other servers and from the monitor; clients still reach it. */
  readonly isolated: boolean
  /** It takes and answers nothing more: somebody made sure. */
  readonly fenced: boolean
  /** As a primary: how far each replica is known to be. */
  readonly confirmed: Readonly<Record<ServerId, number>>
  /** As a primary: the replicas whose word counts, which all have what was confirmed before. */
  readonly counted: readonly ServerId[]
  /** As a primary: how many of them must confirm. */
  readonly needs: number
  /** Since when it has been told to become the primary; absent where it has not. */
  readonly promotedMs: number | undefined
}

export type Message =
  /** The transactions of a log from a place on. */
  | {
      readonly kind: 'stream'
      readonly timeline: number
      readonly after: number
      readonly transactions: readonly Transaction[]
    }
  | {
      readonly kind: 'confirm'
      readonly timeline: number
      readonly received: number
      readonly applied: number
    }
  | { readonly kind: 'write'; readonly request: number }
  | { readonly kind: 'answer'; readonly write: number; readonly request: number | undefined }
  /** The number of a write that whoever answers must have, or 0. */
  | { readonly kind: 'read'; readonly request: number; readonly atLeast: number }
  /** The number of the last write that is seen there, or 0. */
  | { readonly kind: 'value'; readonly request: number; readonly value: number }
  | { readonly kind: 'behind' | 'refusal'; readonly request: number }

/** A message on its way. */
export interface Flight {
  /** Counts up from 1 as messages are sent. */
  readonly number: number
  readonly from: string
  readonly to: string
  readonly sentMs: number
  readonly arrivesMs: number
  readonly message: Message
}

/** What became of a write, as its client knows it. */
export interface Fate extends Transaction {
  readonly at: ServerId
  readonly request: number | undefined
  readonly sentMs: number
  /** When the server sent its answer. */
  readonly answeredMs: number | undefined
  /** When the client heard of success; absent where it has not. */
  readonly acknowledgedMs: number | undefined
  /** When it gave up waiting: it does not know then whether the write is there. */
  readonly gaveUpMs: number | undefined
  /** It was acknowledged, and the primary that was promoted does not have it. */
  readonly lost: boolean
}

/** What a client was told. */
export interface Read {
  readonly at: ServerId
  readonly sentMs: number
  readonly atMs: number
  /** The last write that it saw; 0 for none. */
  readonly value: number
  /** The last write that it had been told of, and the last that it had seen, when it asked. */
  readonly wrote: number
  readonly saw: number
}

export interface Client {
  /** Where it writes. */
  readonly primary: ServerId
  /** Where it reads, if at replicas. */
  readonly readers: readonly ServerId[]
  /** Counts its requests, and its writes. */
  readonly request: number
  readonly rounds: number
  readonly waiting:
    { readonly kind: 'write' | 'read'; readonly at: ServerId; readonly sinceMs: number } | undefined
  /** The last write that it was told of, and the last that it has seen. */
  readonly wrote: number
  readonly saw: number
  /** When it began with its last write. */
  readonly begunMs: number
}

/** What must never happen, if it is promised. */
export const PROMISES = ['durable', 'ownWrites', 'monotonic', 'oneHistory'] as const
export type PromiseName = (typeof PROMISES)[number]

/** The first time that a promise was broken: by which write, and where. */
export interface Breach {
  readonly atMs: number
  readonly write: number
  readonly server: ServerId
}

/** From the moment a primary was missed to the next one, by its phases. */
export interface Outage {
  readonly detectMs: number
  readonly decideMs: number
  readonly applyMs: number
}

export interface ReplicationWorld {
  readonly parameters: ReplicationParameters
  readonly servers: Readonly<Record<ServerId, Server>>
  /** Links between servers that are cut; see `linkOf`. */
  readonly cut: readonly string[]
  readonly client: Client | undefined
  /** In the order in which they were sent. */
  readonly flights: readonly Flight[]
  readonly sent: number
  /** Who became the primary last, whether it lives or not. */
  readonly primary: ServerId
  /** Since when the monitor misses it, and since when it is sure. */
  readonly missedMs: number | undefined
  readonly suspectedMs: number | undefined

  // --- What somebody knows who sees everything; no server reads it. ---
  readonly fates: readonly Fate[]
  readonly reads: readonly Read[]
  readonly outages: readonly Outage[]
  readonly breaches: Readonly<Partial<Record<PromiseName, Breach>>>
}

export type ReplicationEvent =
  | { readonly kind: 'arrive'; readonly flight: number }
  | {
      readonly kind: 'deliver'
      readonly from: string
      readonly to: ServerId
      readonly message: Message
    }
  | {
      readonly kind: 'applied'
      readonly server: ServerId
      readonly life: number
      readonly timeline: number
      readonly count: number
    }
  | { readonly kind: 'suspect'; readonly missedMs: number }
  | { readonly kind: 'decide'; readonly missedMs: number; readonly again: boolean }
  | { readonly kind: 'next' | 'impatient'; readonly request: number }
  | { readonly kind: 'redirect'; readonly to: ServerId }

/** What befalls one server; nothing befalls one that does not exist. */
export const SERVER_DEEDS = [
  'kill',
  'restart',
  'pause',
  'resume',
  'isolate',
  'rejoin',
  'promote',
  'stop-receiving',
  'receive-again',
  'stop-replay',
  'replay-again',
] as const

export type ReplicationAction =
  /** A client writes so many rows in one transaction; at the newest primary, or at the one named. */
  | { readonly kind: 'write'; readonly rows: number; readonly at?: ServerId }
  | { readonly kind: (typeof SERVER_DEEDS)[number]; readonly server: ServerId }
  /** The link between two servers, both ways. */
  | { readonly kind: 'cut' | 'mend'; readonly one: ServerId; readonly other: ServerId }
  | { readonly kind: 'drop'; readonly flight: number }
  | { readonly kind: 'delay'; readonly flight: number; readonly byMs: number }

export type ReplicationNote =
  | { readonly kind: 'sent' | 'arrived' | 'died' | 'delayed'; readonly flight: Flight }
  | ({ readonly kind: 'written'; readonly at: ServerId } & Transaction)
  | { readonly kind: 'refused'; readonly rows: number }
  | { readonly kind: 'acknowledged' | 'gave-up'; readonly write: number }
  | { readonly kind: 'read'; readonly read: Read }
  | {
      readonly kind:
        | 'killed'
        | 'restarted'
        | 'paused'
        | 'resumed'
        | 'isolated'
        | 'rejoined'
        | 'stopped'
        | 'applies-again'
        | 'fenced'
        | 'suspected'
        | 'nobody'
        | 'promoting'
        | 'promoted'
        | 'not-promoted'
        | 'redirected'
      readonly server: ServerId
    }
  | { readonly kind: 'cut' | 'mended'; readonly one: ServerId; readonly other: ServerId }
  | { readonly kind: 'lost'; readonly writes: readonly number[]; readonly rows: number }
  | { readonly kind: 'breach'; readonly promise: PromiseName; readonly breach: Breach }
