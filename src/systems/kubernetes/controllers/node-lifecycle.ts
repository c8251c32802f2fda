import { read, timeOf } from '../api/client.ts'
import { recordEvent } from '../api/record-event.ts'
import { update, updateStatus } from '../api/write.ts'
import { lastHeartbeat } from '../kubelet/heartbeat.ts'
import type { Machine } from '../kubelet/machine.ts'
import type { Node, Taint } from '../objects.ts'
import { profileOf } from '../profile.ts'
import { listed, type Turn } from '../turn.ts'
import type { Change, World } from '../world.ts'
import type { Controller } from './controller.ts'
import { letGo, removeOrphans } from './orphans.ts'
import { allLost, evictionEveryMs, readiness, zoneOf } from './zones.ts'

/** What the node life cycle controller remembers beside the store. */
export interface NodeLifecycleMemory {
  /** Nodes that it has told of. */
  readonly registered: readonly string[]
  /** From when on a node's pods may be evicted, or are to be left in peace again, by node. */
  readonly waits: Readonly<
    Record<string, { readonly what: 'evict' | 'free'; readonly atMs: number }>
  >
  /** When the next node of a zone may get it, by zone. */
  readonly freeMs: Readonly<Record<string, number>>
  /** Pods that are to be evicted: since when that is known, and when it is due, by key. */
  readonly evictions: Readonly<
    Record<string, { readonly uid: string; readonly fromMs: number; readonly dueMs: number }>
  >
}
export const noNodeLifecycle: NodeLifecycleMemory = {
  registered: [],
  waits: {},
  freeMs: {},
  evictions: {},
}

/** How often it looks at all nodes, and how long after the second its looks come. */
const LOOK_MS = 5000
const LOOK_OFFSET_MS = 1300
/** A look takes a moment, so that the one after the grace period is a little later than it. */
const LOOK_TAKES_MS = 50
/** When it first told of the nodes of the recordings. */
const REGISTERED_MS = 3500
/** How long pods of a node that was deleted are left alone, looks for them included. */
const ORPHANED_MS = 50_000
/** In the recordings: from the loss of power to `NotReady`, and from there to the taint. */
const RECORDED_NOTICED_MS = 40_400
const RECORDED_TAINT_MS = 5100

const UNREACHABLE = 'node.kubernetes.io/unreachable'
const UNSCHEDULABLE = 'node.kubernetes.io/unschedulable'

/** The first look at the nodes that is not before a time. */
const lookAfter = (ms: number): number =>
  Math.ceil((ms - LOOK_OFFSET_MS) / LOOK_MS) * LOOK_MS + LOOK_OFFSET_MS

/**
 * When a silent node's heartbeat has been missed for so long that it is held to be lost: the grace
 * period after the look that saw the last one. In the recorded release as it was recorded.
 *
 * @returns nothing while the node is heard
 * @source k8s-nodes
 * @source k8s-node-grace
 */
export function noticedMs(machine: Machine, world: World): number | undefined {
  if (machine.silentSinceMs === null) return undefined
  if (world.profile === '1.20') return machine.silentSinceMs + RECORDED_NOTICED_MS
  const seenMs = lookAfter(lastHeartbeat(machine, machine.silentSinceMs))
  return seenMs + profileOf(world.profile).nodeGraceMs + LOOK_TAKES_MS
}

const memory = (turn: Turn): NodeLifecycleMemory => turn.world().nodeLifecycle

function remember(turn: Turn, part: Partial<NodeLifecycleMemory>): void {
  turn.put('nodeLifecycle', { ...memory(turn), ...part })
}

/** Tells, once, that a node has come. */
function register(turn: Turn, node: Node): void {
  const { name } = node.metadata
  if (memory(turn).registered.includes(name)) return
  if (turn.nowMs < REGISTERED_MS) {
    turn.enqueue('node-lifecycle', name, REGISTERED_MS - turn.nowMs)
    return
  }
  remember(turn, { registered: [...memory(turn).registered, name] })
  recordEvent(turn, {
    about: node,
    type: 'Normal',
    reason: 'RegisteredNode',
    message: `Node ${name} event: Registered Node ${name} in Controller`,
    component: 'node-controller',
  })
}

/** Holds a node to be lost: its conditions are unknown, its pods are not ready. */
function lose(turn: Turn, node: Node): void {
  const { name } = node.metadata
  const now = timeOf(turn)
  updateStatus(turn, 'nodes', {
    ...node,
    status: {
      ...node.status,
      conditions: (node.status.conditions ?? []).map((one) => ({
        ...one,
        status: 'Unknown',
        reason: 'NodeStatusUnknown',
        message: 'Kubelet stopped posting node status.',
        lastTransitionTime: now,
      })),
    },
  })
  recordEvent(turn, {
    about: node,
    type: 'Normal',
    reason: 'NodeNotReady',
    message: `Node ${name} status is now: NodeNotReady`,
    component: 'node-controller',
  })
  const wait = turn.world().profile === '1.20' ? RECORDED_TAINT_MS : LOOK_MS + LOOK_TAKES_MS
  waitFor(turn, name, 'evict', turn.nowMs + wait)
  for (const pod of listed(turn.world().store, 'pods')) {
    const ready = pod.status.conditions?.find(({ type }) => type === 'Ready')
    if (pod.spec.nodeName !== name || ready?.status !== 'True') continue
    updateStatus(turn, 'pods', {
      ...pod,
      status: {
        ...pod.status,
        conditions: (pod.status.conditions ?? []).map((one) =>
          one.type === 'Ready' ? { ...one, status: 'False', lastTransitionTime: now } : one,
        ),
      },
    })
    recordEvent(turn, {
      about: pod,
      type: 'Warning',
      reason: 'NodeNotReady',
      message: 'Node is not ready',
      component: 'node-controller',
    })
  }
}

