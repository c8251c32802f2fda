import {
  type CommonCauseGroup,
  combinations,
  commonCauseGroup,
  requireGroup,
} from './common-cause-group.ts'
import { requireProbability } from './domain.ts'
import { parallel } from './parallel.ts'
import { fromReliability, fromUnreliability } from './probability.ts'

/** What {@link multipleGreekLetters} is asked about. */
export interface GreekLetterSystem {
  /** Number of components, a whole number from 1 to 30. */
  readonly m: number
  /** How many must work, a whole number. */
  readonly k: number
  /** Probability that a component fails, shared causes included, in [0, 1]. */
  readonly unreliability: number
  /**
   * Beta, gamma, delta, …, m - 1 of them in [0, 1]: the share of the failures of a component that
   * hit at least one more component, the share of those that hit at least two more, and so on.
   */
  readonly letters: readonly number[]
}

/**
 * The k-out-of-m system by the multiple Greek letter model: with ρ1 = 1 and ρ(m+1) = 0, one given
 * set of j components has its own event of probability
 * Q(j) = ρ1 · ρ2 ⋯ ρj · (1 - ρ(j+1)) · q / C(m-1, j-1).
 *
 * For two components this is the beta factor. The events are taken exactly; see
 * {@link CommonCauseGroup}.
 *
 * @throws RangeError if a field is out of its range or there are not m - 1 letters
 * @category dependence
 * @formula Q_j = \frac{1-\rho_{j+1}}{\binom{m-1}{j-1}}\ \rho_1 \rho_2 \cdots \rho_j\ q
 * @where q the unreliability of one component; ρ the letters, with ρ_1 = 1 and ρ_{m+1} = 0
 * @assumes Components are alike: any j of them share a cause as often as any other j.
 * @source mosleh-1988
 * @example
 * multipleGreekLetters({ m: 2, k: 1, unreliability: 0.01, letters: [0.1] }) // unreliability 0.001080919
 */
export function multipleGreekLetters(system: GreekLetterSystem): CommonCauseGroup {
  const { m, k, unreliability, letters } = system
  requireGroup(m, k, 'multipleGreekLetters')
  requireProbability(unreliability, 'unreliability', 'multipleGreekLetters')
  for (const letter of letters) requireProbability(letter, 'letter', 'multipleGreekLetters')
  if (letters.length !== m - 1) {
    throw new RangeError(
      `multipleGreekLetters: there must be m - 1 = ${m - 1} letters, got ${letters.length}`,
    )
  }
  // An event happens where all its conditions do, as a parallel system fails where all its parts do.
  const events = [...letters, 0].map((letter, others) =>
    parallel([
      fromUnreliability(unreliability),
      ...letters.slice(0, others).map(fromUnreliability),
      fromReliability(letter),
      fromUnreliability(1 / combinations(m - 1, others)),
    ]),
  )
  return commonCauseGroup(k, events)
}
