import { requireProbability, requireRate, requireWholeNumber } from './domain.ts'
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
  /**
   * Probability that a rebuild with no parity left comes upon a sector that cannot be read, which
   * loses data too; in [0, 1], 0 unless given.
   */
  readonly readError?: number
}

/** An array as a count of failed disks, from none to one more than its parity: then data is lost. */
export interface DiskLevels {
  readonly parity: number
  /** Rate from a count to the next, or from the last to data loss. */
  readonly up: (failed: number) => number
  /** Rate from a count to the one before. */
  readonly down: (failed: number) => number
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
 * Reads an array of disks as the count of failed ones. With the last of the parity in use a rebuild
 * that ends has succeeded or come upon an unreadable sector.
 *
 * @param array disks, parity, rates and how it rebuilds; see {@link DiskArray} for the range of each
 * @param functionName the public function that was called, for the message
 * @throws RangeError if a field is out of its range
 * @source patterson-1988
 * @example diskLevels({ disks: 2, parity: 1, failureRate: 1, rebuildRate: 4, rebuild: 'serial' }, 'f').down(1) // 4
 */
export function diskLevels(array: DiskArray, functionName: string): DiskLevels {
  const disks = requireWholeNumber(array.disks, 1, MOST_DISKS, 'disks', functionName)
  const parity = requireWholeNumber(array.parity, 0, disks - 1, 'parity', functionName)
  const failureRate = requireRate(array.failureRate, 'failureRate', functionName)
  const rebuildRate = requireRate(array.rebuildRate, 'rebuildRate', functionName)
  const readError = requireProbability(array.readError ?? 0, 'readError', functionName)
  requireRate(disks * (failureRate + rebuildRate), 'disks times the rates', functionName)
  const ends = (failed: number): number =>
    array.rebuild === 'parallel' ? failed * rebuildRate : rebuildRate
  const spoilt = (failed: number): number => (failed > 0 && failed === parity ? readError : 0)
  return {
    parity,
    up: (failed) => (disks - failed) * failureRate + spoilt(failed) * ends(failed),
    down: (failed) => (1 - spoilt(failed)) * ends(failed),
  }
}

/**
 * The mean time until an array of disks has lost more than its parity can restore.
 *
 * A mean of a million years says nothing about the first ten: real disks age, fail in batches and
 * hide unreadable sectors, so read it as a comparison between designs, and see
 * {@link dataLossWithin} for the probability within a time.
 *
 * @param array disks, parity, rates and how it rebuilds; see {@link DiskArray} for the range of each
 * @throws RangeError if a field is out of its range
 * @category storage
 * @formula T = \sum_{i=0}^{m} h_i, \quad h_i = \frac{1}{\lambda_i} + \frac{\mu_i}{\lambda_i}\,h_{i-1}
 * @formula T \approx \frac{1}{\lambda_0} \prod_{i=1}^{m} \frac{\mu_i}{\lambda_i}
 * @where m parity; λ_i and μ_i the rates of failing and rebuilding with i disks failed, a spoilt
 *   rebuild counted as a failure
 * @assumes Lives and rebuilds are exponential and independent.
 * @assumes Unless readError is given, nothing but the failure of whole disks loses data.
 * @source patterson-1988
 * @source greenan-2010
 * @example meanTimeToDataLoss({ disks: 2, parity: 1, failureRate: 1, rebuildRate: 1, rebuild: 'serial' }) // meanTime 2, approximation 0.5
 */
export function meanTimeToDataLoss(array: DiskArray): DataLoss {
  const { parity, up, down } = diskLevels(array, 'meanTimeToDataLoss')
  let approximation = 1 / up(0)
  for (let failed = 1; failed <= parity; failed += 1) {
    if (approximation < Infinity) approximation *= down(failed) / up(failed)
  }
  return { meanTime: meanPassageTime(parity + 1, up, down), approximation }
}
