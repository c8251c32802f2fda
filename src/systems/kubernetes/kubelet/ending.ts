import { keyOf } from '../api/client.ts'
import { remove } from '../api/remove.ts'
import type { Container } from '../objects.ts'
import type { Turn } from '../turn.ts'
import { ended, settle } from './containers.ts'
import {
  arm,
  changeContainer,
  changeMachine,
  changePod,
  disarm,
  inTouch,
  machineOf,
  podOn,
} from './machine.ts'
import { say } from './pod-events.ts'
import { podAtApi } from './pod-status.ts'
import { programOf } from './probes.ts'

/** How long the recorded kubelets took to end a pod. */
const PLAYED_END_MS = 700
/** However little is left of the grace period, a process gets so long after its signal. */
const LEAST_GRACE_MS = 2000

/** How long a container's preStop hook takes, in milliseconds; 0 without one. */
function preStopMs({ lifecycle }: Container): number {
  const { preStop } = lifecycle ?? {}
  if (preStop?.sleep) return preStop.sleep.seconds * 1000
  const line = preStop?.exec?.command?.join(' ')
  if (line === undefined) return 0
  return 100 + Number(/sleep (\d+(?:\.\d+)?)/.exec(line)?.[1] ?? 0) * 1000
}

/** Tells a container's process to end: its hook first, then the signal, in the end by force. */
export function stop(turn: Turn, node: string, uid: string, index: number, graceMs: number): void {
  const pod = podOn(turn, node, uid)
  const spec = pod?.spec.containers[index]
  disarm(turn, node, uid, (timer) => timer.endsWith(`:${index}`) && !timer.startsWith('exit '))
  if (!spec || pod.containers[index]?.doing.is !== 'running') return
  const hook = Math.min(preStopMs(spec), graceMs)
  arm(turn, node, uid, `term:${index}`, hook)
  arm(turn, node, uid, `kill:${index}`, Math.max(graceMs, hook + LEAST_GRACE_MS))
}

/** The signal to end reaches a process. */
export function term(turn: Turn, node: string, uid: string, index: number): void {
  const pod = podOn(turn, node, uid)
  const spec = pod?.spec.containers[index]
  const program = spec && programOf(spec, turn.world().profile)
  if (!pod || !program) return
  if (program.onTerm === 'ignores') return
  changeContainer(turn, node, uid, index, (one) =>
    one.doing.is === 'running' ? { ...one, doing: { ...one.doing, deafMs: turn.nowMs } } : one,
  )
  const [code, afterMs] =
    program.onTerm === 'dies'
      ? [143, 20]
      : program.onTerm === 'drains'
        ? [0, Math.max(program.requestMs, pod.answerMs) + 300]
        : [0, 50]
  arm(turn, node, uid, `out ${code}:${index}`, afterMs)
}

/** Begins to end a pod, or has it end sooner. */
export function endPod(
  turn: Turn,
  node: string,
  uid: string,
  { graceMs, reported }: { readonly graceMs: number; readonly reported: boolean },
): void {
  const pod = podOn(turn, node, uid)
  if (!pod) return
  const killMs = turn.nowMs + graceMs
  if (pod.ending && pod.ending.killMs <= killMs && pod.ending.reported === reported) return
  const again = pod.ending !== null
  changePod(turn, node, uid, (one) => ({
    ...one,
    ending: {
      sinceMs: one.ending?.sinceMs ?? turn.nowMs,
      killMs: Math.min(one.ending?.killMs ?? killMs, killMs),
      reported,
    },
  }))
  const running = pod.containers.filter(({ doing }) => doing.is === 'running')
  if (!again)
    for (const { name } of running)
      say(turn, node, uid, {
        type: 'Normal',
        reason: 'Killing',
        message: `Stopping container ${name}`,
        container: name,
      })
  if (turn.world().profile === '1.20') {
    if (!again) arm(turn, node, uid, 'gone', PLAYED_END_MS)
    return
  }
  for (const index of pod.containers.keys()) stop(turn, node, uid, index, graceMs)
  changePod(turn, node, uid, (one) => ({
    ...one,
    containers: one.containers.map((container) =>
      container.doing.is === 'waiting' && container.last
        ? { ...container, doing: { is: 'ended', ...container.last } }
        : container,
    ),
  }))
  leave(turn, node, uid)
}

/** Takes a pod that has nothing running any more off the node, soon. */
export function leave(turn: Turn, node: string, uid: string): void {
  const pod = podOn(turn, node, uid)
  if (!pod?.ending || pod.containers.some(({ doing }) => doing.is === 'running')) return
  settle(turn, node, uid)
  arm(turn, node, uid, 'gone', turn.draw.whole('kubelet', 200, 900))
}

/** A process of a pod came to its end; a pod that ends goes with its last one. */
export function out(turn: Turn, node: string, uid: string, index: number, code: number): void {
  ended(turn, node, uid, index, code)
  leave(turn, node, uid)
}

/** The node has cleared everything away and lets the API forget the pod. */
export function gone(turn: Turn, node: string, uid: string): void {
  const machine = machineOf(turn, node)
  const pod = machine?.pods[uid]
  // What cannot be told is kept until it can.
  if (!machine || !pod || !inTouch(machine)) return
  const object = podAtApi(turn, pod)
  const key = keyOf(pod.namespace, pod.name)
  if (object?.metadata.deletionTimestamp !== undefined) {
    turn.write('pods', key, {
      ...object,
      metadata: {
        ...object.metadata,
        deletionGracePeriodSeconds: 0,
        resourceVersion: String(turn.nextRevision()),
      },
    })
    remove(turn, 'pods', key, { gracePeriodSeconds: 0 })
  }
  forget(turn, node, uid)
}

/** Drops a pod that the API has forgotten already. */
function forget(turn: Turn, node: string, uid: string): void {
  changeMachine(turn, node, (machine) => {
    const { [uid]: _gone, ...pods } = machine.pods
    return { ...machine, pods }
  })
}
