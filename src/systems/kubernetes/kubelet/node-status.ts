import { read } from '../api/client.ts'
import { recordEvent } from '../api/record-event.ts'
import { updateStatus } from '../api/write.ts'
import type { Turn } from '../turn.ts'
import { registers, wellConditions } from './cluster-begins.ts'
import { playStart } from './containers.ts'
import { watchProbes } from './probes.ts'
import { fetchImage } from './pull.ts'
import { BEAT_MS } from './heartbeat.ts'
import {
  armNode,
  changeMachine,
  changePod,
  inTouch,
  type LocalContainer,
  type LocalPod,
  machineOf,
} from './machine.ts'
import { say } from './pod-events.ts'
import { podAtApi } from './pod-status.ts'

/** The kubelet of a node that was out of touch sends its status again. */
export function posts(turn: Turn, node: string): void {
  const machine = machineOf(turn, node)
  if (!machine || !inTouch(machine)) return
  changeMachine(turn, node, (one) => ({ ...one, silentSinceMs: null }))
  const object = read(turn, 'nodes', node)
  if (!object) return
  const was = object.status.conditions?.find(({ type }) => type === 'Ready')
  updateStatus(turn, 'nodes', {
    ...object,
    status: { ...object.status, conditions: wellConditions(object.status.conditions, turn.nowMs) },
  })
  // The recorded kubelets told nothing of themselves.
  if (was?.status !== 'True' && turn.world().profile !== '1.20')
    recordEvent(turn, {
      about: object,
      type: 'Normal',
      reason: 'NodeReady',
      message: `Node ${node} status is now: NodeReady`,
      component: 'kubelet',
      host: node,
    })
}

/** Has a node that can be reached again send its status with its next heartbeat. */
export function postsSoon(turn: Turn, node: string): void {
  const machine = machineOf(turn, node)
  if (!machine) return
  const since = (turn.nowMs - machine.beatMs) % BEAT_MS
  armNode(turn, node, 'post', since === 0 ? 0 : BEAT_MS - since)
}

/** After a loss of power every process is gone; what is to run is started once more. */
const lostPower = (container: LocalContainer, nowMs: number): LocalContainer => ({
  ...container,
  last: container.doing.is === 'ended' ? { ...container.doing, finishedMs: nowMs } : container.last,
  doing: { is: 'waiting', reason: 'ContainerCreating' },
  restarts: container.restarts + (container.doing.is === 'ended' ? 1 : 0),
  ready: false,
  started: false,
})

function startsAgain(turn: Turn, pod: LocalPod): boolean {
  const known = podAtApi(turn, pod)
  const wanted = known !== undefined && known.metadata.deletionTimestamp === undefined
  return wanted && pod.ending === null && (pod.phase === 'Running' || pod.phase === 'Pending')
}

/** The kubelet of a node runs again after its power was off. */
export function booted(turn: Turn, node: string): void {
  const played = turn.world().profile === '1.20'
  changeMachine(turn, node, (one) => ({
    ...one,
    upSinceMs: turn.nowMs,
    beatMs: played ? one.beatMs : turn.nowMs,
  }))
  const machine = machineOf(turn, node)
  // A node that somebody deleted comes back as its kubelet starts.
  if (machine && inTouch(machine) && !read(turn, 'nodes', node)) {
    registers(turn, machine)
    changeMachine(turn, node, (one) => ({ ...one, silentSinceMs: null }))
  }
  const pods = Object.values(machine?.pods ?? {})
  if (played) {
    for (const { uid, containers } of pods)
      if (containers.some(({ runs }) => runs === 0)) playStart(turn, node, uid)
      else watchProbes(turn, node, uid)
    postsSoon(turn, node)
    return
  }
  posts(turn, node)
  for (const pod of pods) {
    if (!startsAgain(turn, pod)) continue
    changePod(turn, node, pod.uid, (one) => ({
      ...one,
      ip: null,
      ready: false,
      containers: one.containers.map((container) => lostPower(container, turn.nowMs)),
    }))
    say(turn, node, pod.uid, {
      type: 'Normal',
      reason: 'SandboxChanged',
      message: 'Pod sandbox changed, it will be killed and re-created.',
    })
    for (const index of pod.containers.keys()) fetchImage(turn, node, pod.uid, index)
  }
}
