import type { IntOrString } from '../objects.ts'
import { portionOf } from './portion.ts'

/** How many pods a rolling update may have above, and how many below, those wanted. */
export interface Fenceposts {
  readonly surge: number
  readonly unavailable: number
}

/** Of one replica set: how many pods it is to have, and how many of them can be counted on. */
export interface Count {
  readonly replicas: number
  readonly available: number
}

/**
 * Resolves both limits for a number of replicas: the surge is rounded up and what may be missing is
 * rounded down; where both come to nothing one pod may be missing, or no step could ever be made.
 *
 * @source k8s-1-20-source
 */
export function fencepostsOf(
  maxSurge: IntOrString | undefined,
  maxUnavailable: IntOrString | undefined,
  replicas: number,
): Fenceposts {
  const surge = portionOf(maxSurge ?? 0, replicas, 'up')
  const unavailable = portionOf(maxUnavailable ?? 0, replicas, 'down')
  return { surge, unavailable: surge === 0 && unavailable === 0 ? 1 : unavailable }
}

const total = (counts: readonly Count[]): number =>
  counts.reduce((sum, { replicas }) => sum + replicas, 0)

/** What must stay available: never fewer than none may be missing. */
const leastAvailable = (replicas: number, { unavailable }: Fenceposts): number =>
  replicas - Math.min(unavailable, replicas)

/**
 * How many pods the new replica set is to have next: as many as the surge leaves room for, and never
 * more than are wanted.
 *
 * @source k8s-1-20-source
 */
export function nextNewReplicas(
  replicas: number,
  { surge }: Fenceposts,
  newer: number,
  older: number,
): number {
  if (newer >= replicas) return replicas
  const room = replicas + surge - newer - older
  return room <= 0 ? newer : newer + Math.min(room, replicas - newer)
}

/**
 * Takes pods that do not work off the old replica sets, those of the oldest first: no one misses
 * them, and left alone they would block the update.
 *
 * @param older oldest first
 * @param most how many may go
 * @returns how many pods each is to have, in the same order; `stale` where a replica set seems to
 *   have more pods available than it wants: its status is of before, and nothing more can be known
 * @source k8s-1-20-source
 */
export function cleanedOfUnhealthy(
  older: readonly Count[],
  most: number,
): { readonly sizes: readonly number[]; readonly stale: boolean } {
  let left = most
  let stale = false
  const sizes = older.map(({ replicas, available }) => {
    if (left <= 0 || replicas === 0 || stale) return replicas
    stale = replicas < available
    const gone = stale ? 0 : Math.min(left, replicas - available)
    left -= gone
    return replicas - gone
  })
  return { sizes, stale }
}

/**
 * Takes as many pods off the old replica sets, oldest first, as are available beyond what must be.
 *
 * @param older oldest first
 * @param available pods that can be counted on, old and new
 * @returns how many pods each is to have, in the same order
 * @source k8s-1-20-source
 */
export function scaledDown(
  replicas: number,
  limits: Fenceposts,
  older: readonly number[],
  available: number,
): readonly number[] {
  let left = available - leastAvailable(replicas, limits)
  return older.map((size) => {
    const gone = Math.max(0, Math.min(left, size))
    left -= gone
    return size - gone
  })
}

/** What the old replica sets come to in one step, oldest first. */
export interface OldSizes {
  /** Without some of those that do not work. */
  readonly cleaned: readonly number[]
  /** And then without some that are no longer needed. */
  readonly sizes: readonly number[]
}

/**
 * How many pods the old replica sets are to have next. New pods that are not available yet are held
 * against the old ones, so that waiting for them never costs more availability.
 *
 * @param older oldest first
 * @source k8s-1-20-source
 */
export function nextOldReplicas(
  replicas: number,
  limits: Fenceposts,
  newer: Count,
  older: readonly Count[],
): OldSizes {
  const now = older.map((one) => one.replicas)
  const most = newer.available + total(older) - leastAvailable(replicas, limits)
  if (most <= 0) return { cleaned: now, sizes: now }
  const { sizes: cleaned, stale } = cleanedOfUnhealthy(older, most)
  if (stale) return { cleaned, sizes: cleaned }
  const available = older.reduce((sum, one) => sum + one.available, newer.available)
  return { cleaned, sizes: scaledDown(replicas, limits, cleaned, available) }
}

/** One step: the new replica set grows (or shrinks), or else the old ones shrink, or nothing. */
export type RollingStep =
  | { readonly kind: 'new'; readonly replicas: number }
  | ({ readonly kind: 'old' } & OldSizes)
  | { readonly kind: 'none' }

/**
 * The next step of a rolling update.
 *
 * @param older the old replica sets, oldest first
 * @source k8s-1-20-source
 */
export function rollingStep(
  replicas: number,
  limits: Fenceposts,
  newer: Count,
  older: readonly Count[],
): RollingStep {
  const next = nextNewReplicas(replicas, limits, newer.replicas, total(older))
  if (next !== newer.replicas) return { kind: 'new', replicas: next }
  const step = nextOldReplicas(replicas, limits, newer, older)
  return step.sizes.some((size, index) => size !== older[index]?.replicas)
    ? { kind: 'old', ...step }
    : { kind: 'none' }
}
