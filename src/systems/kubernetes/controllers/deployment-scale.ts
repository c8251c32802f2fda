import { remove } from '../api/remove.ts'
import { recordEvent } from '../api/record-event.ts'
import { keyOfObject } from '../api/client.ts'
import { update } from '../api/write.ts'
import type { Deployment, ReplicaSet } from '../objects.ts'
import type { Turn } from '../turn.ts'
import { limitsOf } from './deployment-limits.ts'
import {
  DESIRED_REPLICAS,
  MAX_REPLICAS,
  revisionOf,
  sizeAnnotations,
} from './deployment-revision.ts'
import { activeOf, allOf, byAge, type Sets, wantedBy } from './deployment-sets.ts'

/** Gives a replica set its size and says so; what has it already is not written. */
export function scaleSet(
  turn: Turn,
  deployment: Deployment,
  set: ReplicaSet,
  replicas: number,
): ReplicaSet {
  const { annotations } = set.metadata
  const written = update(turn, 'replicasets', {
    ...set,
    metadata: { ...set.metadata, annotations: { ...annotations, ...sizeAnnotations(deployment) } },
    spec: { ...set.spec, replicas },
  })
  const was = set.spec.replicas
  if (was === replicas) return written
  const from = turn.world().profile === '1.20' ? '' : ` from ${was}`
  recordEvent(turn, {
    about: deployment,
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message: `Scaled ${was < replicas ? 'up' : 'down'} replica set ${set.metadata.name}${from} to ${replicas}`,
    component: 'deployment-controller',
  })
  return written
}

/** Whether the size of a Deployment has changed since it last sized its replica sets. */
export const isResized = ({ spec }: Deployment, sets: Sets): boolean =>
  activeOf(allOf(sets)).some(({ metadata }) => {
    const desired = metadata.annotations?.[DESIRED_REPLICAS]
    return desired !== undefined && Number(desired) !== spec.replicas
  })

/** Whether the new replica set does the whole work. */
function isSaturated({ spec }: Deployment, newer: ReplicaSet | undefined): boolean {
  if (!newer) return false
  const desired = Number(newer.metadata.annotations?.[DESIRED_REPLICAS])
  const { availableReplicas = 0 } = newer.status
  return (
    newer.spec.replicas === spec.replicas &&
    desired === spec.replicas &&
    availableReplicas === spec.replicas
  )
}

/** Halves go away from zero, as Go rounds them. */
const rounded = (value: number): number => Math.sign(value) * Math.round(Math.abs(value))

/** By how much a replica set would change to keep its part of the whole. */
function fraction(deployment: Deployment, { spec, metadata }: ReplicaSet): number {
  const wanted = deployment.spec.replicas
  if (wanted === 0) return -spec.replicas
  const written = metadata.annotations?.[MAX_REPLICAS]
  const before = written === undefined ? (deployment.status.replicas ?? 0) : Number(written)
  if (before === 0) return 0
  return rounded((spec.replicas * (wanted + limitsOf(deployment).surge)) / before) - spec.replicas
}

/** Larger first; of two of one size the newer first where pods are added, else the older. */
const bySize =
  (growing: boolean) =>
  (a: ReplicaSet, b: ReplicaSet): number =>
    b.spec.replicas - a.spec.replicas || (growing ? byAge(b, a) : byAge(a, b))

/**
 * Shares a new size out among replica sets in the middle of a rollout, each by its part; what does
 * not divide goes to the largest.
 *
 * @source k8s-deployments
 */
function shareOut(turn: Turn, deployment: Deployment, active: readonly ReplicaSet[]): void {
  const wanted = deployment.spec.replicas
  const allowed = wanted > 0 ? wanted + limitsOf(deployment).surge : 0
  const change = allowed - wantedBy(active)
  const ordered = change === 0 ? active : active.toSorted(bySize(change > 0))
  let shared = 0
  const sizes = ordered.map((set) => {
    const left = change - shared
    const part =
      left === 0
        ? 0
        : change > 0
          ? Math.min(fraction(deployment, set), left)
          : Math.max(fraction(deployment, set), left)
    shared += part
    return set.spec.replicas + part
  })
  for (const [index, set] of ordered.entries()) {
    const size = sizes[index] ?? set.spec.replicas
    const leftover = index === 0 ? change - shared : 0
    scaleSet(turn, deployment, set, Math.max(0, size + leftover))
  }
}

/** Brings the replica sets to a size that changed, or that changes while the Deployment is paused. */
export function resize(turn: Turn, deployment: Deployment, sets: Sets): void {
  const active = activeOf(allOf(sets))
  const wanted = deployment.spec.replicas
  const [only = sets.newer ?? sets.older.at(-1)] = active
  if (active.length <= 1) {
    if (only && only.spec.replicas !== wanted) scaleSet(turn, deployment, only, wanted)
    return
  }
  if (isSaturated(deployment, sets.newer)) {
    for (const set of activeOf(sets.older)) scaleSet(turn, deployment, set, 0)
    return
  }
  if (deployment.spec.strategy.type === 'RollingUpdate') shareOut(turn, deployment, active)
}

/** Removes what is older than the history that a Deployment keeps. */
export function forgetHistory(
  turn: Turn,
  deployment: Deployment,
  older: readonly ReplicaSet[],
): void {
  const { revisionHistoryLimit } = deployment.spec
  if (revisionHistoryLimit === undefined) return
  const alive = older.filter(({ metadata }) => metadata.deletionTimestamp === undefined)
  const surplus = alive.length - revisionHistoryLimit
  if (surplus <= 0) return
  for (const set of alive.toSorted((a, b) => revisionOf(a) - revisionOf(b)).slice(0, surplus)) {
    const { metadata, spec, status } = set
    const seen = (status.observedGeneration ?? 0) >= (metadata.generation ?? 1)
    if (status.replicas === 0 && spec.replicas === 0 && seen)
      remove(turn, 'replicasets', keyOfObject(set))
  }
}
