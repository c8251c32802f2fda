import { callsOf } from '../../systems/circuit-breaker/calls.ts'
import type { BreakerState } from '../../systems/circuit-breaker/breaker.ts'
import type { BreakerOptions } from '../../systems/circuit-breaker/options.ts'
import { LENGTH_MS, inTrouble } from '../../systems/circuit-breaker/provider.ts'
import { type TraceCall, runTrace } from '../../systems/circuit-breaker/run-trace.ts'
import type { Fault } from './faults.ts'

export type Fallback = 'error' | 'known' | 'everyone'

/** What things cost, in euros. */
export interface Prices {
  /** A customer who is told that it does not work now. */
  readonly error: number
  /** A call that reaches a provider in trouble: a customer kept waiting, a longer trouble. */
  readonly call: number
  /** A payment that was accepted unchecked and turns out bad. */
  readonly bad: number
}

/** Of all customers, those who have paid before. */
export const KNOWN_SHARE = 0.6
/** Of payments accepted unchecked, those that turn out bad: of known customers, and of everyone. */
export const BAD_KNOWN = 0.005
export const BAD_EVERYONE = 0.12

/** A design: a breaker or none, whether calls over a second are given up, and what stands in. */
export interface Design {
  readonly breaker: BreakerOptions | undefined
  readonly givesUp: boolean
  readonly fallback: Fallback
}

/** A stretch of time in one state. */
export interface Phase {
  readonly kind: BreakerState['kind']
  readonly fromMs: number
  readonly toMs: number
}

/** What a design came to on one fault. */
export interface Score {
  readonly phases: readonly Phase[]
  readonly calls: number
  /** Customers told that it does not work, in expectation where that depends on who they are. */
  readonly errors: number
  /** Calls that reached the provider while it was in trouble. */
  readonly reached: number
  /** Payments accepted unchecked, and those of them that turn out bad, in expectation. */
  readonly unchecked: number
  readonly bad: number
  /** From the end of the last trouble to the first answer; 0 where there was no trouble. */
  readonly againMs: number
  /** How often it opened where the provider was well. */
  readonly falseOpens: number
  readonly euros: number
}

/** What becomes of customers whose call brought nothing: shares of errors, unchecked and bad ones. */
export function shares(fallback: Fallback): {
  readonly error: number
  readonly unchecked: number
  readonly bad: number
} {
  switch (fallback) {
    case 'error':
      return { error: 1, unchecked: 0, bad: 0 }
    case 'known':
      return { error: 1 - KNOWN_SHARE, unchecked: KNOWN_SHARE, bad: KNOWN_SHARE * BAD_KNOWN }
    case 'everyone':
      return { error: 0, unchecked: 1, bad: BAD_EVERYONE }
  }
}

interface Ended {
  readonly atMs: number
  readonly endMs: number
  readonly outcome: 'success' | 'failure' | 'rejected'
}

function run(design: Design, calls: readonly TraceCall[]) {
  if (!design.breaker) {
    const ended = calls.map(({ atMs, durationMs, fails }): Ended => ({
      atMs,
      endMs: atMs + durationMs,
      outcome: fails ? 'failure' : 'success',
    }))
    return { ended, turnings: [] }
  }
  const { calls: traced, turnings } = runTrace(design.breaker, calls)
  return {
    ended: traced.map(({ atMs, settledAtMs, outcome }): Ended => ({
      atMs,
      endMs: settledAtMs,
      outcome,
    })),
    turnings: turnings.filter(({ atMs }) => atMs < LENGTH_MS),
  }
}

/** A call that met the trouble may fail when it is over. */
const ECHO_MS = 4000

/**
 * Examines a design on one fault.
 *
 * @param design see {@link Design}
 * @param fault the provider's life, and the luck of the calls
 * @param prices in euros, each at least 0
 */
export function scoreOf(design: Design, { health, seed }: Fault, prices: Prices): Score {
  const { ended, turnings } = run(design, callsOf(health, seed, design.givesUp))
  const sick = health.filter(inTrouble)
  const inSpell = (atMs: number, echoMs = 0): boolean =>
    sick.some(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs + echoMs)
  const nothing = ended.filter(({ outcome }) => outcome !== 'success').length
  const share = shares(design.fallback)
  const errors = nothing * share.error
  const bad = nothing * share.bad
  const reached = ended.filter(
    ({ atMs, outcome }) => outcome !== 'rejected' && inSpell(atMs),
  ).length
  const overMs = sick.at(-1)?.toMs
  const back =
    overMs === undefined
      ? undefined
      : ended.find(({ atMs, outcome }) => atMs >= overMs && outcome === 'success')
  const starts = [{ atMs: 0, to: 'closed' as const }, ...turnings]
  return {
    phases: starts.map(({ atMs, to }, index) => ({
      kind: to,
      fromMs: atMs,
      toMs: starts[index + 1]?.atMs ?? LENGTH_MS,
    })),
    calls: ended.length,
    errors,
    reached,
    unchecked: nothing * share.unchecked,
    bad,
    againMs: overMs === undefined ? 0 : (back?.endMs ?? LENGTH_MS) - overMs,
    falseOpens: turnings.filter(({ atMs, to }) => to === 'open' && !inSpell(atMs, ECHO_MS)).length,
    euros: errors * prices.error + reached * prices.call + bad * prices.bad,
  }
}
