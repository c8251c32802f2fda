import { requireDuration, requireRate, requireWholeNumber } from './domain.ts'
import { oddsOfFreeServer, requireOfferedLoad, waiting } from './erlang.ts'
import type { Probability } from './probability.ts'
import { UnstableQueueError } from './unstable-queue-error.ts'

/** Requests and the servers that they queue for, as M/M/c. */
export interface Queue {
  /** Number of servers, a whole number from 0 to 1,000,000. */
  readonly servers: number
  /** Rate λ at which requests arrive, finite, at least 0, per unit of time. */
  readonly arrivalRate: number
  /** Rate μ at which one server serves them, finite, at least 0, per the same unit of time. */
  readonly serviceRate: number
}

/** The steady state of a queue. */
export interface QueueOutcome {
  /** `unreliability` is the probability of having to wait, `reliability` that of being served at once. */
  readonly atOnce: Probability
  /** Share of the servers that is busy in the mean, in [0, 1). */
  readonly utilisation: number
  /** Mean time spent waiting, over all requests, in the unit of the rates. */
  readonly meanWait: number
  /** Mean time from arrival to the end of service. */
  readonly meanResponse: number
  /** Mean number of requests that wait. */
  readonly meanWaiting: number
  /** Mean number of requests that wait or are served. */
  readonly meanPresent: number
  /** Probability that a request waits longer than `time`: finite, at least 0, in the unit of the rates. */
  readonly waitsLongerThan: (time: number) => number
}

/** Splits a double into a head and a tail of 26 bits each, whose products with a number of servers are exact. */
const SPLITTER = 2 ** 27 + 1

/** Above this, splitting would overflow. */
const LARGEST_RATE = 1e290

/**
 * What the servers can do beyond what arrives, cμ - λ, negative under overload. Near saturation
 * the rounding of the product alone would be as large as the difference, so it is made in halves
 * that are exact.
 *
 * @param queue the queue, validated
 * @example surplusRate({ servers: 2, arrivalRate: 3, serviceRate: 2 }) // 1
 */
function surplusRate({ servers, arrivalRate, serviceRate }: Queue): number {
  const shifted = SPLITTER * serviceRate
  const head = shifted - (shifted - serviceRate)
  return servers * head - arrivalRate + servers * (serviceRate - head)
}

function requireQueue(queue: Queue, functionName: string): void {
  requireRate(queue.arrivalRate, 'arrivalRate', functionName)
  requireRate(queue.serviceRate, 'serviceRate', functionName)
  requireOfferedLoad({ servers: queue.servers, load: 0 }, functionName)
  if (Math.max(queue.arrivalRate, queue.serviceRate) > LARGEST_RATE) {
    throw new RangeError(
      `${functionName}: rates must not exceed ${LARGEST_RATE}, got ${queue.arrivalRate} and ${queue.serviceRate}`,
    )
  }
}

/**
 * The steady state of requests that queue for several equal servers (M/M/c).
 *
 * With one server the probability of waiting is the utilisation.
 *
 * @param queue servers and rates; see {@link Queue} for the range of each
 * @throws RangeError if a field is out of its range
 * @throws UnstableQueueError if requests arrive at least as fast as all servers together serve them
 * @category capacity
 * @formula W_q = \frac{C}{c\,\mu - \lambda}, \quad L_q = \lambda\,W_q
 * @formula P(W_q > t) = C\,e^{-(c\mu-\lambda)\,t}
 * @where λ arrivalRate; μ serviceRate; c servers; C the probability of waiting by erlangC
 * @assumes Arrivals are Poisson, service times exponential.
 * @assumes One queue, served in order; nobody gives up.
 * @source cooper-1981
 * @source trivedi-2001
 * @example queue({ servers: 1, arrivalRate: 1, serviceRate: 2 }).meanResponse // 1
 */
