import { patienceMs, REGIONS, type RegionId } from './parameters.ts'
import type { Region, RegionsView } from './world.ts'

/**
 * Whether a primary has heard from a majority lately: from one of the two others. It counts from when
 * it sent what they answer, they from when they heard it; so its lease is over before theirs.
 */
export function holdsLease(
  { parameters }: RegionsView,
  { granted }: Region,
  nowMs: number,
): boolean {
  const { flaw } = parameters
  if (flaw === 'promotes-unasked' || flaw === 'keeps-writing') return true
  return nowMs < Math.max(...Object.values(granted)) + patienceMs(parameters)
}

/** Whether a region's database takes writes now. */
export function isWritable(world: RegionsView, id: RegionId, nowMs: number): boolean {
  const region = world.regions[id]
  const { up, role, ready, frozenMs } = region
  const leads = up && role === 'primary' && ready && frozenMs === undefined
  return leads && holdsLease(world, region, nowMs)
}

/** All whose database takes writes now. */
export const writablePrimaries = (world: RegionsView, nowMs: number): readonly RegionId[] =>
  REGIONS.filter((id) => isWritable(world, id, nowMs))

/** Whether a region may believe that there is no primary: it heard of none for long enough. */
export const suspects = (world: RegionsView, id: RegionId, nowMs: number): boolean => {
  const region = world.regions[id]
  return region.role === 'standby'
    ? nowMs - region.heardMs >= patienceMs(world.parameters)
    : !holdsLease(world, region, nowMs)
}
