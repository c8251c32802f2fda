import { requireRate, requireWholeNumber } from './domain.ts'
import { meanPassageTime } from './passage-time.ts'

/** What {@link meanTimeToDataLoss} is asked about. */
export interface DiskArray {
  /** Number of disks, a whole number from 1 to 1,000,000. */
  readonly disks: number
  /** How many failed disks it survives at once, a whole number from 0 to `disks` - 1. */
  readonly parity: number
  /** Rate at which a disk fails, finite, at least 0, per unit of time. */
  readonly failureRate: number
  /** Rate at which a rebuild is finished, finite, at least 0, per the same unit of time. */
  readonly rebuildRate: number
  /** Whether failed disks are rebuilt one after the other or all at the same time, each at that rate. */
  readonly rebuild: 'serial' | 'parallel'
}

/** The mean time to data loss, and the formula that is usually quoted for it. */
export interface DataLoss {
  /** Mean time from all disks well to one failure too many, in the unit of the rates. */
  readonly meanTime: number
  /** The product of rebuild rates over the product of failure rates: near it only while rebuilds are far faster. */
  readonly approximation: number
}

const MOST_DISKS = 1_000_000

/**
 * The mean time until an array of disks has lost more than its parity can restore.
 *
 * A mean of a million years says nothing about the first ten: real disks age, fail in
 * batches and hide unreadable sectors, so read it as a comparison between designs.
 *
 * @param array disks, parity, rates and how it rebuilds; see {@link DiskArray} for the range of each
 * @throws RangeError if a field is out of its range
 * @category storage
 * @formula T = \sum_{i=0}^{m} h_i, \quad h_i = \frac{1}{\lambda_i} + \frac{\mu_i}{\lambda_i}\,h_{i-1}
 * @formula T \approx \frac{1}{\lambda_0} \prod_{i=1}^{m} \frac{\mu_i}{\lambda_i}
 * @where m parity; λ_i and μ_i the rates of failing and rebuilding with i disks failed
 * @assumes Lives and rebuilds are exponential and independent; nothing but the failure of whole disks
 *   loses data.
 * @source patterson-1988
 * @source greenan-2010
 * @example meanTimeToDataLoss({ disks: 2, parity: 1, failureRate: 1, rebuildRate: 1, rebuild: 'serial' }) // meanTime 2, approximation 0.5
 */
export function meanTimeToDataLoss(array: DiskArray): DataLoss {
  const name = 'meanTimeToDataLoss'
  const disks = requireWholeNumber(array.disks, 1, MOST_DISKS, 'disks', name)
  const parity = requireWholeNumber(array.parity, 0, disks - 1, 'parity', name)
  const failureRate = requireRate(array.failureRate, 'failureRate', name)
  const rebuildRate = requireRate(array.rebuildRate, 'rebuildRate', name)
  requireRate(disks * failureRate, 'disks times failureRate', name)
  requireRate(disks * rebuildRate, 'disks times rebuildRate', name)

  const failing = (failed: number): number => (disks - failed) * failureRate
  const rebuilding = (failed: number): number =>
    array.rebuild === 'parallel' ? failed * rebuildRate : rebuildRate
  if (failureRate === 0) return { meanTime: Infinity, approximation: Infinity }
  let gain = 1
  for (let failed = 1; failed <= parity; failed += 1) {
    gain *= rebuilding(failed) / failing(failed)
  }
  return {
    meanTime: meanPassageTime(parity + 1, failing, rebuilding),
    approximation: gain / failing(0),
  }
}
