import { labelKeyProblems, labelValueProblems } from '../label-syntax.ts'
import type { Node, NodeSelectorTerm, Pod, SelectorRequirement, Taint } from '../objects.ts'
import type { Toleration } from '../objects.ts'
import type { ProfileName } from '../resources.ts'
import { meets } from '../selectors.ts'
import { isWholeNumber } from '../selector-text.ts'
import { type Refusal, unresolvable, unschedulable } from './refusal.ts'
import type { NodeFacts, PodFacts } from './snapshot.ts'

/** Whether one toleration bears one taint. */
export function bears({ key, operator, value, effect }: Toleration, taint: Taint): boolean {
  if (effect && effect !== taint.effect) return false
  if (key && key !== taint.key) return false
  return operator === 'Exists' || (value ?? '') === (taint.value ?? '')
}

/**
 * Whether a pod tolerates a taint.
 *
 * @source k8s-taints
 */
export const tolerates = ({ spec }: Pod, taint: Taint): boolean =>
  (spec.tolerations ?? []).some((toleration) => bears(toleration, taint))

/** The first taint that keeps a pod off a node. */
const untolerated = (pod: Pod, { spec }: Node): Taint | undefined =>
  (spec.taints ?? []).find((taint) => taint.effect !== 'PreferNoSchedule' && !tolerates(pod, taint))

/** Whether no taint keeps a pod off a node. */
export const toleratesAll = (pod: Pod, node: Node): boolean => untolerated(pod, node) === undefined

/** Refuses a node whose taints the pod does not tolerate. */
export function taintRefusal(pod: Pod, node: Node, profile: ProfileName): Refusal | undefined {
  const taint = untolerated(pod, node)
  if (!taint) return undefined
  const shown = `{${taint.key}: ${taint.value ?? ''}}`
  return unresolvable(
    profile === '1.20'
      ? `node(s) had taint ${shown}, that the pod didn't tolerate`
      : `node(s) had untolerated taint ${shown}`,
  )
}

const CORDONED: Taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }

/** Refuses a node that was cordoned. */
export const cordonRefusal = (pod: Pod, { spec }: Node): Refusal | undefined =>
  spec.unschedulable === true && !tolerates(pod, CORDONED)
    ? unresolvable('node(s) were unschedulable')
    : undefined

/** Whether the API would take a requirement; a term with one that it would not selects nothing. */
function isSound({ key, operator, values }: SelectorRequirement): boolean {
  const given = values ?? []
  if (labelKeyProblems(key).length > 0) return false
  if (given.some((value) => labelValueProblems(value).length > 0)) return false
  switch (operator) {
    case 'In':
    case 'NotIn':
      return given.length > 0
    case 'Exists':
    case 'DoesNotExist':
      return given.length === 0
    case 'Gt':
    case 'Lt':
      return given.length === 1 && given.every(isWholeNumber)
    default:
      return false
  }
}

/** Fields of a node that can be selected by: its name. */
function fieldMeets(requirement: SelectorRequirement, name: string): boolean {
  const { key, operator, values } = requirement
  if (values?.length !== 1 || (operator !== 'In' && operator !== 'NotIn')) return false
  return values.includes(key === 'metadata.name' ? name : '') === (operator === 'In')
}

/** Whether a node is as a term wants it; a term that wants nothing is met by no node. */
export function termMeets(term: NodeSelectorTerm, { metadata }: Node): boolean {
  const expressions = term.matchExpressions ?? []
  const fields = term.matchFields ?? []
  if (expressions.length + fields.length === 0) return false
  return (
    expressions.every((one) => isSound(one) && meets(one, metadata.labels ?? {})) &&
    fields.every((one) => fieldMeets(one, metadata.name))
  )
}

/**
 * Whether a node is one that a pod's node selector and required node affinity want.
 *
 * @source k8s-affinity
 */
export function wantsNode({ spec }: Pod, node: Node): boolean {
  const labels = node.metadata.labels ?? {}
  for (const [key, value] of Object.entries(spec.nodeSelector ?? {}))
    if (!Object.hasOwn(labels, key) || labels[key] !== value) return false
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
  return !required || (required.nodeSelectorTerms ?? []).some((term) => termMeets(term, node))
}

/** Refuses a node that is not of those the pod wants. */
export const nodeAffinityRefusal = (
  pod: Pod,
  node: Node,
  profile: ProfileName,
): Refusal | undefined =>
  wantsNode(pod, node)
    ? undefined
    : unresolvable(
        profile === '1.20'
          ? "node(s) didn't match Pod's node affinity"
          : "node(s) didn't match Pod's node affinity/selector",
      )

/** Refuses a node without room for what the pod requests, or for one more pod. */
export function fitRefusal(
  { requests }: PodFacts,
  { allocatable, requested, pods }: NodeFacts,
  profile: ProfileName,
): Refusal | undefined {
  const lacks = (of: 'cpu' | 'memory'): boolean =>
    requests[of] > 0 && requests[of] > allocatable[of] - requested[of]
  const reasons = [
    ...(pods.length + 1 > allocatable.pods ? ['Too many pods'] : []),
    ...(lacks('cpu') ? ['Insufficient cpu'] : []),
    ...(lacks('memory') ? ['Insufficient memory'] : []),
  ]
  if (reasons.length === 0) return undefined
  // Newer schedulers see that an empty node would not do either.
  const never = requests.cpu > allocatable.cpu || requests.memory > allocatable.memory
  return profile !== '1.20' && never ? unresolvable(...reasons) : unschedulable(...reasons)
}
