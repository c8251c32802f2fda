import { requireProbability, requireWholeNumber } from './domain.ts'
import { exponentialTilt } from './exponential-tilt.ts'
import { type Component, toProbability } from './probability.ts'
import { type Interval, clopperPearson } from './proportion-interval.ts'
import { type RandomState, fillWords, nextWord, randomState } from './random-source.ts'
import { zeroFailures } from './zero-failures.ts'

/** What {@link monteCarlo} simulates, and how. */
export interface MonteCarloModel {
  /** The independent components, at least one; a bare number is a reliability in [0, 1]. */
  readonly components: readonly Component[]
  /**
   * Whether the system is down.
   *
   * @param failed 1 for each component that has failed, 0 for the others; used again for the next
   *   run, so neither to be changed nor kept
   * @param failures how many have failed
   */
  readonly fails: (failed: Uint8Array, failures: number) => boolean
  /** Number of runs, a whole number from 2 to 999,999,999. */
  readonly runs: number
  /** Where the random numbers begin, a whole number from 0 to 4,294,967,295. */
  readonly seed: number
  /**
   * For importance sampling: no fewer failures than this can bring the system down, a whole number
   * from 0 to the number of components. 0, the default, samples plainly.
   */
  readonly fewestFailures?: number
  /** Probability that the interval may miss, in (0, 1]; 0.05 by default. */
  readonly risk?: number
}

/** What a simulation found; where it saw no failure it has a bound, and no estimate. */
export type MonteCarloOutcome = MonteCarloEstimate | MonteCarloBound

/** A simulation that saw the system fail. */
export interface MonteCarloEstimate {
  readonly kind: 'estimate'
  /** Estimated probability that the system is down. */
  readonly unreliability: number
  /** Limits that hold the true value with a probability of at least 1 - risk. */
  readonly interval: Interval
  /** Runs in which the system was down. */
  readonly hits: number
  /** How many equally weighted hits would tell as much. */
  readonly effectiveHits: number
  /** How many times as many runs plain sampling would need, as estimated; 1 for plain sampling. */
  readonly varianceReduction: number
}

/** A simulation that never saw the system fail, which does not mean that it cannot. */
export interface MonteCarloBound {
  readonly kind: 'bound'
  /** From 0 to the one-sided bound that holds with a probability of 1 - risk. */
  readonly interval: Interval
}

const MOST_RUNS = 1e9 - 1
const MOST_COMPONENTS = 1_000_000
const WORDS_AT_ONCE = 4096

/** Counts the runs that bring the system down by the number of failures in them. */
function countHits(
  unreliabilities: Float64Array,
  runs: number,
  state: RandomState,
  fails: MonteCarloModel['fails'],
): Float64Array {
  const count = unreliabilities.length
  // A word below the threshold is a failure; on it, 2^-32 of all, a second word decides. So even
  // 1e-18 is drawn with the right probability. Thresholds are shifted by 2^31, as words are signed.
  const thresholds = Int32Array.from(
    unreliabilities,
    (q) => Math.min(Math.floor(q * 2 ** 32), 2 ** 32 - 1) - 2 ** 31,
  )
  const remainders = unreliabilities.map(
    (q, index) => (q * 2 ** 32 - ((thresholds[index] ?? 0) + 2 ** 31)) * 2 ** 32,
  )
  const failed = new Uint8Array(count)
  const hits = new Float64Array(count + 1)
  // Words of whole runs, as many as fit the first cache.
  const words = new Int32Array(count * Math.ceil(WORDS_AT_ONCE / count))
  let used = words.length
  for (let run = 0; run < runs; run += 1) {
    if (used === words.length) {
      fillWords(state, words)
      used = 0
    }
    let failures = 0
    for (let index = 0; index < count; index += 1) {
      const word = words[used + index] ?? 0
      const threshold = thresholds[index] ?? 0
      let down = word < threshold ? 1 : 0
      if (word === threshold && nextWord(state) >>> 0 < (remainders[index] ?? 0)) down = 1
      failed[index] = down
      failures += down
    }
    used += count
    if (fails(failed, failures)) hits[failures] = (hits[failures] ?? 0) + 1
  }
  return hits
}

