import { keyOf } from '../api/client.ts'
import type { Turn } from '../turn.ts'
import type { Pod } from '../objects.ts'
import type { Change } from '../world.ts'
import { again, decide, found, killMessage, runs } from './containers.ts'
import { gone, out, stop, term } from './ending.ts'
import { resync, sees } from './pods.ts'
import {
  armNode,
  changeMachine,
  inTouch,
  type KubeletEvent,
  type Machine,
  machineOf,
  podOn,
  type ProbeKind,
} from './machine.ts'
import { say } from './pod-events.ts'
import { tryProbe, watchProbes } from './probes.ts'
import { fetchImage, held, playMissing, pulled } from './pull.ts'
import { proxyCatchesUp } from '../proxy/traffic.ts'
import { booted, posts } from './node-status.ts'

export type { KubeletEvent } from './machine.ts'
export { clusterBegins } from './cluster-begins.ts'

/** How long a write takes to be seen by a node. */
const HOP_MS = { least: 10, most: 60 } as const
/** From binding until the recorded kubelets showed that they create a container. */
const PLAYED_HOP_MS = 60

/** Kubelets hear of pods that are bound to their node, or are to end. */
export function kubeletsHear(turn: Turn, changes: readonly Change[]): void {
  for (const { resource, object, type, before } of changes) {
    if (resource !== 'pods') continue
    const pod = object as Pod
    const node = pod.spec.nodeName
    const machine = node === undefined ? undefined : machineOf(turn, node)
    if (node === undefined || !machine || !inTouch(machine)) continue
    const was = before as Pod | undefined
    const bound = type !== 'DELETED' && was?.spec.nodeName !== node
    const known = machine.pods[pod.metadata.uid] !== undefined
    const ends =
      type === 'DELETED'
        ? known
        : pod.metadata.deletionTimestamp !== was?.metadata.deletionTimestamp
    if (!bound && !ends) continue
    const played = turn.world().profile === '1.20'
    const hop = turn.draw.whole('kubelet hop', HOP_MS.least, HOP_MS.most)
    armNode(
      turn,
      node,
      `pod ${keyOf(pod.metadata.namespace, pod.metadata.name)} ${pod.metadata.uid}`,
      played ? (bound ? PLAYED_HOP_MS : 0) : hop,
    )
  }
}

function dueOf(machine: Machine | undefined, { uid, timer }: KubeletEvent): number | undefined {
  return uid === undefined ? machine?.timers[timer] : machine?.pods[uid]?.timers[timer]
}

/** Takes a timer off; false where it was set anew or forgotten meanwhile. */
function taken(turn: Turn, event: KubeletEvent): boolean {
  const { node, uid, timer } = event
  if (dueOf(machineOf(turn, node), event) !== turn.nowMs) return false
  changeMachine(turn, node, (machine) => {
    if (uid === undefined) {
      const { [timer]: _due, ...timers } = machine.timers
      return { ...machine, timers }
    }
    const pod = machine.pods[uid]
    if (!pod) return machine
    const { [timer]: _due, ...timers } = pod.timers
    return { ...machine, pods: { ...machine.pods, [uid]: { ...pod, timers } } }
  })
  return true
}

function probed(turn: Turn, node: string, uid: string, index: number, kind: ProbeKind): void {
  const verdict = tryProbe(turn, node, uid, index, kind)
  if (verdict === 'nothing') return
  if (verdict !== 'kill') {
    found(turn, node, uid, index, verdict)
    if (verdict === 'started') watchProbes(turn, node, uid)
    return
  }
  const pod = podOn(turn, node, uid)
  const name = pod?.spec.containers[index]?.name ?? ''
  say(turn, node, uid, {
    type: 'Normal',
    reason: 'Killing',
    message: killMessage(name, kind === 'startup' ? 'startup' : 'liveness'),
    container: name,
  })
  stop(turn, node, uid, index, (pod?.spec.terminationGracePeriodSeconds ?? 30) * 1000)
}

/** What a kubelet does at a time of its own. */
export function kubeletHappens(turn: Turn, event: KubeletEvent): void {
  if (!taken(turn, event)) return
  const { node, uid, timer } = event
  if (uid === undefined) {
    const [what, key = '', which = ''] = timer.split(' ')
    if (what === 'pod') sees(turn, node, key, which)
    else if (what === 'boot') {
      booted(turn, node)
      resync(turn, node)
      proxyCatchesUp(turn, node)
    } else if (what === 'post') {
      posts(turn, node)
      resync(turn, node)
      proxyCatchesUp(turn, node)
    }
    return
  }
  const [name = '', at = ''] = timer.split(':')
  const [what = '', extra = ''] = name.split(' ')
  podTimer(turn, node, uid, { what, extra: Number(extra), index: Number(at) })
}

function podTimer(
  turn: Turn,
  node: string,
  uid: string,
  { what, extra, index }: { readonly what: string; readonly extra: number; readonly index: number },
): void {
  switch (what) {
    case 'startup':
    case 'readiness':
    case 'liveness':
      probed(turn, node, uid, index, what)
      return
    case 'fetch':
      fetchImage(turn, node, uid, index)
      return
    case 'pulled':
      pulled(turn, node, uid, index, extra)
      return
    case 'held':
      held(turn, node, uid, index)
      return
    case 'missing':
      playMissing(turn, node, uid, index)
      return
    case 'run':
      runs(turn, node, uid, index)
      return
    case 'decide':
      decide(turn, node, uid, index)
      return
    case 'again':
      again(turn, node, uid, index)
      return
    case 'term':
      term(turn, node, uid, index)
      return
    case 'kill':
      out(turn, node, uid, index, 137)
      return
    case 'out':
    case 'exit':
      out(turn, node, uid, index, extra)
      return
    case 'gone':
      gone(turn, node, uid)
      return
  }
}
