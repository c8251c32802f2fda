import { keyOf, keyOfObject, read, timeOf } from '../api/client.ts'
import { recordEvent } from '../api/record-event.ts'
import { remove } from '../api/remove.ts'
import { updateStatus } from '../api/write.ts'
import type { Node, Pod, Taint } from '../objects.ts'
import { bears } from '../scheduler/node-filters.ts'
import { listed, type Turn } from '../turn.ts'
import type { Change, World } from '../world.ts'
import type { Controller } from './controller.ts'
import type { NodeLifecycleMemory } from './node-lifecycle.ts'

const evicting = (taints: readonly Taint[] | undefined): readonly Taint[] =>
  (taints ?? []).filter(({ effect }) => effect === 'NoExecute')

/** How long a pod bears such taints, in milliseconds; nothing where it bears them for ever. */
function borneMs({ spec }: Pod, taints: readonly Taint[]): number | undefined {
  const bearing = taints.map((taint) =>
    (spec.tolerations ?? []).filter((toleration) => bears(toleration, taint)),
  )
  if (bearing.some((tolerations) => tolerations.length === 0)) return 0
  const seconds = bearing
    .flat()
    .flatMap(({ tolerationSeconds }) => tolerationSeconds ?? [])
    .map((one) => Math.max(0, one))
  return seconds.length === 0 ? undefined : Math.min(...seconds) * 1000
}

function remember(turn: Turn, evictions: NodeLifecycleMemory['evictions']): void {
  turn.put('nodeLifecycle', { ...turn.world().nodeLifecycle, evictions })
}

function forget(turn: Turn, key: string): void {
  const { [key]: _over, ...evictions } = turn.world().nodeLifecycle.evictions
  remember(turn, evictions)
}

function say(turn: Turn, pod: Pod, message: string): void {
  const old = turn.world().profile === '1.20'
  recordEvent(turn, {
    about: pod,
    type: 'Normal',
    reason: 'TaintManagerEviction',
    message: `${message} Pod ${keyOfObject(pod)}`,
    component: old ? 'taint-controller' : 'taint-eviction-controller',
  })
}

/** Deletes a pod, having said why. */
function evict(turn: Turn, pod: Pod): void {
  const key = keyOfObject(pod)
  say(turn, pod, 'Marking for deletion')
  if (turn.world().profile === '1.33') {
    const others = (pod.status.conditions ?? []).filter(({ type }) => type !== 'DisruptionTarget')
    updateStatus(turn, 'pods', {
      ...pod,
      status: {
        ...pod.status,
        conditions: [
          ...others,
          {
            type: 'DisruptionTarget',
            status: 'True',
            reason: 'DeletionByTaintManager',
            message: 'Taint manager: deleting due to NoExecute taint',
            lastProbeTime: null,
            lastTransitionTime: timeOf(turn),
          },
        ],
      },
    })
  }
  remove(turn, 'pods', key)
}

function sync(turn: Turn, key: string): void {
  const pod = read(turn, 'pods', key)
  const planned = turn.world().nodeLifecycle.evictions[key]
  if (planned && planned.uid !== pod?.metadata.uid) forget(turn, key)
  if (!pod || pod.metadata.deletionTimestamp !== undefined) return
  const taints = evicting(read(turn, 'nodes', pod.spec.nodeName ?? '')?.spec.taints)
  const ms = taints.length === 0 ? undefined : borneMs(pod, taints)
  const before = planned?.uid === pod.metadata.uid ? planned : undefined
  if (ms === undefined) {
    if (!before) return
    forget(turn, key)
    say(turn, pod, 'Cancelling deletion of')
    return
  }
  const fromMs = before?.fromMs ?? turn.nowMs
  const dueMs = fromMs + ms
  if (turn.nowMs >= dueMs) {
    if (before) forget(turn, key)
    evict(turn, pod)
    return
  }
  if (before?.dueMs !== dueMs)
    remember(turn, {
      ...turn.world().nodeLifecycle.evictions,
      [key]: { uid: pod.metadata.uid, fromMs, dueMs },
    })
  turn.enqueue('taint-eviction', key, dueMs - turn.nowMs)
}

const podsOn = (world: World, node: string): readonly string[] =>
  listed(world.store, 'pods')
    .filter(({ spec }) => spec.nodeName === node)
    .map(({ metadata }) => keyOf(metadata.namespace, metadata.name))

function concerns(
  { resource, key, object, before, type }: Change,
  world: World,
): readonly string[] {
  if (resource === 'nodes') {
    const now = evicting((object as Node).spec.taints)
    const was = evicting((before as Node | undefined)?.spec.taints)
    const same = now.length === was.length && now.every((taint) => was.includes(taint))
    return same || type === 'DELETED' ? [] : podsOn(world, key)
  }
  if (resource !== 'pods') return []
  const bound = (object as Pod).spec !== (before as Pod | undefined)?.spec
  const planned = world.nodeLifecycle.evictions[key] !== undefined
  const tainted =
    evicting(world.store.tables.nodes[(object as Pod).spec.nodeName ?? '']?.spec.taints).length > 0
  return (bound && tainted) || (type === 'DELETED' && planned) ? [key] : []
}

/**
 * Deletes pods that do not bear, or no longer bear, a `NoExecute` taint of their node.
 *
 * @source k8s-taints
 */
export const taintEviction: Controller = {
  name: 'taint-eviction',
  hopMs: { least: 5, most: 20 },
  concerns,
  sync,
}
