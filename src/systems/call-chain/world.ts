import type { ChainParameters } from './parameters.ts'

/** One call of the store: a request of a user, and how often it was called for before. */
export interface Call {
  readonly request: number
  /** 0 for the first; counts over all layers, so that its digits are the tries of each. */
  readonly attempt: number
}

/** A call at the store. */
export interface Work extends Call {
  /** Its caller no longer waits for it; the store does not know. */
  readonly abandoned: boolean
}

/** Everything that is at one moment. */
export interface ChainWorld {
  readonly parameters: ChainParameters
  readonly requests: number
  readonly busy: readonly Work[]
  readonly waiting: readonly Work[]
  readonly down: boolean
  readonly slowness: number
  /** What each layer may still retry, the lowest first. */
  readonly tokens: readonly number[]
}

export type ChainEvent =
  | { readonly kind: 'arrive'; readonly extra: boolean }
  | ({ readonly kind: 'call' } & Call)
  | ({ readonly kind: 'done' | 'give-up' } & Call)
  | { readonly kind: 'trouble'; readonly begins: boolean }

/** Why a call came to nothing. */
export type Failure = 'refused' | 'full' | 'timed-out' | 'error'

/** What the event table says. */
export type ChainNote =
  | ({ readonly kind: 'called' } & Call)
  | ({ readonly kind: 'failed-call'; readonly why: Failure } & Call)
  | ({ readonly kind: 'retried'; readonly layer: number } & Call)
  | { readonly kind: 'spared'; readonly layer: number; readonly request: number }
  | {
      readonly kind: 'arrived' | 'answered' | 'failed' | 'wasted'
      readonly request: number
    }
  | { readonly kind: 'trouble'; readonly begins: boolean }
