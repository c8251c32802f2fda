import type { ProfileName } from '../resources.ts'
import { type Refusal, unresolvable, unschedulable } from './refusal.ts'
import { type NodeFacts, type PodFacts, type Snapshot, speaksOf, type Term } from './snapshot.ts'

/** For each value of each topology key, how many pods there count. */
type Counts = Map<string, number>

/** What the required terms of the incoming pod, and those against it, find in each domain. */
export interface AffinityState {
  readonly affinity: Counts
  readonly anti: Counts
  /** Terms of pods that are there already and will not have this one. */
  readonly against: Counts
}

const domain = (key: string, value: string): string => `${key}\n${value}`

function count(counts: Counts, { topologyKey }: Term, { labels }: NodeFacts, by: number): void {
  const value = Object.hasOwn(labels, topologyKey) ? labels[topologyKey] : undefined
  if (value === undefined) return
  const at = domain(topologyKey, value)
  const now = (counts.get(at) ?? 0) + by
  if (now === 0) counts.delete(at)
  else counts.set(at, now)
}

const speakAll = (terms: readonly Term[], other: PodFacts): boolean =>
  terms.length > 0 && terms.every((term) => speaksOf(term, other))

/** Counts a pod on a node in, or with `by` −1 out. */
export function countAffinity(
  state: AffinityState,
  incoming: PodFacts,
  node: NodeFacts,
  other: PodFacts,
  by: 1 | -1,
): void {
  for (const term of other.requiredAnti)
    if (speaksOf(term, incoming)) count(state.against, term, node, by)
  if (speakAll(incoming.required, other))
    for (const term of incoming.required) count(state.affinity, term, node, by)
  for (const term of incoming.requiredAnti)
    if (speaksOf(term, other)) count(state.anti, term, node, by)
}

/** The state before anything is tried. */
export function affinityState(incoming: PodFacts, { nodes }: Snapshot): AffinityState {
  const state: AffinityState = { affinity: new Map(), anti: new Map(), against: new Map() }
  const asks = incoming.required.length + incoming.requiredAnti.length > 0
  for (const node of nodes)
    for (const other of node.pods)
      if (asks || other.requiredAnti.length > 0) countAffinity(state, incoming, node, other, 1)
  return state
}

/** A state that can be counted on without the first one changing. */
export const affinityCopy = ({ affinity, anti, against }: AffinityState): AffinityState => ({
  affinity: new Map(affinity),
  anti: new Map(anti),
  against: new Map(against),
})

function finds(counts: Counts, terms: readonly Term[], { labels }: NodeFacts): readonly boolean[] {
  return terms.map(({ topologyKey: key }) =>
    Object.hasOwn(labels, key) ? (counts.get(domain(key, labels[key] ?? '')) ?? 0) > 0 : false,
  )
}

function affinityHolds(state: AffinityState, incoming: PodFacts, node: NodeFacts): boolean {
  const { required } = incoming
  if (required.length === 0) return true
  if (!required.every(({ topologyKey }) => Object.hasOwn(node.labels, topologyKey))) return false
  if (finds(state.affinity, required, node).every(Boolean)) return true
  // The first pod of a group that wants to be together may go anywhere.
  return state.affinity.size === 0 && speakAll(required, incoming)
}

const isAgainst = ({ against }: AffinityState, { labels }: NodeFacts): boolean =>
  against.size > 0 &&
  Object.entries(labels).some(([key, value]) => (against.get(domain(key, value)) ?? 0) > 0)

/**
 * Refuses a node where required terms between pods, either way, would not hold.
 *
 * @source k8s-affinity
 */
export function podAffinityRefusal(
  state: AffinityState,
  incoming: PodFacts,
  node: NodeFacts,
  profile: ProfileName,
): Refusal | undefined {
  const general = profile === '1.20' ? ["node(s) didn't match pod affinity/anti-affinity"] : []
  if (!affinityHolds(state, incoming, node))
    return unresolvable(...general, "node(s) didn't match pod affinity rules")
  if (finds(state.anti, incoming.requiredAnti, node).some(Boolean))
    return unschedulable(...general, "node(s) didn't match pod anti-affinity rules")
  if (isAgainst(state, node))
    return unschedulable(...general, "node(s) didn't satisfy existing pods anti-affinity rules")
  return undefined
}

/** How much each domain is liked: preferred terms of the pod, and those of pods that are there. */
function likes(incoming: PodFacts, { nodes }: Snapshot): Counts {
  const counts: Counts = new Map()
  const asks = incoming.preferred.length + incoming.preferredAnti.length > 0
  for (const node of nodes)
    for (const other of node.pods) {
      if (!asks && !other.hasTerms) continue
      for (const term of incoming.preferred)
        if (speaksOf(term, other)) count(counts, term, node, term.weight)
      for (const term of incoming.preferredAnti)
        if (speaksOf(term, other)) count(counts, term, node, -term.weight)
      // What a pod there requires is worth a little, so that friends stay together.
      for (const term of other.required) if (speaksOf(term, incoming)) count(counts, term, node, 1)
      for (const term of other.preferred)
        if (speaksOf(term, incoming)) count(counts, term, node, term.weight)
      for (const term of other.preferredAnti)
        if (speaksOf(term, incoming)) count(counts, term, node, -term.weight)
    }
  return counts
}

/** Scores nodes 0 to 100 by how much pods like one another's company there. */
export function podAffinityScores(
  incoming: PodFacts,
  nodes: readonly NodeFacts[],
  snapshot: Snapshot,
): readonly number[] {
  const counts = likes(incoming, snapshot)
  if (counts.size === 0) return nodes.map(() => 0)
  const raw = nodes.map(({ labels }) =>
    Object.entries(labels).reduce(
      (sum, [key, value]) => sum + (counts.get(domain(key, value)) ?? 0),
      0,
    ),
  )
  // The old scheduler measured from zero, today's from the least liked node.
  const ends = snapshot.profile === '1.20' ? [...raw, 0] : raw
  const least = Math.min(...ends)
  const range = Math.max(...ends) - least
  return raw.map((score) => (range > 0 ? Math.trunc(100 * ((score - least) / range)) : 0))
}
