import { requireDuration } from './domain.ts'
import { type DiskArray, diskLevels } from './mean-time-to-data-loss.ts'
import type { Probability } from './probability.ts'
import { survival } from './survival.ts'

/**
 * Whether an array of disks still has all of its data after a time, all disks well at first.
 *
 * It answers what the mean time to data loss is taken for and does not say: how likely a loss is
 * within the years that the array is used. Relative error of either side at most 1e-10, also where
 * a loss is as rare as 1e-30.
 *
 * @param array disks, parity (at most 1,997), rates and how it rebuilds; see {@link DiskArray} for the range of each
 * @param time how long, finite, at least 0, in the unit of the rates; a year has 8,760 hours
 * @returns `unreliability` is the probability that data is lost within the time
 * @throws RangeError if an argument is out of its range
 * @category storage
 * @formula U = p_{m+1}(t), \quad p(t) = p(0)\, e^{Qt}
 * @where m parity; p_i the probability of i failed disks; Q the rates at which they fail and are
 *   rebuilt
 * @assumes Lives and rebuilds are exponential and independent.
 * @assumes Unless readError is given, nothing but the failure of whole disks loses data.
 * @source greenan-2010
 * @example dataLossWithin({ disks: 8, parity: 1, failureRate: 1e-6, rebuildRate: 0.1, rebuild: 'serial', readError: 0.01 }, 8766) // unreliability 0.000705
 */
export function dataLossWithin(array: DiskArray, time: number): Probability {
  const { parity, up, down } = diskLevels(array, 'dataLossWithin')
  requireDuration(time, 'time', 'dataLossWithin')
  const levels = Array.from({ length: parity + 1 }, (_, failed) => failed)
  const transitions = levels.flatMap((failed) => [
    [failed, failed + 1, up(failed)] as const,
    [failed, Math.max(0, failed - 1), failed === 0 ? 0 : down(failed)] as const,
  ])
  return survival(transitions, parity + 1, time, 'dataLossWithin')
}
