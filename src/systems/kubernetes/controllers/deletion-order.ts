import { millisecondsOf } from '../clock.ts'
import type { Pod, Timestamp } from '../objects.ts'
import type { ProfileName } from '../resources.ts'
import { isReady, readyCondition } from './pod-state.ts'

/** A pod that may have to go. */
export interface Ranked {
  readonly pod: Pod
  /** How many active pods of the same Deployment its node carries: where there are more, one goes. */
  readonly crowd: number
}

/** By what pods are compared beside themselves. */
export interface Ordering {
  readonly profile: ProfileName
  readonly nowMs: number
}

/** Compares; below 0 where the first is to go first, 0 where this rule does not tell. */
type Rule = (a: Ranked, b: Ranked, ordering: Ordering) => number

const PHASES = { Pending: 0, Unknown: 1, Running: 2, Succeeded: 3, Failed: 3 } as const

const times = (time: Timestamp | null | undefined): number | undefined =>
  time === undefined || time === null || time === '' ? undefined : millisecondsOf(time)

/** A span in powers of two of nanoseconds; pods whose spans have the same power count as equally old. */
const magnitude = (spanMs: number): number =>
  spanMs > 0 ? Math.floor(Math.log2(spanMs * 1e6)) : -1

/** The later goes first, and one of no known time before any other. */
function later(
  a: number | undefined,
  b: number | undefined,
  { profile, nowMs }: Ordering,
  tie: number,
): number {
  if (a === b) return 0
  if (a === undefined) return -1
  if (b === undefined) return 1
  if (profile === '1.20') return b - a
  return magnitude(nowMs - a) - magnitude(nowMs - b) || tie
}

const restartsOf = ({ status }: Pod): number =>
  Math.max(0, ...(status.containerStatuses ?? []).map(({ restartCount }) => restartCount))

const deletionCost = ({ metadata }: Pod): number => {
  const written = metadata.annotations?.['controller.kubernetes.io/pod-deletion-cost']
  return written !== undefined && /^-?\d+$/.test(written) ? Number(written) : 0
}

const byIdentity = (a: Pod, b: Pod): number => (a.metadata.uid < b.metadata.uid ? -1 : 1)

const RULES: readonly Rule[] = [
  // What no node has yet.
  ({ pod: a }, { pod: b }) =>
    Number((a.spec.nodeName ?? '') !== '') - Number((b.spec.nodeName ?? '') !== ''),
  ({ pod: a }, { pod: b }) => PHASES[a.status.phase] - PHASES[b.status.phase],
  ({ pod: a }, { pod: b }) => Number(isReady(a)) - Number(isReady(b)),
  // A price that its owner put on it; newer releases only.
  ({ pod: a }, { pod: b }, { profile }) =>
    profile === '1.20' ? 0 : deletionCost(a) - deletionCost(b),
  (a, b) => b.crowd - a.crowd,
  ({ pod: a }, { pod: b }, ordering) =>
    later(
      times(readyCondition(a)?.lastTransitionTime),
      times(readyCondition(b)?.lastTransitionTime),
      ordering,
      byIdentity(a, b),
    ),
  ({ pod: a }, { pod: b }) => restartsOf(b) - restartsOf(a),
  ({ pod: a }, { pod: b }, ordering) =>
    later(
      times(a.metadata.creationTimestamp),
      times(b.metadata.creationTimestamp),
      ordering,
      byIdentity(a, b),
    ),
]

/**
 * Which of two pods a replica set removes first when it has too many: the first rule that tells
 * them apart decides. What waits goes before what runs, what is not ready before what is, a pod on
 * a crowded node before one on its own, the younger before the older. Failure domains are not asked.
 *
 * @returns below 0 where `a` goes first, 0 where no rule tells
 * @source k8s-1-20-source
 * @source k8s-replicasets
 */
export function compareForDeletion(a: Ranked, b: Ranked, ordering: Ordering): number {
  for (const rule of RULES) {
    const verdict = rule(a, b, ordering)
    if (verdict !== 0) return verdict
  }
  return 0
}

/** The pods in the order in which they would go. */
export const inDeletionOrder = (ranked: readonly Ranked[], ordering: Ordering): readonly Pod[] =>
  ranked.toSorted((a, b) => compareForDeletion(a, b, ordering)).map(({ pod }) => pod)
