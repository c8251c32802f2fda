import { requireDuration, requireProbability } from './domain.ts'
import { type Component, toProbability } from './probability.ts'

/** What is left of an error budget. */
export interface ErrorBudget {
  /** Requests that may fail in the period. */
  readonly allowed: number
  /** Requests that may still fail; negative once the budget is overspent. */
  readonly remaining: number
  /** Share of the budget that is spent, above 1 once overspent; Infinity if anything failed and nothing may. */
  readonly spent: number
}

function share(part: number, whole: number): number {
  return part === 0 ? 0 : part / whole
}

/**
 * The requests that a service-level objective allows to fail in a period, and how many are left.
 *
 * @param budget.objective share of requests to be served; a bare number lies in [0, 1]
 * @param budget.requests requests of the whole period, finite, at least 0
 * @param budget.failed those that have failed so far, finite, at least 0
 * @throws RangeError if a field is out of its range
 * @category objectives
 * @formula E = (1-S)\,N
 * @where E the requests that may fail; S the objective; N all requests
 * @source beyer-2016
 * @example errorBudget({ objective: 0.75, requests: 1000, failed: 50 }) // allowed 250, remaining 200, spent 0.2
 */
export function errorBudget(budget: {
  readonly objective: Component
  readonly requests: number
  readonly failed: number
}): ErrorBudget {
  const { unreliability } = toProbability(budget.objective, 'errorBudget', 'objective')
  const failed = requireDuration(budget.failed, 'failed', 'errorBudget')
  const allowed = unreliability * requireDuration(budget.requests, 'requests', 'errorBudget')
  return { allowed, remaining: allowed - failed, spent: share(failed, allowed) }
}

/**
 * How many times faster than allowed an error budget is being spent: error rate over 1 - objective.
 * At 1 it lasts exactly its period, at 14.4 a budget of 30 days is gone in 50 hours.
 *
 * @param errorRate share of requests that fail now, in [0, 1]
 * @param objective share of requests to be served; a bare number lies in [0, 1]
 * @returns the burn rate; Infinity where requests fail and none may
 * @throws RangeError if an argument is out of its range
 * @category objectives
 * @formula b = \frac{e}{1-S}
 * @where e the error rate; S the objective
 * @source beyer-2018
 * @example burnRate(0.5, 0.75) // 2
 */
export function burnRate(errorRate: number, objective: Component): number {
  requireProbability(errorRate, 'errorRate', 'burnRate')
  return share(errorRate, toProbability(objective, 'burnRate', 'objective').unreliability)
}
