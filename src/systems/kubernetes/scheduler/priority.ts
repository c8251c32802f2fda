import type { Pod, PriorityClass } from '../objects.ts'
import type { Store } from '../world.ts'

/** The class that a pod names, if it is there. */
export function priorityClassOf(store: Store, { spec }: Pod): PriorityClass | undefined {
  const { priorityclasses } = store.tables
  const { priorityClassName: name = '' } = spec
  return Object.hasOwn(priorityclasses, name) ? priorityclasses[name] : undefined
}

/**
 * How important a pod is, as admission wrote it down from its class; 0 where nothing did.
 *
 * @source k8s-preemption
 */
export const priorityOf = ({ spec }: Pod): number => spec.priority ?? 0
