import { keyOf, read } from '../api/client.ts'
import { millisecondsOf } from '../clock.ts'
import type { Pod } from '../objects.ts'
import { listed, type Turn } from '../turn.ts'
import { playStart } from './containers.ts'
import { endPod, gone } from './ending.ts'
import { changeMachine, inTouch, type LocalPod, machineOf, podOn } from './machine.ts'
import { report } from './pod-status.ts'
import { fetchImage } from './pull.ts'

/** A pod of the API as its node begins to know it. */
function takenOn(pod: Pod, nowMs: number): LocalPod {
  const { uid, name, namespace = '' } = pod.metadata
  return {
    uid,
    name,
    namespace,
    spec: pod.spec,
    addedMs: nowMs,
    ip: null,
    phase: 'Pending',
    ready: false,
    readyChangedMs: nowMs,
    ending: null,
    broken: [],
    answerMs: 0,
    timers: {},
    containers: pod.spec.containers.map((one) => ({
      name: one.name,
      image: one.image,
      doing: { is: 'waiting', reason: 'ContainerCreating' },
      last: null,
      restarts: 0,
      started: false,
      ready: false,
      runs: 0,
      probes: {},
      backoff: null,
      pulling: null,
    })),
  }
}

/** Takes a new pod on. */
function admit(turn: Turn, node: string, pod: Pod): void {
  const { uid } = pod.metadata
  changeMachine(turn, node, (machine) => ({
    ...machine,
    pods: { ...machine.pods, [uid]: takenOn(pod, turn.nowMs) },
  }))
  // One that is to end before anything of it runs is gone at once.
  if (pod.metadata.deletionTimestamp !== undefined) {
    gone(turn, node, uid)
    return
  }
  report(turn, node, uid)
  if (turn.world().profile === '1.20') playStart(turn, node, uid)
  else fetchImage(turn, node, uid, 0)
}

/** Compares a pod of the API with what runs here, and takes it on or ends it. */
export function sees(turn: Turn, node: string, key: string, uid: string): void {
  const machine = machineOf(turn, node)
  if (!machine || !inTouch(machine)) return
  const local = machine.pods[uid]
  const found = read(turn, 'pods', key)
  const pod = found?.metadata.uid === uid ? found : undefined
  if (!pod) {
    if (local) endPod(turn, node, uid, { graceMs: 2000, reported: false })
    return
  }
  const { deletionTimestamp } = pod.metadata
  const over = pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed'
  if (!local) {
    if (deletionTimestamp !== undefined || !over) admit(turn, node, pod)
    return
  }
  if (deletionTimestamp === undefined) return
  const graceMs = Math.max(0, millisecondsOf(deletionTimestamp) - turn.nowMs)
  const seconds = pod.metadata.deletionGracePeriodSeconds ?? 30
  // Stored times are whole seconds; the grace period itself is exact.
  endPod(turn, node, uid, {
    graceMs: local.ending ? graceMs : seconds * 1000,
    reported: true,
  })
}

/** A kubelet that is in touch again looks at everything that is bound to its node. */
export function resync(turn: Turn, node: string): void {
  const machine = machineOf(turn, node)
  if (!machine || !inTouch(machine)) return
  const played = turn.world().profile === '1.20'
  for (const pod of listed(turn.world().store, 'pods'))
    // What the recorded kubelets had not heard of when it happened, they never did.
    if (pod.spec.nodeName === node && !(played && pod.metadata.deletionTimestamp !== undefined))
      sees(turn, node, keyOf(pod.metadata.namespace, pod.metadata.name), pod.metadata.uid)
  for (const { uid, namespace, name, containers, ending } of Object.values(machine.pods)) {
    if (!played) sees(turn, node, keyOf(namespace, name), uid)
    if (podOn(turn, node, uid) && !ending) report(turn, node, uid)
    if (ending && containers.every(({ doing }) => doing.is !== 'running')) gone(turn, node, uid)
  }
}
