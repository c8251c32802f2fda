import { millisecondsOf } from '../clock.ts'
import { timeOf } from '../api/client.ts'
import { same } from '../api/write.ts'
import type { Condition, Deployment } from '../objects.ts'
import type { Turn } from '../turn.ts'
import { conditionOf, withCondition, without } from './conditions.ts'
import { hasDeadline } from './deployment-limits.ts'
import { allOf, type Sets } from './deployment-sets.ts'
import { deploymentStatus, storeStatus } from './deployment-status.ts'

type Status = Deployment['status']

/** Whether all its pods are of the template as it is now, and available. */
export function isComplete({ spec, metadata }: Deployment, status: Status): boolean {
  const {
    updatedReplicas = 0,
    replicas = 0,
    availableReplicas = 0,
    observedGeneration = 0,
  } = status
  return (
    updatedReplicas === spec.replicas &&
    replicas === spec.replicas &&
    availableReplicas === spec.replicas &&
    observedGeneration >= (metadata.generation ?? 1)
  )
}

/** Whether more is new, less is old, or more works than was said before. */
function hasProgressed(before: Status, after: Status): boolean {
  const old = ({ replicas = 0, updatedReplicas = 0 }: Status): number => replicas - updatedReplicas
  const grew = (field: 'updatedReplicas' | 'readyReplicas' | 'availableReplicas'): boolean =>
    (after[field] ?? 0) > (before[field] ?? 0)
  return (
    grew('updatedReplicas') ||
    old(after) < old(before) ||
    grew('readyReplicas') ||
    grew('availableReplicas')
  )
}

/** When patience ends, in milliseconds of the run. */
function deadlineMs({ spec }: Deployment, { lastUpdateTime }: Condition): number {
  const since = lastUpdateTime === undefined ? 0 : millisecondsOf(lastUpdateTime)
  return since + (spec.progressDeadlineSeconds ?? 0) * 1000
}

function isLate(turn: Turn, deployment: Deployment, progressing: Condition | undefined): boolean {
  if (!progressing || progressing.reason === 'NewReplicaSetAvailable') return false
  return (
    progressing.reason === 'ProgressDeadlineExceeded' ||
    deadlineMs(deployment, progressing) < turn.nowMs
  )
}

/** What can be said of the progress of a rollout, beside all else that holds. */
function estimated(turn: Turn, deployment: Deployment, sets: Sets, status: Status) {
  const { conditions } = status
  const { name } = deployment.metadata
  const who = sets.newer ? `ReplicaSet "${sets.newer.metadata.name}"` : `Deployment "${name}"`
  const held = conditionOf(deployment.status.conditions, 'Progressing')
  const say = (
    base: readonly Condition[] | undefined,
    holds: Condition['status'],
    reason: string,
    what: string,
  ) =>
    withCondition(turn, base, {
      type: 'Progressing',
      status: holds,
      reason,
      message: `${who} ${what}`,
    })
  if (isComplete(deployment, status))
    return say(conditions, 'True', 'NewReplicaSetAvailable', 'has successfully progressed.')
  if (hasProgressed(deployment.status, status)) {
    // Said again, so that its time is that of the latest progress.
    const said = say(
      without(conditions, 'Progressing'),
      'True',
      'ReplicaSetUpdated',
      'is progressing.',
    )
    const since = held?.status === 'True' ? held.lastTransitionTime : timeOf(turn)
    return said.map((one) =>
      one.type === 'Progressing' ? { ...one, lastTransitionTime: since ?? timeOf(turn) } : one,
    )
  }
  if (isLate(turn, deployment, conditionOf(conditions, 'Progressing')))
    return say(conditions, 'False', 'ProgressDeadlineExceeded', 'has timed out progressing.')
  return conditions
}

/** The failure of a replica set, as its Deployment says it; the new one's counts first. */
function failureOf(sets: Sets): Condition | undefined {
  const ordered = sets.newer ? [sets.newer, ...allOf(sets)] : allOf(sets)
  const failure = ordered
    .map(({ status }) => conditionOf(status.conditions, 'ReplicaFailure'))
    .find((one) => one !== undefined)
  const since = failure?.lastTransitionTime
  if (!failure || since === undefined || since === null) return undefined
  return { ...failure, lastUpdateTime: since }
}

function withFailure(
  conditions: readonly Condition[] | undefined,
  failure: Condition | undefined,
): readonly Condition[] {
  if (!failure) return without(conditions, 'ReplicaFailure')
  const held = conditionOf(conditions, 'ReplicaFailure')
  if (held?.status === failure.status && held.reason === failure.reason) return conditions ?? []
  return [...without(conditions, 'ReplicaFailure'), failure]
}

/** Looks again a second after patience would end. */
function awaitDeadline(turn: Turn, key: string, deployment: Deployment, status: Status): void {
  const held = conditionOf(deployment.status.conditions, 'Progressing')
  if (!hasDeadline(deployment) || !held) return
  if (isComplete(deployment, status) || held.reason === 'ProgressDeadlineExceeded') return
  turn.enqueue('deployment', key, Math.max(0, deadlineMs(deployment, held) - turn.nowMs) + 1000)
}

/**
 * Writes the status of a Deployment during a rollout, with what is to be said of its progress.
 *
 * @source k8s-deployments
 */
export function reportRollout(turn: Turn, key: string, deployment: Deployment, sets: Sets): void {
  const counted = deploymentStatus(turn, deployment, sets)
  const held = conditionOf(deployment.status.conditions, 'Progressing')
  const done =
    counted.replicas === counted.updatedReplicas && held?.reason === 'NewReplicaSetAvailable'
  const progress = !hasDeadline(deployment)
    ? without(counted.conditions, 'Progressing')
    : done
      ? counted.conditions
      : estimated(turn, deployment, sets, counted)
  const status = { ...counted, conditions: withFailure(progress, failureOf(sets)) }
  if (same(status, deployment.status)) awaitDeadline(turn, key, deployment, status)
  else storeStatus(turn, { ...deployment, status })
}