function waitFor(turn: Turn, node: string, what: 'evict' | 'free', atMs: number): void {
  remember(turn, { waits: { ...memory(turn).waits, [node]: { what, atMs } } })
}

function waitNoMore(turn: Turn, node: string): void {
  const { [node]: _over, ...waits } = memory(turn).waits
  remember(turn, { waits })
}

/** Whether a time has come; where it has not, the node is looked at again then. */
function come(turn: Turn, node: string, atMs: number): boolean {
  if (turn.nowMs >= atMs) return true
  turn.enqueue('node-lifecycle', node, atMs - turn.nowMs)
  return false
}

/** Whether a lost node may have its pods evicted now, as fast as its zone allows. */
function mayEvict(turn: Turn, node: Node): boolean {
  const { name } = node.metadata
  const wait = memory(turn).waits[name]
  if (wait?.what !== 'evict' || !come(turn, name, wait.atMs)) return false
  const zone = zoneOf(node)
  const everyMs = evictionEveryMs(listed(turn.world().store, 'nodes'), zone)
  // Where too much is lost at once nothing is evicted; a change of any node asks anew.
  if (everyMs === null || !come(turn, name, memory(turn).freeMs[zone] ?? 0)) return false
  remember(turn, { freeMs: { ...memory(turn).freeMs, [zone]: turn.nowMs + everyMs } })
  return true
}

/** Whether a node is to have the taint that evicts pods. */
function evicts(turn: Turn, node: Node, has: boolean): boolean {
  const { name } = node.metadata
  if (readiness(node) !== 'True')
    return has ? !allLost(listed(turn.world().store, 'nodes')) : mayEvict(turn, node)
  if (has) {
    // A node that is back is freed of it with the next look.
    const wait = memory(turn).waits[name]
    const atMs = wait?.what === 'free' ? wait.atMs : lookAfter(turn.nowMs)
    if (wait?.what !== 'free') waitFor(turn, name, 'free', atMs)
    if (!come(turn, name, atMs)) return true
  }
  if (memory(turn).waits[name]) waitNoMore(turn, name)
  return false
}

/** Puts the taints on a node that its state asks for, and takes the others of this controller off. */
function taint(turn: Turn, node: Node): void {
  const { taints = [], unschedulable = false } = node.spec
  const has = (key: string, effect: Taint['effect']): boolean =>
    taints.some((one) => one.key === key && one.effect === effect)
  const wanted: readonly (readonly [string, Taint['effect'], boolean])[] = [
    [UNSCHEDULABLE, 'NoSchedule', unschedulable],
    [UNREACHABLE, 'NoSchedule', readiness(node) === 'Unknown'],
    [UNREACHABLE, 'NoExecute', evicts(turn, node, has(UNREACHABLE, 'NoExecute'))],
  ]
  const kept = taints.filter(
    ({ key, effect }) => !wanted.some(([one, what, is]) => one === key && what === effect && !is),
  )
  const added = wanted
    .filter(([key, effect, is]) => is && !has(key, effect))
    .map(([key, effect]): Taint => ({ key, effect, timeAdded: timeOf(turn) }))
  if (added.length === 0 && kept.length === taints.length) return
  const { taints: _before, ...spec } = node.spec
  const now = [...kept, ...added]
  update(turn, 'nodes', { ...node, spec: now.length === 0 ? spec : { ...spec, taints: now } })
}

const ORPHANS = 'orphans of '

function sync(turn: Turn, key: string): void {
  if (key.startsWith(ORPHANS)) {
    removeOrphans(turn, key.slice(ORPHANS.length))
    return
  }
  const node = read(turn, 'nodes', key)
  if (!node) {
    remember(turn, { registered: memory(turn).registered.filter((one) => one !== key) })
    turn.enqueue('node-lifecycle', `${ORPHANS}${key}`, ORPHANED_MS)
    return
  }
  register(turn, node)
  const machine = turn.world().machines[key]
  const atMs = machine && noticedMs(machine, turn.world())
  if (readiness(node) === 'True' && atMs !== undefined && come(turn, key, atMs)) lose(turn, node)
  taint(turn, read(turn, 'nodes', key) ?? node)
  letGo(turn, node)
}

/** The nodes that a change concerns: itself, and where one was lost or is back all that are lost. */
function concerns(
  { resource, key, object, before, type }: Change,
  world: World,
): readonly string[] {
  if (resource !== 'nodes') return []
  const now = object as Node
  const was = before as Node | undefined
  if (type === 'DELETED' || !was) return [key]
  if (readiness(now) !== readiness(was)) {
    const lost = listed(world.store, 'nodes').filter((node) => readiness(node) !== 'True')
    return [key, ...lost.map(({ metadata }) => metadata.name).filter((name) => name !== key)]
  }
  return now.spec === was.spec ? [] : [key]
}

/**
 * Watches over the nodes: tells that they came, holds those that are silent for too long to be
 * lost, and taints them, so that nothing is put there and in the end what is there is evicted.
 *
 * @source k8s-nodes
 */
export const nodeLifecycle: Controller = {
  name: 'node-lifecycle',
  hopMs: { least: 5, most: 20 },
  concerns,
  sync,
  begin: (world) => Object.keys(world.machines),
}
