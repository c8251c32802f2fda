import { HOURS_PER_YEAR } from './downtime.ts'
import { requireDuration } from './domain.ts'
import { type Probability, fromUnreliability } from './probability.ts'

/** What {@link outageBudget} answers. */
export interface OutageBudget {
  /** Hours a year spent in failovers. */
  readonly hoursPerYear: number
  /** The availability that they leave. */
  readonly availability: Probability
}

/**
 * What failovers alone cost: even where every one succeeds, the service is down from the failure to the
 * end of the recovery.
 *
 * @param failover.perYear mean number of failovers in a year, finite, at least 0
 * @param failover.recoveryHours mean time to recover (RTO), in hours, finite, at least 0
 * @throws RangeError if a field is out of its range, or failovers take longer than the year
 * @category objectives
 * @formula U = \frac{f \cdot \mathrm{RTO}}{8760\ \mathrm{h}}
 * @where f perYear; RTO recoveryHours
 * @assumes A year has 365 days, nothing else takes the service down, and failovers do not overlap.
 * @source beyer-2016
 * @example outageBudget({ perYear: 12, recoveryHours: 0.73 }) // hoursPerYear 8.76, unreliability 0.001
 */
export function outageBudget(failover: {
  readonly perYear: number
  readonly recoveryHours: number
}): OutageBudget {
  const hoursPerYear =
    requireDuration(failover.perYear, 'perYear', 'outageBudget') *
    requireDuration(failover.recoveryHours, 'recoveryHours', 'outageBudget')
  if (hoursPerYear > HOURS_PER_YEAR) {
    throw new RangeError(
      `outageBudget: perYear times recoveryHours must be at most ${HOURS_PER_YEAR}, got ${hoursPerYear}`,
    )
  }
  return { hoursPerYear, availability: fromUnreliability(hoursPerYear / HOURS_PER_YEAR) }
}
