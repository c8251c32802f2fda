import { listed, type Turn } from '../turn.ts'
import type { ClusterAction } from '../world.ts'
import { keyOf } from '../api/client.ts'
import {
  armNode,
  changeMachine,
  changePod,
  type LocalContainer,
  type Machine,
  machineOf,
  type ProbeKind,
} from './machine.ts'
import { postsSoon } from './node-status.ts'
import { watchProbes } from './probes.ts'

/** What befalls machines and probes. */
export type Fault = Extract<ClusterAction, { readonly do: 'power' | 'link' | 'probe' }>

/** From power to a kubelet that runs; a virtual machine, not a server in a rack. */
const BOOT_MS = 10_000

/** Lets a fault befall the cluster, or mends it. What is so already changes nothing. */
export function befall(turn: Turn, fault: Fault): void {
  switch (fault.do) {
    case 'power':
      if (fault.on) powerOn(turn, fault.node)
      else powerOff(turn, fault.node)
      return
    case 'link':
      link(turn, fault.nodes, fault.up)
      return
    case 'probe':
      breakProbe(turn, keyOf(fault.namespace, fault.pod), fault.probe, fault.works)
      return
  }
}

function unplugged(container: LocalContainer, nowMs: number): LocalContainer {
  const { doing } = container
  if (doing.is !== 'running') return container
  const { startedMs } = doing
  return {
    ...container,
    doing: { is: 'ended', code: 255, reason: 'Unknown', startedMs, finishedMs: nowMs },
    ready: false,
    started: false,
    probes: {},
  }
}

const silent = (machine: Machine, nowMs: number): Machine => ({
  ...machine,
  silentSinceMs: machine.silentSinceMs ?? nowMs,
})

function powerOff(turn: Turn, node: string): void {
  const machine = machineOf(turn, node)
  if (!machine?.on) return
  // The recorded kubelets only fell silent: what they played was never lost.
  const played = turn.world().profile === '1.20'
  changeMachine(turn, node, (one) => ({
    ...silent(one, turn.nowMs),
    on: false,
    upSinceMs: null,
    timers: {},
    pods: Object.fromEntries(
      Object.entries(one.pods).map(([uid, pod]) => [
        uid,
        {
          ...pod,
          timers: {},
          containers: played
            ? pod.containers
            : pod.containers.map((container) => unplugged(container, turn.nowMs)),
        },
      ]),
    ),
  }))
  turn.enqueue('node-lifecycle', node, 0)
  turn.note({ note: 'power', node, on: false })
}

function powerOn(turn: Turn, node: string): void {
  const machine = machineOf(turn, node)
  if (!machine || machine.on) return
  changeMachine(turn, node, (one) => ({ ...one, on: true }))
  armNode(turn, node, 'boot', turn.world().profile === '1.20' ? 0 : BOOT_MS)
  turn.note({ note: 'power', node, on: true })
}

function link(turn: Turn, nodes: readonly string[], up: boolean): void {
  const struck = nodes.filter((node) => machineOf(turn, node)?.linked === !up)
  for (const node of struck) {
    changeMachine(turn, node, (one) => ({
      ...(up ? one : silent(one, turn.nowMs)),
      linked: up,
    }))
    if (!up) turn.enqueue('node-lifecycle', node, 0)
    else if (machineOf(turn, node)?.upSinceMs !== null) postsSoon(turn, node)
  }
  if (struck.length > 0) turn.note({ note: 'link', nodes: struck, up })
}

/** Breaks or mends a probe of a pod, or of all pods that a Deployment's replica sets own. */
function breakProbe(turn: Turn, key: string, probe: ProbeKind, works: boolean): void {
  const { store } = turn.world()
  const [namespace = '', name = ''] = key.split('/')
  const sets = listed(store, 'replicasets', namespace).filter(({ metadata }) =>
    metadata.ownerReferences?.some((owner) => owner.kind === 'Deployment' && owner.name === name),
  )
  const uids = new Set(sets.map(({ metadata }) => metadata.uid))
  const pods = listed(store, 'pods', namespace).filter(
    ({ metadata }) =>
      metadata.name === name || metadata.ownerReferences?.some(({ uid }) => uids.has(uid)),
  )
  for (const { metadata, spec } of pods) {
    const node = spec.nodeName ?? ''
    if (!machineOf(turn, node)?.pods[metadata.uid]) continue
    changePod(turn, node, metadata.uid, (pod) => {
      const others = pod.broken.filter((one) => one !== probe)
      return { ...pod, broken: works ? others : [...others, probe] }
    })
    watchProbes(turn, node, metadata.uid)
    turn.note({ note: 'probe', pod: keyOf(namespace, metadata.name), probe, works })
  }
}
