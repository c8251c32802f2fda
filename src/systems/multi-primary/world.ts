import type { Latency, Network } from '../../simulation/network.ts'
import type { Basket, Good } from './basket.ts'
import type { SiteId, VersionVector } from './version-vector.ts'

/**
 * What a site does with a version that comes from another one.
 *
 * - `arrival`: it takes what comes last.
 * - `clock`: it keeps the version with the later wall-clock time; the last writer wins.
 * - `lamport`: the same with Lamport's clocks.
 * - `siblings`: it keeps every version that no other one includes, and whoever writes next is shown
 *   all of them and says what was meant.
 * - `union`: the same, and a program pours the baskets together.
 * - `or-set`: it joins the baskets as an observed-remove set.
 */
export const CONFLICT_RULES = [
  'arrival',
  'clock',
  'lamport',
  'siblings',
  'union',
  'or-set',
] as const
export type ConflictRule = (typeof CONFLICT_RULES)[number]

/** Sites that all take writes for one basket. Times are in milliseconds. */
export interface MultiPrimaryParameters {
  /** 2 or 3. */
  readonly sites: number
  readonly rule: ConflictRule
  /** By how much the clock of a site is ahead; 0 where none is named. */
  readonly aheadMs: Readonly<Record<SiteId, number>>
  readonly latency: Latency
  /** Probability that a message, or its confirmation, is lost; in [0, 1]. */
  readonly loss: number
  /** Probability that a message arrives twice, in [0, 1]. */
  readonly duplication: number
  /** After so long without a confirmation a site sends again; above 0. */
  readonly retryMs: number
}

/** A write that was acknowledged to a customer, as soon as its site had it. */
export interface Write {
  /** From 1; the basket as it was in the beginning counts as write 0. */
  readonly number: number
  readonly site: SiteId
  readonly kind: 'add' | 'remove' | 'settle'
  /** Absent for `settle`: nothing changes but that what differed is one now. */
  readonly good: Good | undefined
  readonly atMs: number
  readonly wallMs: number
  readonly lamport: number
  readonly vector: VersionVector
  /** The writes that had happened before it, ascending: of its site, or heard of there. */
  readonly past: readonly number[]
}

/** A value that a site holds. */
export interface Version {
  /** The site that wrote it, and what its clocks said then. */
  readonly by: SiteId
  readonly wallMs: number
  readonly lamport: number
  readonly vector: VersionVector
  readonly basket: Basket
  /**
   * The writes that went into it, ascending. The run knows them, to say what was lost; no site does,
   * and no rule looks.
   */
  readonly history: readonly number[]
}

export interface Site {
  /** More than one only where the rule keeps siblings. */
  readonly versions: readonly Version[]
  readonly lamport: number
  /** How many writes of each site it has done or heard of, whether or not it holds them. */
  readonly vector: VersionVector
  /** The same, by their numbers, ascending: again the run knows them, and no rule looks. */
  readonly known: readonly number[]
  /** How many of the writes done here each other site has confirmed. */
  readonly confirmed: Readonly<Record<SiteId, number>>
}

/** What a site holds, on its way to another one. */
export interface Flight {
  readonly number: number
  readonly from: SiteId
  readonly to: SiteId
  readonly sentMs: number
  readonly arrivesMs: number
  readonly versions: readonly Version[]
  readonly lamport: number
  readonly vector: VersionVector
  readonly known: readonly number[]
}

/** A message that has come to its end. */
export interface Ended {
  readonly number: number
  readonly from: SiteId
  readonly to: SiteId
  readonly sentMs: number
  /** When it should have arrived. */
  readonly arrivesMs: number
  readonly endMs: number
  readonly fate: 'arrived' | 'lost'
  /** What its receiver made of it, where it arrived. */
  readonly outcome: Outcome | undefined
}

/** What a receiver did: took it, had it or something later, found a conflict, or overwrote one. */
export type Outcome = 'taken' | 'known' | 'conflict' | 'overwrote' | 'discarded'

/**
 * What must not happen.
 *
 * - `agreement`: two sites that have heard of the same writes hold the same.
 * - `nothingLost`: every acknowledged write went into something that is held or on its way.
 * - `order`: no version gives way to one that it had taken into account.
 * - `removals`: every basket holds what the writes that went into it mean: what was put in, and not
 *   thrown out by somebody who had seen it there.
 */
export const INVARIANTS = ['agreement', 'nothingLost', 'order', 'removals'] as const
export type Invariant = (typeof INVARIANTS)[number]

export interface MultiPrimaryWorld {
  readonly parameters: MultiPrimaryParameters
  readonly network: Network
  readonly sites: Readonly<Record<SiteId, Site>>
  /** Every write, by its number. */
  readonly writes: readonly Write[]
  readonly flights: readonly Flight[]
  readonly ended: readonly Ended[]
  /** How many messages were sent. */
  readonly sent: number
  /** When an invariant was first broken. */
  readonly breaches: Readonly<Partial<Record<Invariant, number>>>
  /** Writes that nobody holds any more, and since when. */
  readonly lost: readonly { readonly write: number; readonly atMs: number }[]
  /** Pairs of writes that some site found to be concurrent, the lower number first. */
  readonly conflicts: readonly (readonly [number, number])[]
}

export type MultiPrimaryEvent =
  | { readonly kind: 'arrive' | 'lose'; readonly flight: number }
  | {
      readonly kind: 'confirm'
      readonly from: SiteId
      readonly to: SiteId
      readonly written: number
    }
  | { readonly kind: 'retry'; readonly from: SiteId; readonly to: SiteId; readonly written: number }

export type MultiPrimaryAction =
  /** A customer at a site puts something in; the next good that nobody has had, unless named. */
  | { readonly kind: 'add'; readonly site: SiteId; readonly good?: Good }
  | { readonly kind: 'remove'; readonly site: SiteId; readonly good: Good }
  | { readonly kind: 'settle'; readonly site: SiteId }
  /** Both directions. What is on its way there is lost. */
  | { readonly kind: 'cut' | 'mend'; readonly one: SiteId; readonly other: SiteId }
  | { readonly kind: 'drop'; readonly flight: number }
  | { readonly kind: 'delay'; readonly flight: number; readonly byMs: number }

export type MultiPrimaryNote =
  | { readonly kind: 'written'; readonly write: number; readonly shadowed: boolean }
  | {
      readonly kind: 'arrived'
      readonly from: SiteId
      readonly to: SiteId
      readonly outcome: Outcome
    }
  | { readonly kind: 'gone'; readonly write: number }
  | { readonly kind: 'dropped'; readonly from: SiteId; readonly to: SiteId }
  | { readonly kind: 'delayed'; readonly from: SiteId; readonly to: SiteId }
  | { readonly kind: 'cut' | 'mended'; readonly one: SiteId; readonly other: SiteId }
  | { readonly kind: 'breach'; readonly invariant: Invariant }
