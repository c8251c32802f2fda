import { recordEvent } from '../api/record-event.ts'
import { remove } from '../api/remove.ts'
import { ApiError } from '../api/status.ts'
import { create } from '../api/write.ts'
import { keyOfObject } from '../api/client.ts'
import { millisecondsOf } from '../clock.ts'
import type { Pod, ReplicaSet } from '../objects.ts'
import { selects } from '../selectors.ts'
import type { Turn } from '../turn.ts'
import { conditionOf } from './conditions.ts'
import { inDeletionOrder, type Ranked } from './deletion-order.ts'
import { controllerOf, referenceTo } from './owner.ts'
import { isActive } from './pod-state.ts'
import type { ScaleFailure } from './replicaset-status.ts'

/** So many pods are made or removed at one look; the rest at the next. */
const BURST = 500

/** The longest wait between attempts, in milliseconds. */
const LONGEST_WAIT_MS = 1_000_000

function say(turn: Turn, about: ReplicaSet, reason: string, message: string): void {
  const type = reason.startsWith('Failed') ? 'Warning' : 'Normal'
  recordEvent(turn, { about, type, reason, message, component: 'replicaset-controller' })
}

function makePod(turn: Turn, set: ReplicaSet): void {
  const { metadata, spec } = set.spec.template
  const { namespace = '', name } = set.metadata
  const pod = create(turn, 'pods', {
    metadata: {
      generateName: `${name}-`,
      namespace,
      ...(metadata?.labels === undefined ? {} : { labels: metadata.labels }),
      ...(metadata?.annotations === undefined ? {} : { annotations: metadata.annotations }),
      ownerReferences: [referenceTo(set)],
    },
    spec,
  })
  say(turn, set, 'SuccessfulCreate', `Created pod: ${pod.metadata.name}`)
}

/**
 * Makes pods in batches of 1, 2, 4 and so on: where none can be made, few are tried.
 *
 * @source k8s-1-20-source
 */
function makePods(turn: Turn, set: ReplicaSet, wanted: number): ScaleFailure | undefined {
  let left = Math.min(wanted, BURST)
  for (let batch = 1; left > 0; batch *= 2) {
    let failure: ScaleFailure | undefined
    for (let index = 0; index < Math.min(batch, left); index += 1) {
      try {
        makePod(turn, set)
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        const { message } = error.status
        // A namespace that is being deleted wants no pods; that is no failure.
        if (message.includes('because it is being terminated')) return undefined
        say(turn, set, 'FailedCreate', `Error creating: ${message}`)
        failure ??= { reason: 'FailedCreate', message }
      }
    }
    if (failure) return failure
    left -= batch
  }
  return undefined
}

/** Every pod beside its node's crowd: active pods of any replica set of the same owner. */
function ranked(turn: Turn, set: ReplicaSet, pods: readonly Pod[]): readonly Ranked[] {
  const { tables } = turn.world().store
  const { namespace, uid } = set.metadata
  const owner = controllerOf(set.metadata)?.uid
  const family = Object.values(tables.replicasets).filter(
    ({ metadata }) =>
      metadata.uid === uid ||
      (owner !== undefined &&
        metadata.namespace === namespace &&
        controllerOf(metadata)?.uid === owner),
  )
  const crowds = new Map<string, number>()
  for (const pod of Object.values(tables.pods)) {
    if (pod.metadata.namespace !== namespace || !isActive(pod)) continue
    if (!family.some(({ spec }) => selects(spec.selector, pod.metadata.labels))) continue
    const node = pod.spec.nodeName ?? ''
    crowds.set(node, (crowds.get(node) ?? 0) + 1)
  }
  return pods.map((pod) => ({ pod, crowd: crowds.get(pod.spec.nodeName ?? '') ?? 0 }))
}

function removePods(turn: Turn, set: ReplicaSet, pods: readonly Pod[], surplus: number): void {
  const ordering = { profile: turn.world().profile, nowMs: turn.nowMs }
  const going = inDeletionOrder(ranked(turn, set, pods), ordering).slice(
    0,
    Math.min(surplus, BURST),
  )
  for (const pod of going) {
    remove(turn, 'pods', keyOfObject(pod))
    say(turn, set, 'SuccessfulDelete', `Deleted pod: ${pod.metadata.name}`)
  }
}

/** Tries again after as long as it has been failing. */
function tryAgain(turn: Turn, key: string, set: ReplicaSet): void {
  const since = conditionOf(set.status.conditions, 'ReplicaFailure')?.lastTransitionTime
  const failingMs = since === undefined || since === null ? 0 : turn.nowMs - millisecondsOf(since)
  turn.enqueue('replicaset', key, Math.min(LONGEST_WAIT_MS, Math.max(100, failingMs)))
}

/**
 * Brings a replica set to its size, as far as can be done now.
 *
 * @param pods its active pods
 * @returns what went wrong
 */
export function brought(
  turn: Turn,
  key: string,
  set: ReplicaSet,
  pods: readonly Pod[],
): ScaleFailure | undefined {
  const surplus = pods.length - set.spec.replicas
  if (surplus > 0) {
    removePods(turn, set, pods, surplus)
    if (surplus > BURST) turn.enqueue('replicaset', key, 1)
    return undefined
  }
  if (surplus === 0) return undefined
  const failure = makePods(turn, set, -surplus)
  if (failure) tryAgain(turn, key, set)
  return failure
}
