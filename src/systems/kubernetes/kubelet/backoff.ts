/** How long a kubelet waits before the next try, and when it last lengthened that. */
export interface Backoff {
  readonly ms: number
  readonly atMs: number
}

/** The first wait, and the longest, in milliseconds. */
export interface BackoffLimits {
  readonly firstMs: number
  readonly longestMs: number
}

/** Of restarts, and of pulls. */
export const KUBELET_BACKOFF: BackoffLimits = { firstMs: 10_000, longestMs: 300_000 }

/** Whether so long has nothing failed that the count begins again: twice the longest wait. */
const forgotten = ({ atMs }: Backoff, eventMs: number, { longestMs }: BackoffLimits): boolean =>
  eventMs - atMs > 2 * longestMs

/**
 * The wait after one more failure: twice the last one, up to the longest.
 *
 * @param before the last wait; none where nothing has failed yet
 * @param eventMs when it failed
 * @source k8s-1-20-source
 */
export function lengthened(
  before: Backoff | null,
  eventMs: number,
  limits: BackoffLimits = KUBELET_BACKOFF,
): Backoff {
  const ms =
    before === null || forgotten(before, eventMs, limits)
      ? limits.firstMs
      : Math.min(before.ms * 2, limits.longestMs)
  return { ms, atMs: eventMs }
}

/** Until when a container that ended at `eventMs` may not start again; 0 where it may at once. */
export function heldUntil(
  backoff: Backoff | null,
  eventMs: number,
  limits: BackoffLimits = KUBELET_BACKOFF,
): number {
  // A run longer than the longest wait is no loop.
  if (backoff === null || forgotten(backoff, eventMs, limits)) return 0
  return eventMs + backoff.ms
}
