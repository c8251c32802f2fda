import type { RateMatrix } from './markov-chain.ts'

/**
 * What is no more than this is taken for 0: below 2e-308 a double has hardly any digits left, and is
 * slow to compute with.
 */
export const NOTHING = 1e-305

/** A chain seen at the ticks of one clock for all states, which ticks as fast as the fastest is left. */
export interface Ticks {
  readonly size: number
  /** Ticks of that clock per unit of the matrix. */
  readonly pace: number
  /** Probability of staying in each state at a tick. */
  readonly stay: Float64Array
  /** Where the jumps into each state end among all, which are in the order of the state they enter. */
  readonly ends: Int32Array
  readonly from: Int32Array
  readonly share: Float64Array
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
  let jumps = 0
  for (const rate of rates) if (rate > 0) jumps += 1
  const from = new Int32Array(jumps)
  const share = new Float64Array(jumps)
  const ends = new Int32Array(size)
  const exit = new Float64Array(size)
  jumps = 0
  for (let to = 0; to < size; to += 1) {
    for (let state = 0; state < size; state += 1) {
      const rate = rates[state * size + to] ?? 0
      if (rate === 0) continue
      from[jumps] = state
      share[jumps] = rate
      exit[state] = (exit[state] ?? 0) + rate
      jumps += 1
    }
    ends[to] = jumps
  }
  const pace = exit.reduce((most, rate) => Math.max(most, rate), 0)
  return {
    size,
    pace,
    stay: exit.map((rate) => (pace - rate) / pace),
    ends,
    from,
    share: share.map((rate) => rate / pace),
  }
}

/**
 * The probability of each state one tick later.
 *
 * @param chain the chain on its clock
 * @param now the probability of each state
 * @example tick(uniformise(rateMatrix({ states: 2, transitions: [[0, 1, 1]] }, 'f')), Float64Array.of(1, 0)) // 0, 1
 */
export function tick({ stay, ends, from, share }: Ticks, now: Float64Array): Float64Array {
  const next = new Float64Array(now.length)
  let jump = 0
  for (let state = 0; state < next.length; state += 1) {
    let sum = (now[state] ?? 0) * (stay[state] ?? 0)
    for (const end = ends[state] ?? 0; jump < end; jump += 1) {
      sum += (now[from[jump] ?? 0] ?? 0) * (share[jump] ?? 0)
    }
    next[state] = sum > NOTHING ? sum : 0
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
 * @param terms as many numbers, or more
 * @param weight what they are multiplied by
 * @param first where they begin
 * @example addWeighted(Float64Array.of(1, 1), Float64Array.of(0, 2), 0.5) // now 1, 2
 */
export function addWeighted(
  sum: Float64Array,
  terms: Float64Array,
  weight: number,
  first = 0,
): void {
  if (weight === 0) return
  for (let state = 0; state < sum.length; state += 1) {
    sum[state] = (sum[state] ?? 0) + weight * (terms[first + state] ?? 0)
  }
}
