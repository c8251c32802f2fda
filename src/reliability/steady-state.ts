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
    const row = rates.subarray(state * size, state * size + state)
    let total = 0
    for (const rate of row) total += rate
    left[state] = total
    for (let to = 0; to < state; to += 1) row[to] = (row[to] ?? 0) / total
    for (let from = 0; from < state; from += 1) {
      const target = from * size
      const rate = rates[target + state] ?? 0
      if (rate === 0) continue
      for (let to = 0; to < state; to += 1) {
        rates[target + to] = (rates[target + to] ?? 0) + rate * (row[to] ?? 0)
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
 * @assumes The future depends on the present state alone: times in a state are exponential.
 * @source grassmann-1985
 * @example steadyState({ states: 2, transitions: [[0, 1, 1], [1, 0, 3]] }) // [0.75, 0.25]
 */
export function steadyState(chain: MarkovChain): readonly number[] {
  const matrix = rateMatrix(chain, 'steadyState')
  requireIrreducible(matrix, 'steadyState')
  const shares = stationary(matrix)
  if (shares === null) {
    throw new RangeError(
      'steadyState: paths must not be slower than 1e-308 of the fastest rate, got one that is',
    )
  }
  return [...shares]
}
