import { keyOfObject, read, timeOf } from '../api/client.ts'
import { recordEvent } from '../api/record-event.ts'
import { remove } from '../api/remove.ts'
import { updateStatus } from '../api/write.ts'
import type { Controller } from '../controllers/controller.ts'
import type { Condition, Pod, PodStatus } from '../objects.ts'
import type { Turn } from '../turn.ts'
import { attemptOf, type Attempt, bestOf, ownersSelector, refusalOf } from './place.ts'
import { preempt, type Preemption } from './preemption.ts'
import { priorityOf } from './priority.ts'
import {
  headOf,
  isOurs,
  leftoverMs,
  remember,
  restMs,
  served,
  type Waiter,
  waiterOf,
  wakesAtMs,
} from './queue.ts'
import { fitError, type Refusal } from './refusal.ts'
import { factsOf, type NodeFacts, snapshotFor } from './snapshot.ts'
import { helpFor, wokenBy } from './wakes.ts'

const COMPONENT = 'default-scheduler'

/** A status with a condition put in; the time of its change stays where nothing changed. */
function withCondition(status: PodStatus, condition: Condition, now: string): PodStatus {
  const { conditions = [] } = status
  const before = conditions.find(({ type }) => type === condition.type)
  const lastTransitionTime =
    before?.status === condition.status ? (before.lastTransitionTime ?? now) : now
  const next: Condition = { lastProbeTime: null, lastTransitionTime, ...condition }
  return {
    ...status,
    conditions: before
      ? conditions.map((one) => (one === before ? next : one))
      : [...conditions, next],
  }
}

/** Binds a pod: one write, as the binding of the API is one. */
function bind(turn: Turn, pod: Pod, node: string): void {
  const key = keyOfObject(pod)
  const { nominatedNodeName: _, ...status } = withCondition(
    pod.status,
    { type: 'PodScheduled', status: 'True' },
    timeOf(turn),
  )
  turn.write('pods', key, {
    ...pod,
    metadata: { ...pod.metadata, resourceVersion: String(turn.nextRevision()) },
    spec: { ...pod.spec, nodeName: node },
    status,
  })
  remember(turn, key, undefined)
  recordEvent(turn, {
    about: pod,
    type: 'Normal',
    reason: 'Scheduled',
    message: `Successfully assigned ${key} to ${node}`,
    component: COMPONENT,
    regarding: { action: 'Binding', version: pod.metadata.resourceVersion },
  })
}

/** Takes back the promise of a node to pods that are less important than the one that gets it. */
function takeBackPromises(turn: Turn, preemptor: Pod, node: string): void {
  const { store } = turn.world()
  for (const pod of Object.values(store.tables.pods)) {
    if (pod.spec.nodeName !== undefined || pod.status.nominatedNodeName !== node) continue
    if (priorityOf(pod) >= priorityOf(preemptor)) continue
    const { nominatedNodeName: _, ...status } = pod.status
    updateStatus(turn, 'pods', { ...pod, status })
  }
}

/** Makes room: the victims are asked to go, each in its own time. */
function evict(turn: Turn, preemptor: Pod, victims: readonly Pod[], node: string): void {
  const old = turn.world().profile === '1.20'
  for (const victim of victims) {
    if (victim.metadata.deletionTimestamp !== undefined) continue
    const key = keyOfObject(victim)
    if (!old)
      updateStatus(turn, 'pods', {
        ...victim,
        status: withCondition(
          victim.status,
          {
            type: 'DisruptionTarget',
            status: 'True',
            reason: 'PreemptionByScheduler',
            message: `${COMPONENT}: preempting to accommodate a higher priority pod`,
          },
          timeOf(turn),
        ),
      })
    remove(turn, 'pods', key)
    const by = old ? keyOfObject(preemptor) : `pod ${preemptor.metadata.uid}`
    recordEvent(turn, {
      about: victim,
      type: 'Normal',
      reason: 'Preempted',
      message: `Preempted by ${by} on node ${node}`,
      component: COMPONENT,
      regarding: { action: 'Preempting', version: victim.metadata.resourceVersion },
    })
  }
  takeBackPromises(turn, preemptor, node)
}

/** How long the same words about the same state of a pod are only counted, and not told again. */
const QUIET_MS = 360_000

/** Tells that a pod could not be placed, unless the same was told twice and not long ago. */
function tell(turn: Turn, pod: Pod, message: string): Waiter['told'] {
  const version = pod.metadata.resourceVersion
  const before = waiterOf(turn, keyOfObject(pod))?.told
  const isSame = before?.version === version
  if (isSame && before.times >= 2 && turn.nowMs - before.atMs < QUIET_MS) return before
  recordEvent(turn, {
    about: pod,
    type: 'Warning',
    reason: 'FailedScheduling',
    message,
    component: COMPONENT,
    regarding: { action: 'Scheduling', version },
  })
  return { version, times: isSame ? before.times + 1 : 1, atMs: turn.nowMs }
}

/** The status of a pod that could not be placed. */
function refused(pod: Pod, message: string, room: Preemption, now: string): PodStatus {
  const condition: Condition = {
    type: 'PodScheduled',
    status: 'False',
    reason: 'Unschedulable',
    message,
  }
  const { nominatedNodeName, ...rest } = withCondition(pod.status, condition, now)
  if ('node' in room) return { ...rest, nominatedNodeName: room.node }
  const keeps = room.waits && nominatedNodeName !== undefined
  return keeps ? { ...rest, nominatedNodeName } : rest
}

