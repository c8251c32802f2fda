/** How long the drill keeps each domain down. */
export const SLOT_MS = 1000

/** How many slots pass in two seconds of the reader's. */
export const PACE = 2000

/** Snapshots of the estate in the simulation: a few milliseconds, and an interval of a few per cent. */
export const SNAPSHOTS = 20_000

export const MOST_REPLICAS = 6
