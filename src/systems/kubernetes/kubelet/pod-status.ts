import { keyOf, read } from '../api/client.ts'
import { updateStatus } from '../api/write.ts'
import { timestampAt } from '../clock.ts'
import type { Condition, ContainerState, ContainerStatus, Pod, PodStatus } from '../objects.ts'
import type { ProfileName } from '../resources.ts'
import type { Turn } from '../turn.ts'
import { fullName } from './images.ts'
import {
  type Ended,
  inTouch,
  type LocalContainer,
  type LocalPod,
  type Machine,
  machineOf,
} from './machine.ts'

/** As many hexadecimal digits as wanted that stand for a text; for identifiers of containers. */
function digits(text: string, count: number): string {
  let result = ''
  for (let round = 0; result.length < count; round += 1) {
    let hash = 0x811c9dc5 ^ Math.imul(round + 1, 0x9e3779b1)
    for (let index = 0; index < text.length; index += 1)
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
    result += (hash >>> 0).toString(16).padStart(8, '0')
  }
  return result.slice(0, count)
}

const terminated = ({ code, reason, startedMs, finishedMs }: Ended): ContainerState => ({
  terminated: {
    exitCode: code,
    finishedAt: timestampAt(finishedMs),
    reason,
    startedAt: timestampAt(startedMs),
  },
})

function stateOf({ doing }: LocalContainer): ContainerState {
  switch (doing.is) {
    case 'waiting':
      return {
        waiting: {
          ...(doing.message === undefined ? {} : { message: doing.message }),
          reason: doing.reason,
        },
      }
    case 'running':
      return { running: { startedAt: timestampAt(doing.startedMs) } }
    case 'ended':
      return terminated(doing)
  }
}

function containerStatus(
  pod: LocalPod,
  container: LocalContainer,
  profile: ProfileName,
): ContainerStatus {
  const { name, image, restarts, ready, started, last, runs } = container
  // The recorded kubelets gave no identifiers.
  const known = profile === '1.33' && runs > 0
  return {
    ...(known ? { containerID: `containerd://${digits(`${pod.uid} ${name} ${runs}`, 64)}` } : {}),
    image: known ? fullName(image) : image,
    imageID: known ? `${fullName(image).replace(/:[^:/]*$/, '')}@sha256:${digits(image, 64)}` : '',
    lastState: last ? terminated(last) : {},
    name,
    ready,
    restartCount: restarts,
    started,
    state: stateOf(container),
  }
}

type Told = Omit<Condition, 'lastTransitionTime' | 'lastProbeTime'>

function told(pod: LocalPod, profile: ProfileName): readonly Told[] {
  const over = pod.phase === 'Succeeded' || pod.phase === 'Failed'
  const unready = pod.containers.filter(({ ready }) => !ready).map(({ name }) => name)
  const readiness: Omit<Told, 'type'> = pod.ready
    ? { status: 'True' }
    : pod.phase === 'Succeeded'
      ? { status: 'False', reason: 'PodCompleted' }
      : {
          status: 'False',
          reason: over ? 'PodFailed' : 'ContainersNotReady',
          ...(over ? {} : { message: `containers with unready status: [${unready.join(' ')}]` }),
        }
  return [
    ...(profile === '1.33'
      ? [
          {
            type: 'PodReadyToStartContainers',
            status: pod.ip !== null && !over ? ('True' as const) : ('False' as const),
          },
        ]
      : []),
    {
      type: 'Initialized',
      status: 'True',
      ...(pod.phase === 'Succeeded' ? { reason: 'PodCompleted' } : {}),
    },
    { type: 'Ready', ...readiness },
    { type: 'ContainersReady', ...readiness },
    { type: 'PodScheduled', status: 'True' },
  ]
}

/** The status that a kubelet sends for a pod, in the place of the one that the API has. */
function statusOf(
  pod: LocalPod,
  { index }: Machine,
  before: PodStatus,
  nowMs: number,
  profile: ProfileName,
): PodStatus {
  const conditions = told(pod, profile)
  const kept = (before.conditions ?? []).filter(
    ({ type }) => !conditions.some((one) => one.type === type),
  )
  const hostIP = `192.168.49.${index + 2}`
  const { qosClass, nominatedNodeName } = before
  return {
    ...(qosClass === undefined ? {} : { qosClass }),
    ...(nominatedNodeName === undefined ? {} : { nominatedNodeName }),
    conditions: [
      ...kept,
      ...conditions.map((one): Condition => {
        const was = before.conditions?.find(({ type }) => type === one.type)
        return {
          lastProbeTime: null,
          ...one,
          lastTransitionTime:
            was?.status === one.status
              ? (was.lastTransitionTime ?? timestampAt(nowMs))
              : timestampAt(nowMs),
        }
      }),
    ],
    containerStatuses: pod.containers.map((one) => containerStatus(pod, one, profile)),
    hostIP,
    phase: pod.phase,
    ...(pod.ip === null ? {} : { podIP: pod.ip, podIPs: [{ ip: pod.ip }] }),
    startTime: timestampAt(pod.addedMs),
  }
}

/** The pod at the API that a kubelet's pod stands for; nothing where that one is gone. */
export function podAtApi(turn: Turn, { namespace, name, uid }: LocalPod): Pod | undefined {
  const pod = read(turn, 'pods', keyOf(namespace, name))
  return pod?.metadata.uid === uid ? pod : undefined
}

/** Tells the API how a pod is, where the node reaches it and it still has the pod. */
export function report(turn: Turn, node: string, uid: string): void {
  const machine = machineOf(turn, node)
  const pod = machine?.pods[uid]
  if (!machine || !pod || !inTouch(machine)) return
  const known = podAtApi(turn, pod)
  if (!known) return
  const { profile } = turn.world()
  updateStatus(turn, 'pods', {
    ...known,
    status: statusOf(pod, machine, known.status, turn.nowMs, profile),
  })
}
