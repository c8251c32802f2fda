import type { Labels, Node, Pod } from '../objects.ts'
import { selectorProblem } from '../selectors.ts'
import { nodeAffinityRefusal, taintRefusal } from '../scheduler/node-filters.ts'
import { attemptOf } from '../scheduler/place.ts'
import { podAffinityRefusal, podAffinityScores } from '../scheduler/pod-affinity.ts'
import type { Refusal } from '../scheduler/refusal.ts'
import { leastAllocatedScore } from '../scheduler/scores.ts'
import { factsOf, nodeFacts, type NodeFacts, type Snapshot } from '../scheduler/snapshot.ts'
import { spreadRefusal, spreadScores, spreadState } from '../scheduler/topology-spread.ts'
import type { CaseLine } from './case-line.ts'

type Entry = Parameters<CaseLine>[0]

/** A value without those fields that Go writes as null for what is not there. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      one === null ? [] : [[key, withoutNulls(one)] as const],
    ),
  )
}

/** A pod of a case; its containers may be missing. */
function podOf(value: unknown): Pod {
  const pod = withoutNulls(value) as Pod
  return { ...pod, spec: { ...pod.spec, containers: pod.spec.containers ?? [] } }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const nodesOf = (value: unknown): readonly Node[] => withoutNulls(listOf(value)) as readonly Node[]

/** The nodes of a case with the pods of the case on them, as Kubernetes 1.20 sees them. */
function snapshotOf(entry: Entry): Snapshot {
  const pods = listOf(entry['existingPods']).map(podOf).map(factsOf)
  const nodes = [...nodesOf(entry['nodes']), ...nodesOf(entry['failedNodes'])]
  return {
    profile: '1.20',
    nodes: nodes.map((node) =>
      nodeFacts(
        node,
        pods.filter(({ pod }) => pod.spec.nodeName === node.metadata.name),
      ),
    ),
  }
}

const told = (refusal: Refusal | undefined): unknown => refusal ?? 'Success'

/** How Kubernetes numbers what a filter answers. */
const codeOf = (refusal: Refusal | undefined): number =>
  refusal === undefined ? 0 : refusal.code === 'Unschedulable' ? 2 : 3

/** Scores of the nodes that are left, with their names. */
function scored(
  entry: Entry,
  score: (nodes: readonly NodeFacts[], all: Snapshot) => readonly number[],
) {
  const snapshot = snapshotOf(entry)
  const nodes = snapshot.nodes.slice(0, listOf(entry['nodes']).length)
  return score(nodes, snapshot).map((one, at) => ({ Name: nodes[at]?.name, Score: one }))
}

function companyScores(entry: Entry): unknown {
  const incoming = factsOf(podOf(entry['pod']))
  const terms = [...incoming.preferred, ...incoming.preferredAnti]
  // A term that cannot be asked ends the attempt before anything is scored.
  if (terms.some(({ selector }) => selectorProblem(selector) !== undefined)) return null
  return scored(entry, (nodes, all) => podAffinityScores(incoming, nodes, all))
}

function freeScores(entry: Entry): unknown {
  const incoming = factsOf(podOf(entry['pod']))
  const { nodeName } = incoming.pod.spec
  const names = nodesOf(entry['nodes']).map(({ metadata }) => metadata.name)
  // Lines of a plug-in whose settings were refused have no scores, and not the settings either; they
  // are told by a pod that is bound to a node which is not there.
  if (nodeName !== undefined && nodeName !== '' && !names.includes(nodeName)) return null
  return scored(entry, (nodes) => nodes.map((node) => leastAllocatedScore(incoming, node)))
}

function spreadCodes(entry: Entry): unknown {
  const incoming = factsOf(podOf(entry['pod']))
  const snapshot = snapshotOf(entry)
  const state = spreadState(incoming, snapshot)
  return Object.fromEntries(
    snapshot.nodes.map((node) => [node.name, codeOf(spreadRefusal(state, incoming, node))]),
  )
}

function affinityRefusals(entry: Entry): unknown {
  const snapshot = snapshotOf(entry)
  const incoming = factsOf(podOf(entry['pod']))
  const { affinity, hopeless } = attemptOf(incoming, snapshot)
  return snapshot.nodes.map((node) =>
    told(hopeless ?? podAffinityRefusal(affinity, incoming, node, '1.20')),
  )
}

const nodeOf = (name: unknown, labels: unknown): Node => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name: String(name),
    uid: '',
    resourceVersion: '',
    creationTimestamp: '',
    labels: (labels ?? {}) as Labels,
  },
  spec: {},
  status: {},
})

/** By the kind of the line. */
export const schedulerCases: Readonly<Record<string, CaseLine>> = {
  sched_interpodaffinity_filter: (entry) => ({
    got: affinityRefusals(entry),
    expected: entry['want'],
  }),
  sched_interpodaffinity_score: (entry) => ({
    got: companyScores(entry),
    expected: entry['want'],
  }),
  sched_leastallocated_score: (entry) => ({ got: freeScores(entry), expected: entry['want'] }),
  sched_nodeaffinity_filter: (entry) => ({
    got: told(
      nodeAffinityRefusal(
        podOf(entry['pod']),
        nodeOf(entry['nodeName'], entry['nodeLabels']),
        '1.20',
      ),
    ),
    expected: entry['want'],
  }),
  sched_taint_filter: (entry) => ({
    got: told(taintRefusal(podOf(entry['pod']), withoutNulls(entry['node']) as Node, '1.20')),
    expected: entry['want'],
  }),
  sched_topologyspread_filter: (entry) => ({
    got: spreadCodes(entry),
    expected: entry['wantStatusCode'],
  }),
  sched_topologyspread_score: (entry) => {
    const incoming = factsOf(podOf(entry['pod']))
    return {
      got: scored(entry, (nodes, all) => spreadScores(incoming, nodes, all)),
      expected: entry['want'],
    }
  },
}
