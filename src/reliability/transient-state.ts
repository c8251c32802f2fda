import { requireDuration } from './domain.ts'
import {
  type MarkovChain,
  type RateMatrix,
  type StartState,
  rateMatrix,
  startDistribution,
} from './markov-chain.ts'
import { poissonWeights } from './poisson-weights.ts'
import { stationary } from './steady-state.ts'
import { type Ticks, addWeighted, normalise, tick, uniformise } from './uniformised-chain.ts'

/** Steps beyond which the rounding of each could add up to more than 1e-11. */
const LONGEST_WALK = 100_000

/** How often a walk looks whether it has settled, in steps. */
const LOOK_EVERY = 50

/** A state within this share of its steady value has settled, and stays so: no step moves it away. */
const SETTLED = 1e-12

/** A doubling that changes no entry by more than this share has nothing left to change. */
const UNCHANGED = 1e-14

/** Expected ticks in the stretch of time that doubling begins with, and the terms that matter there. */
const FIRST_STRETCH = 1 / 8
const TERMS_OF_FIRST_STRETCH = 12

function isSettled(now: Float64Array, limit: Float64Array): boolean {
  return now.every((probability, state) => {
    const settled = limit[state] ?? 0
    return Math.abs(probability - settled) <= SETTLED * settled
  })
}

/**
 * The mixture of the distributions after 0, 1, 2, … ticks with the given weights. With a `limit`
 * the walk ends where it has settled there, and the rest of the weight is the limit's. `null` where
 * it has not ended after `longest` ticks.
 */
function walk(
  chain: Ticks,
  start: Float64Array,
  weights: readonly number[],
  limit: Float64Array | null,
  longest: number,
): Float64Array | null {
  const mixture = new Float64Array(chain.size)
  let now = start
  for (const [ticks, weight] of weights.entries()) {
    if (ticks > longest) return null
    if (limit !== null && ticks % LOOK_EVERY === LOOK_EVERY - 1) {
      normalise(now)
      if (isSettled(now, limit)) {
        addWeighted(
          mixture,
          limit,
          weights.slice(ticks).reduce((rest, later) => rest + later, 0),
        )
        break
      }
    }
    addWeighted(mixture, now, weight)
    now = tick(chain, now)
  }
  normalise(mixture)
  return mixture
}

function multiply(size: number, left: Float64Array, right: Float64Array): Float64Array {
  const product = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    const target = product.subarray(row * size, (row + 1) * size)
    for (let inner = 0; inner < size; inner += 1) {
      const factor = left[row * size + inner] ?? 0
      if (factor === 0) continue
      const source = right.subarray(inner * size, (inner + 1) * size)
      for (let column = 0; column < size; column += 1) {
        target[column] = (target[column] ?? 0) + factor * (source[column] ?? 0)
      }
    }
    normalise(target)
  }
  return product
}

function changed(before: Float64Array, after: Float64Array): boolean {
  return after.some((entry, place) => Math.abs(entry - (before[place] ?? 0)) > UNCHANGED * entry)
}

/** The weights of a walk that may end early. Far beyond it, less than 1e-60 of all is on it. */
function weightsWithin(longest: number, expected: number, reach: number): readonly number[] {
  if (expected <= 4 * longest + 400) return poissonWeights(expected, reach)
  return Array.from({ length: longest + 2 }, (_, tick) => (tick > longest ? 1 : 0))
}

/**
 * The same by doubling: the probabilities of every state from every other over less than one tick,
 * squared until they span the whole time. Every entry is a sum of positive terms, and each row is
 * held to a sum of 1, without which an error would double each time too.
 */
function double(
  chain: Ticks,
  start: Float64Array,
  ticks: (duration: number) => number,
  time: number,
): Float64Array {
  const { size } = chain
  let short = time
  let doublings = 0
  while (ticks(short) > FIRST_STRETCH) {
    short /= 2
    doublings += 1
  }
  const weights = poissonWeights(ticks(short), 0)
  let matrix: Float64Array = new Float64Array(size * size)
  for (let state = 0; state < size; state += 1) {
    const row = walk(chain, startDistribution(state, size, ''), weights, null, Infinity) ?? []
    matrix.set(row, state * size)
  }
  for (; doublings > 0; doublings -= 1) {
    const squared = multiply(size, matrix, matrix)
    const still = !changed(matrix, squared)
    matrix = squared
    if (still) break
  }
  const end = new Float64Array(size)
  for (const [state, probability] of start.entries()) {
    addWeighted(end, matrix.subarray(state * size, (state + 1) * size), probability)
  }
  return end
}

/**
 * The distribution of a chain that was read, after a time; see {@link transientState}.
 *
 * @param matrix the chain
 * @param start probability of each state at the beginning
 * @param time time since, finite, at least 0, in the unit of the rates
 * @example transient(rateMatrix({ states: 1, transitions: [] }, 'f'), Float64Array.of(1), 5) // 1
 */
export function transient(matrix: RateMatrix, start: Float64Array, time: number): Float64Array {
  const { size, unit } = matrix
  const chain = uniformise(matrix)
  // In this order the product overflows only where the number of ticks does.
  const ticks = (duration: number): number => duration * unit * chain.pace
  const expected = ticks(time)
  if (expected === 0) return start
  const costOfTick = chain.share.length + size
  const costOfDoubling =
    size * TERMS_OF_FIRST_STRETCH * costOfTick + size ** 3 * Math.max(1, Math.log2(expected))
  const longest = Math.min(LONGEST_WALK, Math.floor(costOfDoubling / costOfTick))
  // The steady state is worth its price only before a walk that costs more.
  const limit = expected * costOfTick > size ** 3 ? stationary(matrix) : null
  const short = expected <= longest
  const walked =
    short || limit !== null
      ? walk(
          chain,
          start,
          weightsWithin(longest, expected, size),
          limit,
          short ? Infinity : longest,
        )
      : null
  return walked ?? double(chain, start, ticks, time)
}

/**
 * The probability of each state of a Markov chain after a time.
 *
 * By uniformisation: one clock ticks as fast as the fastest state is left, and the distributions
 * after 0, 1, 2, … ticks are mixed with the Poisson probabilities of so many ticks. All terms are
 * positive, so small probabilities keep their digits too. The walk ends where it has reached the
 * steady state; where it would be long, powers of the matrix by repeated squaring take its place.
 * Relative error at most 1e-10.
 *
 * @param chain the chain; it may be reducible and have absorbing states
 * @param start the state it starts in, or the probability of each, adding up to 1
 * @param time time since the start, finite, at least 0, in the unit of the rates (hours, per hour)
 * @throws RangeError if an argument is out of its range
 * @category dynamics
 * @formula p(t) = \sum_{k=0}^{\infty} e^{-\Lambda t}\,\frac{(\Lambda t)^k}{k!}\ p(0)\,P^k
 * @formula P = I + Q / \Lambda
 * @assumes The future depends on the present state alone: times in a state are exponential.
 * @source trivedi-2001
 * @source fox-glynn-1988
 * @source xue-ye-2013
 * @example transientState({ states: 2, transitions: [[0, 1, 1], [1, 0, 1]] }, 0, 1) // (1 ± e^-2) / 2: [0.5677, 0.4323]
 */
export function transientState(
  chain: MarkovChain,
  start: StartState,
  time: number,
): readonly number[] {
  const matrix = rateMatrix(chain, 'transientState')
  const from = startDistribution(start, matrix.size, 'transientState')
  requireDuration(time, 'time', 'transientState')
  return [...transient(matrix, from, time)]
}
