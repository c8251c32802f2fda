import type { Draw } from '../../../simulation/draw.ts'
import type { LabelSelector } from '../objects.ts'
import { requirementsOf, selectorProblem, selects } from '../selectors.ts'
import type { Store } from '../world.ts'
import {
  type AffinityState,
  affinityCopy,
  affinityState,
  countAffinity,
  podAffinityRefusal,
  podAffinityScores,
} from './pod-affinity.ts'
import { cordonRefusal, fitRefusal, nodeAffinityRefusal, taintRefusal } from './node-filters.ts'
import { aboutOthers, type Refusal, unresolvable } from './refusal.ts'
import { nodeScores, weightsOf } from './scores.ts'
import type { NodeFacts, PodFacts, Snapshot, Term } from './snapshot.ts'
import {
  countSpread,
  spreadCopy,
  spreadRefusal,
  spreadScores,
  type SpreadState,
  spreadState,
} from './topology-spread.ts'

/** Why no node can be asked at all: a term between pods that says nothing that can be asked. */
function termRefusal({ required, requiredAnti }: PodFacts): Refusal | undefined {
  const problem = (terms: readonly Term[]): string | undefined =>
    terms.map(({ selector }) => selectorProblem(selector)).find((one) => one !== undefined)
  const inAffinity = problem(required)
  if (inAffinity !== undefined)
    return unresolvable(`parsing pod: requiredAffinityTerms: ${inAffinity}`)
  const inAnti = problem(requiredAnti)
  return inAnti === undefined
    ? undefined
    : unresolvable(`parsing pod: requiredAntiAffinityTerms: ${inAnti}`)
}

/** What one attempt to place one pod has counted once, to ask each node quickly. */
export interface Attempt {
  readonly incoming: PodFacts
  readonly snapshot: Snapshot
  readonly affinity: AffinityState
  readonly spread: SpreadState
  /** Why no node can be asked at all. */
  readonly hopeless: Refusal | undefined
}

export const attemptOf = (incoming: PodFacts, snapshot: Snapshot): Attempt => ({
  incoming,
  snapshot,
  affinity: affinityState(incoming, snapshot),
  spread: spreadState(incoming, snapshot),
  hopeless: termRefusal(incoming),
})

/** An attempt to try things on: counting pods in and out leaves the first one as it was. */
export const attemptCopy = (attempt: Attempt): Attempt => ({
  ...attempt,
  affinity: affinityCopy(attempt.affinity),
  spread: spreadCopy(attempt.spread),
})

/** Counts a pod on a node in, or with `by` −1 out. */
export function countPod(
  { incoming, affinity, spread }: Attempt,
  node: NodeFacts,
  other: PodFacts,
  by: 1 | -1,
): void {
  countAffinity(affinity, incoming, node, other, by)
  countSpread(spread, incoming, node, other, by)
}

/**
 * Why a node cannot take the pod, by the first filter that refuses it; nothing if it can.
 *
 * @source k8s-scheduler
 */
export function refusalOf(attempt: Attempt, facts: NodeFacts): Refusal | undefined {
  const { incoming, snapshot, affinity, spread, hopeless } = attempt
  if (hopeless) return hopeless
  const { pod } = incoming
  const { node } = facts
  const { profile } = snapshot
  const fit = () => fitRefusal(incoming, facts, profile)
  const nodeAffinity = () => nodeAffinityRefusal(pod, node, profile)
  const taint = () => taintRefusal(pod, node, profile)
  // The order of the filters changed between the two releases, and the first one's words are told.
  const own = profile === '1.20' ? [fit, nodeAffinity, taint] : [taint, nodeAffinity, fit]
  const cordoned = cordonRefusal(pod, node)
  if (cordoned) return cordoned
  for (const filter of own) {
    const refusal = filter()
    if (refusal) return refusal
  }
  return aboutOthers(
    spreadRefusal(spread, incoming, facts) ??
      podAffinityRefusal(affinity, incoming, facts, profile),
  )
}

/** What the Services and the replica set of a pod select, taken together; nothing where none does. */
export function ownersSelector(store: Store, { pod, labels, namespace }: PodFacts) {
  const requirements = Object.values(store.tables.services)
    .filter(({ metadata, spec }) => {
      const { selector = {} } = spec
      const isSome = Object.keys(selector).length > 0
      return (
        metadata.namespace === namespace && isSome && selects({ matchLabels: selector }, labels)
      )
    })
    .flatMap(({ spec }) => requirementsOf({ matchLabels: spec.selector ?? {} }))
  const owner = (pod.metadata.ownerReferences ?? []).find(({ controller }) => controller === true)
  const set =
    owner?.kind === 'ReplicaSet'
      ? store.tables.replicasets[`${namespace}/${owner.name}`]
      : undefined
  const all = [...requirements, ...(set ? requirementsOf(set.spec.selector) : [])]
  return all.length === 0 ? undefined : { matchExpressions: all }
}

/** The best of the nodes that can take the pod; chance decides between equals. */
export function bestOf(
  { incoming, snapshot }: Attempt,
  nodes: readonly NodeFacts[],
  owners: LabelSelector | undefined,
  draw: Draw,
): NodeFacts | undefined {
  if (nodes.length <= 1) return nodes[0]
  const weights = weightsOf(snapshot.profile)
  const own = nodeScores(incoming, nodes, snapshot, weights)
  const company = podAffinityScores(incoming, nodes, snapshot)
  const spread = spreadScores(incoming, nodes, snapshot, owners)
  const totals = nodes.map(
    (_, at) =>
      (own[at] ?? 0) + weights.company * (company[at] ?? 0) + weights.spread * (spread[at] ?? 0),
  )
  const most = Math.max(...totals)
  const best = nodes.filter((_, at) => totals[at] === most)
  return best[best.length === 1 ? 0 : draw.whole('scheduler', 0, best.length - 1)]
}
