import type { CaseLine } from './case-line.ts'
import { budgetGoal } from '../controllers/budget.ts'
import { compareForDeletion, inDeletionOrder } from '../controllers/deletion-order.ts'
import { portionOf } from '../controllers/portion.ts'
import {
  cleanedOfUnhealthy,
  fencepostsOf,
  nextNewReplicas,
  nextOldReplicas,
  rollingStep,
  scaledDown,
} from '../controllers/rolling.ts'
import { BEGAN_MS, timestampAt } from '../clock.ts'
import { fnv32a, safeEncoded } from '../hash.ts'
import type { IntOrString, Pod, PodPhase } from '../objects.ts'

type Entry = Parameters<CaseLine>[0]

const count = (entry: Entry, name: string): number => Number(entry[name] ?? 0)

const portion = (entry: Entry, name: string): IntOrString => {
  const value = entry[name]
  return typeof value === 'string' ? value : Number(value ?? 0)
}

const limitsOf = (entry: Entry, replicas: number) =>
  fencepostsOf(portion(entry, 'maxSurge'), portion(entry, 'maxUnavailable'), replicas)

/** Where nothing is scaled the recorded size means nothing. */
const scaling = (before: number, after: number) =>
  after === before ? { scaled: false } : { scaled: true, size: after }

const expectedScaling = (entry: Entry, size: string) =>
  entry['scaleExpected'] === true ? { scaled: true, size: entry[size] } : { scaled: false }

/** A size by the name of its replica set. */
const sizeIn = (sizes: unknown, name: string): unknown =>
  (sizes as Readonly<Record<string, unknown>> | null)?.[name]

/** Seconds of Unix time; those before 1970 stand for no time. */
const timeOf = (seconds: unknown): string | null =>
  Number(seconds) < 0 ? null : timestampAt(Number(seconds) * 1000 - BEGAN_MS)

interface RecordedPod {
  readonly created: number
  readonly name: string
  readonly node: string
  readonly phase: PodPhase
  readonly rank: number
  readonly ready: boolean
  readonly readySince: number
  readonly restarts: number
}

const podOf = (recorded: RecordedPod): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: recorded.name,
    uid: recorded.name,
    resourceVersion: '',
    creationTimestamp: timeOf(recorded.created) ?? '',
  },
  spec: { containers: [], nodeName: recorded.node },
  status: {
    phase: recorded.phase,
    conditions: [
      {
        type: 'Ready',
        status: recorded.ready ? 'True' : 'False',
        lastTransitionTime: timeOf(recorded.readySince),
      },
    ],
    containerStatuses: [
      {
        name: '',
        image: '',
        imageID: '',
        ready: recorded.ready,
        restartCount: recorded.restarts,
        state: {},
        lastState: {},
      },
    ],
  },
})

const AS_RECORDED = { profile: '1.20', nowMs: 0 } as const

