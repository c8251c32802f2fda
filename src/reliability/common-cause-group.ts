import { requireWholeNumber } from './domain.ts'
import { type Probability, fromBothSides, fromReliability } from './probability.ts'
import { logReliability } from './series.ts'

/** Nobody has data to tell larger groups apart by, and binomial coefficients stay exact up to here. */
const LARGEST_GROUP = 30

const NEVER = fromReliability(1)

/** A group of alike components, and how often exactly some of them are taken down together. */
export interface CommonCauseGroup extends Probability {
  /**
   * `eventProbabilities[j - 1]` is the probability of the basic event that takes down one given set
   * of j components and no other; every set has an independent event of its own.
   */
  readonly eventProbabilities: readonly number[]
}

/**
 * The number of ways to choose `chosen` of `n`, exact while it fits a double.
 *
 * @param n a whole number from 0 to 30
 * @param chosen a whole number from 0 to n
 * @example combinations(4, 2) // 6
 */
export function combinations(n: number, chosen: number): number {
  let ways = 1
  for (let index = 1; index <= chosen; index += 1) ways = (ways * (n - chosen + index)) / index
  return ways
}

/**
 * Refuses a group that the common-cause models have no answer for.
 *
 * @param m number of components; the rule is a whole number from 1 to 30
 * @param k how many must work; the rule is a whole number
 * @param functionName the public function that was called, for the message
 * @throws RangeError naming function, rule and value
 * @example requireGroup(4, 3, 'multipleGreekLetters') // nothing happens
 */
export function requireGroup(m: number, k: number, functionName: string): void {
  requireWholeNumber(m, 1, LARGEST_GROUP, 'm', functionName)
  requireWholeNumber(k, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 'k', functionName)
}

/**
 * The ways to cover a set of `size` components by a first part of `first` and a second of `second`
 * of them, which may overlap.
 */
function coverings(size: number, first: number, second: number): number {
  return combinations(size, first) * combinations(first, first + second - size)
}

/**
 * For each number of components, the probability that exactly one given set of that many is down.
 *
 * Below, an entry for a set and a number of `outsiders` looks at those events that take down, next
 * to some of the set, that many given components outside it. The set is taken apart by one
 * component: the events that spare it and the events that hit it are independent, and what they
 * leave down of the rest unites. Only products and sums of probabilities occur, so the rarest
 * outcome keeps as many digits as the commonest.
 */
function exactlyDown(events: readonly Probability[]): readonly number[] {
  const m = events.length
  const event = (size: number): Probability => events[size - 1] ?? NEVER
  const allUp = (size: number, outsiders: number): number => {
    let exponent = 0
    for (let hit = 1; hit <= size; hit += 1) {
      exponent += combinations(size, hit) * logReliability(event(hit + outsiders))
    }
    return Math.exp(exponent)
  }

  let byOutsiders: readonly (readonly number[])[] = Array.from({ length: m + 1 }, () => [1])
  for (let size = 1; size <= m; size += 1) {
    const rest = size - 1
    byOutsiders = byOutsiders.slice(1).map((hit, outsiders) => {
      const spare = byOutsiders[outsiders] ?? []
      const alone = event(outsiders + 1)
      const untouched = (hit[0] ?? 0) * alone.reliability
      const exactly = spare.map((probability) => probability * untouched)
      exactly[0] = allUp(size, outsiders)
      let everyone = 0
      for (let first = 0; first <= rest; first += 1) {
        for (let second = rest - first; second <= rest; second += 1) {
          // Without others of the set, the one component must be hit alone.
          const struck = (hit[second] ?? 0) * (second === 0 ? alone.unreliability : 1)
          everyone += coverings(rest, first, second) * (spare[first] ?? 0) * struck
        }
      }
      return [...exactly, everyone]
    })
  }
  return byOutsiders[0] ?? []
}

/**
 * The k-out-of-m system of a group in which every set of j components has an independent event of
 * its own that takes down exactly this set.
 *
 * Exact: no rare-event sum, both sides from sums of positive terms. A component fails with a little
 * less than the sum of the events it is part of, because two of them may happen.
 *
 * @param k how many must work, a whole number
 * @param events for one given set of 1, 2, …, m components the event that takes it down; it happens
 *   with the `unreliability`
 * @source mosleh-1988
 * @example commonCauseGroup(1, [fromUnreliability(0.009), fromUnreliability(0.001)]).unreliability // 0.001080919
 */
export function commonCauseGroup(k: number, events: readonly Probability[]): CommonCauseGroup {
  const eventProbabilities = events.map(({ unreliability }) => unreliability)
  // The empty demand is met even when every component is down.
  if (k <= 0) return { ...fromReliability(1), eventProbabilities }
  let up = 0
  let down = 0
  for (const [failed, probability] of exactlyDown(events).entries()) {
    const share = combinations(events.length, failed) * probability
    if (events.length - failed >= k) up += share
    else down += share
  }
  return { ...fromBothSides(up, down), eventProbabilities }
}
