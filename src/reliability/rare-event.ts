import { betaQuantile } from './beta-quantile.ts'
import { requireProbability, requireWholeNumber } from './domain.ts'
import { type Transition, rateMatrix, reachable } from './markov-chain.ts'
import type { MonteCarloOutcome } from './monte-carlo.ts'
import { fromUnreliability } from './probability.ts'
import { type RandomState, nextUniform, randomState } from './random-source.ts'

/** What {@link rareEvent} simulates, and how. */
export interface RareEventModel {
  /** Number of states, a whole number from 1 to 2,000. */
  readonly states: number
  /** The jumps by which something breaks, rates finite and at least 0, per unit of time. */
  readonly failures: readonly Transition[]
  /** The jumps by which something is mended, likewise. */
  readonly repairs: readonly Transition[]
  /** The state that every run starts in. */
  readonly start: number
  /** The states in which the system has failed. */
  readonly failed: readonly number[]
  /** Number of runs, a whole number from 2 to 999,999,999. */
  readonly runs: number
  /** Where the random numbers begin, a whole number from 0 to 4,294,967,295. */
  readonly seed: number
  /** Probability that the interval may miss, in [0, 1]; 0.05 by default. */
  readonly risk?: number
}

/** One way on from a state, how often it is taken in the simulation, and what that weighs. */
interface Jump {
  readonly to: number
  readonly chance: number
  readonly weight: number
}

const MOST_RUNS = 1e9 - 1

/** How likely something fails where it could be mended as well: Shahabuddin's choice. */
const BIAS = 0.5

/** Failures share BIAS evenly, however unlikely each is; repairs share the rest by their rates. */
function jumpsFrom(state: number, model: RareEventModel, unit: number): readonly Jump[] {
  const own = (jumps: readonly Transition[]): readonly Transition[] =>
    jumps.filter(([from, to, rate]) => from === state && to !== state && rate > 0)
  const total = (jumps: readonly Transition[]): number =>
    jumps.reduce((sum, [, , rate]) => sum + rate / unit, 0)
  const [breaking, mending] = [own(model.failures), own(model.repairs)]
  const failing = mending.length === 0 ? 1 : breaking.length === 0 ? 0 : BIAS
  const all = total([...breaking, ...mending])
  const jump = ([, to, rate]: Transition, chance: number): Jump => {
    return { to, chance, weight: rate / unit / all / chance }
  }
  return [
    ...breaking.map((each) => jump(each, failing / breaking.length)),
    ...mending.map((each) => jump(each, (1 - failing) * (each[2] / unit / total(mending)))),
  ]
}

/** What the run weighs if it comes to a failed state before it is back at the start, else 0. */
function walk(
  jumps: readonly (readonly Jump[])[],
  start: number,
  failed: ReadonlySet<number>,
  random: RandomState,
): number {
  let state = start
  let weight = 1
  do {
    const choices = jumps[state] ?? []
    let left = nextUniform(random)
    const jump = choices.find(({ chance }) => (left -= chance) < 0) ?? choices.at(-1)
    if (jump === undefined) return 0
    state = jump.to
    weight *= jump.weight
  } while (state !== start && !failed.has(state))
  return failed.has(state) ? weight : 0
}

/**
 * Estimates by simulation how likely a repairable system is to fail before it is as new again: from
 * its start, to come to a failed state before it comes back.
 *
 * By importance sampling with balanced failure biasing (Shahabuddin): wherever something could fail or
 * be mended, failures are made as likely as repairs, all of them alike, and each run counts for what it
 * would have been worth. The relative error then stays bounded however rare failures become. The
 * interval is Student's, which holds in the limit of many runs; do not trust it with few
 * `effectiveHits`. The same seed gives the same answer. {@link absorption} is exact where the states
 * are few enough.
 *
 * @param model the chain and the simulation; see {@link RareEventModel} for the range of each field
 * @returns as {@link monteCarlo} does; where no run saw a failure, a bound that says nothing
 * @throws RangeError if a field is out of its range, or some state has no way to the start or a failed one
 * @category randomness
 * @formula \gamma \approx \frac{1}{N} \sum_{j=1}^{N} 1_{\text{failed}}(j) \prod_{\text{jumps of } j} \frac{p}{p'}
 * @where γ the probability; N runs; p the true probability of a jump; p' that in the simulation
 * @assumes The system is a Markov chain: times to fail and to mend are exponential.
 * @assumes Failed states are where a run ends; what happens after is not simulated.
 * @source shahabuddin-1994
 * @source owen-2013
 * @example rareEvent({ states: 3, failures: [[0, 1, 0.002], [1, 2, 0.001]], repairs: [[1, 0, 1]], start: 0, failed: [2], runs: 1000, seed: 1 }) // 0.000957
 */
export function rareEvent(model: RareEventModel): MonteCarloOutcome {
  const { states, start, failures, repairs, risk = 0.05 } = model
  const matrix = rateMatrix({ states, transitions: [...failures, ...repairs] }, 'rareEvent')
  const ends = [start, ...model.failed]
  for (const state of ends) requireWholeNumber(state, 0, states - 1, 'state', 'rareEvent')
  const runs = requireWholeNumber(model.runs, 2, MOST_RUNS, 'runs', 'rareEvent')
  const seed = requireWholeNumber(model.seed, 0, 2 ** 32 - 1, 'seed', 'rareEvent')
  requireProbability(risk, 'risk', 'rareEvent')
  const stuck = reachable(matrix, ends, true).indexOf(false)
  if (stuck >= 0) {
    throw new RangeError(
      `rareEvent: every state must have a way to start or failed, got none from ${stuck}`,
    )
  }
  const jumps = Array.from({ length: states }, (_, state) => jumpsFrom(state, model, matrix.unit))
  const [random, failed] = [randomState(seed), new Set(model.failed)]
  // In units of the largest weight, because the square of one itself could vanish or overflow.
  let [unit, hits, weighted, squared] = [0, 0, 0, 0]
  for (let run = 0; run < runs; run += 1) {
    const weight = walk(jumps, start, failed, random)
    if (weight === 0) continue
    if (weight > unit) {
      weighted *= unit / weight
      squared *= (unit / weight) ** 2
      unit = weight
    }
    hits += 1
    weighted += weight / unit
    squared += (weight / unit) ** 2
  }
  if (hits === 0) return { kind: 'bound', interval: { lower: 0, upper: 1 } }
  const mean = weighted / runs
  const unreliability = Math.min(1, mean * unit)
  const variance = Math.max(0, (squared - weighted * mean) / (runs - 1))
  // The square of Student's quantile, over runs - 1, is the odds of this one.
  const share = betaQuantile(0.5, (runs - 1) / 2, fromUnreliability(risk))
  const spread = unit * Math.sqrt((variance * (runs - 1)) / runs)
  const error = spread === 0 ? 0 : spread * Math.sqrt(share / (1 - share))
  return {
    kind: 'estimate',
    unreliability,
    interval: {
      lower: Math.max(0, unreliability - error),
      upper: Math.min(1, unreliability + error),
    },
    hits,
    effectiveHits: (weighted * weighted) / squared,
    varianceReduction: variance === 0 ? Infinity : (mean * (1 - unreliability)) / unit / variance,
  }
}
