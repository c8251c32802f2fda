import { requireDuration } from './domain.ts'
import {
  type MarkovChain,
  type RateMatrix,
  type StartState,
  rateMatrix,
  reachable,
  startDistribution,
} from './markov-chain.ts'
import { poissonWeights, tailSums } from './poisson-weights.ts'
import { stationary } from './steady-state.ts'
import {
  NOTHING,
  type Ticks,
  addWeighted,
  normalise,
  tick,
  uniformise,
} from './uniformised-chain.ts'

/** Steps beyond which the rounding of each could add up to more than 1e-11. */
const LONGEST_WALK = 100_000

/** How much each number of ticks counts, from 0 on. */
type Weights = ArrayLike<number>

/** How often a walk looks whether it has settled, in steps. */
const LOOK_EVERY = 16

/** A state within this share of its steady value has settled, and stays so: no step moves it away. */
const SETTLED = 1e-12

/** What is still to come has no digit left to give to a state with more than this many times as much. */
const SPENT = 1e-17

/** A doubling that changes no entry by more than this share has nothing left to change. */
const UNCHANGED = 1e-14

/** Expected ticks in the stretch of time that doubling begins with, and the terms that matter there. */
const FIRST_STRETCH = 1 / 8
const TERMS_OF_FIRST_STRETCH = 12

function isSettled(now: Float64Array, limit: Float64Array): boolean {
  return now.every((probability, state) => {
    const settled = limit[state] ?? 0
    return Math.abs(probability - settled) <= SETTLED * settled + NOTHING
  })
}

/**
 * The mixture of the distributions after 0, 1, 2, … ticks with the given weights, until what is left
 * of them can no longer matter to the states of `reached`. With a `limit` the walk ends where it has
 * settled there, and the rest of the weight is the limit's. `null` where it has not ended after
 * `longest` ticks.
 */
function walk(
  chain: Ticks,
  start: Float64Array,
  weights: Weights,
  reached: readonly number[],
  limit: Float64Array | null = null,
  longest = Infinity,
): Float64Array | null {
  const mixture = new Float64Array(chain.size)
  const rest = tailSums(weights)
  let now = start
  for (let ticks = 0; ticks < weights.length; ticks += 1) {
    if (ticks > longest) return null
    if (limit !== null && ticks % LOOK_EVERY === LOOK_EVERY - 1) {
      normalise(now)
      if (isSettled(now, limit)) {
        addWeighted(mixture, limit, rest[ticks] ?? 0)
        break
      }
    }
    addWeighted(mixture, now, weights[ticks] ?? 0)
    const later = (rest[ticks + 1] ?? 0) / SPENT
    if (later < 1 && reached.every((state) => later <= (mixture[state] ?? 0))) break
    now = tick(chain, now)
  }
  normalise(mixture)
  return mixture
}

/** The probabilities after what `matrix` does to them. */
function through(matrix: Float64Array, probabilities: Float64Array): Float64Array {
  const { length } = probabilities
  const end = new Float64Array(length)
  for (const [state, probability] of probabilities.entries()) {
    addWeighted(end, matrix, probability, state * length)
  }
  return end
}

function square(size: number, matrix: Float64Array): Float64Array {
  const product = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    const place = row * size
    const target = through(matrix, matrix.slice(place, place + size))
    normalise(target)
    product.set(target, place)
  }
  return product
}

function changed(before: Float64Array, after: Float64Array): boolean {
  return after.some((entry, place) => Math.abs(entry - (before[place] ?? 0)) > UNCHANGED * entry)
}

/**
 * The weight of each number of ticks, for the end of the time or for the mean over it: there a tick
 * counts as often as the clock has come so far. Far beyond `longest`, where a walk must have ended,
 * less than 1e-60 of all ends before it.
 */
function weightsOf(averaged: boolean, expected: number, reach: number, longest: number): Weights {
  if (expected <= 4 * longest + 400) {
    const weights = poissonWeights(expected, reach)
    return averaged ? tailSums(weights).subarray(1) : weights
  }
  return Array.from({ length: longest + 2 }, (_, ticks) =>
    averaged ? (ticks > longest ? expected - ticks : 1) : Number(ticks > longest),
  )
}

