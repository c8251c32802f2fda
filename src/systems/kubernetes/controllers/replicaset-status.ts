import { timeOf } from '../api/client.ts'
import type { Condition, Pod, ReplicaSet } from '../objects.ts'
import type { Turn } from '../turn.ts'
import { conditionOf, without } from './conditions.ts'
import { isAvailable, isReady } from './pod-state.ts'

/** Why a replica set does not have the pods it wants. */
export interface ScaleFailure {
  readonly reason: 'FailedCreate' | 'FailedDelete'
  readonly message: string
}

function conditionsOf(
  turn: Turn,
  held: readonly Condition[] | undefined,
  failure: ScaleFailure | undefined,
): readonly Condition[] {
  if (!failure) return without(held, 'ReplicaFailure')
  if (conditionOf(held, 'ReplicaFailure')) return held ?? []
  const { reason, message } = failure
  const lastTransitionTime = timeOf(turn)
  return [
    ...(held ?? []),
    { type: 'ReplicaFailure', status: 'True', lastTransitionTime, reason, message },
  ]
}

/**
 * What a replica set says of its pods. Counts of nothing are left out, as they are on the wire.
 *
 * @param pods its active pods, as they were before it made or removed any
 */
export function replicaSetStatus(
  turn: Turn,
  { metadata, spec, status }: ReplicaSet,
  pods: readonly Pod[],
  failure: ScaleFailure | undefined,
): ReplicaSet['status'] {
  const labels = Object.entries(spec.template.metadata?.labels ?? {})
  const labelled = pods.filter((pod) =>
    labels.every(([key, value]) => pod.metadata.labels?.[key] === value),
  ).length
  const ready = pods.filter(isReady).length
  const available = pods.filter((pod) =>
    isAvailable(pod, spec.minReadySeconds ?? 0, turn.nowMs),
  ).length
  const conditions = conditionsOf(turn, status.conditions, failure)
  return {
    replicas: pods.length,
    ...(labelled > 0 ? { fullyLabeledReplicas: labelled } : {}),
    ...(ready > 0 ? { readyReplicas: ready } : {}),
    ...(available > 0 ? { availableReplicas: available } : {}),
    observedGeneration: metadata.generation ?? 1,
    ...(conditions.length > 0 ? { conditions } : {}),
  }
}
