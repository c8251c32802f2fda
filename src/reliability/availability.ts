import { requireDuration, requirePositive } from './domain.ts'
import { type Component, type Probability, fromBothSides, toProbability } from './probability.ts'

/**
 * The long-run share of time in which a repairable part is up: mean up time over mean cycle,
 * MTTF / (MTTF + MTTR).
 *
 * What is often quoted as MTBF is the mean up time here; strictly, a MTBF is the whole cycle.
 *
 * @param times.meanUpTime mean time to failure (MTTF), finite, at least 0, in any unit
 * @param times.meanDownTime mean time to repair (MTTR), finite, at least 0, in the same unit
 * @throws RangeError if a time is out of its range or both are 0
 * @category dynamics
 * @formula A = \frac{\mathrm{MTTF}}{\mathrm{MTTF} + \mathrm{MTTR}}
 * @assumes Up and down times of any distribution, each cycle independent of the others and like them.
 * @source trivedi-2001
 * @example availability({ meanUpTime: 3, meanDownTime: 1 }) // reliability 0.75, unreliability 0.25
 */
export function availability(times: {
  readonly meanUpTime: number
  readonly meanDownTime: number
}): Probability {
  const up = requireDuration(times.meanUpTime, 'meanUpTime', 'availability')
  const down = requireDuration(times.meanDownTime, 'meanDownTime', 'availability')
  const longer = requirePositive(Math.max(up, down), 'the longer of the times', 'availability')
  // Ratios, because the sum of two times may overflow.
  const cycle = up / longer + down / longer
  return fromBothSides(up / longer / cycle, down / longer / cycle)
}

/**
 * Mean time between failures: from one failure to the next, repair included.
 *
 * @param meanUpTime mean time to failure (MTTF), finite, at least 0, in any unit
 * @param meanDownTime mean time to repair (MTTR), finite, at least 0, in the same unit
 * @throws RangeError if a time is out of its range
 * @category dynamics
 * @formula \mathrm{MTBF} = \mathrm{MTTF} + \mathrm{MTTR}
 * @source trivedi-2001
 * @example meanTimeBetweenFailures(990, 10) // 1000
 */
export function meanTimeBetweenFailures(meanUpTime: number, meanDownTime: number): number {
  return (
    requireDuration(meanUpTime, 'meanUpTime', 'meanTimeBetweenFailures') +
    requireDuration(meanDownTime, 'meanDownTime', 'meanTimeBetweenFailures')
  )
}

/**
 * The mean up time with which repairs of a given length leave a given availability:
 * MTTF = MTTR · A / U.
 *
 * @param target the availability; a bare number lies in [0, 1]
 * @param meanDownTime mean time to repair (MTTR), finite, above 0
 * @returns the mean time to failure in the unit of `meanDownTime`; Infinity for a perfect target
 * @throws RangeError if an argument is out of its range
 * @category dynamics
 * @formula \mathrm{MTTF} = \mathrm{MTTR}\ \frac{A}{1-A}
 * @assumes As for {@link availability}.
 * @source trivedi-2001
 * @example meanUpTimeFor(0.75, 4) // 12
 */
export function meanUpTimeFor(target: Component, meanDownTime: number): number {
  const { reliability, unreliability } = toProbability(target, 'meanUpTimeFor', 'target')
  requirePositive(meanDownTime, 'meanDownTime', 'meanUpTimeFor')
  return meanDownTime * (reliability / unreliability)
}

/**
 * The mean down time that a part may have and still reach a given availability: MTTR = MTTF · U / A.
 *
 * @param target the availability; a bare number lies in [0, 1]
 * @param meanUpTime mean time to failure (MTTF), finite, above 0
 * @returns the mean time to repair in the unit of `meanUpTime`; Infinity for a target of 0
 * @throws RangeError if an argument is out of its range
 * @category dynamics
 * @formula \mathrm{MTTR} = \mathrm{MTTF}\ \frac{1-A}{A}
 * @assumes As for {@link availability}.
 * @source trivedi-2001
 * @example meanDownTimeFor(0.75, 12) // 4
 */
export function meanDownTimeFor(target: Component, meanUpTime: number): number {
  const { reliability, unreliability } = toProbability(target, 'meanDownTimeFor', 'target')
  requirePositive(meanUpTime, 'meanUpTime', 'meanDownTimeFor')
  return meanUpTime * (unreliability / reliability)
}
