import { requireProbability, requireRate, requireWholeNumber } from './domain.ts'
import { ReducibleChainError } from './reducible-chain-error.ts'

/** A jump from one state to another, states counted from 0, and its rate per unit of time. */
export type Transition = readonly [from: number, to: number, rate: number]

/** A Markov chain in continuous time: it stays in a state for an exponential time, then jumps. */
export interface MarkovChain {
  /** Number of states, a whole number from 1 to 2,000. */
  readonly states: number
  /**
   * Its jumps; rates are finite and at least 0, per unit of time. Several jumps between the same
   * two states add up; a jump from a state to itself changes nothing.
   */
  readonly transitions: readonly Transition[]
}

/** Where a chain starts: a state, or the probability of each state, which add up to 1. */
export type StartState = number | readonly number[]

/** A chain that was read: one row of rates a state, in units in which the largest is from 1 to 2. */
export interface RateMatrix {
  readonly size: number
  /** What a rate in the matrix is multiplied by to get the rate per unit of time. */
  readonly unit: number
  /** Row after row, the rate from the state of the row to that of the column; 0 on the diagonal. */
  readonly rates: Float64Array
}

/** A matrix of 2,000 states takes 32 MB, and minutes to solve a thousand times. */
export const LARGEST_CHAIN = 2000

/** How far given probabilities may miss a sum of 1: room for rounding, none for mistakes. */
const SUM_TOLERANCE = 1e-12

/**
 * Validates a chain and gathers its rates.
 *
 * The unit is a power of two, so that dividing by it costs no digit and sums of rates cannot
 * overflow.
 *
 * @param chain the chain; see {@link MarkovChain} for the range of each field
 * @param functionName the public function that was called, for the message
 * @throws RangeError if a state or a rate is out of its range
 * @example rateMatrix({ states: 2, transitions: [[0, 1, 8]] }, 'steadyState').unit // 8
 */
export function rateMatrix({ states, transitions }: MarkovChain, functionName: string): RateMatrix {
  const size = requireWholeNumber(states, 1, LARGEST_CHAIN, 'states', functionName)
  let largest = 0
  for (const [from, to, rate] of transitions) {
    requireWholeNumber(from, 0, size - 1, 'state', functionName)
    requireWholeNumber(to, 0, size - 1, 'state', functionName)
    requireRate(rate, 'rate', functionName)
    if (from !== to) largest = Math.max(largest, rate)
  }
  const unit = largest === 0 ? 1 : 2 ** Math.floor(Math.log2(largest))
  const rates = new Float64Array(size * size)
  for (const [from, to, rate] of transitions) {
    const place = from * size + to
    if (from === to || rate === 0) continue
    if (rate / unit === 0) {
      throw new RangeError(
        `${functionName}: rates must lie within 1e308 of the largest, got ${rate} beside ${largest}`,
      )
    }
    rates[place] = (rates[place] ?? 0) + rate / unit
  }
  return { size, unit, rates }
}

/**
 * Reads where a chain starts as the probability of each state.
 *
 * @param start a state, or as many probabilities as there are states, adding up to 1 within 1e-12
 * @param size number of states
 * @param functionName the public function that was called, for the message
 * @throws RangeError if there is no such state or the probabilities are none
 * @example startDistribution(1, 3, 'transientState') // 0, 1, 0
 */
export function startDistribution(
  start: StartState,
  size: number,
  functionName: string,
): Float64Array {
  if (typeof start === 'number') {
    requireWholeNumber(start, 0, size - 1, 'start', functionName)
    return Float64Array.from({ length: size }, (_, state) => (state === start ? 1 : 0))
  }
  let sum = 0
  for (const probability of start) sum += requireProbability(probability, 'start', functionName)
  if (start.length !== size || Math.abs(sum - 1) > SUM_TOLERANCE) {
    throw new RangeError(
      `${functionName}: start must be ${size} probabilities that add up to 1, got ${start.length} that add up to ${sum}`,
    )
  }
  return Float64Array.from(start)
}

/**
 * Marks the states that can be reached from some of `origins`, these included; or, backwards, the
 * states from which one of them can be reached.
 *
 * @param matrix the chain
 * @param origins states to begin with
 * @param backwards follow the jumps against their direction
 * @example reachable(rateMatrix({ states: 2, transitions: [[0, 1, 8]] }, 'f'), [1], false) // [false, true]
 */
export function reachable(
  { size, rates }: RateMatrix,
  origins: readonly number[],
  backwards: boolean,
): readonly boolean[] {
  const seen = Array.from({ length: size }, () => false)
  const waiting = [...origins]
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (seen[state]) continue
    seen[state] = true
    for (let other = 0; other < size; other += 1) {
      const place = backwards ? other * size + state : state * size + other
      if (!seen[other] && (rates[place] ?? 0) > 0) waiting.push(other)
    }
  }
  return seen
}

/** Names a pair of states of which the second cannot be reached from the first; null where there is none. */
function missingPath(matrix: RateMatrix): readonly [number, number] | null {
  const unreached = reachable(matrix, [0], false).indexOf(false)
  if (unreached >= 0) return [0, unreached]
  const stuck = reachable(matrix, [0], true).indexOf(false)
  return stuck >= 0 ? [stuck, 0] : null
}

/**
 * Refuses a chain of which some state cannot be reached from some other.
 *
 * @param matrix the chain
 * @param functionName the public function that was called, for the message
 * @throws ReducibleChainError naming two such states
 * @example requireIrreducible(rateMatrix({ states: 1, transitions: [] }, 'f'), 'f') // nothing happens
 */
export function requireIrreducible(matrix: RateMatrix, functionName: string): void {
  const missing = missingPath(matrix)
  if (missing === null) return
  const [from, to] = missing
  throw new ReducibleChainError(
    `${functionName}: every state must be reachable from every other, got no path from ${from} to ${to}`,
  )
}
