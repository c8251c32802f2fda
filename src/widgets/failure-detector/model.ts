import * as m from '#messages/messages.js'
import {
  evenStops,
  smallShareStops,
  type NumberParameter,
  type ValuesOf,
} from '../../frame/parameters.ts'
import { availability } from '../../reliability/availability.ts'
import { downtime, HOURS_PER_YEAR } from '../../reliability/downtime.ts'
import { failureDetector } from '../../reliability/failure-detector.ts'
import { outageBudget } from '../../reliability/outage-budget.ts'

const count = (
  label: () => string,
  usual: number,
  stops: readonly [number, ...number[]],
): NumberParameter => ({
  kind: 'number',
  unit: 'count',
  label,
  default: usual,
  minimum: stops[0],
  maximum: Math.max(...stops),
  stops,
})

const MOST_LOSS = 0.5

export const MOST_THRESHOLD = 8

/** Times are in the unit that their names end in, and named so where a reader sees them. */
export const parameters = {
  intervalMs: count(
    m.detector_interval,
    2000,
    [100, 200, 500, 1000, 2000, 3000, 5000, 10_000, 20_000, 30_000, 60_000],
  ),
  timeoutMs: count(m.detector_timeout, 1000, [50, 100, 200, 500, 1000, 2000, 3000, 5000, 10_000]),
  threshold: count(m.detector_threshold, 3, [1, ...evenStops(2, MOST_THRESHOLD, 1)]),
  probeLoss: {
    kind: 'number',
    unit: 'share',
    label: m.detector_loss,
    default: 0.01,
    minimum: 0,
    maximum: MOST_LOSS,
    stops: smallShareStops(4).filter((stop) => stop <= MOST_LOSS),
  },
  failures: count(m.detector_failures, 12, [1, 2, 4, 6, 12, 24, 52, 100]),
  failoverSeconds: count(m.detector_failover, 30, [1, 2, 5, 10, 20, 30, 60, 120, 300, 600]),
} as const satisfies Record<string, NumberParameter>

export type DetectorValues = ValuesOf<typeof parameters>

const SECONDS_PER_HOUR = 3600

/** What one threshold brings in a year. */
export interface ThresholdCost {
  readonly threshold: number
  /** Mean and longest time to notice a true failure. */
  readonly detectionSeconds: number
  readonly worstSeconds: number
  /** Mean time in service from one false alarm to the next; Infinity where no probe is lost. */
  readonly falseAlarmHours: number
  readonly falsePerYear: number
  /** Outage of a year, hours: unnoticed failures, the failovers they need, and needless ones. */
  readonly unnoticedHours: number
  readonly neededHours: number
  readonly falseHours: number
  readonly totalHours: number
}

export interface DetectorModel {
  readonly values: DetectorValues
  /** One entry for each threshold from 1 to {@link MOST_THRESHOLD}. */
  readonly costs: readonly ThresholdCost[]
  readonly current: ThresholdCost
  readonly least: ThresholdCost
}

function costOf(values: DetectorValues, threshold: number): ThresholdCost {
  const quality = failureDetector({
    period: values.intervalMs / 1000,
    timeout: values.timeoutMs / 1000,
    threshold,
    probeLoss: values.probeLoss,
  })
  const recoveryHours = values.failoverSeconds / SECONDS_PER_HOUR
  const spent = (seconds: number) =>
    outageBudget({ perYear: values.failures, recoveryHours: seconds / SECONDS_PER_HOUR })
      .hoursPerYear
  const unnoticedHours = spent(quality.mean)
  const neededHours = spent(values.failoverSeconds)
  const falseAlarmHours = quality.meanTimeBetweenFalseAlarms / SECONDS_PER_HOUR
  // Nothing is probed during a failover, so false alarms can never fill more than the whole year.
  const falseHours = Number.isFinite(falseAlarmHours)
    ? downtime(
        availability({ meanUpTime: falseAlarmHours, meanDownTime: recoveryHours }),
        HOURS_PER_YEAR - unnoticedHours - neededHours,
      ).hours
    : 0
  return {
    threshold,
    detectionSeconds: quality.mean,
    worstSeconds: quality.worst,
    falseAlarmHours,
    falsePerYear: falseHours / recoveryHours,
    unnoticedHours,
    neededHours,
    falseHours,
    totalHours: unnoticedHours + neededHours + falseHours,
  }
}

/**
 * How a health check trades slow detection against false failovers, at each threshold, and what the
 * outage of a year comes to.
 *
 * @param values sound values of {@link parameters}
 * @source chen-2002
 */
export function detector(values: DetectorValues): DetectorModel {
  const costs = Array.from({ length: MOST_THRESHOLD }, (_, index) => costOf(values, index + 1))
  return {
    values,
    costs,
    current: costOf(values, values.threshold),
    least: costs.reduce((best, cost) => (cost.totalHours < best.totalHours ? cost : best)),
  }
}

/** The reader's guess: the threshold that costs least. */
export type GuessMark = number
