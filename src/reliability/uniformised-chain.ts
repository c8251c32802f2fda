import type { RateMatrix } from './markov-chain.ts'

/** A chain seen at the ticks of one clock for all states, which ticks as fast as the fastest is left. */
export interface Ticks {
  readonly size: number
  /** Ticks of that clock per unit of the matrix. */
  readonly pace: number
  /** Probability of staying in each state at a tick. */
  readonly stay: Float64Array
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly share: readonly number[]
}

/**
 * Puts a chain on one clock: at a tick it may jump or stay, so that after a random number of ticks,
 * which is a Poisson number, it is where the chain in continuous time is.
 *
 * @param matrix the chain
 * @source trivedi-2001
 * @example uniformise(rateMatrix({ states: 2, transitions: [[0, 1, 1]] }, 'f')).pace // 1
 */
export function uniformise({ size, rates }: RateMatrix): Ticks {
  const from: number[] = []
  const to: number[] = []
  const exit = new Float64Array(size)
  for (const [place, rate] of rates.entries()) {
    if (rate === 0) continue
    const state = Math.floor(place / size)
    from.push(state)
    to.push(place % size)
    exit[state] = (exit[state] ?? 0) + rate
  }
  const pace = exit.reduce((most, rate) => Math.max(most, rate), 0)
  const share = from.map((state, jump) => (rates[state * size + (to[jump] ?? 0)] ?? 0) / pace)
  return { size, pace, stay: exit.map((rate) => (pace - rate) / pace), from, to, share }
}

/**
 * The probability of each state one tick later.
 *
 * @param chain the chain on its clock
 * @param now the probability of each state
 * @example tick(uniformise(rateMatrix({ states: 2, transitions: [[0, 1, 1]] }, 'f')), Float64Array.of(1, 0)) // 0, 1
 */
export function tick({ stay, from, to, share }: Ticks, now: Float64Array): Float64Array {
  const next = now.map((probability, state) => probability * (stay[state] ?? 0))
  for (let jump = 0; jump < share.length; jump += 1) {
    const target = to[jump] ?? 0
    next[target] = (next[target] ?? 0) + (now[from[jump] ?? 0] ?? 0) * (share[jump] ?? 0)
  }
  return next
}

/**
 * Divides probabilities, in place, by their sum.
 *
 * @param probabilities at least 0, not all 0
 * @example normalise(Float64Array.of(1, 3)) // now 0.25, 0.75
 */
export function normalise(probabilities: Float64Array): void {
  let sum = 0
  for (const probability of probabilities) sum += probability
  for (let state = 0; state < probabilities.length; state += 1) {
    probabilities[state] = (probabilities[state] ?? 0) / sum
  }
}

/**
 * Adds `weight` times the terms to a sum, in place.
 *
 * @param sum what is added to
 * @param terms as many numbers
 * @param weight what they are multiplied by
 * @example addWeighted(Float64Array.of(1, 1), Float64Array.of(0, 2), 0.5) // now 1, 2
 */
export function addWeighted(sum: Float64Array, terms: Float64Array, weight: number): void {
  if (weight === 0) return
  for (let state = 0; state < sum.length; state += 1) {
    sum[state] = (sum[state] ?? 0) + weight * (terms[state] ?? 0)
  }
}