/** By the kind of the line. */
export const workloadCases: Readonly<Record<string, CaseLine>> = {
  hash_safe_encode: (entry) => {
    const hash = fnv32a(String(entry['input']))
    return {
      got: { fnv32a: hash, safeEncoded: safeEncoded(String(hash)) },
      expected: { fnv32a: entry['fnv32a'], safeEncoded: entry['safeEncoded'] },
    }
  },
  deploy_reconcileNewRS: (entry) => {
    const wanted = count(entry, 'deploymentReplicas')
    const now = count(entry, 'newReplicas')
    const next = nextNewReplicas(wanted, limitsOf(entry, wanted), now, count(entry, 'oldReplicas'))
    return { got: scaling(now, next), expected: expectedScaling(entry, 'expectedNewReplicas') }
  },
  deploy_reconcileOldRS: (entry) => {
    const wanted = count(entry, 'deploymentReplicas')
    const now = count(entry, 'oldReplicas')
    const newer = {
      replicas: count(entry, 'newReplicas'),
      available: count(entry, 'readyPodsFromNewRS'),
    }
    const older = { replicas: now, available: count(entry, 'readyPodsFromOldRS') }
    const { sizes } = nextOldReplicas(wanted, limitsOf(entry, wanted), newer, [older])
    return {
      got: scaling(now, sizes[0] ?? now),
      expected: expectedScaling(entry, 'expectedOldReplicas'),
    }
  },
  deploy_cleanupUnhealthy: (entry) => {
    const replicas = count(entry, 'oldReplicas')
    const older = [{ replicas, available: count(entry, 'readyPods') }]
    const { sizes } = cleanedOfUnhealthy(older, count(entry, 'maxCleanupCount'))
    return { got: replicas - (sizes[0] ?? 0), expected: entry['cleanupCountExpected'] }
  },
  deploy_scaleDownOldRS: (entry) => {
    const wanted = count(entry, 'deploymentReplicas')
    const now = count(entry, 'oldReplicas')
    const [size = now] = scaledDown(
      wanted,
      limitsOf(entry, wanted),
      [now],
      count(entry, 'readyPods'),
    )
    return { got: scaling(now, size), expected: expectedScaling(entry, 'expectedOldReplicas') }
  },
  deploy_rolling_step_random: (entry) => {
    const wanted = count(entry, 'replicas')
    const limits = limitsOf(entry, wanted)
    const newer = { replicas: count(entry, 'new'), available: count(entry, 'newAvailable') }
    const older = { replicas: count(entry, 'old'), available: count(entry, 'oldAvailable') }
    const step = rollingStep(wanted, limits, newer, [older])
    return {
      got: {
        surge: limits.surge,
        unavailable: limits.unavailable,
        up: step.kind === 'new' ? step.replicas : 'no',
        down: step.kind === 'old' ? step.sizes[0] : 'no',
      },
      expected: {
        surge: entry['resolvedSurge'],
        unavailable: entry['resolvedUnavailable'],
        up: entry['scaledUp'] === true ? sizeIn(entry['afterUp'], 'foo-new') : 'no',
        down: entry['scaledDown'] === true ? sizeIn(entry['afterDown'], 'foo-old') : 'no',
      },
    }
  },
  pdb_percent: (entry) => {
    const pods = count(entry, 'expectedPods')
    const percent = portion(entry, 'percent')
    return {
      got: {
        roundUp: portionOf(percent, pods, 'up'),
        roundDown: portionOf(percent, pods, 'down'),
        min: budgetGoal({ minAvailable: percent }, pods, pods).desired,
        max: budgetGoal({ maxUnavailable: percent }, pods, pods).desired,
      },
      expected: {
        roundUp: entry['roundUp'],
        roundDown: entry['roundDown'],
        min: entry['desiredHealthy_if_minAvailable'],
        max: entry['desiredHealthy_if_maxUnavailable'],
      },
    }
  },
  rs_pod_deletion_order_random: (entry) => {
    // Lines of a recording are parsed here, at the edge; they have this shape.
    const pods = entry['pods'] as readonly RecordedPod[]
    const ranked = pods.map((pod) => ({ pod: podOf(pod), crowd: pod.rank }))
    return {
      got: inDeletionOrder(ranked, AS_RECORDED).map(({ metadata }) => metadata.name),
      expected: entry['deletionOrder'],
    }
  },
  rs_pod_deletion_order_pairs: (entry) => {
    const lesser = { pod: entry['lesser'] as Pod, crowd: count(entry, 'lesserRank') }
    const greater = { pod: entry['greater'] as Pod, crowd: count(entry, 'greaterRank') }
    return {
      got: {
        lesserFirst: compareForDeletion(lesser, greater, AS_RECORDED) < 0,
        greaterFirst: compareForDeletion(greater, lesser, AS_RECORDED) < 0,
      },
      expected: { lesserFirst: true, greaterFirst: false },
    }
  },
}
