import { requireDuration, requireProbability } from './domain.ts'
import {
  type Component,
  type Probability,
  fromUnreliability,
  toProbability,
} from './probability.ts'

/** How likely two sides both act as the primary, as the `unreliability`, and what that costs. */
export interface SplitBrain extends Probability {
  /** Expected loss in the period, in the currency given; it comes on top of what downtime costs. */
  readonly expectedLoss: number
}

/**
 * The chance that a failover pair splits: the network parts, each half takes the other for dead, and
 * fencing does not stop the old primary.
 *
 * That is not downtime. Both halves answer, and their writes have to be mended by hand or are lost, so
 * the expected loss is a term of its own beside the unavailability.
 *
 * @param pair.partition probability that the halves lose sight of each other in the period, in [0, 1]
 * @param pair.fencing whether fencing stops the old primary in time; a bare number is a reliability in [0, 1]
 * @param pair.lossPerSplit loss by one split, finite, at least 0, in any currency
 * @throws RangeError if a field is out of its range
 * @category failover
 * @formula P_{\text{split}} = P(\text{partition}) \cdot P(\text{no fencing})
 * @formula E[\text{loss}] = P_{\text{split}} \cdot L
 * @where L lossPerSplit
 * @assumes Fencing fails independently of the partition, and there is at most one partition in the period.
 * @source kleppmann-2017
 * @example splitBrain({ partition: 0.25, fencing: 0.5, lossPerSplit: 1000 }) // unreliability 0.125, expectedLoss 125
 */
export function splitBrain(pair: {
  readonly partition: number
  readonly fencing: Component
  readonly lossPerSplit: number
}): SplitBrain {
  const partition = requireProbability(pair.partition, 'partition', 'splitBrain')
  const fencing = toProbability(pair.fencing, 'splitBrain', 'fencing')
  const loss = requireDuration(pair.lossPerSplit, 'lossPerSplit', 'splitBrain')
  const split = partition * fencing.unreliability
  return { ...fromUnreliability(split), expectedLoss: split * loss }
}
