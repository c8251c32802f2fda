import { cleanDrills } from '../../reliability/zero-failures.ts'

/** Coverages that one might like to claim. */
export const COVERAGES = [0.9, 0.95, 0.99] as const

/** The probability that a claim may be wrong: 95 % confidence. */
export const RISK = 0.05

export interface Claim {
  readonly coverage: number
  /** Drills in a row that must go well. */
  readonly drills: number
  /** How long that takes at one drill in each interval, in days. */
  readonly days: number
}

/** How many drills without a failure each claim takes, and how long at an interval in days. */
export const claims = (interval: number): readonly Claim[] =>
  COVERAGES.map((coverage) => {
    const drills = cleanDrills(coverage, RISK)
    return { coverage, drills, days: drills * interval }
  })
