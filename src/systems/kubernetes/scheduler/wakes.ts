import { same } from '../api/write.ts'
import type { Node, Pod } from '../objects.ts'
import type { Change, World } from '../world.ts'
import { isOurs } from './queue.ts'

/** What of a node decides whether a pod fits: heartbeats do not. */
const telling = ({ spec, status, metadata }: Node): unknown => [
  spec.unschedulable ?? false,
  spec.taints ?? [],
  metadata.labels ?? {},
  status.allocatable ?? {},
  (status.conditions ?? []).map(({ type, status: is }) => [type, is]),
]

const isOver = ({ status }: Pod): boolean =>
  status.phase === 'Succeeded' || status.phase === 'Failed'

/** Whether a pod that waits may be helped by another one that came, or changed its labels. */
const looksAtOthers = ({ spec }: Pod): boolean =>
  spec.affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution !== undefined ||
  spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution !== undefined ||
  (spec.topologySpreadConstraints ?? []).length > 0

type Help = 'all' | 'those that look at others' | 'none'

function helpOfPod(pod: Pod, before: Pod | undefined, type: Change['type']): Help {
  if (pod.spec.nodeName === undefined) return 'none'
  if (type === 'DELETED') return 'all'
  if (before && isOver(pod) && !isOver(before)) return 'all'
  const isNew = before?.spec.nodeName === undefined
  const isAsBefore = !isNew && same(pod.metadata.labels, before.metadata.labels)
  return isAsBefore ? 'none' : 'those that look at others'
}

function helpOf({ resource, type, key, object, before }: Change, { store, profile }: World): Help {
  // The change says which table it is of, but not to the compiler.
  switch (resource) {
    case 'nodes': {
      const node = store.tables.nodes[key]
      if (!node) return 'none'
      return before && same(telling(node), telling(before as Node)) ? 'none' : 'all'
    }
    case 'pods':
      return helpOfPod(object as Pod, before as Pod | undefined, type)
    case 'services':
      // The old scheduler tried everything again when a Service changed.
      return profile === '1.20' ? 'all' : 'none'
    default:
      return 'none'
  }
}

/** The pods that a change gives a reason to be tried, by key. */
export function wokenBy(change: Change, world: World): readonly string[] {
  const { resource, key, type } = change
  const { tables } = world.store
  if (resource === 'pods' && type !== 'DELETED') {
    const pod = change.object as Pod
    const before = change.before as Pod | undefined
    if (isOurs(pod)) {
      const asked = before && same(pod.spec, before.spec)
      const known = before && same(pod.metadata.labels, before.metadata.labels)
      return asked === true && known === true ? [] : [key]
    }
  }
  const help = helpOf(change, world)
  if (help === 'none') return []
  return Object.keys(world.scheduler.waiting).filter((waiting) => {
    if (world.scheduler.waiting[waiting]?.parked !== true) return false
    const pod = tables.pods[waiting]
    return pod !== undefined && (help === 'all' || looksAtOthers(pod))
  })
}
