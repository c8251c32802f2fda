import { betaQuantile } from './beta-quantile.ts'
import { requireDuration, requireProbability, requireWholeNumber } from './domain.ts'
import { fromReliability, fromUnreliability } from './probability.ts'

/** Two limits, the lower first. */
export interface Interval {
  readonly lower: number
  readonly upper: number
}

const MOST_TRIALS = 1e9 - 1

function requireCount(successes: number, trials: number, functionName: string): void {
  requireWholeNumber(trials, 1, MOST_TRIALS, 'trials', functionName)
  requireWholeNumber(successes, 0, trials, 'successes', functionName)
}

/**
 * Wilson's interval for a proportion: those values that lie within `deviations` standard errors,
 * their own, of what was seen.
 *
 * It covers about as often as it should on average, at some values less; where too little would be
 * grave, take {@link clopperPearson}. The lower limit comes from the product of both, so that it
 * keeps its digits where it is small; it is exactly 0 without a success, and the upper one exactly
 * 1 without a failure.
 *
 * @param successes how many trials succeeded, a whole number from 0 to `trials`
 * @param trials how many there were, independent, a whole number from 1 to 999,999,999
 * @param deviations standard errors to either side, at least 0; 1.959964 for 95 %
 * @throws RangeError if an argument is out of its range
 * @category economics
 * @formula \frac{\hat{p} + \frac{z^2}{2n} \pm z \sqrt{\frac{\hat{p}(1-\hat{p})}{n} + \frac{z^2}{4n^2}}}{1 + \frac{z^2}{n}}
 * @where p̂ the share of successes; n trials; z deviations
 * @assumes Trials are independent and succeed equally often.
 * @source wilson-1927
 * @source brown-2001
 * @example wilson(1, 2, 1) // lower 0.2113…, upper 0.7887
 */
export function wilson(successes: number, trials: number, deviations: number): Interval {
  requireCount(successes, trials, 'wilson')
  requireDuration(deviations, 'deviations', 'wilson')
  const square = requireDuration(deviations * deviations, 'deviations squared', 'wilson')
  const upperOf = (count: number): number => {
    if (count === trials) return 1
    const spread = Math.sqrt(count * (1 - count / trials) + square / 4)
    return (count + square / 2 + deviations * spread) / (trials + square)
  }
  const upper = upperOf(successes)
  if (successes === 0) return { lower: 0, upper }
  const lower = (successes / trials) * (successes / (trials + square) / upper)
  return { lower, upper }
}

/**
 * Clopper and Pearson's exact interval for a proportion: it leaves out only what would make the
 * number seen, or a more extreme one, less likely than half of `risk`. It covers at least as often
 * as promised, whatever the true value.
 *
 * @param successes how many trials succeeded, a whole number from 0 to `trials`
 * @param trials how many there were, independent, a whole number from 1 to 999,999,999
 * @param risk probability that the interval may miss, in [0, 1]; 0.05 for 95 % confidence
 * @throws RangeError if an argument is out of its range
 * @category economics
 * @formula p_{\mathrm{lower}} = B^{-1}\bigl(\tfrac{\alpha}{2};\, x,\, n-x+1\bigr)
 * @formula p_{\mathrm{upper}} = B^{-1}\bigl(1-\tfrac{\alpha}{2};\, x+1,\, n-x\bigr)
 * @where x successes; n trials; α risk; B^-1 the quantile of the beta distribution
 * @assumes Trials are independent and succeed equally often.
 * @source clopper-pearson-1934
 * @example clopperPearson(0, 2, 0.5) // lower 0, upper 0.5
 */
export function clopperPearson(successes: number, trials: number, risk: number): Interval {
  requireCount(successes, trials, 'clopperPearson')
  requireProbability(risk, 'risk', 'clopperPearson')
  const failures = trials - successes
  return {
    lower: successes === 0 ? 0 : betaQuantile(successes, failures + 1, fromReliability(risk / 2)),
    upper: failures === 0 ? 1 : betaQuantile(successes + 1, failures, fromUnreliability(risk / 2)),
  }
}
