import { same } from '../api/write.ts'
import type { Node, Pod } from '../objects.ts'
import type { ProfileName } from '../resources.ts'
import type { Change, World } from '../world.ts'
import { isOurs, type Waiter } from './queue.ts'
import type { Refusal } from './refusal.ts'

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

/**
 * Which changes of other pods may help: today's scheduler goes by why the pod was refused, the old
 * one let any pod that leaves wake all, and those that come only what has to be with others.
 */
export function helpFor(
  { spec }: Pod,
  refusals: readonly Refusal[],
  profile: ProfileName,
): Waiter['helpedBy'] {
  const company = refusals.some(({ aboutOthers }) => aboutOthers)
  if (profile !== '1.20')
    return {
      leaving: company || refusals.some(({ code }) => code === 'Unschedulable'),
      coming: company,
    }
  const { podAffinity } = spec.affinity ?? {}
  const required = podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
  return { leaving: true, coming: required.length > 0 }
}

type Help = 'all' | 'leaving' | 'coming' | 'none'

function helpOfPod(pod: Pod, before: Pod | undefined, type: Change['type']): Help {
  if (pod.spec.nodeName === undefined) return 'none'
  if (type === 'DELETED' || (before && isOver(pod) && !isOver(before))) return 'leaving'
  const isNew = before?.spec.nodeName === undefined
  return isNew || !same(pod.metadata.labels, before.metadata.labels) ? 'coming' : 'none'
}

function helpOf({ resource, type, object, before }: Change, profile: ProfileName): Help {
  // The log says of which table an object is, which the compiler cannot know.
  switch (resource) {
    case 'nodes':
      if (type === 'DELETED') return 'none'
      return before && same(telling(object as Node), telling(before as Node)) ? 'none' : 'all'
    case 'pods':
      return helpOfPod(object as Pod, before as Pod | undefined, type)
    case 'services':
      // The old scheduler tried everything again when a Service changed.
      return profile === '1.20' ? 'all' : 'none'
    default:
      return 'none'
  }
}

/** Whether a change is of a pod that has to be placed, and by somebody but the scheduler. */
function asks({ resource, type, object, before }: Change): boolean {
  if (resource !== 'pods' || type === 'DELETED') return false
  const pod = object as Pod
  const was = before as Pod | undefined
  if (!isOurs(pod)) return false
  return !was || !same(pod.spec, was.spec) || !same(pod.metadata.labels, was.metadata.labels)
}

/** The pods that a change gives a reason to be tried, by key. */
export function wokenBy(change: Change, { profile, scheduler }: World): readonly string[] {
  if (asks(change)) return [change.key]
  const help = helpOf(change, profile)
  if (help === 'none') return []
  return Object.entries(scheduler.waiting)
    .filter(([, { parked, helpedBy }]) => parked && (help === 'all' || helpedBy[help]))
    .map(([key]) => key)
}
