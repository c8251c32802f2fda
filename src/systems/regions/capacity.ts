import { type FiniteQueueOutcome, finiteQueue } from '../../reliability/finite-queue.ts'
import {
  HOME,
  REGIONS,
  STAND_INS,
  type RegionId,
  type RegionsParameters,
  type Strategy,
} from './parameters.ts'
import type { Region } from './world.ts'

/** Servers that the load of one region's users keeps busy. */
const BUSY = 16
/** A region is sized so that its servers are busy for this share of the time, and no more. */
export const TARGET_UTILISATION = 0.8
/** How long a request is worked on, in milliseconds. */
export const WORK_MS = 40
/** Sleeping servers start one after another, the last of them after so long. */
export const SCALE_MS = 240_000

/** Servers for the load of one region's users, at the target. */
export const SHARE = BUSY / TARGET_UTILISATION

/** Of a stand-in's servers, the share that runs in quiet times. */
const AWAKE: Readonly<Record<Strategy, number>> = {
  'active-active': 1,
  'hot-standby': 1,
  'warm-standby': 0.25,
  'pilot-light': 0,
}

/**
 * Servers that run in quiet times. Where all regions work each has its `headroom`; elsewhere the home
 * has what the load of all users needs, its stand-in a part of that, and the third region data alone.
 */
export function serversAtRest(
  { strategy, headroom }: Pick<RegionsParameters, 'strategy' | 'headroom'>,
  region: RegionId,
): number {
  if (strategy === 'active-active') return Math.max(1, Math.round(SHARE * headroom))
  const all = SHARE * REGIONS.length
  if (region === HOME) return all
  return region === STAND_INS[0] ? Math.round(all * AWAKE[strategy]) : 0
}

/** Servers that run now: those of a stand-in that slept come one after another. */
export function serversNow(
  parameters: RegionsParameters,
  id: RegionId,
  { scaledMs }: Pick<Region, 'scaledMs'>,
  nowMs: number,
): number {
  const rest = serversAtRest(parameters, id)
  const all = SHARE * REGIONS.length
  if (scaledMs === undefined || parameters.strategy === 'active-active') return rest
  const started = Math.min(1, Math.max(0, (nowMs - scaledMs) / SCALE_MS))
  return Math.floor(rest + started * (all - rest))
}

const known = new Map<string, FiniteQueueOutcome>()

/** What a region's servers are asked, and what they make of it. */
export interface Service {
  /** Offered work over what the servers can do. */
  readonly utilisation: number
  /** Share of requests that are let in. */
  readonly admitted: number
  /** Waiting and work, in milliseconds, of those let in. */
  readonly responseMs: number
}

/** What stands for no servers at all: work is offered, and nobody does any. */
const NONE: Service = { utilisation: 1e9, admitted: 0, responseMs: 0 }

/**
 * A region's servers under a share of all users: a queue of several servers that holds as many
 * requests again as there are servers, and turns the others away.
 *
 * @param servers a whole number of at least 0
 * @param share of all users, in [0, 1]
 * @source cooper-1981
 */
export function serviceOf(servers: number, share: number): Service {
  const load = BUSY * REGIONS.length * share
  if (servers === 0) return load > 0 ? NONE : { ...NONE, utilisation: 0, admitted: 1 }
  const key = `${servers} ${load}`
  let queue = known.get(key)
  if (!queue) {
    queue = finiteQueue({
      servers,
      capacity: 2 * servers,
      arrivalRate: load / WORK_MS,
      serviceRate: 1 / WORK_MS,
    })
    if (known.size > 5000) known.clear()
    known.set(key, queue)
  }
  return {
    utilisation: load / servers,
    admitted: queue.admitted.reliability,
    responseMs: queue.meanResponse,
  }
}
