import { requireDuration } from './domain.ts'
import { type MarkovChain, type StartState, rateMatrix, startDistribution } from './markov-chain.ts'
import { transient } from './transient-state.ts'

/**
 * The time that a Markov chain spends in each state until a time, in the mean: the expected downtime
 * of a mission is the sum over the states that are down.
 *
 * By uniformisation as in {@link transientState}, with the probability that the clock has ticked
 * more than n times in the place of that of n ticks. Relative error at most 1e-10, also where the
 * chain is hardly ever in a state; in the long run the times grow as the steady state says.
 *
 * @param chain the chain; it may be reducible and have absorbing states
 * @param start the state it starts in, or the probability of each, adding up to 1
 * @param time time since the start, finite, at least 0, in the unit of the rates (hours, per hour)
 * @returns a time for each state, in that unit; they add up to `time`
 * @throws RangeError if an argument is out of its range
 * @category dynamics
 * @formula T_i(t) = \int_0^t p_i(u)\,du
 * @formula T(t) = \frac{1}{\Lambda} \sum_{k=0}^{\infty} P(N > k)\ p(0) \left(I + Q / \Lambda\right)^k
 * @where p_i the probability of state i; Q the rates from state to state; Λ the fastest rate at which
 *   a state is left; N the ticks of a clock of that rate until t
 * @assumes The future depends on the present state alone: times in a state are exponential.
 * @source trivedi-2001
 * @source fox-glynn-1988
 * @example timeInStates({ states: 2, transitions: [[0, 1, 1]] }, 0, 1) // [0.6321, 0.3679]
 */
export function timeInStates(
  chain: MarkovChain,
  start: StartState,
  time: number,
): readonly number[] {
  const matrix = rateMatrix(chain, 'timeInStates')
  const from = startDistribution(start, matrix.size, 'timeInStates')
  requireDuration(time, 'time', 'timeInStates')
  return [...transient(matrix, from, time, true)].map((share) => share * time)
}
