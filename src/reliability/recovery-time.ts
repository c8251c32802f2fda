import { requireDuration, requireRate } from './domain.ts'
import { transientState } from './transient-state.ts'

/** One phase of a recovery: detecting, deciding, promoting, warming up, telling the clients. */
export interface RecoveryPhase {
  /** Time it takes at least, finite, at least 0, in any unit. */
  readonly fixed: number
  /** Mean of an exponential time on top of it, finite, at least 0, in the same unit; 0 by default. */
  readonly variable?: number
}

/** How long a recovery takes, in the unit of its phases. */
export interface RecoveryTime {
  /** Time it takes at least. */
  readonly shortest: number
  readonly mean: number
  /**
   * The probability that it takes longer than `time`, so that a recovery time objective is missed.
   *
   * @param time finite, at least 0, in the unit of the phases
   */
  readonly longerThan: (time: number) => number
}

/**
 * The recovery time (RTO) as the sum of its phases, one after the other and independent.
 *
 * The variable parts run through a Markov chain with one state a phase, so the distribution is
 * exact, to a relative error of about 1e-10, and not a bell curve that would hide its long tail.
 *
 * @param phases the phases; see {@link RecoveryPhase} for the range of each field
 * @throws RangeError if a field is out of its range
 * @category objectives
 * @formula T = \sum_i (f_i + X_i), \quad X_i \sim \mathrm{Exp}(1/v_i)
 * @where f_i the fixed part of phase i; v_i the mean of its variable part
 * @assumes Phases follow one another and are independent.
 * @source trivedi-2001
 * @example recoveryTime([{ fixed: 10 }, { fixed: 5, variable: 30 }]).mean // 45
 */
export function recoveryTime(phases: readonly RecoveryPhase[]): RecoveryTime {
  let shortest = 0
  const means: number[] = []
  for (const { fixed, variable = 0 } of phases) {
    shortest += requireDuration(fixed, 'fixed', 'recoveryTime')
    if (requireDuration(variable, 'variable', 'recoveryTime') === 0) continue
    requireRate(1 / variable, 'the rate of a variable part', 'recoveryTime')
    means.push(variable)
  }
  const mean = means.reduce((sum, variable) => sum + variable, shortest)
  requireDuration(mean, 'the sum of all phases', 'recoveryTime')
  return {
    shortest,
    mean,
    longerThan: (time) => {
      const left = requireDuration(time, 'time', 'recoveryTime') - shortest
      if (left < 0) return 1
      const transitions = means.map((variable, phase) => [phase, phase + 1, 1 / variable] as const)
      const states = transientState({ states: means.length + 1, transitions }, 0, left)
      return states.slice(0, -1).reduce((sum, probability) => sum + probability, 0)
    },
  }
}
