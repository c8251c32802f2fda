import { requireProbability, requireWholeNumber } from './domain.ts'
import { replicaCounts } from './failure-domain.ts'
import { kOfN } from './k-of-n.ts'
import { type Component, type Probability, fromBothSides, toProbability } from './probability.ts'

/** What {@link witnessMajority} is asked about. */
export interface WitnessSystem {
  /** Number of replicas that hold the data, each with a vote; a whole number from 0 to 1,000. */
  readonly data: number
  /** Number of witnesses, with a vote but without the data; a whole number from 0 to 1,000. */
  readonly witnesses: number
  /** One replica; a bare number is a reliability in [0, 1]. */
  readonly replica: Component
  /** One witness; a bare number is a reliability in [0, 1]; as good as a replica by default. */
  readonly witness?: Component
  /** Probability that a replica which is up has the last write, in [0, 1]; 1 by default. */
  readonly current?: number
}

const MOST_VOTERS = 1000

/**
 * A majority vote with witnesses: more than half of all votes must be up, and at least one replica that
 * is up must have the last write, because no witness can hand it out.
 *
 * Two replicas and a witness come close to three replicas for the price of two. Both sides are sums
 * over the number of replicas that are up, of positive terms.
 *
 * @param system voters; see {@link WitnessSystem} for the range of each field
 * @throws RangeError if a field is out of its range
 * @category quorums
 * @formula R = \sum_{d} \binom{D}{d} p^d q^{D-d} \; P(W \ge \lfloor (D + V)/2 \rfloor + 1 - d) \; (1 - (1-c)^d)
 * @where D data; V witnesses; W the witnesses that are up; p and q the sides of a replica; c current
 * @assumes Replicas and witnesses fail independently.
 * @assumes Whether a replica is up to date is independent of the others and of who is up.
 * @source paris-1986
 * @example witnessMajority({ data: 2, witnesses: 1, replica: 0.9 }) // reliability 0.972, unreliability 0.028
 */
export function witnessMajority(system: WitnessSystem): Probability {
  const { current = 1 } = system
  const data = requireWholeNumber(system.data, 0, MOST_VOTERS, 'data', 'witnessMajority')
  const votes = requireWholeNumber(system.witnesses, 0, MOST_VOTERS, 'witnesses', 'witnessMajority')
  const replica = toProbability(system.replica, 'witnessMajority', 'replica')
  const witness = toProbability(system.witness ?? replica, 'witnessMajority', 'witness')
  requireProbability(current, 'current', 'witnessMajority')
  const quorum = Math.floor((data + votes) / 2) + 1
  let [works, fails] = [0, 0]
  for (const [up, chance] of replicaCounts(data, replica).entries()) {
    const enough = kOfN(votes, quorum - up, witness)
    const fresh = kOfN(up, 1, current)
    works += chance * enough.reliability * fresh.reliability
    fails += chance * (enough.unreliability + enough.reliability * fresh.unreliability)
  }
  return fromBothSides(works, fails)
}
