import { type Transition, rateMatrix, startDistribution } from './markov-chain.ts'
import { type Probability, fromBothSides } from './probability.ts'
import { transient } from './transient-state.ts'

/**
 * Whether a chain that starts in its first state has kept out of its last one, which stands for
 * failure.
 *
 * @param transitions the jumps between the states, none of them out of the last
 * @param last number of the last state, a whole number from 1
 * @param time time since the start, finite, at least 0, in the unit of the rates
 * @param functionName the public function that was called, for the message
 * @param averaged whether the mean over the time is asked for in the place of its end
 * @throws RangeError if there are too many states or a rate is out of its range
 * @example survival([[0, 1, 1]], 1, Math.LN2, 'f').reliability // 0.5
 */
export function survival(
  transitions: readonly Transition[],
  last: number,
  time: number,
  functionName: string,
  averaged = false,
): Probability {
  const matrix = rateMatrix({ states: last + 1, transitions }, functionName)
  const start = startDistribution(0, last + 1, functionName)
  const [...states] = transient(matrix, start, time, averaged)
  const failed = states.pop() ?? 0
  return fromBothSides(
    states.reduce((sum, probability) => sum + probability, 0),
    failed,
  )
}
