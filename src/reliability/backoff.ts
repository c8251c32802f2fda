import { requireDuration, requireWholeNumber } from './domain.ts'

/** How a client waits between its attempts. */
export interface Backoff {
  /** Longest first wait, finite, at least 0, in any unit. */
  readonly base: number
  /** What the wait is multiplied by each time, finite, at least 0; 2 by default. */
  readonly multiplier?: number
  /** No wait is longer than this, at least 0, in the same unit; Infinity by default. */
  readonly cap?: number
  /** Number of retries, so of waits, a whole number from 0 to 1,000,000. */
  readonly retries: number
}

/** What {@link backoffTotal} answers. */
export interface BackoffTotal {
  /** All waits at their longest, without jitter, in the unit of `base`. */
  readonly longest: number
  /** Mean of the total where each wait is drawn evenly between 0 and its longest ("full jitter"). */
  readonly meanFullJitter: number
}

const MOST_RETRIES = 1_000_000

/**
 * How long a client waits in all before it gives up, with exponential backoff:
 * the sum of min(cap, base · multiplier^i).
 *
 * @param backoff the waits; see {@link Backoff} for the range of each field
 * @throws RangeError if a field is out of its range
 * @category overload
 * @formula W = \sum_{i=0}^{r-1} \min(c,\ b\,m^i)
 * @where b base; m multiplier; c cap; r retries
 * @assumes Full jitter draws each wait evenly from 0 to its limit.
 * @source brooker-2015
 * @example backoffTotal({ base: 100, cap: 300, retries: 3 }).longest // 600
 */
export function backoffTotal(backoff: Backoff): BackoffTotal {
  const { cap = Infinity } = backoff
  const base = requireDuration(backoff.base, 'base', 'backoffTotal')
  const multiplier = requireDuration(backoff.multiplier ?? 2, 'multiplier', 'backoffTotal')
  const retries = requireWholeNumber(backoff.retries, 0, MOST_RETRIES, 'retries', 'backoffTotal')
  if (!(cap >= 0)) throw new RangeError(`backoffTotal: cap must be at least 0, got ${cap}`)
  let longest = 0
  for (let retry = 0; retry < retries; retry += 1) {
    const wait = base === 0 ? 0 : base * multiplier ** retry
    longest += Math.min(cap, wait)
  }
  return { longest, meanFullJitter: longest / 2 }
}
