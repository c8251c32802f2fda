import { birthDeathShares } from './birth-death.ts'
import { requirePositive, requireRate, requireWholeNumber } from './domain.ts'
import { type Probability, fromBothSides } from './probability.ts'

/** Requests, the servers that they queue for, and how many the queue can hold, as M/M/c/K. */
export interface FiniteQueue {
  /** Number of servers, a whole number from 1 to 1,000,000. */
  readonly servers: number
  /** How many requests fit, those being served included; a whole number from `servers` to 1,000,000. */
  readonly capacity: number
  /** Rate λ at which requests arrive, finite, at least 0, per unit of time. */
  readonly arrivalRate: number
  /** Rate μ at which one server serves them, finite, above 0, per the same unit of time. */
  readonly serviceRate: number
}

/** The steady state of a queue that turns requests away. */
export interface FiniteQueueOutcome {
  /** `unreliability` is the probability of being turned away, `reliability` that of being let in. */
  readonly admitted: Probability
  /** Share of the servers that is busy in the mean, in [0, 1]. */
  readonly utilisation: number
  /** Mean time spent waiting by those let in, in the unit of the rates. */
  readonly meanWait: number
  /** Mean time from arrival to the end of service of those let in. */
  readonly meanResponse: number
  /** Mean number of requests that wait or are served. */
  readonly meanPresent: number
}

/**
 * The steady state of requests that queue for several equal servers where only so many fit
 * (M/M/c/K): who comes while the queue is full is turned away.
 *
 * There is a steady state at any load, above 1 too: what cannot be served is not let in. A short
 * queue keeps waits short and turns more away. Relative error at most 1e-12 up to a
 * capacity of 10,000.
 *
 * @param system servers, capacity and rates; see {@link FiniteQueue} for the range of each
 * @throws RangeError if a field is out of its range
 * @category capacity
 * @formula p_{n+1} = p_n \frac{\lambda}{\min(n + 1, c)\,\mu}, \quad \sum_{n=0}^{K} p_n = 1
 * @formula P(\text{turned away}) = p_K
 * @formula W_q = \frac{1}{1 - p_K} \sum_{n=c}^{K-1} p_n \frac{n - c + 1}{c \mu}
 * @where p_n the share of time with n requests present; K capacity; c servers; λ arrivalRate; μ
 *   serviceRate; W_q meanWait
 * @assumes Arrivals are Poisson and service times exponential.
 * @assumes Requests are served in order, and nobody who was let in gives up.
 * @assumes Who is turned away does not try again.
 * @source cooper-1981
 * @source trivedi-2001
 * @example finiteQueue({ servers: 1, capacity: 2, arrivalRate: 3, serviceRate: 3 }).admitted // reliability 0.6667
 */
export function finiteQueue(system: FiniteQueue): FiniteQueueOutcome {
  const servers = requireWholeNumber(system.servers, 1, 1_000_000, 'servers', 'finiteQueue')
  const capacity = requireWholeNumber(
    system.capacity,
    servers,
    1_000_000,
    'capacity',
    'finiteQueue',
  )
  const arrivalRate = requireRate(system.arrivalRate, 'arrivalRate', 'finiteQueue')
  const serviceRate = requirePositive(system.serviceRate, 'serviceRate', 'finiteQueue')
  const load = requireRate(arrivalRate / serviceRate, 'arrivalRate over serviceRate', 'finiteQueue')
  const shares = birthDeathShares(capacity, (present) => load / Math.min(present + 1, servers))
  let letIn = 0
  let busy = 0
  let ahead = 0
  let meanPresent = 0
  for (const [present, share] of shares.entries()) {
    if (present < capacity) {
      letIn += share
      ahead += share * Math.max(0, present - servers + 1)
    }
    busy += share * (Math.min(present, servers) / servers)
    meanPresent += share * present
  }
  const meanWait = ahead / letIn / servers / serviceRate
  return {
    admitted: fromBothSides(letIn, shares[capacity] ?? 0),
    utilisation: Math.min(1, busy),
    meanWait,
    meanResponse: meanWait + 1 / serviceRate,
    meanPresent,
  }
}
