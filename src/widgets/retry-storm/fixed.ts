export const LENGTH_MS = 40_000
export const STRUCK_MS = 8000
/** What the store can do: one call at a time, and so many of them a second. */
export const SERVICE_MS = 125
export const CAPACITY = 1000 / SERVICE_MS
/** Calls that may wait: longer than their callers do. */
export const QUEUE = 16
export const PATIENCE_MS = 1000
export const CAP_MS = 8000
/** How many times longer calls take where the store is slow. */
export const SLOWNESS = 8
/** How many users come in one instant. */
export const BURST = 30
/** The share of calls that fail by chance, where that is the trouble. */
export const CHANCE = 0.05
/** Where retries have a budget: so many for each call that is none, and saved at most. */
export const BUDGET = 0.1
export const BUDGET_SAVED = 2
/** The layers above the store. */
export const LAYERS = 3
/** The plot counts by the second, and so do the rates at the playhead. */
export const SLICE_MS = 1000
