import { requireProbability } from './domain.ts'
import { requireDemand } from './k-of-n.ts'
import {
  type Component,
  type Probability,
  fromReliability,
  fromUnreliability,
  toProbability,
} from './probability.ts'

/** What {@link betaBinomial} is asked about. */
export interface CorrelatedSystem {
  /** Number of components, a whole number from 0 to 1,000,000. */
  readonly n: number
  /** How many must work, a whole number. */
  readonly k: number
  /** One of them, on average; a bare number is a reliability in [0, 1]. */
  readonly component: Component
  /** Correlation of any two of them, in [0, 1]: 0 for independent ones, 1 where all share one fate. */
  readonly correlation: number
}

/**
 * The k-out-of-n system of components that share their good and bad days: their common reliability is
 * itself drawn from a beta distribution.
 *
 * It has the mean m of `component`, and variance ρ m(1 - m) for a correlation ρ. The probability of
 * each count is a multiple of that of its neighbour, so both sides come from positive terms that are
 * summed outwards from the count that decides; relative error at most 1e-12 up to n = 10,000. Values
 * below about 1e-308 may come back as 0.
 *
 * @param system components, demand and correlation; see {@link CorrelatedSystem} for the range of each field
 * @throws RangeError if a field is out of its range
 * @category dependence
 * @formula R = \sum_{i=k}^{n} \binom{n}{i} \frac{B(a+i,\ b+n-i)}{B(a,b)}
 * @formula a = m\,\frac{1-\rho}{\rho}, \qquad b = (1-m)\,\frac{1-\rho}{\rho}
 * @where m the mean reliability of a component; ρ correlation; B the beta function
 * @assumes Components are alike, and independent once the day's reliability is given.
 * @assumes That reliability has a beta distribution.
 * @source skellam-1948
 * @example betaBinomial({ n: 2, k: 1, component: 0.5, correlation: 0.5 }) // reliability 0.625, unreliability 0.375
 */
export function betaBinomial(system: CorrelatedSystem): Probability {
  const { n, k } = system
  requireDemand(n, k, 'betaBinomial')
  const mean = toProbability(system.component, 'betaBinomial')
  const rho = requireProbability(system.correlation, 'correlation', 'betaBinomial')
  if (k <= 0 || k > n) return fromReliability(k <= 0 ? 1 : 0)
  const [a, b] = [mean.reliability * (1 - rho), mean.unreliability * (1 - rho)]
  if (rho === 1) return mean

  // How many times as likely `working` components are as one fewer.
  const ratio = (working: number): number =>
    ((n - working + 1) / working) * ((a + (working - 1) * rho) / (b + (n - working) * rho))
  let up = 1
  for (let working = k + 1, term = 1; working <= n; working += 1) up += term *= ratio(working)
  let down = 0
  for (let working = k, term = 1; working > 0; working -= 1) down += term /= ratio(working)
  const odds = down / up
  return odds <= 1 ? fromUnreliability(odds / (1 + odds)) : fromReliability(1 / (1 + odds))
}