/**
 * Maurer and Pontil's empirical Bernstein bound, to either side of a mean of independent numbers in
 * [0, largest]: it holds for any number of them, not only in the limit.
 */
function bernstein(variance: number, largest: number, runs: number, risk: number): number {
  const logarithm = Math.log(4 / risk)
  return Math.sqrt((2 * variance * logarithm) / runs) + (7 * largest * logarithm) / (3 * (runs - 1))
}

/**
 * Estimates by simulation how often a system is down, whatever its structure.
 *
 * The same seed gives the same answer. With `fewestFailures` the components are made to fail more
 * often by {@link exponentialTilt}, and each run counts for what it would have been worth: failures
 * of one in 1e12 come out of some thousand runs. The interval is never too short: Clopper and
 * Pearson's for plain sampling, the empirical Bernstein bound for weighted. A simulation without a
 * single failure answers with a bound, never with 0.
 *
 * @param model the system and the simulation; see {@link MonteCarloModel} for the range of each field
 * @throws RangeError if a field is out of its range, or the system fails with fewer failures than
 *   `fewestFailures`
 * @category randomness
 * @formula \hat{U} = \frac{1}{N} \sum_{i=1}^{N} w_i\,[\,\mathrm{down}_i\,]
 * @where N runs; w_i the weight of run i, 1 in plain sampling
 * @assumes Components fail independently; what they share is a component of its own.
 * @source owen-2013
 * @source maurer-pontil-2009
 * @source siegmund-1976
 * @example
 * monteCarlo({ components: [0.9, 0.9, 0.9], fails: (_, failures) => failures >= 2, runs: 10000, seed: 1 })
 * // 0.026, between 0.0230 and 0.0293
 */
export function monteCarlo(model: MonteCarloModel): MonteCarloOutcome {
  const { fewestFailures = 0, risk = 0.05 } = model
  const components = model.components.map((part) => toProbability(part, 'monteCarlo'))
  const count = components.length
  requireWholeNumber(count, 1, MOST_COMPONENTS, 'the number of components', 'monteCarlo')
  const runs = requireWholeNumber(model.runs, 2, MOST_RUNS, 'runs', 'monteCarlo')
  const seed = requireWholeNumber(model.seed, 0, 2 ** 32 - 1, 'seed', 'monteCarlo')
  requireWholeNumber(fewestFailures, 0, count, 'fewestFailures', 'monteCarlo')
  if (!(requireProbability(risk, 'risk', 'monteCarlo') > 0)) {
    throw new RangeError(`monteCarlo: risk must be above 0, got ${risk}`)
  }
  const { unreliabilities, theta, logNorm } = exponentialTilt(components, fewestFailures)
  const byFailures = countHits(unreliabilities, runs, randomState(seed), model.fails)
  const fewest = byFailures.findIndex((times) => times > 0)
  const largest = Math.exp(logNorm - theta * fewestFailures)
  if (fewest === -1) {
    const upper = Math.min(1, largest * zeroFailures(runs, risk))
    return { kind: 'bound', interval: { lower: 0, upper } }
  }
  if (fewest < fewestFailures) {
    throw new RangeError(
      `monteCarlo: the system must not fail with fewer than ${fewestFailures} failures, got ${fewest}`,
    )
  }

  let hits = 0
  let weighted = 0
  let squared = 0
  // In units of the largest weight, which itself could underflow.
  for (const [failures, times] of byFailures.entries()) {
    const weight = Math.exp(theta * (fewestFailures - failures))
    hits += times
    weighted += times * weight
    squared += times * weight * weight
  }
  const mean = weighted / runs
  const variance = Math.max(0, (squared - weighted * mean) / (runs - 1))
  const unreliability = Math.min(1, mean * largest)
  const plain = theta === 0
  const error = largest * bernstein(variance, 1, runs, risk)
  return {
    kind: 'estimate',
    unreliability,
    interval: plain
      ? clopperPearson(hits, runs, risk)
      : {
          lower: Math.max(0, unreliability - error),
          upper: Math.min(1, unreliability + error),
        },
    hits,
    effectiveHits: (weighted * weighted) / squared,
    varianceReduction: plain ? 1 : (mean * (1 - unreliability)) / (largest * variance),
  }
}