export function queue(system: Queue): QueueOutcome {
  requireQueue(system, 'queue')
  const { servers, arrivalRate, serviceRate } = system
  const surplus = surplusRate(system)
  if (surplus <= 0) {
    throw new UnstableQueueError(
      `queue: arrivalRate must be less than servers · serviceRate, got ${arrivalRate} and ${servers} · ${serviceRate}`,
    )
  }
  const load = arrivalRate / serviceRate
  const odds = oddsOfFreeServer({ servers, load })
  const atOnce = waiting(odds, Math.min(1, surplus / (servers * serviceRate)))
  const meanWait = atOnce.unreliability / surplus
  return {
    atOnce,
    utilisation: load / servers,
    meanWait,
    meanResponse: meanWait + 1 / serviceRate,
    meanWaiting: arrivalRate * meanWait,
    meanPresent: arrivalRate * meanWait + load,
    waitsLongerThan: (time) =>
      atOnce.unreliability *
      Math.exp(-surplus * requireDuration(time, 'time', 'queue().waitsLongerThan')),
  }
}

/** What is left of a queue after failures: a steady state again, or a backlog that grows. */
export type AfterFailure =
  | { readonly kind: 'steady'; readonly outcome: QueueOutcome }
  | {
      readonly kind: 'overloaded'
      /** Requests by which the queue grows per unit of time; 0 where it is exactly full. */
      readonly backlogRate: number
    }

/**
 * The same queue with some servers gone and the arrivals as before: either it settles into a longer
 * wait, or it is overloaded and the backlog grows for as long as that lasts.
 *
 * @param system the queue before; see {@link Queue} for the range of each field
 * @param failed how many servers have failed, a whole number from 0 to all of them
 * @throws RangeError if an argument is out of its range
 * @category capacity
 * @formula \rho' = \frac{\lambda}{(c-f)\,\mu}
 * @where ρ' the utilisation of those that are left; f failed
 * @assumes As for {@link queue}, with the arrivals as before the failure.
 * @source cooper-1981
 * @example queueAfterFailure({ servers: 2, arrivalRate: 3, serviceRate: 2 }, 1) // overloaded, backlogRate 1
 */
export function queueAfterFailure(system: Queue, failed: number): AfterFailure {
  requireQueue(system, 'queueAfterFailure')
  requireWholeNumber(failed, 0, system.servers, 'failed', 'queueAfterFailure')
  const left = { ...system, servers: system.servers - failed }
  const surplus = surplusRate(left)
  if (surplus > 0) return { kind: 'steady', outcome: queue(left) }
  return { kind: 'overloaded', backlogRate: 0 - surplus }
}

/** What an overload leaves behind. */
export interface Overload {
  /** Requests that wait when it ends, in the mean; 0 where there was none. */
  readonly backlog: number
  /** Time until they are worked off, in the unit of the rates. */
  readonly drainTime: number
}

/**
 * The backlog of a queue that lost servers for a time, and how long the restored servers need to
 * work it off: (λ - cμ)t, and that over c'μ - λ.
 *
 * @param during the queue while the servers were missing; see {@link Queue} for the range of each field
 * @param duration how long that lasted, finite, at least 0, in the unit of the rates
 * @param serversAfter how many servers work afterwards, a whole number from 0 to 1,000,000
 * @throws RangeError if an argument is out of its range
 * @throws UnstableQueueError if there is a backlog and the servers afterwards never work it off
 * @category capacity
 * @formula L = (\lambda - c\,\mu)\,t, \quad T = \frac{L}{c'\mu - \lambda}
 * @where λ arrivalRate; μ serviceRate; c and c' servers during and after; t the duration
 * @assumes Requests are a flow, without chance: right while the backlog is large.
 * @assumes Nobody gives up or tries again.
 * @source cooper-1981
 * @example overload({ servers: 1, arrivalRate: 3, serviceRate: 2 }, 10, 2) // backlog 10, drainTime 10
 */
export function overload(during: Queue, duration: number, serversAfter: number): Overload {
  requireQueue(during, 'overload')
  requireDuration(duration, 'duration', 'overload')
  const after = { ...during, servers: serversAfter }
  requireQueue(after, 'overload')
  const backlog = Math.max(0, -surplusRate(during)) * duration
  if (backlog === 0) return { backlog: 0, drainTime: 0 }
  const surplus = surplusRate(after)
  if (surplus <= 0) {
    throw new UnstableQueueError(
      `overload: serversAfter must serve more than arrives, got ${serversAfter} · ${during.serviceRate} for ${during.arrivalRate}`,
    )
  }
  return { backlog, drainTime: backlog / surplus }
}
