import { read } from '../api/client.ts'
import type { Deployment, Pod, ReplicaSet } from '../objects.ts'
import { selects } from '../selectors.ts'
import type { Turn } from '../turn.ts'
import type { Change, World } from '../world.ts'
import { conditionOf, withCondition } from './conditions.ts'
import type { Controller } from './controller.ts'
import { hasDeadline } from './deployment-limits.ts'
import { recreate, roll } from './deployment-rollout.ts'
import { withRevision } from './deployment-revision.ts'
import { forgetHistory, isResized, resize } from './deployment-scale.ts'
import { setsOf } from './deployment-sets.ts'
import { deploymentStatus, storeStatus } from './deployment-status.ts'
import { controllerOf } from './owner.ts'

/** The keys of the Deployments that a replica set could belong to. */
function keysFor(world: World, { metadata }: ReplicaSet): readonly string[] {
  const { namespace = '' } = metadata
  const owner = controllerOf(metadata)
  if (owner) return owner.kind === 'Deployment' ? [`${namespace}/${owner.name}`] : []
  return Object.entries(world.store.tables.deployments)
    .filter(
      ([, { metadata: one, spec }]) =>
        one.namespace === namespace && selects(spec.selector, metadata.labels),
    )
    .map(([key]) => key)
}

/** An update that recreates waits for the last old pod to be gone. */
function waitingFor(world: World, { metadata }: Pod): readonly string[] {
  const { namespace = '' } = metadata
  const owner = controllerOf(metadata)
  const set = world.store.tables.replicasets[`${namespace}/${owner?.name ?? ''}`]
  if (!set) return []
  return keysFor(world, set).filter(
    (key) => world.store.tables.deployments[key]?.spec.strategy.type === 'Recreate',
  )
}

function concerns(
  { resource, type, key, object, before }: Change,
  world: World,
): readonly string[] {
  // The resource says of which kind the objects of a change are.
  if (resource === 'deployments') return type === 'DELETED' ? [] : [key]
  if (resource === 'pods') return type === 'DELETED' ? waitingFor(world, object as Pod) : []
  if (resource !== 'replicasets') return []
  const now = keysFor(world, object as ReplicaSet)
  return before === undefined
    ? now
    : [...new Set([...keysFor(world, before as ReplicaSet), ...now])]
}

/** Says that a Deployment is paused, or goes on, so that the time between is not held against it. */
function withPauseNoted(turn: Turn, deployment: Deployment): Deployment {
  const { paused = false } = deployment.spec
  const reason = conditionOf(deployment.status.conditions, 'Progressing')?.reason
  if (!hasDeadline(deployment) || reason === 'ProgressDeadlineExceeded') return deployment
  if (paused === (reason === 'DeploymentPaused')) return deployment
  const conditions = withCondition(turn, deployment.status.conditions, {
    type: 'Progressing',
    status: 'Unknown',
    reason: paused ? 'DeploymentPaused' : 'DeploymentResumed',
    message: paused ? 'Deployment is paused' : 'Deployment is resumed',
  })
  const next = { ...deployment, status: { ...deployment.status, conditions } }
  storeStatus(turn, next)
  return next
}

function sync(turn: Turn, key: string): void {
  const found = read(turn, 'deployments', key)
  if (!found) return
  const sets = setsOf(turn, found)
  const report = (deployment: Deployment): void =>
    storeStatus(turn, { ...deployment, status: deploymentStatus(turn, deployment, sets) })
  if (found.metadata.deletionTimestamp !== undefined) {
    report(found)
    return
  }
  const deployment = withRevision(turn, withPauseNoted(turn, found), sets)
  if (!deployment) return
  const { paused = false, strategy } = deployment.spec
  if (paused || isResized(deployment, sets)) {
    resize(turn, deployment, sets)
    if (paused) forgetHistory(turn, deployment, sets.older)
    report(deployment)
  } else if (strategy.type === 'Recreate') recreate(turn, key, deployment, sets)
  else roll(turn, key, deployment, sets)
}

/**
 * Brings the pods of a Deployment to its template by way of replica sets.
 *
 * @source k8s-deployments
 */
export const deployment: Controller = {
  name: 'deployment',
  hopMs: { least: 9, most: 11 },
  concerns,
  sync,
}
