import { updateStatus } from '../api/write.ts'
import { ApiError } from '../api/status.ts'
import type { Condition, Deployment, ReplicaSet } from '../objects.ts'
import type { Turn } from '../turn.ts'
import { withCondition } from './conditions.ts'
import { limitsOf } from './deployment-limits.ts'
import { allOf, type Sets, wantedBy } from './deployment-sets.ts'

type Status = Deployment['status']

const sum = (
  sets: readonly ReplicaSet[],
  field: 'replicas' | 'readyReplicas' | 'availableReplicas',
): number => sets.reduce((total, { status }) => total + (status[field] ?? 0), 0)

/** Counts of nothing are left out, as they are on the wire. */
const counts = (fields: Readonly<Record<string, number>>): Partial<Status> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== 0))

function availability(turn: Turn, deployment: Deployment, available: number): readonly Condition[] {
  const enough = available >= deployment.spec.replicas - limitsOf(deployment).unavailable
  return withCondition(turn, deployment.status.conditions, {
    type: 'Available',
    status: enough ? 'True' : 'False',
    reason: enough ? 'MinimumReplicasAvailable' : 'MinimumReplicasUnavailable',
    message: enough
      ? 'Deployment has minimum availability.'
      : 'Deployment does not have minimum availability.',
  })
}

/** What a Deployment says of itself: all counts as its replica sets reported them last. */
export function deploymentStatus(turn: Turn, deployment: Deployment, sets: Sets): Status {
  const all = allOf(sets)
  const available = sum(all, 'availableReplicas')
  const { collisionCount } = deployment.status
  return {
    observedGeneration: deployment.metadata.generation ?? 1,
    ...counts({
      replicas: sum(all, 'replicas'),
      updatedReplicas: sets.newer ? sum([sets.newer], 'replicas') : 0,
      readyReplicas: sum(all, 'readyReplicas'),
      availableReplicas: available,
      unavailableReplicas: Math.max(0, wantedBy(all) - available),
    }),
    ...(collisionCount === undefined ? {} : { collisionCount }),
    conditions: availability(turn, deployment, available),
  }
}

/**
 * Writes the status of a Deployment. One that was written since it was read is left alone: that
 * write has the Deployment looked at again.
 *
 * @param deployment as it was read, with its new status
 */
export function storeStatus(turn: Turn, deployment: Deployment): void {
  try {
    updateStatus(turn, 'deployments', deployment)
  } catch (error) {
    if (!(error instanceof ApiError && error.status.reason === 'Conflict')) throw error
  }
}
