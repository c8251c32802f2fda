import { logarithm } from '../../../simulation/logarithm.ts'
import type { LabelSelector, TopologySpreadConstraint } from '../objects.ts'
import type { ProfileName } from '../resources.ts'
import { selects } from '../selectors.ts'
import { toleratesAll, wantsNode } from './node-filters.ts'
import { type Refusal, unresolvable, unschedulable } from './refusal.ts'
import { type NodeFacts, type PodFacts, type Snapshot, withOwnLabels } from './snapshot.ts'

export const HOSTNAME = 'kubernetes.io/hostname'
export const ZONE = 'topology.kubernetes.io/zone'

interface Counted {
  readonly constraint: TopologySpreadConstraint
  readonly selector: LabelSelector | undefined
  /** Matching pods by value of the topology key; every domain that counts has an entry. */
  readonly domains: Map<string, number>
}

/** What constraints that must hold find in each domain. */
export type SpreadState = readonly Counted[]

const labelOf = ({ labels }: NodeFacts, key: string): string | undefined =>
  Object.hasOwn(labels, key) ? labels[key] : undefined

const hasKeys = (node: NodeFacts, constraints: readonly TopologySpreadConstraint[]): boolean =>
  constraints.every(({ topologyKey }) => labelOf(node, topologyKey) !== undefined)

/** Whether the pods of a node count for a constraint, by its policies. */
function isIncluded(
  { nodeAffinityPolicy = 'Honor', nodeTaintsPolicy = 'Ignore' }: TopologySpreadConstraint,
  { pod }: PodFacts,
  { node }: NodeFacts,
): boolean {
  if (nodeAffinityPolicy === 'Honor' && !wantsNode(pod, node)) return false
  return nodeTaintsPolicy === 'Ignore' || toleratesAll(pod, node)
}

const selectorOf = (
  { labelSelector, matchLabelKeys = [] }: TopologySpreadConstraint,
  { labels }: PodFacts,
): LabelSelector | undefined => withOwnLabels(labelSelector, matchLabelKeys, labels)

/** Pods that are on their way out no longer count. */
const counts = (
  other: PodFacts,
  incoming: PodFacts,
  selector: LabelSelector | undefined,
): boolean =>
  !other.terminating && other.namespace === incoming.namespace && selects(selector, other.labels)

const matching = (
  node: NodeFacts,
  incoming: PodFacts,
  selector: LabelSelector | undefined,
): number => node.pods.reduce((sum, other) => sum + (counts(other, incoming, selector) ? 1 : 0), 0)

