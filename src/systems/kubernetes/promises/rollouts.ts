import type { Deployment, ReplicaSet } from '../objects.ts'
import type { Change, World } from '../world.ts'
import { ownerUid, share, values } from './plainly.ts'

/** A Deployment with the replica sets it owns, as they are and as they were. */
export interface Rollout {
  readonly deployment: Deployment
  readonly sets: readonly { readonly now: ReplicaSet; readonly was: number }[]
}

/** The rollouts of all Deployments, where a replica set changed. */
export function rolloutsOf(world: World, changes: readonly Change[]): readonly Rollout[] {
  const was = new Map<string, number>()
  for (const { resource, before, object } of changes)
    if (resource === 'replicasets')
      was.set(
        object.metadata.uid,
        was.get(object.metadata.uid) ?? (before as ReplicaSet | undefined)?.spec.replicas ?? 0,
      )
  if (was.size === 0) return []
  return values(world.store.tables.deployments).map((deployment) => ({
    deployment,
    sets: values(world.store.tables.replicasets)
      .filter((set) => ownerUid(set) === deployment.metadata.uid)
      .map((now) => ({ now, was: was.get(now.metadata.uid) ?? now.spec.replicas })),
  }))
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** How a rollout grew beyond what it may. */
export function brokenSurge({ deployment, sets }: Rollout): string | undefined {
  const { replicas, strategy } = deployment.spec
  const surge = share(strategy.rollingUpdate?.maxSurge ?? 0, replicas, Math.ceil)
  const now = total(sets.map(({ now: { spec } }) => spec.replicas))
  const before = total(sets.map((set) => set.was))
  return now > before && now > replicas + surge
    ? `${deployment.metadata.name} has ${now} of ${replicas} + ${surge}`
    : undefined
}

/** How a rollout took away what had to stay. */
export function brokenAvailability({ deployment, sets }: Rollout): string | undefined {
  const { replicas, strategy } = deployment.spec
  if (strategy.type !== 'RollingUpdate') return undefined
  const surge = share(strategy.rollingUpdate?.maxSurge ?? 0, replicas, Math.ceil)
  const asked = share(strategy.rollingUpdate?.maxUnavailable ?? 0, replicas, Math.floor)
  const least = replicas - (surge === 0 && asked === 0 ? 1 : asked)
  const available = ({ status }: ReplicaSet): number => status.availableReplicas ?? 0
  const before = total(sets.map(({ now, was }) => Math.min(available(now), was)))
  // Whoever is not available goes first, so a set keeps as many available as it may.
  const after = total(sets.map(({ now }) => Math.min(available(now), now.spec.replicas)))
  return after < before && after < Math.min(least, before)
    ? `${deployment.metadata.name} goes from ${before} to ${after} available, ${least} are needed`
    : undefined
}
