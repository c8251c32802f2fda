import type { IntOrString } from '../objects.ts'
import { portionOf } from './portion.ts'

/** What a budget asks for: exactly one of the two is given; the server sees to that. */
export interface BudgetTerms {
  readonly minAvailable?: IntOrString
  readonly maxUnavailable?: IntOrString
}

/** What a budget comes to for the pods there are. */
export interface BudgetGoal {
  /** The pods that count, by their owners' plans, or as there are where the budget is a number. */
  readonly expected: number
  /** How many of them have to be healthy. */
  readonly desired: number
}

/**
 * What a budget comes to. Percentages are rounded up, both of what must be available and of what
 * may be missing.
 *
 * @param matching pods that the budget selects
 * @param planned pods that their owners want, whether or not there are so many
 * @source k8s-pdb
 */
export function budgetGoal(
  { minAvailable, maxUnavailable }: BudgetTerms,
  matching: number,
  planned: number,
): BudgetGoal {
  if (maxUnavailable !== undefined) {
    const desired = Math.max(0, planned - portionOf(maxUnavailable, planned, 'up'))
    return { expected: planned, desired }
  }
  if (minAvailable === undefined) return { expected: 0, desired: 0 }
  if (typeof minAvailable === 'number') return { expected: matching, desired: minAvailable }
  return { expected: planned, desired: portionOf(minAvailable, planned, 'up') }
}

/**
 * How many pods may be evicted now.
 *
 * @source k8s-pdb
 */
export const disruptionsAllowed = ({ expected, desired }: BudgetGoal, healthy: number): number =>
  expected <= 0 ? 0 : Math.max(0, healthy - desired)