/** The state before anything is tried. */
export function spreadState(incoming: PodFacts, { nodes, profile }: Snapshot): SpreadState {
  const constraints = (incoming.pod.spec.topologySpreadConstraints ?? []).filter(
    ({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule',
  )
  return constraints.map((constraint) => {
    const selector = selectorOf(constraint, incoming)
    const domains = new Map<string, number>()
    const included = nodes.filter(
      (node) => hasKeys(node, constraints) && isIncluded(constraint, incoming, node),
    )
    for (const node of included) domains.set(labelOf(node, constraint.topologyKey) ?? '', 0)
    // The old scheduler counted in a domain that is included the pods of all of its nodes.
    for (const node of profile === '1.20' ? nodes : included) {
      const value = labelOf(node, constraint.topologyKey) ?? ''
      const now = domains.get(value)
      if (now !== undefined) domains.set(value, now + matching(node, incoming, selector))
    }
    return { constraint, selector, domains }
  })
}

/** A state that can be counted on without the first one changing. */
export const spreadCopy = (state: SpreadState): SpreadState =>
  state.map((one) => ({ ...one, domains: new Map(one.domains) }))

/** Counts a pod on a node in, or with `by` −1 out. */
export function countSpread(
  state: SpreadState,
  incoming: PodFacts,
  node: NodeFacts,
  other: PodFacts,
  by: 1 | -1,
): void {
  for (const { constraint, selector, domains } of state) {
    const value = labelOf(node, constraint.topologyKey) ?? ''
    const now = domains.get(value)
    if (now === undefined || !counts(other, incoming, selector)) continue
    if (isIncluded(constraint, incoming, node)) domains.set(value, now + by)
  }
}

const MISMATCH = "node(s) didn't match pod topology spread constraints"

/**
 * Refuses a node whose domain would have too many of these pods, measured from the domain with the
 * fewest.
 *
 * @source k8s-topology-spread
 */
export function spreadRefusal(
  state: SpreadState,
  incoming: PodFacts,
  node: NodeFacts,
): Refusal | undefined {
  for (const { constraint, selector, domains } of state) {
    const { topologyKey, maxSkew, minDomains = 1 } = constraint
    const value = labelOf(node, topologyKey)
    if (value === undefined) return unresolvable(`${MISMATCH} (missing required label)`)
    const fewest = domains.size < minDomains ? 0 : Math.min(...domains.values())
    const self = selects(selector, incoming.labels) ? 1 : 0
    if ((domains.get(value) ?? 0) + self - fewest > maxSkew) return unschedulable(MISMATCH)
  }
  return undefined
}

/** The constraints of a cluster for pods that have none of their own. */
const DEFAULTS = [
  { topologyKey: HOSTNAME, maxSkew: 3 },
  { topologyKey: ZONE, maxSkew: 5 },
] as const

/** What spreading is scored by: the pod's own wishes, or the cluster's for what selects it. */
function wishes(
  { pod }: PodFacts,
  owners: LabelSelector | undefined,
): readonly TopologySpreadConstraint[] {
  const own = pod.spec.topologySpreadConstraints ?? []
  if (own.length > 0)
    return own.filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'ScheduleAnyway')
  if (owners === undefined) return []
  return DEFAULTS.map((one) => ({
    ...one,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: owners,
  }))
}

interface Weighed {
  readonly constraint: TopologySpreadConstraint
  readonly selector: LabelSelector | undefined
  readonly weight: number
  /** Matching pods by domain; on a host they are counted where it is scored. */
  readonly domains: ReadonlyMap<string, number>
}

/** The more domains there are, the more each pod too many in one of them weighs: ln(domains + 2). */
const weightFor = (domains: number): number => -logarithm(1 / (domains + 2))

function weigh(
  incoming: PodFacts,
  constraint: TopologySpreadConstraint,
  candidates: readonly NodeFacts[],
  all: readonly NodeFacts[],
): Weighed {
  const { topologyKey } = constraint
  const selector = selectorOf(constraint, incoming)
  if (topologyKey === HOSTNAME)
    return { constraint, selector, weight: weightFor(candidates.length), domains: new Map() }
  const domains = new Map<string, number>()
  for (const node of candidates) domains.set(labelOf(node, topologyKey) ?? '', 0)
  for (const node of all) {
    const value = labelOf(node, topologyKey) ?? ''
    const now = domains.get(value)
    if (now !== undefined && isIncluded(constraint, incoming, node))
      domains.set(value, now + matching(node, incoming, selector))
  }
  return { constraint, selector, weight: weightFor(domains.size), domains }
}

function rawScore(
  incoming: PodFacts,
  node: NodeFacts,
  weighed: readonly Weighed[],
  profile: ProfileName,
): number {
  let sum = 0
  for (const { constraint, selector, weight, domains } of weighed) {
    const value = labelOf(node, constraint.topologyKey)
    if (value === undefined) continue
    const count =
      constraint.topologyKey === HOSTNAME
        ? matching(node, incoming, selector)
        : (domains.get(value) ?? 0)
    sum += count * weight + (constraint.maxSkew - 1)
  }
  return profile === '1.20' ? Math.trunc(sum) : Math.round(sum)
}

/**
 * Scores nodes 0 to 100 by how few of these pods their domains have; nodes without a topology key
 * that is asked for get 0.
 *
 * @param owners what the Services and the replica set of the pod select, for a pod without wishes
 */
export function spreadScores(
  incoming: PodFacts,
  nodes: readonly NodeFacts[],
  snapshot: Snapshot,
  owners?: LabelSelector,
): readonly number[] {
  const constraints = wishes(incoming, owners)
  // Without wishes all are alike: as good as can be for the old scheduler, left out by the newer one.
  if (constraints.length === 0) return nodes.map(() => (snapshot.profile === '1.20' ? 100 : 0))
  const candidates = nodes.filter((node) => hasKeys(node, constraints))
  const all = snapshot.nodes.filter((node) => hasKeys(node, constraints))
  const weighed = constraints.map((one) => weigh(incoming, one, candidates, all))
  const raw = nodes.map((node) =>
    hasKeys(node, constraints) ? rawScore(incoming, node, weighed, snapshot.profile) : undefined,
  )
  const scored = raw.filter((score) => score !== undefined)
  const most = Math.max(0, ...scored)
  const least = Math.min(...scored)
  return raw.map((score) => {
    if (score === undefined) return 0
    return most === 0 ? 100 : Math.trunc((100 * (most + least - score)) / most)
  })
}
