import {
  requireDuration,
  requireProbability,
  requireWholeNumber,
} from '../../reliability/domain.ts'

/** The regions. */
export const REGIONS = ['america', 'europe', 'asia'] as const
export type RegionId = (typeof REGIONS)[number]

/** Where the primary is at home. */
export const HOME: RegionId = 'america'
/** In which order they stand in for a primary that is gone. */
export const STAND_INS: readonly RegionId[] = ['europe', 'asia', 'america']

/**
 * Round trips between regions, in milliseconds: a composite, of the order that tables of public
 * clouds show for Virginia, Ireland and Singapore. The farther two are apart, the later they agree.
 */
export const ROUND_TRIPS_MS = {
  'america-europe': 80,
  'america-asia': 220,
  'europe-asia': 170,
} as const
export type LinkId = keyof typeof ROUND_TRIPS_MS
export const LINKS = Object.keys(ROUND_TRIPS_MS) as readonly LinkId[]

/** From users to the nearest region and back, in milliseconds; part of the same composite. */
export const ACCESS_MS = 25

/** The ends of a link. */
export const ENDS: Readonly<Record<LinkId, readonly [RegionId, RegionId]>> = {
  'america-europe': ['america', 'europe'],
  'america-asia': ['america', 'asia'],
  'europe-asia': ['europe', 'asia'],
}

const { 'america-europe': AE, 'america-asia': AA, 'europe-asia': EA } = ROUND_TRIPS_MS
const BETWEEN: Readonly<Record<RegionId, Readonly<Record<RegionId, number>>>> = {
  america: { america: 0, europe: AE, asia: AA },
  europe: { america: AE, europe: 0, asia: EA },
  asia: { america: AA, europe: EA, asia: 0 },
}

/** @returns the round trip between two regions in milliseconds; 0 within one */
export const roundTripMs = (one: RegionId, other: RegionId): number => BETWEEN[one][other]

const sorted = (region: RegionId): readonly RegionId[] =>
  REGIONS.filter((other) => other !== region).toSorted(
    (one, other) => roundTripMs(region, one) - roundTripMs(region, other),
  )
const OTHERS = { america: sorted('america'), europe: sorted('europe'), asia: sorted('asia') }

/** The others, the nearest first. */
export const othersOf = (region: RegionId): readonly RegionId[] => OTHERS[region]

/**
 * How many regions work in quiet times: all of them; or the home alone, with a stand-in that has all
 * of its servers running, a quarter of them, or none.
 */
export type Strategy = 'active-active' | 'hot-standby' | 'warm-standby' | 'pilot-light'

/**
 * A rule of the protocol that is left out. `promotes-unasked`: who does not hear the primary takes
 * over, and asks nobody; and a primary that nobody hears goes on. `keeps-writing`: others are asked,
 * but a primary that no majority hears goes on. `ignores-logs`: nobody compares whose copy is the
 * fuller. `fails-back-early`: a planned change does not wait for the copy of the next primary.
 */
export type Flaw = 'promotes-unasked' | 'keeps-writing' | 'ignores-logs' | 'fails-back-early'
export const FLAWS = [
  'promotes-unasked',
  'keeps-writing',
  'ignores-logs',
  'fails-back-early',
] as const satisfies readonly Flaw[]

export interface RegionsParameters {
  readonly strategy: Strategy
  /** How users are led: by names that they may keep, or by routes of one address that all announce. */
  readonly steering: 'dns' | 'anycast'
  /** How long an answer may be kept; above 0. */
  readonly ttlMs: number
  /** Share of users behind a cache that keeps answers longer; in [0, 1]. */
  readonly stubborn: number
  /** How many times longer; at least 1. */
  readonly stubbornFactor: number
  /** After so long every network has heard that a route is gone; at least 0. */
  readonly convergenceMs: number
  /** Whether an answer waits until a second region has the write. */
  readonly replication: 'async' | 'sync'
  /** How long a write waits before it is on its way to a copy, where nobody waits for it; at least 0. */
  readonly lagMs: number
  /** Of the probes of regions, and of the primary's heartbeats; above 0. */
  readonly intervalMs: number
  /** How many in a row are missed before a region is given up; a whole number of at least 2. */
  readonly threshold: number
  /** From the suspicion to the decision to promote; 0 where nobody is asked. */
  readonly decideMs: number
  /** From the decision until the new primary takes writes; at least 0. */
  readonly promoteMs: number
  /** Where all regions work: capacity of each over its own users' load; above 0. */
  readonly headroom: number
  /** Of the users of a lost region, the share that goes to the nearest of the others; in [0, 1]. */
  readonly toNearest: number
  readonly flaw?: Flaw
}

/** @throws RangeError if a parameter is out of its range */
export function checkParameters(parameters: RegionsParameters): void {
  const { ttlMs, stubborn, stubbornFactor, convergenceMs, lagMs, intervalMs } = parameters
  const { threshold, decideMs, promoteMs, headroom, toNearest } = parameters
  const times = { ttlMs, stubbornFactor, convergenceMs, lagMs, intervalMs, decideMs, promoteMs }
  for (const [name, value] of Object.entries({ ...times, headroom }))
    requireDuration(value, name, 'regions')
  for (const [name, value] of Object.entries({ ttlMs, intervalMs, headroom }))
    if (value === 0) throw new RangeError(`regions: ${name} must be above 0`)
  if (stubbornFactor < 1) throw new RangeError('regions: stubbornFactor must be at least 1')
  requireProbability(stubborn, 'stubborn', 'regions')
  requireProbability(toNearest, 'toNearest', 'regions')
  requireWholeNumber(threshold, 2, 100, 'threshold', 'regions')
}

/** How often in a row a probe must fail, in time: after so much silence a region is given up. */
export const patienceMs = ({ intervalMs, threshold }: RegionsParameters): number =>
  intervalMs * threshold
