/** How long the figure runs, by what happens in it. */
export const LENGTHS_MS = {
  pair: 1000,
  'half-write': 1600,
  partition: 2000,
  crash: 1600,
  stream: 9000,
  nothing: 2000,
} as const
/** When the planned part begins, and how long it waits between two parts of it that have no answer. */
export const START_MS = 100
export const PAUSE_MS = 60
/** In a stream: how long after a read the next write comes, and how long reads wait in turn, in waits. */
export const REST_MS = 150
export const PAIRS = 30
export const WAITS = [0, 0.5, 1, 2, 4] as const
/** After so long a client has given up. */
export const PATIENCE_MS = 500
/** How often a stand-in tries to hand on what it keeps. */
export const HAND_OFF_MS = 400
/** Machines beside the copies, where others may stand in for them. */
export const SPARES = 2
/** What a reader does to a copy or a message: so many times slower, and so much later. */
export const SLOW_TIMES = 5
export const DELAY_MS = 200
/** Runs behind the curve, and moments at which availability is counted; both have luck of their own. */
export const CURVE_RUNS = 600
export const MOMENTS = 1000
/** The curve shows so many mean times of a write. */
export const CURVE_MEANS = 4
/** How long a message that died is shown. */
export const LINGER_MS = 120
