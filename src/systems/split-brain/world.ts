import type { NodeLife } from '../../simulation/node-life.ts'

/** A machine that holds data. A leads at first. */
export type NodeId = 'A' | 'B'
/** Whoever has a vote; W is the witness, which holds no data. */
export type VoterId = NodeId | 'W'

export const NODES: readonly NodeId[] = ['A', 'B']

/**
 * What a node needs before it leads, or goes on, without the other: nothing; the vote of the other
 * one; a majority of three votes, the third of a witness; or proof that the other is switched off.
 */
export type Arbitration = 'none' | 'both' | 'witness' | 'fence'

/** A rule that is left out. The first three are of the witness, the last is of fencing. */
export type Flaw = 'counts-the-living' | 'keeps-leading' | 'votes-for-stale' | 'promotes-unfenced'

export const FLAWS: readonly Flaw[] = [
  'counts-the-living',
  'keeps-leading',
  'votes-for-stale',
  'promotes-unfenced',
]

/** Two nodes and what lies between them. Times are whole milliseconds. */
export interface SplitBrainParameters {
  readonly arbitration: Arbitration
  readonly flaw?: Flaw
  /** After so long a silence the other is taken for dead; above 0. */
  readonly detectMs: number
  /** Each node speaks so often; above 0. */
  readonly heartbeatMs: number
  /** Between any two, one way; at least 1. */
  readonly latencyMs: number
  /** How long a vote counts from when it is given; above 0. */
  readonly ttlMs: number
  /** How much longer a standby waits than a primary before it switches the other off; at least 0. */
  readonly headStartMs: number
  /** From the order to switch off until that is certain, or has failed; at least 1. */
  readonly fenceMs: number
  /** A machine that was switched off by the other comes back after so long; at least 1. */
  readonly rebootMs: number
  /** Each of the two clients writes so often; above 0. */
  readonly writeEveryMs: number
  /** A client that has no answer by then has given up; at least 0. */
  readonly patienceMs: number
  /** Among how many keys the writes are spread; at least 1. */
  readonly keys: number
}

/** One place of a log. */
export interface Entry {
  /** Counts from 1 over all writes of a run. */
  readonly write: number
  /** Which key it sets, from 0. */
  readonly key: number
  /** Of the primary that took it. */
  readonly epoch: number
}

/** A vote that is out: to nobody else before that moment. */
export interface Vote {
  readonly to: NodeId | undefined
  readonly untilMs: number
}

export interface Node {
  readonly life: NodeLife<SplitBrainEvent>
  readonly role: 'primary' | 'standby'
  /** The highest that it led in, followed or voted for. Odd ones are A's. It survives a crash. */
  readonly epoch: number
  /** The highest that it has heard of. */
  readonly seen: number
  /** What it stands for election in, as long as it does. */
  readonly standsIn: number | undefined
  /** It survives a crash. */
  readonly log: readonly Entry[]
  /** Whom it takes for the primary. */
  readonly primary: NodeId | undefined
  /** When it last heard from the other node, from the witness, and from a primary. */
  readonly heardMs: number
  readonly witnessMs: number
  readonly leaderMs: number
  /** It survives a crash. */
  readonly vote: Vote
  /** As a primary: until when its votes count. */
  readonly leaseMs: number
  /**
   * Whether it answers clients without the other node having the write: no; not yet, but it has asked
   * to; or yes. With fencing it survives a crash.
   */
  readonly alone: 'no' | 'asked' | 'yes'
  readonly aloneSinceMs: number
  /** As a primary: how much of its log the other one has, and how much it has answered for. */
  readonly confirmed: number
  readonly answered: number
  /** As a standby: it has whatever the primary has answered for. Forgotten in a crash. */
  readonly synced: boolean
  /** In which of its lives it last heard the other one. Forgotten in a crash. */
  readonly hears: number | undefined
  /** Every life of the other one before this is known to be over. It survives a crash. */
  readonly deadBefore: number
  /** It has given the order to switch the other one off. */
  readonly fencing: boolean
}

export interface Witness {
  readonly epoch: number
  readonly vote: Vote
  /** Who has every answered write: nobody else gets the vote. */
  readonly fresh: readonly NodeId[]
}

