import { requireDuration, requireWholeNumber } from '../../reliability/domain.ts'

/** How a client spreads its attempts; the names are those of the AWS simulator. */
export type BackoffKind =
  /** It tries again at once. */
  | 'none'
  /** Twice as long each time, to the limit; clients that met once meet again. */
  | 'exponential'
  /** Drawn evenly from 0 to what `exponential` would wait. */
  | 'full-jitter'
  /** Half of what `exponential` would wait, and the other half drawn. */
  | 'equal-jitter'
  /** Drawn evenly from the base to three times the wait before. */
  | 'decorrelated'

/** How long a client waits. */
export interface BackoffPolicy {
  readonly kind: BackoffKind
  /** The unit of all waits, a finite number of milliseconds of at least 0. */
  readonly baseMs: number
  /** No wait is longer, a finite number of milliseconds of at least 0. */
  readonly capMs: number
}

/** What the next wait depends on beside the policy. */
export interface BackoffSituation {
  /** How many attempts have failed, a whole number of at least 1. */
  readonly failures: number
  /** The wait before this one, at least 0; `baseMs` before the first. Only `decorrelated` asks. */
  readonly previousMs: number
  /** The luck of this wait, from 0 to 1, 1 excluded. */
  readonly uniform: number
}

/**
 * How long a client waits before it tries again: after the first failure twice the base at most.
 *
 * @param policy see {@link BackoffPolicy} for the range of each field
 * @param situation see {@link BackoffSituation}
 * @returns milliseconds, from 0 to `capMs`
 * @throws RangeError if a field is out of its range
 * @source brooker-2015
 * @example backoffWaitMs({ kind: 'full-jitter', baseMs: 5, capMs: 2000 }, { failures: 2, previousMs: 0, uniform: 0.5 }) // 10
 */
export function backoffWaitMs(policy: BackoffPolicy, situation: BackoffSituation): number {
  const { failures, uniform } = situation
  const baseMs = requireDuration(policy.baseMs, 'baseMs', 'backoffWaitMs')
  const capMs = requireDuration(policy.capMs, 'capMs', 'backoffWaitMs')
  const previousMs = requireDuration(situation.previousMs, 'previousMs', 'backoffWaitMs')
  requireWholeNumber(failures, 1, Number.MAX_SAFE_INTEGER, 'failures', 'backoffWaitMs')
  if (!(uniform >= 0 && uniform < 1)) {
    throw new RangeError(`backoffWaitMs: uniform must lie in [0, 1), got ${uniform}`)
  }
  // 2 to the 1024th is no number, and no cap is as large as its half.
  const longestMs = Math.min(capMs, baseMs * 2 ** Math.min(failures, 1023))
  switch (policy.kind) {
    case 'none':
      return 0
    case 'exponential':
      return longestMs
    case 'full-jitter':
      return uniform * longestMs
    case 'equal-jitter':
      return longestMs / 2 + (uniform * longestMs) / 2
    case 'decorrelated':
      return Math.min(capMs, baseMs + uniform * (3 * previousMs - baseMs))
  }
}
