import type { Probability } from './probability.ts'

/** What `repairableKOfN` is asked about. */
export interface RepairableSystem {
  /** Number of units, a whole number from 0 to 1,000,000. */
  readonly n: number
  /** How many must work, a whole number. */
  readonly k: number
  /** Rate at which a working unit fails, finite, at least 0, per unit of time. */
  readonly failureRate: number
  /** Rate at which a crew repairs a unit, finite, at least 0, per the same unit of time. */
  readonly repairRate: number
  /** How many units can be under repair at once, a whole number from 1 to 1,000,000. */
  readonly crews: number
  /** Whether the units left stand still during an outage, so that none of them fails; not unless given. */
  readonly suspended?: boolean
  /**
   * Probability that the system rides out a failure that leaves enough units, in [0, 1], 1 unless
   * given; otherwise it stops and has to be restarted.
   */
  readonly coverage?: number
  /** Rate at which a stopped system is restarted, finite, above 0; `repairRate` unless given. */
  readonly restartRate?: number
  /** Rate of an event that fails all units at once, finite, at least 0; 0 unless given. */
  readonly commonRate?: number
  /**
   * Rate at which a failed unit is noticed, finite, above 0; repair waits for that. At once unless
   * given.
   */
  readonly detectionRate?: number
}

/** What `repairableKOfN` answers. */
export interface RepairableOutcome {
  /** Long-run share of time with at least k units working, and the system not stopped. */
  readonly availability: Probability
  /** Outages per unit of time in the long run. */
  readonly outageFrequency: number
  /** Mean time from all units working to the first outage; Infinity where there is none. */
  readonly meanTimeToFailure: number
  /** Mean length of an outage; Infinity where the first one never ends. */
  readonly meanOutage: number
}
