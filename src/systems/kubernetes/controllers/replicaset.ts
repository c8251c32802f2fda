import { updateStatus } from '../api/write.ts'
import { read } from '../api/client.ts'
import type { Pod, ReplicaSet } from '../objects.ts'
import { selects } from '../selectors.ts'
import type { Turn } from '../turn.ts'
import type { Change, World } from '../world.ts'
import type { Controller } from './controller.ts'
import { controllerOf } from './owner.ts'
import { readyCondition, readySinceMs } from './pod-state.ts'
import { claimedPods } from './replicaset-claims.ts'
import { brought } from './replicaset-scale.ts'
import { replicaSetStatus } from './replicaset-status.ts'

/** The keys of the replica sets that a pod could belong to: its own, or whoever would take it in. */
function keysFor(world: World, { metadata }: Pod): readonly string[] {
  const { namespace = '' } = metadata
  const owner = controllerOf(metadata)
  if (owner) return owner.kind === 'ReplicaSet' ? [`${namespace}/${owner.name}`] : []
  return Object.entries(world.store.tables.replicasets)
    .filter(
      ([, set]) =>
        set.metadata.namespace === namespace && selects(set.spec.selector, metadata.labels),
    )
    .map(([key]) => key)
}

/** Whether a change of a pod is one that its replica set would notice. */
function matters(before: Pod, after: Pod): boolean {
  const was = readyCondition(before)
  const is = readyCondition(after)
  return (
    before.status.phase !== after.status.phase ||
    was?.lastTransitionTime !== is?.lastTransitionTime ||
    (was === undefined) !== (is === undefined) ||
    before.metadata.deletionTimestamp !== after.metadata.deletionTimestamp ||
    before.metadata.labels !== after.metadata.labels ||
    before.metadata.ownerReferences !== after.metadata.ownerReferences
  )
}

function concerns(change: Change, world: World): readonly string[] {
  if (change.resource === 'replicasets') return change.type === 'DELETED' ? [] : [change.key]
  if (change.resource !== 'pods') return []
  // The resource says of which kind the objects of a change are.
  const after = change.object as Pod
  const before = change.before as Pod | undefined
  if (before === undefined) return keysFor(world, after)
  if (change.type === 'MODIFIED' && !matters(before, after)) return []
  return [...new Set([...keysFor(world, before), ...keysFor(world, after)])]
}

/** Looks again when the next pod has been ready for long enough, which nobody will tell. */
function lookAgain(turn: Turn, key: string, set: ReplicaSet, pods: readonly Pod[]): void {
  const { minReadySeconds = 0 } = set.spec
  if (minReadySeconds === 0) return
  const next = pods
    .flatMap((pod) => readySinceMs(pod) ?? [])
    .map((since) => since + minReadySeconds * 1000 + 1 - turn.nowMs)
    .filter((afterMs) => afterMs > 0)
  if (next.length > 0) turn.enqueue('replicaset', key, Math.min(...next))
}

function sync(turn: Turn, key: string): void {
  const set = read(turn, 'replicasets', key)
  if (!set) return
  const pods = claimedPods(turn, set)
  const failure =
    set.metadata.deletionTimestamp === undefined ? brought(turn, key, set, pods) : undefined
  updateStatus(turn, 'replicasets', {
    ...set,
    status: replicaSetStatus(turn, set, pods, failure),
  })
  lookAgain(turn, key, set, pods)
}

/**
 * Keeps as many pods of one template as its replica sets want.
 *
 * @source k8s-replicasets
 */
export const replicaset: Controller = {
  name: 'replicaset',
  // Two of its hops are longer than one of the Deployment controller: what left is counted out
  // before what came is counted in, as in most of the recorded rollouts.
  hopMs: { least: 6, most: 8 },
  concerns,
  sync,
}
