import type { Labels, PodDisruptionBudget, PodPhase } from '../objects.ts'
import { budgetSpent } from '../api/evict.ts'
import { ApiError } from '../api/status.ts'
import type { CaseLine } from './case-line.ts'

interface EvictionLine {
  readonly badNameInURL: boolean
  readonly eviction: { readonly name: string; readonly namespace: string }
  readonly expectDeleted: boolean
  readonly expectError: boolean
  readonly pdbs: readonly {
    readonly metadata: { readonly name: string; readonly namespace: string }
    readonly spec: PodDisruptionBudget['spec']
    readonly status: PodDisruptionBudget['status']
  }[]
  readonly podLabels: Labels
  readonly podPhase: PodPhase | ''
  readonly podReady: boolean
}

const isEviction = (entry: object): entry is EvictionLine =>
  'eviction' in entry && 'pdbs' in entry && 'podPhase' in entry

const META = { uid: '', resourceVersion: '1', creationTimestamp: '2026-11-24T21:06:59Z' }

/** Recorded from Kubernetes 1.20: does the pod go, and does the client see an error? */
const eviction: CaseLine = (entry) => {
  const line: object = entry
  if (!isEviction(line)) throw new TypeError('no case of an eviction')
  const { name, namespace } = line.eviction
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...META, name, namespace, labels: line.podLabels },
    spec: { containers: [] },
    status: {
      // A pod that no kubelet has taken has no phase in these cases; it counts as running.
      phase: line.podPhase === '' ? ('Unknown' as const) : line.podPhase,
      conditions: [
        { type: 'Ready', status: line.podReady ? ('True' as const) : ('False' as const) },
      ],
    },
  }
  const budgets = line.pdbs.map((pdb) => ({
    apiVersion: 'policy/v1beta1',
    kind: 'PodDisruptionBudget',
    ...pdb,
    metadata: { ...META, ...pdb.metadata },
  }))
  const refused = ((): boolean => {
    // A request whose address names another pod than its body is refused before any budget is asked.
    if (line.badNameInURL) return true
    try {
      budgetSpent(pod, budgets, '1.20')
      return false
    } catch (error) {
      if (error instanceof ApiError) return true
      throw error
    }
  })()
  return {
    got: { deleted: !refused, error: refused },
    expected: { deleted: line.expectDeleted, error: line.expectError },
  }
}

/** By the kind of the line. */
export const apiCases: Readonly<Record<string, CaseLine>> = { eviction }
