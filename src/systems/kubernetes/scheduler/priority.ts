import type { Pod, PriorityClass } from '../objects.ts'
import type { Store } from '../world.ts'

/** Classes that every cluster has. */
const BUILT_IN: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
}

/** The class that a pod names, if it is there. */
export function priorityClassOf(store: Store, { spec }: Pod): PriorityClass | undefined {
  const { priorityclasses } = store.tables
  const { priorityClassName: name = '' } = spec
  return Object.hasOwn(priorityclasses, name) ? priorityclasses[name] : undefined
}

/**
 * How important a pod is; 0 where nothing says otherwise.
 *
 * @source k8s-preemption
 */
export function priorityOf(store: Store, pod: Pod): number {
  const { priority, priorityClassName: name } = pod.spec
  if (priority !== undefined) return priority
  if (name === undefined || name === '') return 0
  return priorityClassOf(store, pod)?.value ?? BUILT_IN[name] ?? 0
}