export type Message =
  /** A primary's log, as far as it goes, and its heartbeat. */
  | {
      readonly kind: 'append'
      readonly epoch: number
      readonly log: readonly Entry[]
      /** Whether it waits for the other one's copy, and in which life it last heard that one. */
      readonly together: boolean
      readonly hears: number | undefined
      readonly sentMs: number
    }
  | {
      readonly kind: 'confirm'
      readonly epoch: number
      readonly length: number
      /** Whether it is a vote too, for the time since this. */
      readonly voted: boolean
      readonly sentMs: number
    }
  /** A standby's heartbeat: how far its log goes, and in which life it heard the other. */
  | {
      readonly kind: 'hello'
      readonly hears: number | undefined
      readonly epoch: number
      readonly lastEpoch: number
      readonly length: number
    }
  /** Asks for a vote: of a candidate, or of a primary that keeps it, and says whether it is alone. */
  | {
      readonly kind: 'ask'
      readonly epoch: number
      readonly lastEpoch: number
      readonly length: number
      readonly as: 'candidate' | 'together' | 'alone'
      readonly sentMs: number
    }
  | {
      readonly kind: 'grant'
      readonly epoch: number
      readonly as: 'candidate' | 'together' | 'alone'
      readonly sentMs: number
    }
  | { readonly kind: 'refuse'; readonly epoch: number }
  /** A client's write on its way to whoever leads, and the answer to it. */
  | { readonly kind: 'forward'; readonly write: number; readonly key: number }
  | { readonly kind: 'answer'; readonly write: number }
  /** The order to switch the receiver off, by the management link: whether that was whole. */
  | { readonly kind: 'fence'; readonly sent: boolean }

/** A message on its way. */
export interface Flight {
  readonly number: number
  readonly from: VoterId
  /** In which of its lives the sender sent it; 0 for the witness. */
  readonly life: number
  readonly to: VoterId
  readonly sentMs: number
  readonly arrivesMs: number
  readonly message: Message
}

/** What became of a write, as its client knows it. */
export interface Fate {
  readonly write: number
  readonly key: number
  /** Beside which node its client is. */
  readonly side: NodeId
  readonly sentMs: number
  /** The node that took it into its log; absent where none did. */
  readonly at: NodeId | undefined
  /** When the client heard of success; absent where it had not in time. */
  readonly answeredMs: number | undefined
  /** When it was thrown away; absent where it was not. */
  readonly discardedMs: number | undefined
}

/** The end of a log that was thrown away, when its node followed another one. */
export interface Discard {
  readonly atMs: number
  readonly node: NodeId
  /** How long what the two logs share is. */
  readonly after: number
  readonly entries: readonly Entry[]
  /** What the primary that it follows has in their place. */
  readonly kept: readonly Entry[]
}

export const INVARIANTS = ['onePrimary', 'nothingLost'] as const
export type Invariant = (typeof INVARIANTS)[number]

export interface SplitBrainWorld {
  readonly parameters: SplitBrainParameters
  readonly nodes: Readonly<Record<NodeId, Node>>
  readonly witness: Witness
  /** Directions that are cut: `A>B` of the network, `A#B` of the management link by which A fences B. */
  readonly cut: readonly string[]
  readonly flights: readonly Flight[]
  /** How many messages were sent. */
  readonly sent: number
  /** What nobody in the world can see: the fates of all writes, and the first breach of each promise. */
  readonly fates: readonly Fate[]
  readonly discards: readonly Discard[]
  readonly breaches: Readonly<Partial<Record<Invariant, number>>>
}

export type SplitBrainEvent =
  | { readonly kind: 'tick' | 'lease' | 'reboot'; readonly node: NodeId; readonly life: number }
  | { readonly kind: 'arrive'; readonly number: number }
  | { readonly kind: 'write'; readonly side: NodeId }

export type SplitBrainAction =
  | { readonly kind: 'cut' | 'mend'; readonly links: readonly string[] }
  | { readonly kind: 'crash' | 'restart'; readonly node: NodeId }

export type SplitBrainNote =
  | { readonly kind: 'promoted'; readonly node: NodeId; readonly epoch: number }
  | {
      readonly kind:
        | 'steps-down'
        | 'stops'
        | 'asks-alone'
        | 'goes-alone'
        | 'together'
        | 'orders-off'
        | 'fence-failed'
        | 'powered-off'
        | 'rebooted'
        | 'crashed'
        | 'restarted'
      readonly node: NodeId
    }
  | { readonly kind: 'voted' | 'refused'; readonly voter: VoterId; readonly node: NodeId }
  | { readonly kind: 'cut' | 'mended'; readonly links: readonly string[] }
  | {
      readonly kind: 'discarded'
      readonly node: NodeId
      readonly count: number
      readonly answered: number
    }
  | { readonly kind: 'breach'; readonly invariant: Invariant }
