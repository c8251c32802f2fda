import { requireDuration, requireProbability, requireRate, requireWholeNumber } from './domain.ts'
import type { Transition } from './markov-chain.ts'
import type { Probability } from './probability.ts'
import { survival } from './survival.ts'

/** What {@link standby} is asked about. */
export interface StandbySystem {
  /** Number of units, one of them active at first and the rest spares; a whole number from 1 to 1,000. */
  readonly n: number
  /** Rate at which the active unit fails, finite, at least 0, per unit of time. */
  readonly failureRate: number
  /**
   * Rate at which each spare fails, finite, at least 0: 0 for cold standby, `failureRate` for hot,
   * anything between for warm (a higher one is taken too).
   */
  readonly spareFailureRate: number
  /** Probability that the switch to a spare succeeds, at each failure of the active unit, in [0, 1]. */
  readonly coverage: number
  /** Length of the mission, finite, at least 0, in the unit of the rates. */
  readonly time: number
}

/** The probability of surviving the mission, and the mean time to failure without an end to it. */
export interface StandbyOutcome extends Probability {
  /** In the unit of the rates; Infinity where the active unit never fails or the last one never would. */
  readonly meanTimeToFailure: number
}

const MOST_UNITS = 1000

/**
 * One active unit and `n - 1` spares, without repair: when the active unit fails, the switch brings
 * in a spare that still works, or fails and with it the system.
 *
 * A spare that fails while it waits does no harm but that it
 * is gone; the switch never picks a dead one. The system is a chain that only goes down, from j
 * failed units to j + 1, or out where the switch fails; for cold standby with perfect switching its
 * survival is the Poisson sum of fewer than n failures.
 *
 * @param system units, rates, coverage and mission; see {@link StandbySystem} for the range of each
 * @throws RangeError if a field is out of its range
 * @category dynamics
 * @formula j \to j+1:\ c\,\lambda + (n-1-j)\,\lambda_s
 * @formula R_{\mathrm{cold}} = e^{-\lambda t} \sum_{i=0}^{n-1} c^i\, \frac{(\lambda t)^i}{i!}
 * @where j units failed; λ failureRate; λ_s spareFailureRate; c coverage
 * @assumes Lives are exponential and independent; nothing is repaired.
 * @assumes Switching takes no time.
 * @source kuo-zuo-2003
 * @source trivedi-2001
 * @example standby({ n: 2, failureRate: 1, spareFailureRate: 0, coverage: 1, time: 1 }).reliability // 0.7358
 */
export function standby(system: StandbySystem): StandbyOutcome {
  const n = requireWholeNumber(system.n, 1, MOST_UNITS, 'n', 'standby')
  const active = requireRate(system.failureRate, 'failureRate', 'standby')
  const spare = requireRate(system.spareFailureRate, 'spareFailureRate', 'standby')
  const coverage = requireProbability(system.coverage, 'coverage', 'standby')
  const time = requireDuration(system.time, 'time', 'standby')
  requireRate(n * Math.max(active, spare), 'n times either rate', 'standby')

  const transitions: Transition[] = []
  let meanTimeToFailure = 0
  let reached = 1
  for (let failed = 0; failed < n; failed += 1) {
    const spares = n - 1 - failed
    const onwards = spares === 0 ? 0 : active * coverage + spares * spare
    const out = spares === 0 ? active : active * (1 - coverage)
    transitions.push([failed, n, out])
    if (spares > 0) transitions.push([failed, failed + 1, onwards])
    if (reached === 0) continue
    meanTimeToFailure += reached / (onwards + out)
    // A state that is never left is the last, and was counted as Infinity.
    reached = onwards === 0 ? 0 : reached * (onwards / (onwards + out))
  }
  return { ...survival(transitions, n, time, 'standby'), meanTimeToFailure }
}
