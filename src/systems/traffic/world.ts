import type { TrafficParameters } from './parameters.ts'

/** A request, from its arrival to its fate. */
export interface Request {
  /** Counts up from 0. */
  readonly id: number
  readonly bornMs: number
  /** How long a healthy server works on it: the same whatever the design, so that luck is fair. */
  readonly workMs: number
}

/** One attempt of a request at a server. */
export interface Job {
  readonly request: Request
  /** 0 for the first. */
  readonly attempt: number
  /** The client no longer waits for it; the server does not know. */
  readonly abandoned: boolean
}

/** A server as it is, whatever anybody believes about it. */
export interface Server {
  readonly condition: 'up' | 'down' | 'hung'
  /** Answers with errors. */
  readonly erring: boolean
  /** How many times longer than usual it takes. */
  readonly slowness: number
  /** Counts restarts, so that what belonged to an earlier life is known as such. */
  readonly life: number
  readonly busy: readonly Job[]
  readonly waiting: readonly Job[]
  /** Nothing new is sent to it: it is being emptied for maintenance. */
  readonly draining: boolean
  /** Answered requests that the standby does not have yet, with the time of the answer. */
  readonly unreplicated: readonly { readonly request: number; readonly atMs: number }[]
}

/** What the balancer believes of a server. */
export interface Belief {
  readonly up: boolean
  /** Probes in a row that speak against it. */
  readonly against: number
}

/** The steps of a takeover, in their order. */
export type Phase = 'deciding' | 'promoting' | 'warming'

/** Everything that is at one moment. */
export interface TrafficWorld {
  readonly parameters: TrafficParameters
  readonly requests: number
  readonly servers: readonly Server[]
  readonly beliefs: readonly Belief[]
  /** The server that serves in active-passive; nobody during a takeover. */
  readonly primary: number | undefined
  readonly takeover:
    { readonly phase: Phase; readonly to: number; readonly number: number } | undefined
  /** Counts takeovers, so that the phases of one that was given up are known as such. */
  readonly takeovers: number
  readonly balancerUp: boolean
  readonly dependencyUp: boolean
  /** Where round robin goes next. */
  readonly next: number
}

/** Why an attempt came to nothing. */
export type Failure =
  /** Nobody to send it to, or a full queue. */
  | 'refused'
  /** The server stopped in the middle. */
  | 'cut'
  /** The client had waited long enough. */
  | 'timed-out'
  /** The server answered with an error. */
  | 'error'

export type TrafficEvent =
  | { readonly kind: 'arrive' }
  | { readonly kind: 'send'; readonly request: Request; readonly attempt: number }
  | {
      readonly kind: 'done'
      readonly server: number
      readonly life: number
      readonly request: number
      readonly attempt: number
    }
  | {
      readonly kind: 'give-up'
      readonly servers: readonly number[]
      readonly request: number
      readonly attempt: number
    }
  | { readonly kind: 'probe'; readonly server: number }
  | { readonly kind: 'probed'; readonly server: number; readonly good: boolean }
  | { readonly kind: 'phase'; readonly number: number }
  | { readonly kind: 'fault'; readonly index: number; readonly begins: boolean }
  | { readonly kind: 'drain'; readonly index: number }
  | { readonly kind: 'maintain'; readonly index: number; readonly begins: boolean }
  | { readonly kind: 'balancer'; readonly up: boolean }
  | { readonly kind: 'dependency'; readonly up: boolean }

/** What a reader can do while it runs. */
export type TrafficAction =
  | { readonly kind: 'kill' | 'hang' | 'restart'; readonly server: number }
  | { readonly kind: 'balancer'; readonly up: boolean }

/** What the event table says. */
export type TrafficNote =
  | { readonly kind: 'arrived'; readonly request: number }
  | {
      readonly kind: 'sent'
      readonly request: number
      readonly attempt: number
      readonly servers: readonly number[]
    }
  | {
      readonly kind: 'served'
      readonly request: number
      readonly attempt: number
      readonly server: number
      readonly latencyMs: number
    }
  | {
      readonly kind: 'attempt-failed'
      readonly request: number
      readonly attempt: number
      readonly server: number | undefined
      readonly why: Failure
    }
  | { readonly kind: 'failed'; readonly request: number; readonly why: Failure }
  | { readonly kind: 'masked'; readonly request: number; readonly server: number }
  | { readonly kind: 'struck'; readonly server: number; readonly fault: string }
  | { readonly kind: 'healed'; readonly server: number }
  | { readonly kind: 'suspected'; readonly server: number; readonly against: number }
  | { readonly kind: 'taken-out'; readonly server: number; readonly rightly: boolean }
  | { readonly kind: 'brought-back'; readonly server: number }
  | { readonly kind: 'phase'; readonly phase: Phase | 'serving'; readonly server: number }
  | { readonly kind: 'lost'; readonly server: number; readonly requests: readonly number[] }
  | { readonly kind: 'draining' | 'maintained' | 'maintenance-over'; readonly server: number }
  | { readonly kind: 'balancer' | 'dependency'; readonly up: boolean }