/**
 * The same by doubling: the probabilities of every state from every other over less than one tick,
 * squared until they span the whole time. Every entry is a sum of positive terms, and each row is
 * held to a sum of 1, without which an error would double each time too. The mean over a time twice
 * as long is that of the mean over the time and of the same mean one such time later.
 */
function double(
  chain: Ticks,
  start: Float64Array,
  ticks: (duration: number) => number,
  time: number,
  averaged: boolean,
): Float64Array {
  const { size } = chain
  let short = time
  let doublings = 0
  while (ticks(short) > FIRST_STRETCH) {
    short /= 2
    doublings += 1
  }
  const weights = poissonWeights(ticks(short), 0)
  const everywhere = [...start.keys()]
  let matrix: Float64Array = new Float64Array(size * size)
  for (const state of everywhere) {
    const row = walk(chain, startDistribution(state, size, ''), weights, everywhere) ?? []
    matrix.set(row, state * size)
  }
  let still = false
  let mean = start
  for (; doublings > 0; doublings -= 1) {
    const later = through(matrix, mean)
    addWeighted(later, mean, 1)
    normalise(later)
    mean = later
    if (still) continue
    const squared = square(size, matrix)
    still = !changed(matrix, squared)
    matrix = squared
  }
  if (!averaged) return through(matrix, start)
  return walk(chain, mean, tailSums(weights).subarray(1), everywhere) ?? mean
}

/**
 * The distribution of a chain that was read, after a time; see {@link transientState}. Or the share
 * of the time that it spends in each state.
 *
 * @param matrix the chain
 * @param start probability of each state at the beginning
 * @param time time since, finite, at least 0, in the unit of the rates
 * @param averaged whether the mean over the time is asked for
 * @example transient(rateMatrix({ states: 1, transitions: [] }, 'f'), Float64Array.of(1), 5) // 1
 */
export function transient(
  matrix: RateMatrix,
  start: Float64Array,
  time: number,
  averaged = false,
): Float64Array {
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
  const limit = expected * costOfTick > size ** 3 / 4 ? stationary(matrix) : null
  const short = expected <= longest
  if (short || limit !== null) {
    const origins = [...start.keys()].filter((state) => (start[state] ?? 0) > 0)
    const within = reachable(matrix, origins, false)
    const walked = walk(
      chain,
      start,
      weightsOf(averaged, expected, size, longest),
      [...start.keys()].filter((state) => within[state]),
      limit,
      short ? Infinity : longest,
    )
    if (walked !== null) return walked
  }
  return double(chain, start, ticks, time, averaged)
}

/**
 * The probability of each state of a Markov chain after a time.
 *
 * By uniformisation: one clock ticks as fast as the fastest state is left, and the distributions
 * after 0, 1, 2, … ticks are mixed with the Poisson probabilities of so many ticks. All terms are
 * positive, so small probabilities keep their digits too. The walk ends where it has reached the
 * steady state; where it would be long, powers of the matrix by repeated squaring take its place.
 * Relative error at most 1e-10; what is below 1e-305 may come back as 0.
 *
 * @param chain the chain; it may be reducible and have absorbing states
 * @param start the state it starts in, or the probability of each, adding up to 1
 * @param time time since the start, finite, at least 0, in the unit of the rates (hours, per hour)
 * @throws RangeError if an argument is out of its range
 * @category dynamics
 * @formula p(t) = \sum_{k=0}^{\infty} e^{-\Lambda t}\,\frac{(\Lambda t)^k}{k!}\ p(0)\,P^k
 * @formula P = I + Q / \Lambda
 * @where Q the rates from state to state; Λ the fastest rate at which a state is left
 * @assumes The future depends on the present state alone: times in a state are exponential.
 * @source trivedi-2001
 * @source fox-glynn-1988
 * @source xue-ye-2013
 * @example transientState({ states: 2, transitions: [[0, 1, 1], [1, 0, 1]] }, 0, 1) // [0.5677, 0.4323]
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
