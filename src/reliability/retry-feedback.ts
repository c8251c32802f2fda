import { requireDuration, requirePositive, requireWholeNumber } from './domain.ts'

/** What {@link retryFeedback} is asked about. */
export interface RetryLoop {
  /** Requests per second before any retry, finite, at least 0. */
  readonly load: number
  /** Requests per second that the server can do, finite, above 0. */
  readonly capacity: number
  /** Seconds after which a client gives an attempt up, finite, above 0. */
  readonly timeout: number
  /** Further attempts after the first, a whole number from 0 to 1000. */
  readonly retries: number
  /** Retries allowed per request on the average of all clients, at least 0; Infinity, no limit, by default. */
  readonly budget?: number
}

/** A load that reproduces itself. */
export interface RetryFixedPoint {
  /** Attempts per second that reach the server, retries included. */
  readonly offered: number
  /** Share of the attempts that time out. */
  readonly failure: number
  /** Whether the load returns here after a small disturbance. */
  readonly stable: boolean
}

const MOST_RETRIES = 1000

/** Where the function changes its sign between two places, to the last digit. */
function crossing(gap: (offered: number) => number, above: number, below: number): number {
  let positive = above
  let negative = below
  for (;;) {
    const middle = positive + (negative - positive) / 2
    if (middle === positive || middle === negative) return middle
    if (gap(middle) > 0) positive = middle
    else negative = middle
  }
}

/** Where a convex function is lowest between two places, from the sign of its slope. */
function lowest(slope: (offered: number) => number, from: number, to: number): number {
  if (slope(from) >= 0) return from
  if (slope(to) <= 0) return to
  return crossing(slope, to, from)
}

/**
 * Every load at which retries caused by slowness cause just that slowness: the fixed points of
 * λ' = λ(1 + q + … + q^r), where q = e^(-(μ-λ')T) of the attempts take longer than the timeout.
 *
 * With three fixed points the system is metastable:
 * the lowest is health, the middle one the brink, and past the brink it climbs to the highest,
 * where it stays after the cause has gone. The expression is convex in λ' up to the capacity, so
 * there are never more than two below the highest, and none is missed.
 *
 * @param loop load, server and clients; see {@link RetryLoop} for the range of each field
 * @returns one to three fixed points, the lowest load first
 * @throws RangeError if a field is out of its range
 * @category overload
 * @formula \lambda' = \lambda \sum_{i=0}^{r} q^i, \quad q = e^{-(\mu-\lambda')\,T}
 * @where λ load; μ capacity; T timeout; r retries; λ' the load with retries
 * @assumes One server as fast as the whole fleet, Poisson arrivals, exponential service.
 * @assumes The server goes on working on attempts whose client has given up.
 * @source bronson-2021
 * @example retryFeedback({ load: 50, capacity: 100, timeout: 1, retries: 3 }) // offered 50, 99.38 or 200
 */
export function retryFeedback(loop: RetryLoop): readonly RetryFixedPoint[] {
  const load = requireDuration(loop.load, 'load', 'retryFeedback')
  const capacity = requirePositive(loop.capacity, 'capacity', 'retryFeedback')
  const timeout = requirePositive(loop.timeout, 'timeout', 'retryFeedback')
  const retries = requireWholeNumber(loop.retries, 0, MOST_RETRIES, 'retries', 'retryFeedback')
  const { budget = Infinity } = loop
  if (!(budget >= 0)) {
    throw new RangeError(`retryFeedback: budget must be at least 0, got ${budget}`)
  }
  const highest = requireDuration(
    load * (1 + Math.min(retries, budget)),
    'load with all retries',
    'retryFeedback',
  )

  const failure = (offered: number): number =>
    offered >= capacity ? 1 : Math.exp((offered - capacity) * timeout)
  /** How far the load that an offered load brings about lies above it. */
  const gap = (offered: number): number => {
    const share = failure(offered)
    let attempts = 0
    for (let further = 0; further < retries; further += 1) attempts = (attempts + 1) * share
    return load * attempts - (offered - load)
  }
  /** Derivative of the gap: T · (q + 2q² + … + rq^r) · λ - 1. */
  const slope = (offered: number): number => {
    const share = failure(offered)
    let growth = 0
    for (let further = retries; further > 0; further -= 1) growth = (growth + further) * share
    return load * growth * timeout - 1
  }

  const point = (offered: number, stable: boolean): RetryFixedPoint => ({
    offered,
    failure: failure(offered),
    stable,
  })
  const end = Math.min(highest, capacity)
  const points: RetryFixedPoint[] = []
  if (load < end) {
    const bottom = lowest(slope, load, end)
    if (gap(bottom) <= 0) {
      points.push(point(crossing(gap, load, bottom), true))
      if (gap(end) > 0) points.push(point(crossing(gap, end, bottom), false))
    }
  }
  // Past the capacity every attempt times out, and without retries there is no loop: no need to
  // compute there, where rounding could hide that the gap is exactly 0.
  if (highest >= capacity || highest === load || gap(highest) >= 0) {
    points.push(point(highest, true))
  }
  return points
}
