/** How many requests were sent, and what came of them. */
export interface Counts {
  readonly sent: number
  readonly answered: number
  /** Nobody listens there, or there is nobody to send to. */
  readonly refused: number
  /** No answer comes: the node is off or cut off, the pod is gone, or it has too much to do. */
  readonly timeout: number
  /** The process ended before it had answered. */
  readonly reset: number
}
export const NONE: Counts = { sent: 0, answered: 0, refused: 0, timeout: 0, reset: 0 }

/** The sum of two counts. */
export const added = (a: Counts, b: Counts): Counts => ({
  sent: a.sent + b.sent,
  answered: a.answered + b.answered,
  refused: a.refused + b.refused,
  timeout: a.timeout + b.timeout,
  reset: a.reset + b.reset,
})

/** The counts of a stretch of time. */
export interface Sample extends Counts {
  /** When it begins, in whole seconds of the run. */
  readonly atS: number
}

/** What came of requests over time: by the second for ten minutes, by ten seconds before that. */
export interface Series {
  readonly seconds: readonly Sample[]
  readonly older: readonly Sample[]
}
export const emptySeries: Series = { seconds: [], older: [] }

const SECONDS = 600
/** Samples leave by so many at once, so that they need not be moved every second. */
const OLD_S = 10
const OLDER = 360

/** A series with counts added at a time, in milliseconds of the run; not before its last sample. */
export function withCounts({ seconds, older }: Series, atMs: number, now: Counts): Series {
  const atS = Math.floor(atMs / 1000)
  const last = seconds.at(-1)
  if (last?.atS === atS)
    return { seconds: [...seconds.slice(0, -1), { ...added(last, now), atS }], older }
  const grown = [...seconds, { ...now, atS }]
  const first = grown[0]
  if (!first || first.atS > atS - SECONDS - OLD_S) return { seconds: grown, older }
  // The oldest ten seconds become one sample.
  const startS = Math.floor(first.atS / OLD_S) * OLD_S
  const leaving = grown.filter((one) => one.atS < startS + OLD_S)
  const sum = leaving.reduce<Counts>((total, one) => added(total, one), NONE)
  return {
    seconds: grown.slice(leaving.length),
    older: [...older, { ...sum, atS: startS }].slice(-OLDER),
  }
}
