import {
  type CommonCauseGroup,
  combinations,
  commonCauseGroup,
  requireGroup,
} from './common-cause-group.ts'
import { requireProbability } from './domain.ts'
import { parallel } from './parallel.ts'
import { type Probability, fromBothSides, fromUnreliability } from './probability.ts'

/** What {@link alphaFactor} is asked about. */
export interface AlphaFactorSystem {
  /** Number of components, a whole number from 1 to 30. */
  readonly m: number
  /** How many must work, a whole number. */
  readonly k: number
  /** Probability that a component fails, shared causes included, in [0, 1]. */
  readonly unreliability: number
  /**
   * For j = 1, …, m the share of the failure events in the group that take down exactly j
   * components, each in [0, 1]. They are used as given, whatever they add up to.
   */
  readonly alphas: readonly number[]
  /**
   * How the components were tested when the alphas were counted: one after another (staggered), or
   * all at the same time.
   */
  readonly staggered: boolean
}

/**
 * The k-out-of-m system by the alpha factor model. One given set of j components has its own event
 * of probability Q(j) = alpha(j) · q / C(m-1, j-1) with staggered testing, and j · alpha(j) / Σ i·alpha(i)
 * in place of alpha(j) without.
 *
 * The events are taken exactly; see {@link CommonCauseGroup}.
 *
 * @throws RangeError if a field is out of its range, there are not m alphas, or, without staggering,
 *   all of them are 0
 * @category dependence
 * @formula Q_j = \frac{\alpha_j}{\binom{m-1}{j-1}}\ q
 * @formula Q_j = \frac{j}{\binom{m-1}{j-1}}\ \frac{\alpha_j}{\sum_i i\,\alpha_i}\ q
 * @where q the unreliability of one component; α the alphas; the first line staggered testing, the
 *   second not
 * @assumes Components are alike: any j of them share a cause as often as any other j.
 * @source mosleh-1998
 * @example
 * const pair = { m: 2, k: 1, unreliability: 0.01, alphas: [0.9, 0.1], staggered: true }
 * alphaFactor(pair).unreliability // 0.001080919
 */
export function alphaFactor(system: AlphaFactorSystem): CommonCauseGroup {
  const { m, k, unreliability, alphas, staggered } = system
  requireGroup(m, k, 'alphaFactor')
  requireProbability(unreliability, 'unreliability', 'alphaFactor')
  for (const alpha of alphas) requireProbability(alpha, 'alpha', 'alphaFactor')
  if (alphas.length !== m) {
    throw new RangeError(`alphaFactor: there must be m = ${m} alphas, got ${alphas.length}`)
  }
  const failed = alphas.map((alpha, others) => (others + 1) * alpha)
  const total = failed.reduce((sum, share) => sum + share, 0)
  if (total === 0 && !staggered) {
    throw new RangeError('alphaFactor: alphas must not all be 0 without staggered testing, got 0')
  }
  const share = (alpha: number, others: number): Probability => {
    if (staggered) return fromUnreliability(alpha)
    const rest = failed.reduce((sum, other, index) => (index === others ? sum : sum + other), 0)
    return fromBothSides(rest / total, ((others + 1) * alpha) / total)
  }
  // An event happens where all its conditions do, as a parallel system fails where all its parts do.
  const events = alphas.map((alpha, others) =>
    parallel([
      fromUnreliability(unreliability),
      share(alpha, others),
      fromUnreliability(1 / combinations(m - 1, others)),
    ]),
  )
  return commonCauseGroup(k, events)
}
