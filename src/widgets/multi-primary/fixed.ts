export const LENGTH_MS = 4000
/** When the first customer of a plan acts, and how much later the second one does. */
export const FIRST_MS = 700
export const SECOND_MS = 1100
/** When a planned partition ends, if it begins before the first write. */
export const CUT_MS = 400
export const MENDED_MS = 2600
/** Messages take so many times the latency that is set. */
export const JITTER = [0.8, 1.2] as const
/** A site waits so many latencies for a confirmation before it sends again. */
export const PATIENCE = 3
/** How much later a message comes that the reader delays. */
export const DELAY_MS = 1000
/** The figure rests so long after something was broken: the mark of it is not under the veil then. */
export const REST_AFTER_MS = 60
