import {
  type MarkovChain,
  type RateMatrix,
  rateMatrix,
  requireIrreducible,
} from './markov-chain.ts'

/** Where a weight exceeds this, all are scaled down, long before one could overflow. */
const LARGEST_WEIGHT = 1e100

/**
 * Takes the states out of a chain one by one, the last first: what used to pass through a state now
 * goes straight to where it would have gone next. Returns the rate at which each state was left
 * for those before it.
 */
function eliminate(rates: Float64Array, size: number): Float64Array {
  const left = new Float64Array(size)
  for (let state = size - 1; state > 0; state -= 1) {
    const row = state * size
    let total = 0
    for (let to = 0; to < state; to += 1) total += rates[row + to] ?? 0
    left[state] = total
    for (let to = 0; to < state; to += 1) rates[row + to] = (rates[row + to] ?? 0) / total
    for (let from = 0; from < state; from += 1) {
      const target = from * size
      const rate = rates[target + state] ?? 0
      if (rate === 0) continue
      for (let to = 0; to < state; to += 1) {
        rates[target + to] = (rates[target + to] ?? 0) + rate * (rates[row + to] ?? 0)
      }
    }
  }
  return left
}

/**
 * The one steady state of a chain; see {@link steadyState}. `null` where there is more than one,
 * where state 0 has no part in it, or where a path is so slow that it is lost to underflow.
 *
 * @param matrix the chain; left as it is
 * @example stationary(rateMatrix({ states: 1, transitions: [] }, 'f')) // 1
 */
export function stationary({ size, rates: given }: RateMatrix): Float64Array | null {
  const rates = given.slice()
  const left = eliminate(rates, size)
  const weights = new Float64Array(size)
  weights[0] = 1
  for (let state = 1; state < size; state += 1) {
    const total = left[state] ?? 0
    if (total === 0) return null
    let entered = 0
    for (let from = 0; from < state; from += 1) {
      entered += (weights[from] ?? 0) * (rates[from * size + state] ?? 0)
    }
    weights[state] = entered / total
    if (entered <= LARGEST_WEIGHT * total) continue
    for (let other = 0; other < state; other += 1)
      weights[other] = (weights[other] ?? 0) * (total / entered)
    weights[state] = 1
  }
  let sum = 0
  for (const weight of weights) sum += weight
  return weights.map((weight) => weight / sum)
}

/**
 * The one steady state of a chain that was read, or an error in the name of a public function.
 *
 * @param matrix the chain; left as it is
 * @param functionName the public function that was called, for the message
 * @throws ReducibleChainError if some state cannot be reached from some other
 * @throws RangeError if a path is so slow that it is lost to underflow
 * @example stationaryOf(rateMatrix({ states: 1, transitions: [] }, 'f'), 'f') // 1
 */
export function stationaryOf(matrix: RateMatrix, functionName: string): Float64Array {
  requireIrreducible(matrix, functionName)
  const shares = stationary(matrix)
  if (shares !== null) return shares
  throw new RangeError(
    `${functionName}: paths must not be slower than 1e-308 of the fastest rate, got one that is`,
  )
}

/**
 * The steady state of a Markov chain: the share of time it spends in each state in the long run,
 * wherever it began.
 *
 * Grassmann, Taksar and Heyman's elimination: it only adds, multiplies and divides positive
 * numbers, so that every share keeps its digits, a share of 1e-50 as well as one near 1. States
 * whose share lies below about 1e-308 may come back as 0.
 *
 * @param chain the chain, whose every state must be reachable from every other
 * @throws RangeError if a state or a rate is out of its range
 * @throws ReducibleChainError if some state cannot be reached from some other
 * @category dynamics
 * @formula \pi Q = 0, \quad \sum_i \pi_i = 1
 * @where Q the rates from state to state; π the share of time in each
 * @assumes The future depends on the present state alone: times in a state are exponential.
 * @source grassmann-1985
 * @example steadyState({ states: 2, transitions: [[0, 1, 1], [1, 0, 3]] }) // [0.75, 0.25]
 */
export function steadyState(chain: MarkovChain): readonly number[] {
  return [...stationaryOf(rateMatrix(chain, 'steadyState'), 'steadyState')]
}
