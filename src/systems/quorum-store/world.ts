import type { Latency, Network } from '../../simulation/network.ts'
import type { NodeLife } from '../../simulation/node-life.ts'

/** The name of a copy: N1, N2 and so on, in the order of the ring. */
export type NodeId = string

/** One key on several copies, and how many of them a write and a read wait for. */
export interface QuorumParameters {
  /** Machines on the ring, a whole number from 1 to 9. */
  readonly nodes: number
  /** Copies of the key: the first `n` machines. A whole number from 1 to `nodes`. */
  readonly n: number
  /** Answers that a read waits for, a whole number from 1 to `n`. */
  readonly read: number
  /** Acknowledgements that a write waits for, a whole number from 1 to `n`. */
  readonly write: number
  /** How long each message takes: to a copy and back, for writes and for reads. */
  readonly delays: {
    readonly write: Latency
    readonly ack: Latency
    readonly read: Latency
    readonly response: Latency
  }
  /** Copies that are slower, by how many times; at least 1. */
  readonly slowness: Readonly<Record<NodeId, number>>
  /** After so long an operation has failed, as far as its client knows; above 0, in milliseconds. */
  readonly patienceMs: number
  /**
   * What happens to copies that a read finds to be old: nothing, or they are brought up to date after
   * the reader has its answer, or before it, so that no later reader can see less.
   */
  readonly repair: 'none' | 'after' | 'before'
  /** Whether a write that does not reach a copy goes to the next machine on the ring instead. */
  readonly sloppy: boolean
  /** How often a machine tries to hand such a write on to where it belongs; above 0. */
  readonly handOffMs: number
  /** How likely a message comes twice; never where it is absent. */
  readonly duplication?: number
}

/** An answer of a copy, as it came; a message that comes twice is there twice. */
export interface Reply {
  readonly copy: NodeId
  readonly version: Version
}

/** What the coordinator leaves to whoever wrote it. Copies hold version 0 before the first write. */
export interface QuorumDecisions {
  /** Whether a write is done, asked at each confirmation; `confirmed` names copies as they came. */
  readonly writeDone: (facts: {
    readonly confirmed: readonly NodeId[]
    readonly n: number
    readonly w: number
  }) => boolean
  /** The version that a read returns, asked at each reply; null while it waits for more. */
  readonly readAnswer: (facts: {
    readonly replies: readonly Reply[]
    readonly n: number
    readonly w: number
    readonly r: number
  }) => Version | null
}

/** A write of the key: versions count up from 1, and a later one wins. */
export type Version = number

export interface Node {
  readonly life: NodeLife<QuorumEvent>
  /** How many times longer than usual its messages take, to it and from it. */
  readonly slowness: number
  /** The newest version that it holds of its own; 0 for none. It survives a crash. */
  readonly version: Version
  /** Versions that it keeps for others. */
  readonly hints: Readonly<Record<NodeId, Version>>
  /** Whether it will try to hand them on. */
  readonly handsOff: boolean
}

/** A write or a read under way, at its coordinator. */
export interface Operation {
  readonly id: number
  readonly kind: 'write' | 'read'
  /** The version that is written; of a read, the newest found so far. */
  readonly version: Version
  readonly startMs: number
  /** Every answer, in the order in which they came. */
  readonly replies: readonly Reply[]
  /** Which copies answered, with what they hold; a stand-in answers for its copy. */
  readonly answers: Readonly<Record<NodeId, Version>>
  /** The machines whose answers it waited for, in their order: its quorum, once it is done. */
  readonly quorum: readonly NodeId[]
  /** When the client had its answer; absent while it waits. */
  readonly endMs: number | undefined
  readonly outcome: 'open' | 'done' | 'failed'
  /** What a read returned. */
  readonly result: Version | undefined
  /** The newest version whose write had ended when this began, and what a read had returned. */
  readonly due: Version
  readonly seen: Version
  /** While a read brings copies up to date before it answers: how many hold the version by now. */
  readonly repairing: readonly NodeId[] | undefined
}

