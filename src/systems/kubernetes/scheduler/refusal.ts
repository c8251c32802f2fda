/** Why a node cannot take a pod, in the scheduler's words. */
export interface Refusal {
  /** Whether other pods leaving could help, or nothing but a change of the node. */
  readonly code: 'Unschedulable' | 'UnschedulableAndUnresolvable'
  readonly reasons: readonly string[]
  /** Whether it is about where other pods are, so that one that comes could help. */
  readonly aboutOthers?: true
}

/** Other pods leaving could help. */
export const unschedulable = (...reasons: readonly string[]): Refusal => ({
  code: 'Unschedulable',
  reasons,
})

/** The same refusal, marked as one that is about where other pods are. */
export const aboutOthers = (refusal: Refusal | undefined): Refusal | undefined =>
  refusal && { ...refusal, aboutOthers: true }

/** No pod that leaves helps. */
export const unresolvable = (...reasons: readonly string[]): Refusal => ({
  code: 'UnschedulableAndUnresolvable',
  reasons,
})

/**
 * The whole answer for a pod that fits nowhere: each reason with the number of nodes that gave it.
 *
 * @param refusals one for each node
 */
export function fitError(refusals: readonly Refusal[]): string {
  const counts = new Map<string, number>()
  for (const { reasons } of refusals)
    for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  // Sorted as texts, numbers included, as the real one does.
  const told = [...counts].map(([reason, count]) => `${count} ${reason}`).toSorted()
  return `0/${refusals.length} nodes are available: ${told.join(', ')}.`
}
