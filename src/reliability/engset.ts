import { birthDeathShares } from './birth-death.ts'
import { requireDuration, requireWholeNumber } from './domain.ts'
import { type Probability, fromBothSides } from './probability.ts'

/** Servers and the few who ask them. */
export interface FiniteSources {
  /** How many can ask, a whole number from 1 to 1,000,000; each has one request at a time. */
  readonly sources: number
  /** Number of servers, a whole number from 0 to 1,000,000. */
  readonly servers: number
  /** Rate at which a source that is not being served asks, over the service rate; finite, at least 0. */
  readonly load: number
}

/**
 * The probability that a request of one of a few sources finds all servers busy and is lost
 * (Engset).
 *
 * Who is being served asks for nothing, so a request sees the servers as the other sources alone
 * would keep them. With ever more sources that ask for as much in all it tends to Erlang's loss
 * formula, from below; with as many servers as sources nobody is ever lost.
 *
 * @param system sources, servers and load; see {@link FiniteSources} for the range of each
 * @returns `unreliability` is the probability of being blocked, `reliability` that of being served
 * @throws RangeError if a field is out of its range
 * @category capacity
 * @formula B = \binom{S-1}{c} a^c \Big/ \sum_{j=0}^{c} \binom{S-1}{j} a^j
 * @where S sources; c servers; a load
 * @assumes Each source asks after an exponential time, whatever the others do.
 * @assumes A request that finds no server is lost, and its source asks again as if it had been served.
 * @source cooper-1981
 * @example engset({ sources: 3, servers: 1, load: 0.5 }).unreliability // 0.5
 */
export function engset({ sources, servers, load }: FiniteSources): Probability {
  const others = requireWholeNumber(sources, 1, 1_000_000, 'sources', 'engset') - 1
  requireWholeNumber(servers, 0, 1_000_000, 'servers', 'engset')
  requireDuration(load, 'load', 'engset')
  // Multiplied first the load could overflow; a level above all others has a ratio of 0.
  const shares = birthDeathShares(
    servers,
    (busy) => (Math.max(0, others - busy) / (busy + 1)) * load,
  )
  return fromBothSides(
    shares.subarray(0, servers).reduce((sum, share) => sum + share, 0),
    shares[servers] ?? 0,
  )
}
