import { requireWholeNumber } from '../../reliability/domain.ts'
import {
  type HealthCheckOptions,
  intervalMs,
  probed,
  startHealthCheck,
  statusText,
} from './health-check.ts'

/** A time in which every probe fails. */
export interface Outage {
  /** In whole milliseconds; a probe in this very one fails. */
  readonly fromMs: number
  /** The first millisecond in which a probe succeeds again. */
  readonly toMs: number
}

/** A server that is probed for a while. */
export interface ProbePlan {
  /** When the first probe ends, a whole number of milliseconds of at least 0. */
  readonly firstAtMs: number
  /** No probe is made after this, in milliseconds. */
  readonly untilMs: number
  readonly outages: readonly Outage[]
}

/** A probe, and what is believed after it. */
export interface Probe {
  readonly atMs: number
  readonly good: boolean
  /** See {@link statusText}. */
  readonly status: string
}

/**
 * The probes of a server, one after another. A probe takes no time here; of real ones each begins
 * so long after the end of the one before, so that they drift by their own length.
 *
 * @param options how it is probed
 * @param plan when, and when it fails
 * @throws RangeError if an option or time is out of its range
 * @source haproxy-2022
 * @example probeSchedule({ interMs: 100 }, { firstAtMs: 5, untilMs: 150, outages: [] }).map(({ atMs }) => atMs) // [5, 105]
 */
export function probeSchedule(options: HealthCheckOptions, plan: ProbePlan): readonly Probe[] {
  const most = Number.MAX_SAFE_INTEGER
  const { firstAtMs, untilMs, outages } = plan
  requireWholeNumber(firstAtMs, 0, most, 'firstAtMs', 'probeSchedule')
  requireWholeNumber(untilMs, 0, most, 'untilMs', 'probeSchedule')
  for (const { fromMs, toMs } of outages) {
    requireWholeNumber(fromMs, 0, most, 'fromMs', 'probeSchedule')
    requireWholeNumber(toMs, fromMs, most, 'toMs', 'probeSchedule')
  }
  const probes: Probe[] = []
  let check = startHealthCheck(options)
  for (let atMs = firstAtMs; atMs <= untilMs; atMs += intervalMs(check)) {
    const good = !outages.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs)
    check = probed(check, good)
    probes.push({ atMs, good, status: statusText(check) })
  }
  return probes
}
