import type { Labels, LabelSelector, Node, Pod, PodAffinityTerm } from '../objects.ts'
import type { ProfileName } from '../resources.ts'
import { quantityMillis, quantityUnits } from '../quantity.ts'
import { type PodResources, requestsOf } from '../requests.ts'
import { selects } from '../selectors.ts'
import { listed } from '../turn.ts'
import type { Store } from '../world.ts'
import { priorityOf } from './priority.ts'

/** A term of pod affinity with everything in it that the pod's own labels and namespace fill in. */
export interface Term {
  readonly namespaces: readonly string[]
  readonly selector: LabelSelector | undefined
  readonly topologyKey: string
}

export interface WeightedTerm extends Term {
  readonly weight: number
}

/** A pod as the scheduler looks at it. */
export interface PodFacts {
  readonly pod: Pod
  readonly namespace: string
  readonly labels: Labels
  readonly requests: PodResources
  /** As scores count it: a container that names nothing counts as 100m and 200 MiB. */
  readonly assumed: PodResources
  readonly terminating: boolean
  readonly required: readonly Term[]
  readonly preferred: readonly WeightedTerm[]
  readonly requiredAnti: readonly Term[]
  readonly preferredAnti: readonly WeightedTerm[]
  /** Whether any of the four lists has something in it. */
  readonly hasTerms: boolean
}

/** A node with what is on it. */
export interface NodeFacts {
  readonly node: Node
  readonly name: string
  readonly labels: Labels
  readonly pods: readonly PodFacts[]
  readonly requested: PodResources
  readonly assumed: PodResources
  readonly allocatable: PodResources & { readonly pods: number }
}

/** The cluster at one moment. */
export interface Snapshot {
  readonly profile: ProfileName
  readonly nodes: readonly NodeFacts[]
}

const NOTHING: PodResources = { cpu: 0, memory: 0 }
const UNNAMED: PodResources = { cpu: 100, memory: 200 * 1024 * 1024 }
/** Pods on a node where it says nothing: the kubelet's default. */
const MOST_PODS = 110

export const plus = (a: PodResources, b: PodResources): PodResources => ({
  cpu: a.cpu + b.cpu,
  memory: a.memory + b.memory,
})

function assumedOf({ spec }: Pod): PodResources {
  return spec.containers.reduce((sum, { resources }) => {
    const { cpu, memory } = resources?.requests ?? {}
    return plus(sum, {
      cpu: cpu === undefined ? UNNAMED.cpu : quantityMillis(cpu),
      memory: memory === undefined ? UNNAMED.memory : quantityUnits(memory),
    })
  }, NOTHING)
}

/** A selector that also wants the pod's own values of these labels. */
export function withOwnLabels(
  selector: LabelSelector | undefined,
  keys: readonly string[],
  labels: Labels,
): LabelSelector | undefined {
  const own = keys.filter((key) => Object.hasOwn(labels, key))
  if (selector === undefined || own.length === 0) return selector
  return {
    ...selector,
    matchExpressions: [
      ...(selector.matchExpressions ?? []),
      ...own.map((key) => ({ key, operator: 'In' as const, values: [labels[key] ?? ''] })),
    ],
  }
}

function termOf(term: PodAffinityTerm, namespace: string, labels: Labels): Term {
  const { namespaces = [], topologyKey, labelSelector, matchLabelKeys = [] } = term
  return {
    namespaces: namespaces.length === 0 ? [namespace] : namespaces,
    selector: withOwnLabels(labelSelector, matchLabelKeys, labels),
    topologyKey,
  }
}

/** Pods are never changed in place, so what was worked out of one stays true. */
const known = new WeakMap<Pod, PodFacts>()

