import { drawFrom } from '../../simulation/draw.ts'
import type { TraceCall } from './run-trace.ts'
import { type Health, LENGTH_MS, inTrouble } from './provider.ts'

/** Between two calls, on average. */
export const GAP_MS = 250

/** The share of calls that fail even where all is well. */
export const USUAL_FAILURES = 0.03

/** How long a caller waits, where it gives up at all. */
export const TIMEOUT_MS = 1000

/** How long a provider in trouble keeps a caller waiting for its error. */
export const ERROR_MS = 2000

/** How long an answer of a slow provider takes. */
export const SLOW_MS = 4000

/** Calls stop a little before the end, so that what they led to can be seen. */
const QUIET_MS = 1000

/**
 * What callers ask and what the provider would make of it: the same luck whatever the breaker does.
 *
 * @param health the provider's life; see {@link Health}
 * @param seed a whole number from 0 to 4,294,967,295
 * @param givesUp whether a caller gives up, and counts that as a failure
 */
export function callsOf(
  health: readonly Health[],
  seed: number,
  givesUp: boolean,
): readonly TraceCall[] {
  const { draw } = drawFrom(seed)
  const calls: TraceCall[] = []
  const gap = () => Math.max(1, Math.round(draw.exponential('gap', GAP_MS)))
  for (let atMs = gap(); atMs < LENGTH_MS - QUIET_MS; atMs += gap()) {
    const now = health.find(({ toMs }) => atMs < toMs)
    const [usually, badly] = [draw.uniform('usual'), draw.uniform('trouble')]
    const usualMs = draw.whole('work', 50, 150)
    const struck = now !== undefined && badly < now.failing
    const fails = struck || usually < USUAL_FAILURES
    const neededMs = struck ? ERROR_MS : now && inTrouble(now) && now.slow ? SLOW_MS : usualMs
    calls.push(
      givesUp && neededMs > TIMEOUT_MS
        ? { atMs, durationMs: TIMEOUT_MS, fails: true }
        : { atMs, durationMs: neededMs, fails },
    )
  }
  return calls
}
