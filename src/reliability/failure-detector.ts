import { callsUntilTrip } from './circuit-breaker.ts'
import {
  requireDuration,
  requirePositive,
  requireProbability,
  requireWholeNumber,
} from './domain.ts'

/** A detector that probes a server from time to time. */
export interface ProbeSchedule {
  /** Time between probes, finite, above 0, in any unit. */
  readonly period: number
  /** Probes lost in a row that count as a failure, a whole number from 1 to 1,000,000. */
  readonly threshold: number
  /** Time after which a probe without an answer is lost, finite, at least 0, in the same unit. */
  readonly timeout: number
  /** Probability that a probe of a server in good health is lost, in [0, 1]; 0 by default. */
  readonly probeLoss?: number
}

/** How fast a detector is, and how often it cries wolf; times in the unit of the schedule. */
export interface DetectorQuality {
  /** Shortest time to detection: a probe is due the moment the server fails, and fails at once. */
  readonly best: number
  /** Mean time to detection of a server that hangs, which no probe knows before its timeout. */
  readonly mean: number
  /** Longest time to detection: a probe has just gone through, and the last one hangs. */
  readonly worst: number
  /** Probability that `threshold` given probes in a row of a healthy server are all lost. */
  readonly falseAlarm: number
  /** Mean time from one false alarm to the next; Infinity if there are none. */
  readonly meanTimeBetweenFalseAlarms: number
}

/**
 * A failure detector that gives a server up after several lost probes in a row: the trade between
 * detection time, which grows with the threshold, and false alarms, which fall with its power.
 *
 * Best (m - 1)T, worst mT + timeout, mean (m - 1)T + T/2 + timeout, for a failure at any phase of
 * the period alike; false alarms come after (ℓ^-m - 1)/(1 - ℓ) probes on average, lost
 * independently. The share of decisions that are false alarms is the `spurious` of a failover pair.
 *
 * @param schedule the detector; see {@link ProbeSchedule} for the range of each field
 * @throws RangeError if a field is out of its range
 * @category objectives
 * @formula D = (m-1)\,T + \tfrac{T}{2} + \tau
 * @formula F = \ell^m, \quad \bar{N} = \frac{\ell^{-m} - 1}{1-\ell}
 * @where m threshold; T period; τ timeout; ℓ the share of probes lost; D the mean time to detect; N
 *   probes to a false alarm
 * @assumes Probes are lost independently; real losses come in bursts.
 * @assumes A failure comes at any phase of the period alike.
 * @source chen-2002
 * @source feller-1968
 * @example failureDetector({ period: 5, threshold: 3, timeout: 1 }) // best 10, mean 13.5, worst 16
 */
export function failureDetector(schedule: ProbeSchedule): DetectorQuality {
  const { probeLoss = 0 } = schedule
  const period = requirePositive(schedule.period, 'period', 'failureDetector')
  const threshold = requireWholeNumber(
    schedule.threshold,
    1,
    1_000_000,
    'threshold',
    'failureDetector',
  )
  const timeout = requireDuration(schedule.timeout, 'timeout', 'failureDetector')
  requireProbability(probeLoss, 'probeLoss', 'failureDetector')
  const best = period * (threshold - 1)
  return {
    best,
    mean: best + period / 2 + timeout,
    worst: period * threshold + timeout,
    falseAlarm: probeLoss ** threshold,
    meanTimeBetweenFalseAlarms: period * callsUntilTrip(threshold, probeLoss),
  }
}
