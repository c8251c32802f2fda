import { update } from '../api/write.ts'
import type { Pod, ReplicaSet } from '../objects.ts'
import { selects } from '../selectors.ts'
import type { Turn } from '../turn.ts'
import { adopted, controllerOf, released } from './owner.ts'
import { isActive } from './pod-state.ts'

/**
 * The active pods of a replica set, after it has taken in those that fit and belong to nobody, and
 * let go those whose labels no longer fit: a pod can be put aside for a closer look by its labels.
 */
export function claimedPods(turn: Turn, set: ReplicaSet): readonly Pod[] {
  const { uid, namespace, deletionTimestamp } = set.metadata
  const ours: Pod[] = []
  for (const pod of Object.values(turn.world().store.tables.pods)) {
    if (pod.metadata.namespace !== namespace || !isActive(pod)) continue
    const owner = controllerOf(pod.metadata)
    if (owner && owner.uid !== uid) continue
    const fits = selects(set.spec.selector, pod.metadata.labels)
    if (owner && fits) ours.push(pod)
    else if (deletionTimestamp !== undefined) continue
    else if (owner) update(turn, 'pods', { ...pod, metadata: released(pod.metadata, uid) })
    else if (fits) ours.push(update(turn, 'pods', { ...pod, metadata: adopted(pod.metadata, set) }))
  }
  return ours
}
