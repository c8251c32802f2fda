import { same, update } from '../api/write.ts'
import type { Deployment, PodTemplate, ReplicaSet } from '../objects.ts'
import { selects } from '../selectors.ts'
import type { Turn } from '../turn.ts'
import { adopted, controllerOf, released } from './owner.ts'

/** The label that tells the pods of one template from those of the others. */
export const HASH_LABEL = 'pod-template-hash'

/** The replica sets of a Deployment. */
export interface Sets {
  /** The one of the template as it is now; none before it has been made. */
  readonly newer: ReplicaSet | undefined
  /** All others, oldest first. */
  readonly older: readonly ReplicaSet[]
}

/** Old and new together, oldest first. */
export const allOf = ({ newer, older }: Sets): readonly ReplicaSet[] =>
  newer ? [...older, newer] : older

/** Those that are to have pods. */
export const activeOf = (sets: readonly ReplicaSet[]): readonly ReplicaSet[] =>
  sets.filter(({ spec }) => spec.replicas > 0)

/** How many pods replica sets are to have in all. */
export const wantedBy = (sets: readonly ReplicaSet[]): number =>
  sets.reduce((sum, { spec }) => sum + spec.replicas, 0)

/** Older first; by name where they were made in the same second. */
export function byAge({ metadata: a }: ReplicaSet, { metadata: b }: ReplicaSet): number {
  if (a.creationTimestamp !== b.creationTimestamp)
    return a.creationTimestamp < b.creationTimestamp ? -1 : 1
  return a.name < b.name ? -1 : 1
}

function withoutHash({ metadata = {}, ...rest }: PodTemplate): PodTemplate {
  const { [HASH_LABEL]: _hash, ...labels } = metadata.labels ?? {}
  return { ...rest, metadata: { ...metadata, labels } }
}

/** Whether two templates make the same pods, the label of the hash aside. */
export const sameTemplate = (a: PodTemplate, b: PodTemplate): boolean =>
  same(withoutHash(a), withoutHash(b))

/** The replica sets of a Deployment, after it has taken in what fits and let go what no longer does. */
function claimed(turn: Turn, deployment: Deployment): readonly ReplicaSet[] {
  const { uid, namespace, deletionTimestamp } = deployment.metadata
  const ours: ReplicaSet[] = []
  for (const set of Object.values(turn.world().store.tables.replicasets)) {
    if (set.metadata.namespace !== namespace) continue
    const owner = controllerOf(set.metadata)
    if (owner && owner.uid !== uid) continue
    const fits = selects(deployment.spec.selector, set.metadata.labels)
    if (owner && fits) ours.push(set)
    else if (deletionTimestamp !== undefined || set.metadata.deletionTimestamp !== undefined)
      continue
    else if (owner) update(turn, 'replicasets', { ...set, metadata: released(set.metadata, uid) })
    else if (fits)
      ours.push(
        update(turn, 'replicasets', { ...set, metadata: adopted(set.metadata, deployment) }),
      )
  }
  return ours.toSorted(byAge)
}

/** The replica sets of a Deployment; where two have its template, the older one counts. */
export function setsOf(turn: Turn, deployment: Deployment): Sets {
  const all = claimed(turn, deployment)
  const newer = all.find(({ spec }) => sameTemplate(spec.template, deployment.spec.template))
  return { newer, older: all.filter((set) => set !== newer) }
}
