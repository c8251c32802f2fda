import type { Deployment, Pod } from '../objects.ts'
import type { Turn } from '../turn.ts'
import { limitsOf } from './deployment-limits.ts'
import { isComplete, reportRollout } from './deployment-progress.ts'
import { withNewSet } from './deployment-revision.ts'
import { forgetHistory, scaleSet } from './deployment-scale.ts'
import { activeOf, type Sets } from './deployment-sets.ts'
import { deploymentStatus } from './deployment-status.ts'
import { controllerOf } from './owner.ts'
import { type Count, rollingStep } from './rolling.ts'
import type { ReplicaSet } from '../objects.ts'

const countOf = ({ spec, status }: ReplicaSet): Count => ({
  replicas: spec.replicas,
  available: status.availableReplicas ?? 0,
})

/** Scales replica sets one after the other; each is written as it then stands. */
function scaleAll(
  turn: Turn,
  deployment: Deployment,
  sets: readonly ReplicaSet[],
  sizes: readonly number[],
): readonly ReplicaSet[] {
  return sets.map((set, index) => {
    const size = sizes[index] ?? set.spec.replicas
    return size === set.spec.replicas ? set : scaleSet(turn, deployment, set, size)
  })
}

/**
 * One step of a rolling update: pods are added as far as the surge allows, or else taken away as
 * far as what must be available allows; then it waits until that is done.
 *
 * @source k8s-deployments
 */
export function roll(turn: Turn, key: string, before: Deployment, sets: Sets): void {
  const made = sets.newer
    ? { deployment: before, newer: sets.newer }
    : withNewSet(turn, before, sets.older)
  if (!made) return
  const { deployment, newer } = made
  const active = activeOf(sets.older)
  const step = rollingStep(
    deployment.spec.replicas,
    limitsOf(deployment),
    countOf(newer),
    active.map(countOf),
  )
  switch (step.kind) {
    case 'new':
      scaleSet(turn, deployment, newer, step.replicas)
      break
    case 'old': {
      const cleaned = scaleAll(turn, deployment, active, step.cleaned)
      scaleAll(turn, deployment, cleaned, step.sizes)
      break
    }
    case 'none':
      forgetHistory(turn, deployment, sets.older)
  }
  reportRollout(turn, key, deployment, { newer, older: sets.older })
}

/** Whether any pod of an old replica set is still there, even one that is ending. */
function oldPodsRemain(turn: Turn, older: readonly ReplicaSet[]): boolean {
  const uids = new Set(older.map(({ metadata }) => metadata.uid))
  return Object.values(turn.world().store.tables.pods).some(
    ({ metadata, status }: Pod) =>
      status.phase !== 'Succeeded' &&
      status.phase !== 'Failed' &&
      uids.has(controllerOf(metadata)?.uid ?? ''),
  )
}

/**
 * One step of an update that removes all that is old before anything new begins.
 *
 * @source k8s-deployments
 */
export function recreate(turn: Turn, key: string, before: Deployment, sets: Sets): void {
  const active = activeOf(sets.older)
  for (const set of active) scaleSet(turn, before, set, 0)
  if (active.length > 0 || oldPodsRemain(turn, sets.older)) {
    reportRollout(turn, key, before, sets)
    return
  }
  const made = sets.newer
    ? { deployment: before, newer: sets.newer }
    : withNewSet(turn, before, sets.older)
  if (!made) return
  const { deployment, newer } = made
  if (newer.spec.replicas !== deployment.spec.replicas)
    scaleSet(turn, deployment, newer, deployment.spec.replicas)
  const after = { newer, older: sets.older }
  if (isComplete(deployment, deploymentStatus(turn, deployment, after)))
    forgetHistory(turn, deployment, sets.older)
  reportRollout(turn, key, deployment, after)
}
