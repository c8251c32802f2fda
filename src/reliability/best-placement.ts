import { requireWholeNumber } from './domain.ts'
import {
  type FailureDomain,
  type SurvivorCounts,
  atLeast,
  combined,
  replicaCounts,
  within,
} from './failure-domain.ts'
import { type Probability, toProbability } from './probability.ts'

/** What {@link bestPlacement} is asked about. */
export interface PlacementTask {
  /** The domains; `leaves` is how many replicas there is room for, and `leaf` is one of them. */
  readonly room: FailureDomain
  /** How many replicas to place, a whole number from 0 to 100. */
  readonly replicas: number
  /** How many of them must be up, a whole number. */
  readonly k: number
}

/** The best way to spread replicas over failure domains. */
export interface Placement {
  /** How many go into each innermost domain, in the order of the tree. */
  readonly spread: readonly number[]
  readonly system: Probability
}

/** A way to fill some of the domains. */
interface Filling {
  readonly spread: readonly number[]
  readonly counts: SurvivorCounts
}

/** For each number of replicas, the ways to place them that are still worth a thought. */
type Fillings = readonly (readonly Filling[])[]

const MOST_REPLICAS = 100

/** Beyond this many ways to compare in one place, the answer would take minutes. */
const MOST_WAYS = 4000

/** Ways whose probabilities differ by less than this share are as good as each other. */
const ROUNDING = 1e-12

/** Whether "at least so many are up" is, for every number, at least as likely by `one` as by `other`. */
function isAsGood(one: readonly Probability[], other: readonly Probability[]): boolean {
  return one.every(({ reliability, unreliability }, enough) => {
    const rival = other[enough]
    return (
      rival === undefined ||
      (reliability >= rival.reliability * (1 - ROUNDING) &&
        unreliability <= rival.unreliability * (1 + ROUNDING))
    )
  })
}

/**
 * Leaves out each way that another one matches for every number of survivors: whatever stands
 * around them, the other is then at least as good. Ways that only swap equal domains go, too.
 */
function worthwhile(ways: readonly Filling[]): readonly Filling[] {
  let kept: readonly { readonly way: Filling; readonly sides: readonly Probability[] }[] = []
  for (const way of ways) {
    const sides = way.counts.map((_, enough) => atLeast(way.counts, enough))
    if (kept.some((better) => isAsGood(better.sides, sides))) continue
    kept = [...kept.filter((worse) => !isAsGood(sides, worse.sides)), { way, sides }]
    requireWholeNumber(kept.length, 0, MOST_WAYS, 'number of ways to compare', 'bestPlacement')
  }
  return kept.map(({ way }) => way)
}

/** The ways to place so many replicas in two groups of domains. */
function besideEachOther(left: Fillings, right: Fillings, placed: number): readonly Filling[] {
  return left.flatMap((ways, count) =>
    ways.flatMap((way) =>
      (right[placed - count] ?? []).map((other) => ({
        spread: [...way.spread, ...other.spread],
        counts: combined(way.counts, other.counts),
      })),
    ),
  )
}

/** The ways to place up to `most` replicas, or, outermost, exactly `most` of them. */
function fillingsOf(domain: FailureDomain, most: number, outermost: boolean): Fillings {
  const own = toProbability(domain.own, 'bestPlacement', 'own')
  if ('leaves' in domain) {
    const leaf = toProbability(domain.leaf, 'bestPlacement', 'leaf')
    requireWholeNumber(domain.leaves, 0, Number.MAX_SAFE_INTEGER, 'leaves', 'bestPlacement')
    return Array.from({ length: Math.min(domain.leaves, most) + 1 }, (_, count) => [
      { spread: [count], counts: within(own, replicaCounts(count, leaf)) },
    ])
  }
  const inside = domain.children.reduce<Fillings>(
    (before, child, index) => {
      const next = fillingsOf(child, most, false)
      const room = Math.min(most, before.length + next.length - 2)
      const last = outermost && index === domain.children.length - 1
      return Array.from({ length: room + 1 }, (_, placed) => {
        if (last && placed < most) return []
        const ways = besideEachOther(before, next, placed)
        return last ? ways : worthwhile(ways)
      })
    },
    [[{ spread: [], counts: [1] }]],
  )
  return inside.map((ways) =>
    ways.map(({ spread, counts }) => ({ spread, counts: within(own, counts) })),
  )
}

/**
 * The spread of replicas over failure domains with the highest probability that at least `k` are
 * up; see {@link domainKofN} for the model.
 *
 * Every spread is considered, but those that another one beats for every number of survivors are
 * dropped on the way. Among spreads that are equally good to twelve digits it is open which comes out.
 *
 * @param task the domains with their room, and how many replicas to place
 * @throws RangeError if a field is out of its range, there is too little room, or more than 4,000
 *   ways would have to be kept apart in one place
 * @category dependence
 * @formula s^* = \arg\max_{s}\ R_k(s)
 * @where s a spread of the replicas over the domains; R_k the probability that at least k are up
 * @assumes As for {@link domainKofN}.
 * @assumes All replicas are alike; only places differ.
 * @example
 * const rack = { own: 0.9, leaves: 2, leaf: 0.9 }
 * bestPlacement({ room: { own: 1, children: [rack, rack] }, replicas: 2, k: 1 }).spread // [1, 1]
 */
export function bestPlacement({ room, replicas, k }: PlacementTask): Placement {
  requireWholeNumber(replicas, 0, MOST_REPLICAS, 'replicas', 'bestPlacement')
  requireWholeNumber(k, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 'k', 'bestPlacement')
  const [first, ...others] = (fillingsOf(room, replicas, true)[replicas] ?? []).map(
    ({ spread, counts }) => ({ spread, system: atLeast(counts, k) }),
  )
  if (first === undefined) {
    throw new RangeError(`bestPlacement: there must be room for all replicas, got ${replicas}`)
  }
  const isBetter = (one: Probability, other: Probability): boolean =>
    one.unreliability < other.unreliability || one.reliability > other.reliability
  return others.reduce((best, next) => (isBetter(next.system, best.system) ? next : best), first)
}
