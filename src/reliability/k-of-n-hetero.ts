import { requireDemand } from './k-of-n.ts'
import {
  type Component,
  type Probability,
  fromBothSides,
  fromReliability,
  toProbability,
} from './probability.ts'

/**
 * The working probabilities start from this power of two instead of 1, so that a count far less
 * likely than the answer does not sink into the range where doubles lose digits and time.
 */
const SCALE = 2 ** 1000

/** Of the scaled probabilities, those below cannot be seen in any answer above 1e-300. */
const NEGLIGIBLE = 1e-300

/**
 * The probabilities, times SCALE, of fewer than `enough` events and of at least that many, where
 * the i-th of n independent events happens with `happens[i]` and does not with `fails[i]`.
 *
 * One event at a time, the chance of each count moves up by one or stays; what reaches `enough`
 * has arrived. Nothing is ever subtracted.
 */
function countEvents(
  enough: number,
  happens: readonly number[],
  fails: readonly number[],
): { readonly fewer: number; readonly atLeast: number } {
  const counts = new Float64Array(enough + 1)
  counts[0] = SCALE
  let arrived = 0
  let lowest = 0
  let highest = 0
  for (const [index, move] of happens.entries()) {
    const stay = fails[index] ?? 0
    if (highest === enough - 1) arrived += (counts[highest] ?? 0) * move
    else highest += 1
    for (let count = highest; count > lowest; count -= 1) {
      counts[count] = (counts[count] ?? 0) * stay + (counts[count - 1] ?? 0) * move
    }
    counts[lowest] = (counts[lowest] ?? 0) * stay
    while (lowest < highest && (counts[lowest] ?? 0) < NEGLIGIBLE) counts[lowest++] = 0
    while (highest > lowest && (counts[highest] ?? 0) < NEGLIGIBLE) counts[highest--] = 0
  }
  return { fewer: counts.reduce((sum, count) => sum + count, 0), atLeast: arrived }
}

/**
 * A system of independent components of which each has its own reliability, and which works while
 * at least `k` of them work.
 *
 * The components are taken one at a time (Barlow and Heidtmann), counting failures or survivors,
 * whichever it takes fewer of to decide, in O(n · min(k, n - k + 1)) steps. Both sides are sums of
 * positive terms; relative error of the smaller one at most 1e-12 up to n = 1,000, and values below
 * about 1e-300 lose digits or come back as 0. With `k` of 0 or less the system cannot fail; with
 * `k` above the number of components it can never work.
 *
 * @param k how many must work, a whole number
 * @param components the parts, at most 1,000,000; a bare number is a reliability in [0, 1]
 * @throws RangeError if `k` is not whole or a component is not a probability
 * @category structure
 * @formula R = \sum_{|S| \ge k}\ \prod_{i \in S} p_i \prod_{i \notin S} (1-p_i)
 * @where p_i the reliability of component i; S the set of those that work
 * @assumes The components fail independently of one another.
 * @source barlow-heidtmann-1984
 * @example kOfNHetero(2, [0.9, 0.8, 0.7]) // reliability 0.902, unreliability 0.098
 */
export function kOfNHetero(k: number, components: readonly Component[]): Probability {
  requireDemand(components.length, k, 'kOfNHetero')
  const parts = components.map((component) => toProbability(component, 'kOfNHetero'))
  if (k <= 0) return fromReliability(1)
  const fatal = parts.length - k + 1
  if (fatal <= 0) return fromReliability(0)
  const works = parts.map(({ reliability }) => reliability)
  const fails = parts.map(({ unreliability }) => unreliability)
  if (k < fatal) {
    const { fewer, atLeast } = countEvents(k, works, fails)
    return fromBothSides(atLeast / SCALE, fewer / SCALE)
  }
  const { fewer, atLeast } = countEvents(fatal, fails, works)
  return fromBothSides(fewer / SCALE, atLeast / SCALE)
}
