import { binomialProbability } from './binomial-probability.ts'
import { requireProbability, requireWholeNumber } from './domain.ts'
import { kOfN, requireDemand } from './k-of-n.ts'
import { parallel } from './parallel.ts'
import {
  type Component,
  type Probability,
  fromBothSides,
  fromReliability,
  toProbability,
} from './probability.ts'
import { series } from './series.ts'

/** Replicas of which each failure must be noticed and taken out. */
export interface CoveredReplicas {
  /** How many must work, a whole number; at least 1 where a best number is sought. */
  readonly k: number
  /** One of the replicas; a bare number is a reliability in [0, 1]. */
  readonly replica: Component
  /** Probability that a failed replica is noticed and taken out without harm to the others, in [0, 1]. */
  readonly coverage: number
}

/** The number of replicas at which a system is most reliable. */
export interface BestReplicas {
  /** The fewest replicas with that reliability. */
  readonly replicas: number
  readonly system: Probability
}

const MOST_REPLICAS = 1_000_000

/** A gain that exceeds a loss by less than this share is rounding. */
const ROUNDING = 1e-13

/** What becomes of a replica. */
interface Fates {
  /** A replica does no harm: it works, or its failure is covered. */
  readonly harmless: Probability
  /** A replica works, given that it does no harm. */
  readonly worksIfHarmless: Probability
}

function fatesOf(replica: Probability, coverage: number): Fates {
  const { reliability, unreliability } = replica
  const harmless = parallel([replica, coverage])
  const { reliability: some } = harmless
  // A replica that always does harm leaves nothing to be conditional on; it does not work then.
  const worksIfHarmless =
    some === 0
      ? fromReliability(0)
      : fromBothSides(reliability / some, (unreliability * coverage) / some)
  return { harmless, worksIfHarmless }
}

function withFates(n: number, k: number, { harmless, worksIfHarmless }: Fates): Probability {
  return series([kOfN(n, n, harmless), kOfN(n, k, worksIfHarmless)])
}

/**
 * `n` replicas of which `k` must work, where a failure that is not covered takes down the whole
 * system: R = Σ C(n, i) · p^(n-i) · (qc)^i over i = 0, …, n - k failures, all of them covered.
 *
 * Every replica more is one more that can do harm, so beyond some number the system gets worse; see
 * {@link bestFailoverReplicas}. Even a system that needs no replica (`k` of 0) fails by one that does harm.
 *
 * @param n number of replicas, a whole number from 0 to 1,000,000
 * @param system the replicas; see {@link CoveredReplicas}
 * @throws RangeError if an argument is out of its range
 * @category failover
 * @formula R = \sum_{i=0}^{n-k} \binom{n}{i}\, p^{n-i}\, (q\,c)^i, \quad q = 1-p
 * @where p the reliability of a replica; c the coverage; i covered failures
 * @assumes Replicas are alike and independent.
 * @assumes One failure that is not covered takes the whole system down, whatever else still works.
 * @source arnold-1973
 * @source dugan-trivedi-1989
 * @example failoverReplicas(2, { k: 1, replica: 0.9, coverage: 0.5 }) // reliability 0.9
 */
export function failoverReplicas(n: number, system: CoveredReplicas): Probability {
  requireDemand(n, system.k, 'failoverReplicas')
  const replica = toProbability(system.replica, 'failoverReplicas', 'replica')
  const coverage = requireProbability(system.coverage, 'coverage', 'failoverReplicas')
  return withFates(n, system.k, fatesOf(replica, coverage))
}

/**
 * The number of replicas, from `k` to `most`, at which {@link failoverReplicas} is most reliable.
 *
 * One more replica helps where exactly k - 1 of the others work and it does too; it hurts where it
 * does harm and the others would have been enough. The gain falls behind once and for good (Amari,
 * Dugan and Misra), so the best number is found by halving. With a coverage of 1 there is no best
 * number: more are always better, up to `most` or until a double shows no difference any more.
 *
 * @param system the replicas; see {@link CoveredReplicas}
 * @param most the largest number to consider, a whole number from `k` to 1,000,000
 * @throws RangeError if an argument is out of its range
 * @category failover
 * @formula n^* = \arg\max_{n}\ R(n)
 * @where R(n) the reliability of n replicas
 * @assumes As for {@link failoverReplicas}.
 * @source amari-1999
 * @example bestFailoverReplicas({ k: 1, replica: 0.9, coverage: 0.99 }, 100).replicas // 3
 */
export function bestFailoverReplicas(system: CoveredReplicas, most = MOST_REPLICAS): BestReplicas {
  const { k } = system
  requireWholeNumber(k, 1, MOST_REPLICAS, 'k', 'bestFailoverReplicas')
  requireWholeNumber(most, k, MOST_REPLICAS, 'most', 'bestFailoverReplicas')
  const replica = toProbability(system.replica, 'bestFailoverReplicas', 'replica')
  const coverage = requireProbability(system.coverage, 'coverage', 'bestFailoverReplicas')
  const fates = fatesOf(replica, coverage)
  const { reliability, unreliability } = fates.worksIfHarmless
  const oneMoreHelps = (n: number): boolean => {
    if (reliability === 0 || unreliability === 0) return false
    const oneShort = binomialProbability(n, n - k + 1, unreliability, reliability)
    const gain = replica.reliability * oneShort
    const loss = fates.harmless.unreliability * kOfN(n, k, fates.worksIfHarmless).reliability
    return gain > loss * (1 + ROUNDING)
  }
  let replicas = k
  let tooMany = most
  while (replicas < tooMany) {
    const middle = Math.floor((replicas + tooMany) / 2)
    if (oneMoreHelps(middle)) replicas = middle + 1
    else tooMany = middle
  }
  return { replicas, system: withFates(replicas, k, fates) }
}
