import { type Probability } from './probability.ts'

/** Components made to fail more often, and what a run with them weighs. */
export interface ExponentialTilt {
  /** Probability that each component fails in a run. */
  readonly unreliabilities: Float64Array
  /** θ, at least 0; 0 where nothing is changed. */
  readonly theta: number
  /**
   * log M(θ). A run in which so many components failed counts for e^(logNorm - θ · failures), its
   * true probability over that in the simulation.
   */
  readonly logNorm: number
}

const STEEPEST = 1500
const HALVINGS = 80

/** log(1 + e^x) without overflow. */
function softplus(x: number): number {
  return x > 40 ? x : Math.log1p(Math.exp(x))
}

/** The logarithm of the odds of failing: Infinity for what always fails, -Infinity for what never does. */
function logOdds({ reliability, unreliability }: Probability): number {
  return Math.log(unreliability) - Math.log(reliability)
}

/**
 * Importance sampling by exponential tilting: the odds of every failure are multiplied by the same
 * e^θ, so that the failures expected in a run are as many as it takes to bring the system down.
 *
 * The weight of a run then depends on the number of its failures alone, M(θ) e^(-θ · failures), and
 * falls with it. Where so many failures are expected anyway, nothing is changed.
 *
 * @param components the independent components, validated
 * @param failures failures to be expected; at most all but half a failure of those that can fail
 * @source siegmund-1976
 * @example exponentialTilt([{ reliability: 0.75, unreliability: 0.25 }], 0.5).unreliabilities // [0.5]
 */
export function exponentialTilt(
  components: readonly Probability[],
  failures: number,
): ExponentialTilt {
  const odds = components.map(logOdds)
  const tilted = (theta: number): readonly number[] =>
    odds.map((logarithm) => 1 / (1 + Math.exp(-logarithm - theta)))
  const expected = (theta: number): number => tilted(theta).reduce((sum, q) => sum + q, 0)
  const canFail = odds.filter((logarithm) => logarithm > -Infinity).length
  const wanted = Math.min(failures, canFail - 0.5)
  let low = 0
  let high = expected(0) < wanted ? STEEPEST : 0
  for (let halving = 0; halving < HALVINGS && high > 0; halving += 1) {
    const middle = (low + high) / 2
    if (expected(middle) < wanted) low = middle
    else high = middle
  }
  const theta = high
  // log M(θ), of each component: log((1 + odds · e^θ) / (1 + odds)), or θ for one that always fails.
  const logNorm = odds.reduce(
    (sum, logarithm) =>
      sum + (logarithm === Infinity ? theta : softplus(logarithm + theta) - softplus(logarithm)),
    0,
  )
  return {
    unreliabilities:
      theta === 0
        ? Float64Array.from(components, ({ unreliability }) => unreliability)
        : Float64Array.from(tilted(theta)),
    theta,
    logNorm,
  }
}
