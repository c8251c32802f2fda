import type { PodPhase, PodSpec } from '../objects.ts'
import type { Turn } from '../turn.ts'
import type { Backoff } from './backoff.ts'

export type ProbeKind = 'startup' | 'readiness' | 'liveness'

/** How a process came to its end. */
export interface Ended {
  readonly code: number
  /** `Completed`, `Error`, `Unknown`. */
  readonly reason: string
  readonly startedMs: number
  readonly finishedMs: number
}

/** What a container does. */
export type Doing =
  | { readonly is: 'waiting'; readonly reason: string; readonly message?: string }
  | {
      readonly is: 'running'
      readonly startedMs: number
      /** From when on it answers requests. */
      readonly listensMs: number
      /** From when on it takes no new requests, as its process was told to end. */
      readonly deafMs?: number
    }
  | ({ readonly is: 'ended' } & Ended)

/** One probe of a running container. Runs of the same answer are counted towards its threshold. */
export interface ProbeRun {
  /** One of the times at which it is tried; the others follow by its period. */
  readonly originMs: number
  /** What the kubelet believes; nothing where a startup probe has not answered yet. */
  readonly believed: boolean | null
  /** Failures in a row so far. */
  readonly failures: number
}

/** A container as its node knows it. */
export interface LocalContainer {
  readonly name: string
  readonly image: string
  readonly doing: Doing
  readonly last: Ended | null
  readonly restarts: number
  readonly started: boolean
  readonly ready: boolean
  /** How many processes it has had; part of the container's identifier. */
  readonly runs: number
  readonly probes: Readonly<Partial<Record<ProbeKind, ProbeRun>>>
  /** Of restarts. */
  readonly backoff: Backoff | null
  /** Of pulls that failed. */
  readonly pulling: Backoff | null
}

/** Why a pod ends, and how long it may take. */
export interface Ending {
  readonly sinceMs: number
  readonly killMs: number
  /** Whether the API still has the pod, so that its end is to be reported. */
  readonly reported: boolean
}

/** A pod as its node knows it, whatever the API has heard. */
export interface LocalPod {
  readonly uid: string
  readonly namespace: string
  readonly name: string
  readonly spec: PodSpec
  readonly addedMs: number
  readonly ip: string | null
  readonly phase: PodPhase
  readonly containers: readonly LocalContainer[]
  readonly ready: boolean
  readonly readyChangedMs: number
  readonly ending: Ending | null
  /** Probes that a fault makes fail. */
  readonly broken: readonly ProbeKind[]
  /** How long an answer takes under the load that it has, in milliseconds; 0 without load. */
  readonly answerMs: number
  /** When each thing that it waits for is due. */
  readonly timers: Readonly<Record<string, number>>
}

/** A node as it is, whether or not the API has heard: its power, its cable, what runs on it. */
export interface Machine {
  readonly name: string
  readonly zone: string
  readonly on: boolean
  /** Whether it reaches the rest of the cluster, control plane included. */
  readonly linked: boolean
  /** In the order of registration, from 0. */
  readonly index: number
  /** Quantities, as the node registers with them. */
  readonly cpu: string
  readonly memory: string
  /** Since when its kubelet runs; nothing while it is off or boots. */
  readonly upSinceMs: number | null
  /** One of the times at which it sends a heartbeat. */
  readonly beatMs: number
  /** Since when the control plane hears nothing of it. */
  readonly silentSinceMs: number | null
  /** How many addresses its pods have been given. */
  readonly addresses: number
  /** Images that it has. */
  readonly images: readonly string[]
  /** By uid. */
  readonly pods: Readonly<Record<string, LocalPod>>
  /** When each thing that the node itself waits for is due. */
  readonly timers: Readonly<Record<string, number>>
}

/** What happens on a node by itself: a timer of the node, or of one of its pods, runs out. */
export interface KubeletEvent {
  readonly kind: 'kubelet'
  readonly node: string
  /** Absent for what concerns the node itself. */
  readonly uid?: string
  readonly timer: string
}

/** A machine that runs and has no pods. */
export const newMachine = (
  size: Pick<Machine, 'name' | 'zone' | 'cpu' | 'memory'>,
  index: number,
): Machine => ({
  ...size,
  on: true,
  linked: true,
  index,
  upSinceMs: 0,
  beatMs: 0,
  silentSinceMs: null,
  addresses: 0,
  images: [],
  pods: {},
  timers: {},
})

/** Whether its kubelet runs and reaches the API. */
export const inTouch = ({ upSinceMs, linked }: Machine): boolean => upSinceMs !== null && linked

export const machineOf = (turn: Turn, node: string): Machine | undefined =>
  turn.world().machines[node]

/** Changes a machine; nothing happens where there is none of that name. */
export function changeMachine(
  turn: Turn,
  node: string,
  change: (machine: Machine) => Machine,
): void {
  const machine = machineOf(turn, node)
  if (machine) turn.put('machines', { ...turn.world().machines, [node]: change(machine) })
}

/** Changes a pod of a machine; nothing happens where it is not there. */
export function changePod(
  turn: Turn,
  node: string,
  uid: string,
  change: (pod: LocalPod) => LocalPod,
): void {
  changeMachine(turn, node, (machine) => {
    const pod = machine.pods[uid]
    return pod ? { ...machine, pods: { ...machine.pods, [uid]: change(pod) } } : machine
  })
}

export const podOn = (turn: Turn, node: string, uid: string): LocalPod | undefined =>
  machineOf(turn, node)?.pods[uid]

/** Changes one container of a pod. */
export function changeContainer(
  turn: Turn,
  node: string,
  uid: string,
  index: number,
  change: (container: LocalContainer) => LocalContainer,
): void {
  changePod(turn, node, uid, (pod) => ({
    ...pod,
    containers: pod.containers.map((one, at) => (at === index ? change(one) : one)),
  }))
}

/** Sets a timer of a pod; the one of that name that was set before is forgotten. */
export function arm(turn: Turn, node: string, uid: string, timer: string, afterMs: number): void {
  const after = Math.max(0, Math.round(afterMs))
  changePod(turn, node, uid, (pod) => ({
    ...pod,
    timers: { ...pod.timers, [timer]: turn.nowMs + after },
  }))
  turn.schedule(after, { kind: 'kubelet', node, uid, timer })
}

/** Forgets the timers of a pod that a test names. */
export function disarm(
  turn: Turn,
  node: string,
  uid: string,
  which: (timer: string) => boolean,
): void {
  changePod(turn, node, uid, (pod) => ({
    ...pod,
    timers: Object.fromEntries(Object.entries(pod.timers).filter(([timer]) => !which(timer))),
  }))
}

/** Sets a timer of the node itself. */
export function armNode(turn: Turn, node: string, timer: string, afterMs: number): void {
  const after = Math.max(0, Math.round(afterMs))
  changeMachine(turn, node, (machine) => ({
    ...machine,
    timers: { ...machine.timers, [timer]: turn.nowMs + after },
  }))
  turn.schedule(after, { kind: 'kubelet', node, timer })
}
