import { betaFactor } from './beta-factor.ts'
import { binomialProbability } from './binomial-probability.ts'
import { requireDuration, requireProbability, requireWholeNumber } from './domain.ts'
import { type Component, type Probability, toProbability } from './probability.ts'

/** What {@link optimalReplicas} is asked about. */
export interface ReplicaCosts {
  /** Replicas that must work, a whole number from 1 to 1,000,000. */
  readonly k: number
  /** One replica; a bare number is a reliability in [0, 1]. */
  readonly replica: Component
  /** Share of a replica's unreliability that is one event common to all, in [0, 1]; 0 by default. */
  readonly beta?: number
  /** Cost of one replica in a period, finite, at least 0, in any currency. */
  readonly costPerReplica: number
  /** Loss if the system were down for the whole period, finite, at least 0, in the same currency. */
  readonly lossWhileDown: number
  /** Most replicas to consider, a whole number from `k` to 1,000,000. */
  readonly most: number
}

/** The cheapest number of replicas. */
export interface OptimalReplicas {
  /** Number of replicas; the smaller one where two cost the same. */
  readonly replicas: number
  /** Their cost and the expected loss together. */
  readonly cost: number
  readonly system: Probability
}

const MOST_REPLICAS = 1_000_000

/** Differences below this share of what they are differences of are rounding. */
const ROUNDING = 1e-13

/**
 * The number of replicas at which their cost and the expected loss while too few work are least:
 * n · cost + loss · U(n), with the common cause of {@link betaFactor}.
 *
 * One more replica saves loss · (1 - βq) · p · P(exactly k - 1 of n work), so savings and cost are
 * compared as they are, not as a difference of two totals. What is common to all, βq, no number of
 * replicas buys off.
 *
 * @param costs the system and its costs; see {@link ReplicaCosts} for the range of each field
 * @throws RangeError if a field is out of its range
 * @category economics
 * @formula n^* = \arg\min_{n}\ n\,c + L\,U(n)
 * @where c costPerReplica; L lossWhileDown; U(n) the unreliability of n replicas
 * @assumes Replicas are alike; one cause may be common to all.
 * @assumes The loss grows with the time that too few work, and no faster.
 * @source kuo-zuo-2003
 * @example optimalReplicas({ k: 1, replica: 0.5, costPerReplica: 1, lossWhileDown: 16, most: 9 }) // 3 replicas, cost 5
 */
export function optimalReplicas(costs: ReplicaCosts): OptimalReplicas {
  const { beta = 0 } = costs
  const k = requireWholeNumber(costs.k, 1, MOST_REPLICAS, 'k', 'optimalReplicas')
  const most = requireWholeNumber(costs.most, k, MOST_REPLICAS, 'most', 'optimalReplicas')
  const replica = toProbability(costs.replica, 'optimalReplicas', 'replica')
  requireProbability(beta, 'beta', 'optimalReplicas')
  const cost = requireDuration(costs.costPerReplica, 'costPerReplica', 'optimalReplicas')
  const loss = requireDuration(costs.lossWhileDown, 'lossWhileDown', 'optimalReplicas')
  requireDuration(most * cost + loss, 'most times costPerReplica plus loss', 'optimalReplicas')

  const ownCause = (1 - beta) * replica.unreliability
  const works = replica.reliability + beta * replica.unreliability
  const atStake = loss * (replica.reliability + ownCause) * works
  let best = k
  let dearer = 0
  let compared = 0
  for (let n = k; n < most; n += 1) {
    // Exactly k - 1 of n work, so exactly n - k + 1 have failed.
    const saving = atStake * binomialProbability(n, n - k + 1, ownCause, works)
    dearer += cost - saving
    compared += cost + saving
    if (dearer >= -ROUNDING * compared) continue
    best = n + 1
    dearer = 0
    compared = 0
  }
  const system = betaFactor({ n: best, k, unreliability: replica.unreliability, beta })
  return { replicas: best, cost: best * cost + loss * system.unreliability, system }
}
