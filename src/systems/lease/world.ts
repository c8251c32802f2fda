import type { NodeLife } from '../../simulation/node-life.ts'

/** The name of a process that wants to write: H1, H2 and so on. */
export type HolderId = string

/** A lock that is held for a time, its candidates, and a store that takes their writes. */
export interface LeaseParameters {
  /** A whole number from 1 to 5. */
  readonly holders: number
  /** How long a lease lasts by the clock of the lock service; above 0. */
  readonly ttlMs: number
  /** How long before its end a holder stops by itself; from 0 to `ttlMs`. */
  readonly marginMs: number
  /** A holder renews so often by its own clock, and a candidate asks three times as often; above 0. */
  readonly renewMs: number
  /** How much of a second passes on each holder's clock in one; 1 where none is named; above 0. */
  readonly clocks: Readonly<Record<HolderId, number>>
  /** Between any two, one way; at least 0. */
  readonly latencyMs: number
  /** A holder begins a write so often; above 0. */
  readonly writeEveryMs: number
  /** From the look at the lease to the sending of the write; at least 0. */
  readonly prepareMs: number
  /**
   * What stands between an old holder and the store: nothing; the store, which refuses a token older
   * than one that it has seen; or the new holder, which has the old one powered off before it writes.
   */
  readonly protection: 'none' | 'fencing' | 'power-off'
  /** How long it takes to power a machine off and be sure of it; at least `latencyMs` to be of use. */
  readonly powerOffMs: number
}

export interface Holder {
  readonly life: NodeLife<LeaseEvent>
  /** The token of its lease; 0 where it never had one. */
  readonly token: number
  /** Until when it takes its lease for valid, by its own clock, in milliseconds. */
  readonly validMs: number
  /** It may not write yet: whoever held the lease before is being powered off. */
  readonly waiting: boolean
}

/** A write that reached the store. */
export interface Landed {
  readonly atMs: number
  readonly from: HolderId
  readonly token: number
  readonly accepted: boolean
  /** A newer holder had written already. */
  readonly replaced: boolean
  /** Accepted, though a newer holder had written already. */
  readonly late: boolean
}

/** What the store leaves to whoever wrote it. */
export interface LeaseDecisions {
  /**
   * A write reaches a store that compares tokens.
   *
   * @param facts the highest token that it remembers, 0 before the first write, and the write's own
   * @returns whether it takes the write, and the highest token that it remembers from now on
   */
  readonly receive: (facts: { readonly highest: number; readonly token: number }) => {
    readonly accept: boolean
    readonly highest: number
  }
}

export interface LeaseWorld {
  readonly parameters: LeaseParameters
  readonly holders: Readonly<Record<HolderId, Holder>>
  readonly lock: {
    readonly token: number
    readonly holder: HolderId | undefined
    readonly untilMs: number
    /** Everybody that held it and was not powered off since, the one that holds it among them. */
    readonly past: readonly HolderId[]
  }
  /** The highest token that a store which compares them remembers. */
  readonly remembered: number
  /** The highest token that came, and every write. */
  readonly highest: number
  readonly landed: readonly Landed[]
}

export type LeaseEvent =
  /** A timer of a holder: it asks for the lease, or renews it. */
  | { readonly kind: 'renew' | 'work'; readonly holder: HolderId; readonly life: number }
  | { readonly kind: 'asked'; readonly from: HolderId; readonly sentMs: number }
  | {
      readonly kind: 'granted'
      readonly to: HolderId
      readonly token: number
      /** When it was asked for, by the holder's own clock: it counts from there. */
      readonly sentMs: number
      /** Who held it before and may still believe in it. */
      readonly before: readonly HolderId[]
    }
  /** What it has prepared is sent: it looked at its lease before. */
  | {
      readonly kind: 'send'
      readonly holder: HolderId
      readonly life: number
      readonly token: number
    }
  | { readonly kind: 'write'; readonly from: HolderId; readonly token: number }
  | {
      readonly kind: 'powered-off'
      readonly targets: readonly HolderId[]
      readonly by: HolderId
      readonly token: number
    }

export type LeaseAction = {
  readonly kind: 'pause' | 'resume' | 'crash' | 'restart'
  readonly holder: HolderId
}

export type LeaseNote =
  | { readonly kind: 'granted'; readonly holder: HolderId; readonly token: number }
  | {
      readonly kind: 'accepted' | 'fenced' | 'late'
      readonly from: HolderId
      readonly token: number
      /** Whether a write under a higher token had come before. */
      readonly replaced: boolean
    }
  | {
      readonly kind: 'paused' | 'resumed' | 'crashed' | 'restarted' | 'powered-off'
      readonly holder: HolderId
    }