/** What one machine says to another. */
export type Message =
  | {
      readonly kind: 'store'
      readonly version: Version
      /** The operation that waits for it; absent for repair in the background. */
      readonly operation: number | undefined
      /** The copy it is meant for, where the machine only keeps it. */
      readonly hintFor: NodeId | undefined
    }
  | {
      readonly kind: 'stored'
      readonly version: Version
      readonly operation: number
      readonly hintFor: NodeId | undefined
    }
  | { readonly kind: 'ask'; readonly operation: number }
  | { readonly kind: 'told'; readonly version: Version; readonly operation: number }
  /** A stand-in gives what it kept to the copy that it is for, and forgets it once that is stored. */
  | { readonly kind: 'hand' | 'handed'; readonly version: Version }

/** A message on its way, from a machine or the coordinator to the other. */
export interface Flight {
  readonly number: number
  readonly from: NodeId
  readonly to: NodeId
  readonly sentMs: number
  readonly arrivesMs: number
  /** It was sent into a link that was cut, and nobody will get it. */
  readonly doomed: boolean
  readonly message: Message
}

export interface QuorumWorld {
  readonly parameters: QuorumParameters
  readonly network: Network
  readonly nodes: Readonly<Record<NodeId, Node>>
  readonly operations: readonly Operation[]
  /** Every message on its way, in the order in which they were sent, and how many ever were. */
  readonly flights: readonly Flight[]
  readonly sent: number
  /** The newest version that was written, and that was acknowledged. */
  readonly written: Version
  readonly acknowledged: Version
  /** The newest version that a read returned. */
  readonly returned: Version
}

export type QuorumEvent =
  | { readonly kind: 'arrive'; readonly flight: number }
  | { readonly kind: 'impatient'; readonly operation: number }
  | { readonly kind: 'hand-off'; readonly node: NodeId; readonly life: number }

export type QuorumAction =
  | { readonly kind: 'write' | 'read' }
  | { readonly kind: 'crash' | 'restart'; readonly node: NodeId }
  /** Messages to and from a machine take so many times as long from now on, at least 1. */
  | { readonly kind: 'slow'; readonly node: NodeId; readonly times: number }
  /** The coordinator reaches these machines, and no other. */
  | { readonly kind: 'reach'; readonly nodes: readonly NodeId[] }
  /** The link between the coordinator and a machine is cut, or whole again. */
  | { readonly kind: 'cut' | 'join'; readonly node: NodeId }
  | { readonly kind: 'heal' }
  | { readonly kind: 'drop'; readonly flight: number }
  | { readonly kind: 'delay'; readonly flight: number; readonly byMs: number }

export type QuorumNote =
  | { readonly kind: 'wrote' | 'failed-write'; readonly version: Version }
  | {
      readonly kind: 'read'
      readonly version: Version
      /** Older than a write that had ended before the read began. */
      readonly stale: boolean
      /** Older than what an earlier read had returned. */
      readonly backwards: boolean
    }
  | { readonly kind: 'failed-read' }
  | { readonly kind: 'repaired' | 'handed-off'; readonly node: NodeId; readonly version: Version }
  | {
      readonly kind: 'hinted'
      readonly node: NodeId
      readonly owner: NodeId
      readonly version: Version
    }
  | { readonly kind: 'crashed' | 'restarted' | 'cut' | 'joined'; readonly node: NodeId }
  | { readonly kind: 'slowed'; readonly node: NodeId; readonly times: number }
  | { readonly kind: 'partitioned'; readonly reached: readonly NodeId[] }
  | { readonly kind: 'healed' }
  /** A message that nobody got: cut off, dropped, or sent to a machine that is down. */
  | { readonly kind: 'lost'; readonly flight: Flight }
  | { readonly kind: 'delayed'; readonly flight: Flight }
