import { requireWholeNumber } from './domain.ts'
import { type Component, type Probability, fromBothSides, toProbability } from './probability.ts'

/** What {@link consecutiveKOfN} is asked about. */
export interface ConsecutiveSystem {
  /** Number of components in the row, a whole number from 0 to 10,000. */
  readonly n: number
  /** How many neighbours bring the system down by failing together, a whole number from 1 to 10,000. */
  readonly k: number
  /** One of them; a bare number is a reliability in [0, 1]. */
  readonly component: Component
  /** Whether the last is a neighbour of the first; not by default. */
  readonly circular?: boolean
}

const LONGEST = 10_000

/**
 * A row of alike components that fails as soon as `k` neighbours have failed: relay stations of which
 * each reaches the k-th next, pumps along a pipeline. Any k failures apart from one another do no harm.
 *
 * By recursions over the length of the row with positive terms only, one for each side: for the
 * reliability over the failures since the last working component, for the unreliability over the
 * component at which a run is complete for the first time. In a circle the two working components
 * around the seam are taken out and leave a row.
 *
 * @param system the row; see {@link ConsecutiveSystem} for the range of each field
 * @throws RangeError if a field is out of its range
 * @category structure
 * @formula R(n) = \sum_{i=0}^{k-1} p q^i R(n-1-i)
 * @formula U(n) = U(n-1) + R(n-k-1)\,p q^k
 * @formula R_{\text{circular}}(n) = \sum_{i=0}^{k-1} (i+1) p^2 q^i R(n-2-i)
 * @where R(n) and U(n) the sides for a row of n; p and q those of one component
 * @assumes Components are alike and fail independently.
 * @source kuo-zuo-2003
 * @example consecutiveKOfN({ n: 4, k: 2, component: 0.9 }) // reliability 0.9720, unreliability 0.0280
 */
export function consecutiveKOfN(system: ConsecutiveSystem): Probability {
  const n = requireWholeNumber(system.n, 0, LONGEST, 'n', 'consecutiveKOfN')
  const k = requireWholeNumber(system.k, 1, LONGEST, 'k', 'consecutiveKOfN')
  const { reliability: p, unreliability: q } = toProbability(system.component, 'consecutiveKOfN')
  const run = q ** k
  const works = new Float64Array(n + 1).fill(1, 0, k)
  const fails = new Float64Array(n + 1)
  // Over i failures in a row, ended by a component that works.
  const afterRun = (sides: Float64Array, last: number, weight: (i: number) => number): number => {
    let sum = 0
    let chance = p
    for (let i = 0; i < k && i <= last; i += 1) {
      sum += weight(i) * chance * (sides[last - i] ?? 0)
      chance *= q
    }
    return sum
  }
  for (let length = k; length <= n; length += 1) {
    works[length] = afterRun(works, length - 1, () => 1)
    const first = length === k ? run : (works[length - k - 1] ?? 0) * p * run
    fails[length] = (fails[length - 1] ?? 0) + first
  }
  // A circle no longer than a run has no place for two working components, nor for a second run.
  if (system.circular !== true || n <= k) return fromBothSides(works[n] ?? 0, fails[n] ?? 0)
  const seam = (sides: Float64Array): number => p * afterRun(sides, n - 2, (i) => i + 1)
  return fromBothSides(seam(works), seam(fails) + run * (1 + k * p))
}
