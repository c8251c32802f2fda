import { requireDuration, requireWholeNumber } from './domain.ts'
import { type Probability, fromUnreliability, fromReliability } from './probability.ts'
import { UnstableQueueError } from './unstable-queue-error.ts'

/** Servers and the work they are offered. */
export interface OfferedLoad {
  /** Number of servers, a whole number from 0 to 1,000,000. */
  readonly servers: number
  /** Work offered per unit of time, in servers (erlangs): arrival rate over service rate; finite, at least 0. */
  readonly load: number
}

const MOST_SERVERS = 1_000_000

/** Terms below this share of the sum, and all that follow them, cannot change its last digit. */
const NEGLIGIBLE = 1e-18

/** The probability 1 / (1 + odds) as unreliability, with both sides from the small one. */
function fromOddsAgainst(odds: number): Probability {
  return odds >= 1 ? fromUnreliability(1 / (1 + odds)) : fromReliability(odds / (1 + odds))
}

/**
 * Refuses a number of servers or a load that the queueing functions have no answer for.
 *
 * @param offered the servers and the load; see {@link OfferedLoad} for the range of each
 * @param functionName the public function that was called, for the message
 * @throws RangeError naming function, rule and value
 * @example requireOfferedLoad({ servers: 2, load: 1 }, 'erlangB') // nothing happens
 */
export function requireOfferedLoad({ servers, load }: OfferedLoad, functionName: string): void {
  requireWholeNumber(servers, 0, MOST_SERVERS, 'servers', functionName)
  requireDuration(load, 'load', functionName)
}

/**
 * How many times likelier it is, in Erlang's loss system, that a server is free than that all are
 * busy: c/a + c(c - 1)/a² + … + c!/a^c. The terms are positive, and those that matter are few.
 *
 * @param offered the servers and the load, validated
 * @example oddsOfFreeServer({ servers: 2, load: 1 }) // 4
 */
export function oddsOfFreeServer({ servers, load }: OfferedLoad): number {
  let sum = 0
  let term = 1
  for (let free = servers; free > 0; free -= 1) {
    term *= free / load
    sum += term
    if (sum === Infinity || term < sum * NEGLIGIBLE) break
  }
  return sum
}

/**
 * The probability that a queue of stable load finds all servers busy: Erlang's C from his B.
 *
 * @param odds what {@link oddsOfFreeServer} gave for its servers and load
 * @param idle share of the servers that is idle in the mean, in (0, 1]
 * @example waiting(1, 0.5).unreliability // 2/3
 */
export function waiting(odds: number, idle: number): Probability {
  return fromOddsAgainst(odds * idle)
}

/**
 * Erlang's loss formula: the probability that a request finds all servers busy and is lost, where
 * none can wait.
 *
 * @param offered the servers and the load; see {@link OfferedLoad} for the range of each
 * @returns `unreliability` is the probability of being blocked, `reliability` that of being served
 * @throws RangeError if a field is out of its range
 * @category capacity
 * @formula B = \frac{a^c / c!}{\sum_{i=0}^{c} a^i / i!}
 * @where c servers; a the load offered, in servers
 * @assumes Arrivals are Poisson; service times may have any distribution.
 * @assumes Who is turned away does not try again.
 * @source cooper-1981
 * @example erlangB({ servers: 2, load: 1 }).unreliability // 0.2
 */
export function erlangB(offered: OfferedLoad): Probability {
  requireOfferedLoad(offered, 'erlangB')
  return fromOddsAgainst(oddsOfFreeServer(offered))
}

/**
 * Erlang's delay formula: the probability that a request finds all servers busy and has to wait,
 * where all do wait.
 *
 * The load must be less than the servers.
 *
 * @param offered the servers and the load; see {@link OfferedLoad} for the range of each
 * @returns `unreliability` is the probability of having to wait, `reliability` that of being served at once
 * @throws RangeError if a field is out of its range
 * @throws UnstableQueueError if the load is as much as the servers or more
 * @category capacity
 * @formula C = \frac{c\,B}{c - a\,(1-B)}
 * @where c servers; a the load offered; B the loss by erlangB
 * @assumes Arrivals are Poisson, service times exponential.
 * @assumes Nobody gives up waiting.
 * @source cooper-1981
 * @example erlangC({ servers: 2, load: 1 }).unreliability // 1/3
 */
export function erlangC(offered: OfferedLoad): Probability {
  requireOfferedLoad(offered, 'erlangC')
  const { servers, load } = offered
  if (load >= servers) {
    throw new UnstableQueueError(
      `erlangC: load must be less than the ${servers} servers, got ${load}`,
    )
  }
  return waiting(oddsOfFreeServer(offered), (servers - load) / servers)
}
