import type { Network } from '../../simulation/network.ts'
import type { LinkId, RegionId, RegionsParameters } from './parameters.ts'

/** One value for each region. */
export type PerRegion<Value> = Readonly<Record<RegionId, Value>>

/** A region's servers and its copy of the database. */
export interface Region {
  readonly up: boolean
  readonly role: 'primary' | 'standby'
  /** The highest term that it knows. No two regions lead in one term. */
  readonly term: number
  /** Whom it takes for the primary. */
  readonly follows: RegionId
  /** A primary whose promotion is over. */
  readonly ready: boolean
  /** A primary that hands over: to whom, and whether it has stopped to write for that. */
  readonly handing: RegionId | undefined
  readonly frozenMs: number | undefined
  /** When each other region last granted this primary its lease: when that heartbeat was sent. */
  readonly granted: Partial<PerRegion<number>>
  /** When it last heard from a primary, or promised itself to one. */
  readonly heardMs: number
  readonly suspectMs: number | undefined
  readonly decidedMs: number | undefined
  /** Whether somebody has refused it, since it decided. */
  readonly refused: boolean
  /** As a primary: how much of its log it has sent to each, and how much each is known to have. */
  readonly sent: Partial<PerRegion<number>>
  readonly known: Partial<PerRegion<number>>
  /** It is back from the dark, and its copy has not caught up yet. */
  readonly returning: boolean
  /** When its sleeping servers began to start. */
  readonly scaledMs: number | undefined
}

/** The writes of one second that one primary took. */
export interface Batch {
  readonly atMs: number
  readonly region: RegionId
  readonly term: number
  readonly writes: number
  readonly acknowledgedMs: number | undefined
  /** Acknowledged, and not in the copy that counts. */
  readonly lost: boolean
}

/** A cache that answers for some users, or a network that carries them. */
export interface Resolver {
  readonly home: RegionId
  /** Where in its period it is, in [0, 1). */
  readonly phase: number
  /** Which survivor it is led to, in [0, 1); below `toNearest` the nearest. */
  readonly pick: number
  /** Whether it keeps answers for longer than it may. */
  readonly stubborn: boolean
}

/** What names or routes say from a moment on. */
export interface Steering {
  readonly atMs: number
  readonly healthy: readonly RegionId[]
  /** The region of the primary, and its term. */
  readonly site: RegionId
  readonly term: number
  /** Where the users of each region are led by that: to the first, or to the other one. */
  readonly to: PerRegion<readonly [RegionId, RegionId]>
}

/** What the probes from outside have found. */
export interface Check {
  readonly misses: number
  readonly successes: number
  readonly healthy: boolean
}

/** Writes on their way to a copy. */
export interface Flight {
  readonly from: RegionId
  readonly to: RegionId
  readonly sentMs: number
  readonly arrivesMs: number
}

/** Where users are sent and what becomes of them, in one second. Shares are of all users. */
export interface Traffic {
  readonly atMs: number
  /** By home, then by where they are sent. */
  readonly sent: PerRegion<PerRegion<number>>
  /** What each region is offered over what its servers can do; 0 in the dark, 1e9 where none runs. */
  readonly utilisation: PerRegion<number>
  /** Served in each region: they can read and write. */
  readonly served: PerRegion<number>
  readonly readOnly: number
  readonly turnedAway: number
  /** Sent to a region that is dark. */
  readonly deadEnd: number
  /** By home, of those that are served, in milliseconds; undefined where nobody is. */
  readonly readMs: PerRegion<number | undefined>
  readonly writeMs: PerRegion<number | undefined>
}

/** What must hold. The second is promised where replication is synchronous, the third by capacity. */
export const INVARIANTS = ['onePrimary', 'nothingLost', 'notOverloaded'] as const
export type Invariant = (typeof INVARIANTS)[number]

/** What a picture needs of a world: all but the data. */
export interface RegionsView {
  readonly parameters: RegionsParameters
  readonly regions: PerRegion<Region>
  readonly network: Network
  readonly resolvers: readonly Resolver[]
  readonly checks: PerRegion<Check>
  /** Oldest first. The first was always so. */
  readonly steering: readonly Steering[]
  readonly flights: readonly Flight[]
  readonly traffic: Traffic
  /** When each invariant was first broken. No region reads it. */
  readonly breaches: Partial<Readonly<Record<Invariant, number>>>
}

export interface RegionsWorld extends RegionsView {
  /** Each second of writes of each primary. */
  readonly batches: readonly Batch[]
  /** The copies: places in `batches`, in the order of writing. */
  readonly logs: PerRegion<readonly number[]>
}

export type Message =
  | { readonly kind: 'heartbeat'; readonly term: number; readonly sentMs: number }
  | { readonly kind: 'granted'; readonly term: number; readonly sentMs: number }
  /** The term is over. */
  | { readonly kind: 'outdated'; readonly term: number }
  | {
      readonly kind: 'stream'
      readonly term: number
      /** How much of the log comes before, and what its last entry is. */
      readonly after: number
      readonly before: number | undefined
      readonly batches: readonly number[]
      /** Whether that was all there was. */
      readonly complete: boolean
    }
  | { readonly kind: 'has'; readonly term: number; readonly length: number }
  /** What comes before is missing: this is what there is. */
  | { readonly kind: 'lacks'; readonly term: number; readonly log: readonly number[] }
  | {
      readonly kind: 'ask'
      readonly term: number
      readonly log: readonly number[]
      readonly sentMs: number
    }
  | { readonly kind: 'vote'; readonly term: number; readonly sentMs: number }
  | { readonly kind: 'refusal'; readonly why: 'alive' | 'behind' }
  | {
      readonly kind: 'handover'
      readonly term: number
      /** The term of who hands over. */
      readonly under: number
      readonly sentMs: number
    }

export type RegionsEvent =
  | { readonly kind: 'tick' }
  | { readonly kind: 'probe' }
  | { readonly kind: 'beat'; readonly region: RegionId; readonly term: number }
  | {
      readonly kind: 'watch' | 'decide' | 'ask'
      readonly region: RegionId
      readonly heardMs: number
    }
  | { readonly kind: 'ready'; readonly region: RegionId; readonly term: number }
  | {
      readonly kind: 'message'
      readonly from: RegionId
      readonly to: RegionId
      readonly message: Message
    }

export type RegionsAction =
  | { readonly kind: 'lose' | 'restore' | 'promote'; readonly region: RegionId }
  | { readonly kind: 'cut' | 'mend'; readonly link: LinkId }
  /** The home becomes the primary again. */
  | { readonly kind: 'fail-back' }

export type RegionsNote =
  | {
      readonly kind:
        | 'region-lost'
        | 'region-back'
        | 'caught-up'
        | 'suspected'
        | 'decided'
        | 'elected'
        | 'promoted'
        | 'stepped-down'
        | 'abandoned'
        | 'overloaded'
      readonly region: RegionId
    }
  | { readonly kind: 'refused'; readonly region: RegionId; readonly why: 'alive' | 'behind' }
  | { readonly kind: 'handing' | 'handed-over'; readonly region: RegionId; readonly to: RegionId }
  | { readonly kind: 'link-cut' | 'link-mended'; readonly link: LinkId }
  | { readonly kind: 'steered'; readonly to: readonly RegionId[] }
  | {
      readonly kind: 'lost'
      readonly writes: number
      readonly fromMs: number
      readonly toMs: number
    }
  | { readonly kind: 'two-primaries'; readonly regions: readonly RegionId[] }