/** How soon the scheduler of 1.20 sees its own note on a pod, which it takes for news. */
const ECHO_MS = 20

/** Decides when a pod that was refused is tried again. */
function wait(
  turn: Turn,
  key: string,
  { told, helpedBy }: Pick<Waiter, 'told' | 'helpedBy'>,
  noted: boolean,
): void {
  const { profile } = turn.world()
  const attempts = (waiterOf(turn, key)?.attempts ?? 0) + 1
  const old = profile === '1.20'
  // The old scheduler took its own note on the pod for a change of it, and tried again at once. In
  // the recordings the attempt after the first such one came after a rest, whatever else happened.
  const echo = old && noted
  const rests = old && !echo && attempts === 2
  const parked = !echo && !rests
  const restedMs = turn.nowMs + restMs(attempts, profile)
  const untilMs = echo ? turn.nowMs + ECHO_MS : rests ? wakesAtMs(restedMs, profile) : restedMs
  remember(turn, key, { attempts, untilMs, parked, helpedBy, told })
  turn.enqueue('scheduler', key, parked ? leftoverMs(profile) : untilMs - turn.nowMs)
}

function fails(turn: Turn, attempt: Attempt, refusals: readonly Refusal[]): void {
  const { pod } = attempt.incoming
  const { store, profile } = turn.world()
  const key = keyOfObject(pod)
  const room = preempt(store, attempt, refusals)
  const why = refusals.length === 0 ? 'no nodes available to schedule pods' : fitError(refusals)
  const suffix = profile === '1.20' || 'node' in room ? '' : ` preemption: ${room.why}`
  const message = refusals.length === 0 ? why : `${why}${suffix}`
  if ('node' in room) evict(turn, pod, room.victims, room.node)
  const told = tell(turn, pod, message)
  const status = refused(pod, message, room, timeOf(turn))
  const before = pod.metadata.resourceVersion
  const after = updateStatus(turn, 'pods', { ...pod, status })
  const helpedBy = helpFor(pod, refusals, profile)
  wait(turn, key, { told, helpedBy }, after.metadata.resourceVersion !== before)
}

/** Tries to place one pod. */
function place(turn: Turn, pod: Pod): void {
  const { store, profile } = turn.world()
  const attempt = attemptOf(factsOf(pod), snapshotFor(store, profile, pod))
  const { nodes } = attempt.snapshot
  const refusals: Refusal[] = []
  const fitting: NodeFacts[] = []
  for (const node of nodes) {
    const refusal = refusalOf(attempt, node)
    if (refusal) refusals.push(refusal)
    else fitting.push(node)
  }
  // A node that was promised to the pod is taken if it will do.
  const promised = fitting.find(({ name }) => name === pod.status.nominatedNodeName)
  const owners = ownersSelector(store, attempt.incoming)
  const best = promised ?? bestOf(attempt, fitting, owners, turn.draw)
  if (best) bind(turn, pod, best.name)
  else fails(turn, attempt, refusals)
}

/** What is next is looked at so soon after. */
const NEXT_MS = 2

/** Wakes a pod that waits; one that has not rested long enough rests on first. */
function wake(turn: Turn, key: string, waiter: Waiter): void {
  const rested = waiter.untilMs <= turn.nowMs
  const untilMs = rested ? waiter.untilMs : wakesAtMs(waiter.untilMs, turn.world().profile)
  remember(turn, key, { ...waiter, parked: false, untilMs })
  if (!rested) turn.enqueue('scheduler', key, untilMs - turn.nowMs)
}

/** Whoever is called within so long is taken to have heard of the same change. */
const HOP_MS = { least: 5, most: 20 }

/** Wakes the pod, and those that will be called for the same reason: the first called is not the first served. */
function wakeWith(turn: Turn, key: string): void {
  const { scheduler: memory, pending } = turn.world()
  for (const [other, waiter] of Object.entries(memory.waiting)) {
    const due = pending.scheduler?.[other] ?? Infinity
    const isCalled = other === key || due - turn.nowMs <= HOP_MS.most
    if (isCalled && (waiter.parked || other === key)) wake(turn, other, waiter)
  }
}

/**
 * The default scheduler. A key is a pod that may be worth a try; whichever key comes, it is the most
 * important pod that is tried, one at a time.
 *
 * @source k8s-scheduler
 */
export const scheduler: Controller = {
  name: 'scheduler',
  hopMs: HOP_MS,
  concerns: wokenBy,
  sync(turn, key) {
    const pod = read(turn, 'pods', key)
    if (!pod || !isOurs(pod)) remember(turn, key, undefined)
    wakeWith(turn, key)
    const head = headOf(turn)
    if (!head) return
    served(turn, keyOfObject(head))
    place(turn, head)
    const still = read(turn, 'pods', key)
    if (still === undefined || !isOurs(still) || keyOfObject(head) === key) return
    // Another one was more important: this one is next, unless it rests.
    if ((waiterOf(turn, key)?.untilMs ?? 0) <= turn.nowMs) turn.enqueue('scheduler', key, NEXT_MS)
  },
  begin: (world) => Object.keys(world.store.tables.pods),
}
