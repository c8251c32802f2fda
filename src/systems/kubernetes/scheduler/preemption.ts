import { millisecondsOf } from '../clock.ts'
import type { Pod, PodDisruptionBudget } from '../objects.ts'
import { selects } from '../selectors.ts'
import type { Store } from '../world.ts'
import { attemptCopy, type Attempt, countPod, refusalOf } from './place.ts'
import { priorityClassOf, priorityOf } from './priority.ts'
import { fitError, type Refusal, unresolvable } from './refusal.ts'
import { type NodeFacts, nodeFacts, type PodFacts } from './snapshot.ts'

/** A node on which room can be made, and whose pods would have to go. */
interface Candidate {
  readonly node: NodeFacts
  /** The most important first. */
  readonly victims: readonly Pod[]
  /** How many of them a budget would have kept. */
  readonly violations: number
}

/** What came of looking for room: a node with victims, or why there is none. */
export type Preemption =
  | { readonly node: string; readonly victims: readonly Pod[] }
  | { readonly why: string; readonly waits: boolean }

const startOf = ({ status, metadata }: Pod): number =>
  millisecondsOf(status.startTime ?? metadata.creationTimestamp)

/** The more important first: by priority, then by how long it has run. */
const byImportance = (a: Pod, b: Pod): number =>
  priorityOf(b) - priorityOf(a) || startOf(a) - startOf(b)

/** Which of these pods a budget would keep, if they went one after another. */
function violating(store: Store, pods: readonly Pod[]): ReadonlySet<Pod> {
  const left = new Map<PodDisruptionBudget, number>()
  const budgets = Object.values(store.tables.poddisruptionbudgets)
  const kept = new Set<Pod>()
  for (const pod of pods) {
    const { namespace, labels = {}, name } = pod.metadata
    if (Object.keys(labels).length === 0) continue
    for (const budget of budgets) {
      const { selector } = budget.spec
      if (budget.metadata.namespace !== namespace || !selects(selector, labels)) continue
      if (budget.status.disruptedPods?.[name] !== undefined) continue
      const now = (left.get(budget) ?? budget.status.disruptionsAllowed) - 1
      left.set(budget, now)
      if (now < 0) kept.add(pod)
    }
  }
  return kept
}

/** The fewest pods of a node that have to go so that the pod fits, or why that does not help. */
function victimsOn(store: Store, attempt: Attempt, from: NodeFacts): Candidate | Refusal {
  const mine = priorityOf(attempt.incoming.pod)
  const isLesser = ({ pod }: PodFacts): boolean => priorityOf(pod) < mine
  const lesser = from.pods.filter((one) => one.pod.spec.nodeName !== undefined && isLesser(one))
  if (lesser.length === 0) return unresolvable('No preemption victims found for incoming pod')
  const trial = attemptCopy(attempt)
  let staying = from.pods.filter((one) => !lesser.includes(one))
  for (const one of lesser) countPod(trial, from, one, -1)
  const refusal = refusalOf(trial, nodeFacts(from.node, staying))
  if (refusal) return refusal

  const sorted = lesser.toSorted((a, b) => byImportance(a.pod, b.pod))
  const kept = violating(
    store,
    sorted.map(({ pod }) => pod),
  )
  const victims: Pod[] = []
  // Those that a budget would keep are spared first, and of each kind the more important.
  for (const one of [
    ...sorted.filter(({ pod }) => kept.has(pod)),
    ...sorted.filter(({ pod }) => !kept.has(pod)),
  ]) {
    countPod(trial, from, one, 1)
    const back = [...staying, one]
    if (refusalOf(trial, nodeFacts(from.node, back)) === undefined) staying = back
    else {
      countPod(trial, from, one, -1)
      victims.push(one.pod)
    }
  }
  return {
    node: from,
    victims: victims.toSorted(byImportance),
    violations: victims.filter((pod) => kept.has(pod)).length,
  }
}

/** Lower is better, the first difference decides. */
function costs({ victims, violations }: Candidate): readonly number[] {
  const priorities = victims.map((pod) => priorityOf(pod))
  const highest = Math.max(...priorities)
  const starts = victims.filter((_, at) => priorities[at] === highest).map(startOf)
  return [
    violations,
    highest,
    // Each counts from the lowest there is, so that more victims always cost more.
    priorities.reduce((sum, priority) => sum + priority + 2 ** 31, 0),
    victims.length,
    -Math.min(...starts),
  ]
}

function cheapest(candidates: readonly Candidate[]): Candidate | undefined {
  const costly = candidates.map((candidate) => ({ candidate, cost: costs(candidate) }))
  const [first] = costly.toSorted((a, b) => {
    const at = a.cost.findIndex((value, index) => value !== b.cost[index])
    return at < 0 ? 0 : (a.cost[at] ?? 0) - (b.cost[at] ?? 0)
  })
  return first?.candidate
}

/** Why a pod may not even look for victims; nothing if it may. */
function forbids(store: Store, { incoming, snapshot }: Attempt): string | undefined {
  const { pod } = incoming
  if (priorityClassOf(store, pod)?.preemptionPolicy === 'Never')
    return 'not eligible due to preemptionPolicy=Never.'
  const mine = priorityOf(pod)
  const promised = snapshot.nodes.find(({ name }) => name === pod.status.nominatedNodeName)
  const leaving = promised?.pods.some((one) => one.terminating && priorityOf(one.pod) < mine)
  return leaving === true
    ? 'not eligible due to a terminating pod on the nominated node.'
    : undefined
}

/**
 * Looks for the node where the least has to go to make room for a pod.
 *
 * @param refusals why each node of the attempt's snapshot refused it, in that order
 * @source k8s-preemption
 */
export function preempt(store: Store, attempt: Attempt, refusals: readonly Refusal[]): Preemption {
  const forbidden = forbids(store, attempt)
  if (forbidden !== undefined) return { why: forbidden, waits: true }
  const candidates: Candidate[] = []
  const why = attempt.snapshot.nodes.map((node, at): Refusal => {
    if (refusals[at]?.code !== 'Unschedulable')
      return unresolvable('Preemption is not helpful for scheduling')
    const found = victimsOn(store, attempt, node)
    if ('code' in found) return found
    candidates.push(found)
    return unresolvable()
  })
  const chosen = cheapest(candidates)
  return chosen
    ? { node: chosen.node.name, victims: chosen.victims }
    : { why: fitError(why), waits: false }
}
