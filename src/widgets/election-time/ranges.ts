import type { Timeouts } from '../../systems/raft/election-times.ts'

/** How often a leader died for each range. */
export const TRIALS = 1000
/** Of the sorted times every so manieth is kept: enough for a curve. */
export const STEP = 5

/** What a spread buys: the upper half of the paper's figure 16. */
export const SPREADS: readonly Timeouts[] = [150, 151, 155, 175, 200, 300].map((highMs) => ({
  lowMs: 150,
  highMs,
}))

/** What shorter timeouts buy: the lower half. */
export const SCALES: readonly Timeouts[] = [12, 25, 50, 100, 150].map((lowMs) => ({
  lowMs,
  highMs: 2 * lowMs,
}))

/** All of them, once each. */
export const RANGES: readonly Timeouts[] = [...SPREADS, ...SCALES.slice(0, -1)]
