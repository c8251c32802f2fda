import { binomialProbability } from './binomial-probability.ts'
import { compensatedSum } from './compensated-sum.ts'
import { requireWholeNumber } from './domain.ts'
import {
  type Component,
  type Probability,
  fromBothSides,
  fromReliability,
  toProbability,
} from './probability.ts'

/** Work grows with the square of this; 10,000 take a fraction of a second. */
const MOST_LEAVES = 10_000

/** Deeper than any building, and shallow enough for the stack. */
const DEEPEST = 1000

/**
 * A part of the world that fails as a whole (a region, a zone, a rack) and what stands in it: either
 * smaller domains or replicas that are all alike.
 */
export type FailureDomain =
  | {
      /** The domain itself, apart from what stands in it; a bare number is a reliability in [0, 1]. */
      readonly own: Component
      /** The domains in it; they fail independently of one another while this one works. */
      readonly children: readonly FailureDomain[]
    }
  | {
      /** The domain itself, apart from what stands in it; a bare number is a reliability in [0, 1]. */
      readonly own: Component
      /** How many replicas stand in it, a whole number; at most 10,000 in all domains together. */
      readonly leaves: number
      /** One of them, apart from the domain; a bare number is a reliability in [0, 1]. */
      readonly leaf: Component
    }

/** The probability of each number of survivors, from none on. */
export type SurvivorCounts = readonly number[]

/**
 * The counts of two groups that fail independently, taken together.
 *
 * @param first the counts of one group
 * @param second the counts of the other
 * @example combined([0.5, 0.5], [0.5, 0.5]) // [0.25, 0.5, 0.25]
 */
export function combined(first: SurvivorCounts, second: SurvivorCounts): SurvivorCounts {
  const counts = new Float64Array(first.length + second.length - 1)
  for (const [up, probability] of first.entries()) {
    if (probability === 0) continue
    for (let more = 0; more < second.length; more += 1) {
      counts[up + more] = (counts[up + more] ?? 0) + probability * (second[more] ?? 0)
    }
  }
  return [...counts]
}

/**
 * The counts of a group that stands in a domain, and is lost as a whole when the domain fails.
 *
 * @param own the domain itself
 * @param inside the counts of the group while the domain works
 * @example within(fromReliability(0.5), [0, 1]) // [0.5, 0.5]
 */
export function within(own: Probability, inside: SurvivorCounts): SurvivorCounts {
  return inside.map((probability, up) =>
    up === 0 ? own.unreliability + own.reliability * probability : own.reliability * probability,
  )
}

/**
 * The counts of replicas that are all alike.
 *
 * @param leaves how many there are, a whole number of at least 0
 * @param leaf one of them
 * @example replicaCounts(2, fromReliability(0.5)) // [0.25, 0.5, 0.25], nearly
 */
export function replicaCounts(leaves: number, leaf: Probability): SurvivorCounts {
  const { reliability, unreliability } = leaf
  if (reliability === 0 || unreliability === 0) {
    const up = reliability === 0 ? 0 : leaves
    return Array.from({ length: leaves + 1 }, (_, count) => (count === up ? 1 : 0))
  }
  return Array.from({ length: leaves + 1 }, (_, up) =>
    // The form for one side needs at least one of its kind.
    up > 0
      ? binomialProbability(leaves, up, reliability, unreliability)
      : leaves === 0
        ? 1
        : binomialProbability(leaves, leaves, unreliability, reliability),
  )
}

/**
 * The probability of at least `k` survivors.
 *
 * @param counts the probability of each number of survivors
 * @param k how many are needed, a whole number
 * @example atLeast([0.25, 0.5, 0.25], 2) // reliability 0.25
 */
export function atLeast(counts: SurvivorCounts, k: number): Probability {
  if (k <= 0) return fromReliability(1)
  const enough = compensatedSum(counts.slice(k))
  const tooFew = compensatedSum(counts.slice(0, k))
  return fromBothSides(enough.high + enough.low, tooFew.high + tooFew.low)
}

function survivors(domain: FailureDomain, deepest: number): SurvivorCounts {
  requireWholeNumber(DEEPEST - deepest, 0, DEEPEST, 'depth of the tree', 'domainKofN')
  const own = toProbability(domain.own, 'domainKofN', 'own')
  if ('leaves' in domain) {
    const leaf = toProbability(domain.leaf, 'domainKofN', 'leaf')
    requireWholeNumber(domain.leaves, 0, MOST_LEAVES, 'leaves', 'domainKofN')
    return within(own, replicaCounts(domain.leaves, leaf))
  }
  const inside = domain.children.reduce<SurvivorCounts>(
    (counts, child) => {
      const together = combined(counts, survivors(child, deepest - 1))
      requireWholeNumber(together.length - 1, 0, MOST_LEAVES, 'number of all leaves', 'domainKofN')
      return together
    },
    [1],
  )
  return within(own, inside)
}

/**
 * A system that works while at least `k` of its replicas are up, where a replica is up while it
 * works itself and so does every domain that it stands in.
 *
 * From the leaves to the root, the probability of every number of survivors (a generating
 * polynomial): sums of positive terms, from which both sides are added up. Relative error of the
 * smaller one at most 1e-11; values below about 1e-300 lose digits or come back as 0.
 *
 * @param root the outermost domain, at most 1,000 levels deep with at most 10,000 leaves
 * @param k how many replicas must be up, a whole number
 * @throws RangeError if a field of a domain or `k` is out of its range
 * @category dependence
 * @formula G_v(x) = (1-p_v) + p_v \prod_{w} G_w(x)
 * @formula G_v(x) = (1-p_v) + p_v\,(1 - p + p\,x)^m
 * @formula R = \sum_{i \ge k} [x^i]\,G(x)
 * @where p_v the probability that domain v is up; w the domains in it; m leaves of reliability p; the
 *   power of x counts survivors
 * @assumes Each domain and each replica fails independently of all others, of what it stands in too.
 * @assumes A domain that fails takes everything in it down, at once and completely.
 * @example
 * const rack = { own: 0.9, leaves: 1, leaf: 1 }
 * domainKofN({ own: 1, children: [rack, rack] }, 1).unreliability // 0.01
 */
export function domainKofN(root: FailureDomain, k: number): Probability {
  requireWholeNumber(k, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 'k', 'domainKofN')
  return atLeast(survivors(root, DEEPEST), k)
}
