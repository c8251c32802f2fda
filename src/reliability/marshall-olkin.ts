import { commonCauseGroup } from './common-cause-group.ts'
import { requireDuration, requireRate, requireWholeNumber } from './domain.ts'
import { requireDemand } from './k-of-n.ts'
import { type Probability, fromBothSides } from './probability.ts'

/** What {@link marshallOlkin} is asked about. */
export interface ShockRates {
  /** Number of units, a whole number from 1 to 30. */
  readonly n: number
  /** How many must still work at the end, a whole number. */
  readonly k: number
  /** Rate of the shock that takes down one given unit alone, finite, at least 0, per unit of time. */
  readonly ownRate: number
  /** Rate of the shock that takes down one given pair of units, finite, at least 0; 0 by default. */
  readonly pairRate?: number
  /** Rate of the shock that takes down all units, finite, at least 0. */
  readonly commonRate: number
  /** Length of the mission, finite, at least 0, in the unit of the rates. */
  readonly time: number
}

/** As many as a common-cause group may have. */
const MOST_UNITS = 30

/**
 * The k-out-of-n system of units that die of shocks: each has one of its own, and there is one for all
 * (and one for each pair). The lives have Marshall and Olkin's multivariate exponential distribution,
 * without repair.
 *
 * A unit alone fails at the rate of all shocks it is hit by, own + (n - 1) · pair + common. Exact, both
 * sides from sums of positive terms.
 *
 * @param system units, demand, rates and mission; see {@link ShockRates} for the range of each field
 * @throws RangeError if a field is out of its range
 * @category dependence
 * @formula R = e^{-\lambda_{\text{all}} t} \sum_{i=k}^{n} \binom{n}{i} e^{-i \lambda t} (1 - e^{-\lambda t})^{n-i} \quad \text{without pairs}
 * @where λ ownRate; λ_all commonRate; t time
 * @assumes Shocks come at constant rates, independently of each other, and what they hit never works again.
 * @source marshall-olkin-1967
 * @example marshallOlkin({ n: 2, k: 1, ownRate: 0, commonRate: 1, time: 0.5 }) // reliability 0.6065, unreliability 0.3935
 */
export function marshallOlkin(system: ShockRates): Probability {
  const { n, k, pairRate = 0 } = system
  requireDemand(n, k, 'marshallOlkin')
  requireWholeNumber(n, 1, MOST_UNITS, 'n', 'marshallOlkin')
  const ownRate = requireRate(system.ownRate, 'ownRate', 'marshallOlkin')
  requireRate(pairRate, 'pairRate', 'marshallOlkin')
  const commonRate = requireRate(system.commonRate, 'commonRate', 'marshallOlkin')
  const time = requireDuration(system.time, 'time', 'marshallOlkin')
  const shocks = Array.from({ length: n }, (_, others) => {
    // For one and two units, that for all is the own shock or that of the pair as well.
    const rates = [[ownRate, pairRate][others] ?? 0, others === n - 1 ? commonRate : 0]
    const hits = rates.reduce((sum, rate) => sum + rate * time, 0)
    return fromBothSides(Math.exp(-hits), 0 - Math.expm1(-hits))
  })
  const { reliability, unreliability } = commonCauseGroup(k, shocks)
  return { reliability, unreliability }
}
