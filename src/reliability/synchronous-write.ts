import { requireDuration, requireWholeNumber } from './domain.ts'
import { kOfN } from './k-of-n.ts'
import { type Component, type Probability, toProbability } from './probability.ts'

/** What {@link synchronousWrite} is asked about. */
export interface SynchronousReplication {
  /** Number of replicas that a write is sent to, a whole number from 1 to 1,000,000. */
  readonly n: number
  /** Acknowledgements that a write waits for, a whole number from 0 to n. */
  readonly acks: number
  /** One replica; a bare number is a reliability in [0, 1]. */
  readonly replica: Component
  /** Mean time until one replica acknowledges, finite, at least 0, in any unit. */
  readonly meanAck: number
}

/** What {@link synchronousWrite} answers. */
export interface SynchronousWrite {
  /** Whether enough replicas are up for a write to end. */
  readonly availability: Probability
  /** Mean wait for the last acknowledgement needed, in the unit of `meanAck`, while all replicas are up. */
  readonly meanLatency: number
}

const MOST_REPLICAS = 1_000_000

/**
 * What synchronous replication costs a write: it needs `acks` replicas that are up, and waits for the
 * fastest so many of them.
 *
 * Waiting for all is slow and fragile: the slowest of n takes about log n times the mean. With at least
 * one acknowledgement the loss of the writer loses nothing (RPO 0).
 *
 * @param system replicas and acknowledgements; see {@link SynchronousReplication} for the range of each field
 * @throws RangeError if a field is out of its range
 * @category quorums
 * @formula A = \sum_{i=k}^{n} \binom{n}{i} p^i (1-p)^{n-i}
 * @formula E[T_{(k)}] = m \sum_{i=0}^{k-1} \frac{1}{n-i}
 * @where k acks; p the reliability of a replica; m meanAck; T the wait for the k-th acknowledgement
 * @assumes Replicas are alike, and fail and answer independently.
 * @assumes Times to acknowledge are exponential.
 * @source trivedi-2001
 * @example synchronousWrite({ n: 3, acks: 2, replica: 0.9, meanAck: 6 }) // availability 0.972, meanLatency 5
 */
export function synchronousWrite(system: SynchronousReplication): SynchronousWrite {
  const n = requireWholeNumber(system.n, 1, MOST_REPLICAS, 'n', 'synchronousWrite')
  const acks = requireWholeNumber(system.acks, 0, n, 'acks', 'synchronousWrite')
  const replica = toProbability(system.replica, 'synchronousWrite', 'replica')
  const meanAck = requireDuration(system.meanAck, 'meanAck', 'synchronousWrite')
  let waits = 0
  for (let waiting = n - acks + 1; waiting <= n; waiting += 1) waits += 1 / waiting
  return {
    availability: kOfN(n, acks, replica),
    meanLatency: requireDuration(waits * meanAck, 'the mean wait', 'synchronousWrite'),
  }
}