/** What the scheduler wants to know of a pod. */
export function factsOf(pod: Pod): PodFacts {
  const before = known.get(pod)
  if (before) return before
  const { namespace = '', labels = {}, deletionTimestamp } = pod.metadata
  const { podAffinity, podAntiAffinity } = pod.spec.affinity ?? {}
  const hard = (terms: readonly PodAffinityTerm[] = []): readonly Term[] =>
    terms.map((term) => termOf(term, namespace, labels))
  const soft = (
    terms: readonly { readonly weight: number; readonly podAffinityTerm: PodAffinityTerm }[] = [],
  ): readonly WeightedTerm[] =>
    terms.map(({ weight, podAffinityTerm }) => ({
      ...termOf(podAffinityTerm, namespace, labels),
      weight,
    }))
  const required = hard(podAffinity?.requiredDuringSchedulingIgnoredDuringExecution)
  const preferred = soft(podAffinity?.preferredDuringSchedulingIgnoredDuringExecution)
  const requiredAnti = hard(podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution)
  const preferredAnti = soft(podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution)
  const facts: PodFacts = {
    pod,
    namespace,
    labels,
    requests: requestsOf(pod),
    assumed: assumedOf(pod),
    terminating: deletionTimestamp !== undefined,
    required,
    preferred,
    requiredAnti,
    preferredAnti,
    hasTerms: required.length + preferred.length + requiredAnti.length + preferredAnti.length > 0,
  }
  known.set(pod, facts)
  return facts
}

/** Whether a term speaks of a pod. */
export const speaksOf = ({ namespaces, selector }: Term, other: PodFacts): boolean =>
  namespaces.includes(other.namespace) && selects(selector, other.labels)

/** Nodes are never changed in place either. */
const sizes = new WeakMap<Node, NodeFacts['allocatable']>()

function allocatableOf(node: Node): NodeFacts['allocatable'] {
  const before = sizes.get(node)
  if (before) return before
  const { cpu = '0', memory = '0', pods } = node.status.allocatable ?? {}
  const allocatable = {
    cpu: quantityMillis(cpu),
    memory: quantityUnits(memory),
    pods: pods === undefined ? MOST_PODS : quantityUnits(pods),
  }
  sizes.set(node, allocatable)
  return allocatable
}

/** A node with these pods on it. */
export function nodeFacts(node: Node, pods: readonly PodFacts[]): NodeFacts {
  const requested = { cpu: 0, memory: 0 }
  const assumed = { cpu: 0, memory: 0 }
  for (const pod of pods) {
    requested.cpu += pod.requests.cpu
    requested.memory += pod.requests.memory
    assumed.cpu += pod.assumed.cpu
    assumed.memory += pod.assumed.memory
  }
  return {
    node,
    name: node.metadata.name,
    labels: node.metadata.labels ?? {},
    pods,
    requested,
    assumed,
    allocatable: allocatableOf(node),
  }
}

const isOver = ({ status }: Pod): boolean =>
  status.phase === 'Succeeded' || status.phase === 'Failed'

/**
 * The cluster as it is for one pod: on each node the pods that are bound to it, and those that
 * were promised room there and are at least as important.
 */
export function snapshotFor(store: Store, profile: ProfileName, incoming: Pod): Snapshot {
  const onNode = new Map<string, PodFacts[]>()
  const mine = priorityOf(incoming)
  for (const pod of Object.values(store.tables.pods)) {
    const { nodeName } = pod.spec
    const promised =
      nodeName === undefined &&
      pod.status.nominatedNodeName !== undefined &&
      pod.metadata.uid !== incoming.metadata.uid &&
      priorityOf(pod) >= mine
    const where = nodeName ?? (promised ? pod.status.nominatedNodeName : undefined)
    if (where === undefined || isOver(pod)) continue
    const there = onNode.get(where)
    if (there) there.push(factsOf(pod))
    else onNode.set(where, [factsOf(pod)])
  }
  return {
    profile,
    nodes: listed(store, 'nodes').map((node) =>
      nodeFacts(node, onNode.get(node.metadata.name) ?? []),
    ),
  }
}
