import type { Resource } from './objects.ts'
import { brokenBudget, disturbs, strained } from './promises/budgets.ts'
import { misplaced, overcommitted } from './promises/places.ts'
import { going, ownerUid, ready, values } from './promises/plainly.ts'
import { brokenAvailability, brokenSurge, rolloutsOf } from './promises/rollouts.ts'
import type { ClusterEvent, World } from './world.ts'

/**
 * What the cluster promises whatever is done to it. Written apart from the code that keeps it, and
 * in the plainest way: a promise that used the scheduler's own sums would prove nothing.
 */
export const PROMISES = [
  'no eviction breaks a budget',
  'a rollout keeps within its surge',
  'a rollout keeps enough available',
  'every pod has its owner',
  'endpoints are ready pods',
  'no node is promised more than it has',
  'no pod is placed where it may not be',
] as const

export type PromiseName = (typeof PROMISES)[number]

/** The first promise that was broken, when, and by what. */
export interface Breach {
  readonly promise: PromiseName
  readonly atMs: number
  readonly what: string
}

/** How old news may be that a controller acts on. */
const NEWS_MS = 1500

/** How long an orphan may go on until the collector has looked at it. */
const ORPHAN_MS = 5000

/** Something that should not be and may be for a while: since when it has been so, by name. */
function lasting(since: Map<string, number>, now: ReadonlySet<string>, atMs: number): void {
  for (const name of since.keys()) if (!now.has(name)) since.delete(name)
  for (const name of now) if (!since.has(name)) since.set(name, atMs)
}

/** Pods whose replica set is gone, and replica sets whose Deployment is. */
function orphans({ store: { tables } }: World): ReadonlySet<string> {
  const owners = new Set(
    [...values(tables.replicasets), ...values(tables.deployments)].map(
      ({ metadata }) => metadata.uid,
    ),
  )
  const owned = [...values(tables.pods), ...values(tables.replicasets)]
  return new Set(
    owned
      .filter(({ metadata }) => {
        const owner = ownerUid({ metadata })
        const goes = metadata.deletionTimestamp !== undefined
        return owner !== undefined && !owners.has(owner) && !goes
      })
      .map(({ metadata }) => metadata.name),
  )
}

function wrongEndpoints({ store: { tables } }: World): ReadonlySet<string> {
  const good = new Set(
    values(tables.pods)
      .filter((pod) => ready(pod) && !going(pod))
      .map(({ status }) => status.podIP),
  )
  return new Set(
    values(tables.endpointslices).flatMap(({ metadata, endpoints }) =>
      endpoints
        // The API's own Service leads to the control plane, which is no pod.
        .filter(({ targetRef }) => targetRef?.kind === 'Pod')
        .filter(({ conditions, addresses }) => conditions.ready && !good.has(addresses[0]))
        .map(({ addresses }) => `${metadata.name} ${addresses[0] ?? ''}`),
    ),
  )
}

/**
 * Watches a run for broken promises. Shown every world in turn, it says what the last event broke.
 *
 * @returns a function of the world after an event, the time, and the event itself, if it was one
 */
export function promiseKeeper(): (
  world: World,
  nowMs: number,
  event?: ClusterEvent,
) => Breach | undefined {
  let seen = 0
  let disturbedMs = -Infinity
  const orphaned = new Map<string, number>()
  const stale = new Map<string, number>()
  return (world, nowMs, event) => {
    if (world.store.revision === seen && orphaned.size + stale.size === 0) return undefined
    const changes = world.store.log.slice(
      world.store.log.findLastIndex(({ revision }) => revision <= seen) + 1,
    )
    seen = world.store.revision
    const breach = (promise: PromiseName, what: string | undefined): Breach | undefined =>
      what === undefined ? undefined : { promise, atMs: nowMs, what }
    const late = (since: ReadonlyMap<string, number>, mayLastMs: number): string | undefined =>
      [...since].find(([, sinceMs]) => nowMs - sinceMs > mayLastMs)?.[0]
    const quiet = nowMs - disturbedMs > NEWS_MS
    if (changes.some(disturbs)) disturbedMs = nowMs
    const touched = (...resources: readonly Resource[]): boolean =>
      changes.some(({ resource }) => resources.includes(resource))
    if (touched('pods', 'replicasets', 'deployments')) lasting(orphaned, orphans(world), nowMs)
    if (touched('pods', 'endpointslices')) lasting(stale, wrongEndpoints(world), nowMs)
    const own = event?.kind === 'sync' && event.controller === 'deployment'
    const rollouts = own ? rolloutsOf(world, changes) : []
    const first = (says: readonly (string | undefined)[]): string | undefined =>
      says.find((one) => one !== undefined)
    return (
      breach(
        'no eviction breaks a budget',
        quiet
          ? first(
              changes
                .flatMap((change) => strained(world, change))
                .map((one) => brokenBudget(world, one)),
            )
          : undefined,
      ) ??
      breach('a rollout keeps within its surge', first(rollouts.map(brokenSurge))) ??
      breach('a rollout keeps enough available', first(rollouts.map(brokenAvailability))) ??
      breach('every pod has its owner', late(orphaned, ORPHAN_MS)) ??
      breach('endpoints are ready pods', late(stale, NEWS_MS)) ??
      breach(
        'no node is promised more than it has',
        touched('pods', 'nodes') ? overcommitted(world) : undefined,
      ) ??
      breach(
        'no pod is placed where it may not be',
        first(changes.map((change) => misplaced(world, change))),
      )
    )
  }
}
