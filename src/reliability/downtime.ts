import { requireDuration } from './domain.ts'
import { type Component, toProbability } from './probability.ts'

/** One length of time in three units. */
export interface Downtime {
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
}

/** Hours in a year of 365 days, the year of most service-level tables. */
export const HOURS_PER_YEAR = 8760

/**
 * The time a service is expected to be down in a period: unavailability times the period.
 *
 * @param availability long-run share of time in service; a bare number lies in [0, 1]
 * @param periodHours length of the period in hours, finite, at least 0; a year of 365 days by default
 * @throws RangeError if an argument is out of its range
 * @category objectives
 * @formula D = (1-A)\,T
 * @where A the availability; T the period
 * @assumes An expectation over many periods; one year of a service may see none of it or a multiple.
 * @source trivedi-2001
 * @example downtime(0.75, 8) // { hours: 2, minutes: 120, seconds: 7200 }
 */
export function downtime(availability: Component, periodHours = HOURS_PER_YEAR): Downtime {
  const { unreliability } = toProbability(availability, 'downtime', 'availability')
  const hours = unreliability * requireDuration(periodHours, 'periodHours', 'downtime')
  return { hours, minutes: hours * 60, seconds: hours * 3600 }
}
