import { requirePositive, requireWholeNumber } from '../../reliability/domain.ts'

/** Trips above a share of failures in windows of time, as cockatiel counts them. */
export interface SamplingRule {
  readonly kind: 'sampling'
  /** Share of failures, above 0 and below 1; more than this trips. */
  readonly threshold: number
  /** How far it looks back, a whole number of milliseconds of at least 1. */
  readonly durationMs: number
  /**
   * Calls a second below which it never trips, above 0; by default so many that five failures a
   * second are needed.
   */
  readonly minimumRps?: number
}

interface Window {
  readonly startedAtMs: number
  readonly failures: number
  readonly successes: number
}

/** The windows, and which of them counts now. */
export interface SamplingTally {
  readonly kind: 'sampling'
  readonly rule: SamplingRule
  readonly windows: readonly Window[]
  readonly current: number
}

/** At least so many windows, and none longer than a second. */
const FEWEST_WINDOWS = 5

const EMPTY: Window = { startedAtMs: 0, failures: 0, successes: 0 }

function windowMs({ rule, windows }: SamplingTally): number {
  return Math.round(rule.durationMs / windows.length)
}

/**
 * Empty windows.
 *
 * The next window begins with a call, not with the clock, and only then the oldest is forgotten: at
 * one call a minute the failures of minutes ago still count, however short `durationMs` is.
 *
 * @param rule see {@link SamplingRule} for the range of each field
 * @throws RangeError if a field is out of its range
 * @source cockatiel-3
 * @example sampling({ kind: 'sampling', threshold: 0.5, durationMs: 10000 }).windows.length // 10
 */
export function sampling(rule: SamplingRule): SamplingTally {
  const { threshold, durationMs, minimumRps = 1 } = rule
  requireWholeNumber(durationMs, 1, Number.MAX_SAFE_INTEGER, 'durationMs', 'sampling')
  requirePositive(minimumRps, 'minimumRps', 'sampling')
  if (!(threshold > 0 && threshold < 1)) {
    throw new RangeError(`sampling: threshold must lie in (0, 1), got ${threshold}`)
  }
  const count = Math.max(FEWEST_WINDOWS, Math.ceil(durationMs / 1000))
  return { kind: 'sampling', rule, windows: Array.from({ length: count }, () => EMPTY), current: 0 }
}

/**
 * One more call, in its window.
 *
 * @param tally the windows so far
 * @param failed whether the call failed
 * @param atMs when it ended
 * @example countSample(tally, true, 1500) // a tally with one more failure
 */
export function countSample(tally: SamplingTally, failed: boolean, atMs: number): SamplingTally {
  const { windows, current } = tally
  const now = windows[current] ?? EMPTY
  const over = atMs - now.startedAtMs >= windowMs(tally)
  const place = over ? (current + 1) % windows.length : current
  const { startedAtMs, failures, successes } = over ? { ...EMPTY, startedAtMs: atMs } : now
  const counted = {
    startedAtMs,
    failures: failures + (failed ? 1 : 0),
    successes: successes + (failed ? 0 : 1),
  }
  return { ...tally, windows: windows.with(place, counted), current: place }
}

/**
 * Whether too many of the calls failed, and there were enough of them.
 *
 * @param tally the windows so far
 * @example samplingTrips(sampling({ kind: 'sampling', threshold: 0.5, durationMs: 10000 })) // false
 */
export function samplingTrips(tally: SamplingTally): boolean {
  const { rule, windows } = tally
  const failures = windows.reduce((sum, window) => sum + window.failures, 0)
  const total = windows.reduce((sum, window) => sum + window.successes, failures)
  const least = rule.minimumRps === undefined ? 5 / (rule.threshold * 1000) : rule.minimumRps / 1000
  if (total < windowMs(tally) * windows.length * least) return false
  return failures > rule.threshold * total
}
