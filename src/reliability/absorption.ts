import { requireWholeNumber } from './domain.ts'
import {
  type MarkovChain,
  type RateMatrix,
  type StartState,
  rateMatrix,
  reachable,
  startDistribution,
} from './markov-chain.ts'
import { addWeighted } from './uniformised-chain.ts'

/** How and when a chain ends; see {@link absorption}. */
export interface Absorption {
  /** Mean time until an absorbing state is entered, in the unit of the rates; Infinity if it may never be. */
  readonly meanTime: number
  /** Probability of ending in each of the absorbing states, in the order in which they were named. */
  readonly probabilities: readonly number[]
}

/** The transient states of a chain, and where each goes: out of them, or to one another. */
interface Passage {
  readonly states: readonly number[]
  /** States without a way to an absorbing one. */
  readonly trapped: readonly number[]
  /** Columns before those of the states: 1 for the time, one an absorbing state, one for being trapped. */
  readonly ways: number
  /** A row a state: 1, the rates into each absorbing state and into trapped ones, the rates to each state. */
  readonly rows: Float64Array
}

function passage(matrix: RateMatrix, absorbing: readonly number[]): Passage {
  const { size, rates } = matrix
  const ends = reachable(matrix, absorbing, true)
  const all = Array.from({ length: size }, (_, state) => state)
  const states = all.filter((state) => ends[state] && !absorbing.includes(state))
  const trapped = all.filter((state) => !ends[state])
  const ways = absorbing.length + 2
  const width = ways + states.length
  const rows = new Float64Array(states.length * width)
  for (const [row, from] of states.entries()) {
    const rate = (to: number): number => rates[from * size + to] ?? 0
    rows.set([1, ...absorbing.map(rate)], row * width)
    rows[row * width + ways - 1] = trapped.reduce((sum, to) => sum + rate(to), 0)
    rows.set(states.map(rate), row * width + ways)
  }
  return { states, trapped, ways, rows }
}

/**
 * Takes the transient states out one by one, the last first, as for the steady state; then puts
 * them back, the first first. Turns the first columns of each row into what becomes of the chain
 * from there: its mean time and the probability of each way out.
 */
function resolve({ states, ways, rows }: Passage): void {
  const width = ways + states.length
  const addRow = (target: number, factor: number, source: number, columns: number): void => {
    if (factor === 0) return
    for (let column = 0; column < columns; column += 1) {
      const value = rows[source + column] ?? 0
      rows[target + column] = (rows[target + column] ?? 0) + factor * value
    }
  }
  for (let state = states.length - 1; state >= 0; state -= 1) {
    const row = rows.subarray(state * width, state * width + ways + state)
    let total = 0
    for (const rate of row.subarray(1)) total += rate
    if (total === 0) {
      throw new RangeError(
        'absorption: paths must not be slower than 1e-308 of the fastest rate, got one that is',
      )
    }
    for (let column = 0; column < row.length; column += 1) row[column] = (row[column] ?? 0) / total
    for (let from = 0; from < state; from += 1) {
      const rate = rows[from * width + ways + state] ?? 0
      addRow(from * width, rate, state * width, row.length)
    }
  }
  for (let state = 0; state < states.length; state += 1) {
    for (let next = 0; next < state; next += 1) {
      const share = rows[state * width + ways + next] ?? 0
      addRow(state * width, share, next * width, ways)
    }
  }
}

/**
 * The mean time until a Markov chain enters one of its absorbing states, and the probability that
 * it is each of them: the mean time to failure where those are the failed states.
 *
 * By elimination without any subtraction, so a mean of 1e50 and a probability of 1e-50 keep their
 * digits. Where the chain may come to a place without a way to an absorbing state, the mean time
 * is Infinity and the probabilities add up to less than 1.
 *
 * @param chain the chain; jumps out of an absorbing state are not made
 * @param absorbing the absorbing states, at least one, each named once
 * @param start the state it starts in, or the probability of each, adding up to 1
 * @throws RangeError if an argument is out of its range
 * @category dynamics
 * @formula m_i = \frac{1}{q_i} + \sum_{j} \frac{q_{ij}}{q_i}\, m_j
 * @where m_i the mean time from state i; q_ij the rate from i to j; q_i the rate at which i is left
 * @assumes The future depends on the present state alone: times in a state are exponential.
 * @source trivedi-2001
 * @source grassmann-1985
 * @example absorption({ states: 2, transitions: [[0, 1, 0.25]] }, [1], 0).meanTime // 4
 */
export function absorption(
  chain: MarkovChain,
  absorbing: readonly number[],
  start: StartState,
): Absorption {
  const matrix = rateMatrix(chain, 'absorption')
  const from = startDistribution(start, matrix.size, 'absorption')
  for (const state of absorbing) {
    requireWholeNumber(state, 0, matrix.size - 1, 'absorbing', 'absorption')
  }
  if (absorbing.length === 0 || new Set(absorbing).size < absorbing.length) {
    throw new RangeError(
      `absorption: absorbing must name at least one state and none twice, got [${absorbing.join()}]`,
    )
  }
  const transient = passage(matrix, absorbing)
  resolve(transient)
  const { states, ways, rows } = transient
  const outcome = new Float64Array(ways)
  for (const [index, state] of states.entries()) {
    const row = index * (ways + states.length)
    addWeighted(outcome, rows.subarray(row, row + ways), from[state] ?? 0)
  }
  const [meanTime = 0, ...probabilities] = outcome
  const trapped = transient.trapped.reduce((sum, state) => sum + (from[state] ?? 0), 0)
  return {
    meanTime: trapped + (probabilities.pop() ?? 0) > 0 ? Infinity : meanTime / matrix.unit,
    probabilities: probabilities.map(
      (probability, index) => probability + (from[absorbing[index] ?? 0] ?? 0),
    ),
  }
}
