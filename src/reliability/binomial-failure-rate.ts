import { requireProbability } from './domain.ts'
import { kOfN, requireDemand } from './k-of-n.ts'
import { type Probability, fromBothSides, fromUnreliability } from './probability.ts'
import { series } from './series.ts'

/** What {@link binomialFailureRate} is asked about; every probability is that of one mission. */
export interface ShockedSystem {
  /** Number of components, a whole number from 0 to 1,000,000. */
  readonly n: number
  /** How many must work, a whole number. */
  readonly k: number
  /** Probability that a component fails on its own, in [0, 1]. */
  readonly unreliability: number
  /** Probability of a shock that may take down any of the components, in [0, 1]. */
  readonly shock: number
  /** Probability that such a shock takes down a component, each for itself, in [0, 1]. */
  readonly shockFailure: number
  /** Probability of a shock that takes down all of them, in [0, 1]. */
  readonly lethalShock: number
}

/**
 * The k-out-of-n system by the binomial failure rate model: components fail on their own, in a
 * shock that strikes each of them with the same chance, or in a lethal shock.
 * U = 1 - (1 - ω)((1 - μ) · R(q) + μ · R(q + (1 - q)ρ)) with R the k-out-of-n reliability.
 *
 * @throws RangeError if a field is out of its range
 * @category dependence
 * @formula U = 1 - (1-\omega)\bigl((1-\mu)\,R(q) + \mu\,R(q + (1-q)\rho)\bigr)
 * @where q the unreliability of one component; μ shock; ρ shockFailure; ω lethalShock; R k out of n
 * @assumes A shock strikes each component independently and with the same chance.
 * @assumes At most one shock of each kind happens in the mission.
 * @source atwood-1986
 * @example binomialFailureRate({ n: 2, k: 1, unreliability: 0, shock: 0.1, shockFailure: 0.5, lethalShock: 0 }).unreliability // 0.025
 */
export function binomialFailureRate(system: ShockedSystem): Probability {
  const { n, k } = system
  requireDemand(n, k, 'binomialFailureRate')
  const need = (name: 'unreliability' | 'shock' | 'shockFailure' | 'lethalShock'): number =>
    requireProbability(system[name], name, 'binomialFailureRate')
  const lethal = need('lethalShock')
  const shock = need('shock')
  const component = fromUnreliability(need('unreliability'))
  const shaken = series([component, fromUnreliability(need('shockFailure'))])
  const calm = kOfN(n, k, component)
  const struck = kOfN(n, k, shaken)
  // The empty demand (k <= 0) is met even when every component is down.
  if (k <= 0) return calm
  const spared = 1 - lethal
  return fromBothSides(
    spared * ((1 - shock) * calm.reliability + shock * struck.reliability),
    lethal + spared * ((1 - shock) * calm.unreliability + shock * struck.unreliability),
  )
}
