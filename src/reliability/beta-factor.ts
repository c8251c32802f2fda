import { requireProbability } from './domain.ts'
import { kOfN, requireDemand } from './k-of-n.ts'
import { type Probability, fromBothSides } from './probability.ts'

/** What {@link betaFactor} is asked about. */
export interface BetaFactorSystem {
  /** Number of components, a whole number from 0 to 1,000,000. */
  readonly n: number
  /** How many must work, a whole number. */
  readonly k: number
  /** Probability that a component fails, shared causes included, in [0, 1]. */
  readonly unreliability: number
  /** Share of that probability which is one event common to all components, in [0, 1]. */
  readonly beta: number
}

/**
 * The k-out-of-n system whose components share a cause of failure: one common event of
 * probability βq takes all of them down, and each also fails on its own with (1 - β)q.
 *
 * The events are taken exactly, U = 1 - (1 - βq)(1 - U_kn((1 - β)q)), without the rare-event sum.
 * A component then fails with q - β(1 - β)q², a little less than q: the split is of events, not of
 * outcomes. For k = 1 the system is never worse than one component.
 *
 * @throws RangeError if a field is out of its range
 * @category dependence
 * @formula U = 1 - (1-\beta q)\,\bigl(1 - U_{k,n}((1-\beta)\,q)\bigr)
 * @where q the unreliability of one component; β the common share; U_{k,n} that of k out of n
 *   independent ones
 * @assumes A common cause takes all components down or none; there is nothing in between.
 * @assumes Components are alike, and apart from that cause independent.
 * @source fleming-1975
 * @example betaFactor({ n: 2, k: 1, unreliability: 0.01, beta: 0.1 }) // unreliability 0.001080919
 */
export function betaFactor({ n, k, unreliability, beta }: BetaFactorSystem): Probability {
  requireDemand(n, k, 'betaFactor')
  requireProbability(unreliability, 'unreliability', 'betaFactor')
  requireProbability(beta, 'beta', 'betaFactor')
  const common = beta * unreliability
  const ownCause = (1 - beta) * unreliability
  const well = 1 - unreliability
  const own = kOfN(n, k, fromBothSides(well + common, ownCause))
  // The empty demand (k <= 0) is met even when every component is down.
  if (k <= 0) return own
  const spared = well + ownCause
  return fromBothSides(spared * own.reliability, common + spared * own.unreliability)
}
