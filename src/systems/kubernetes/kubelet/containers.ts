import { cutOff, endpointsNow } from '../proxy/traffic.ts'
import type { Turn } from '../turn.ts'
import { keyOf } from '../api/client.ts'
import type { Behaviour } from './images.ts'
import { heldUntil, lengthened } from './backoff.ts'
import {
  arm,
  changeContainer,
  changePod,
  disarm,
  type Ended,
  type LocalContainer,
  type LocalPod,
  podOn,
} from './machine.ts'
import { say } from './pod-events.ts'
import { report } from './pod-status.ts'
import { fetchImage, giveAddress } from './pull.ts'
import { beginProbes, programOf, probeOf } from './probes.ts'

/** How long the recorded kubelets took from their first status to a running container. */
const PLAYED_START_MS = 900

/** Works out anew whether a pod is ready and in which phase it is. */
export function settle(turn: Turn, node: string, uid: string): void {
  changePod(turn, node, uid, (pod) => {
    const ready = pod.containers.every((one) => one.ready)
    return {
      ...pod,
      ready,
      readyChangedMs: ready === pod.ready ? pod.readyChangedMs : turn.nowMs,
      phase: phaseOf(pod),
    }
  })
  report(turn, node, uid)
}

/** The phase of a pod by what its containers do and whether they will be started again. */
function phaseOf({ containers, spec, phase, ending }: LocalPod): LocalPod['phase'] {
  const policy = spec.restartPolicy ?? 'Always'
  const over = containers.every(
    ({ doing }) =>
      doing.is === 'ended' &&
      (ending !== null || policy === 'Never' || (policy === 'OnFailure' && doing.code === 0)),
  )
  if (over)
    return containers.every(({ doing }) => doing.is === 'ended' && doing.code === 0)
      ? 'Succeeded'
      : 'Failed'
  const begun = containers.every(({ runs }) => runs > 0)
  return begun || phase === 'Running' ? 'Running' : 'Pending'
}

/** The process of a container runs. */
export function runs(turn: Turn, node: string, uid: string, index: number): void {
  const pod = podOn(turn, node, uid)
  const spec = pod?.spec.containers[index]
  if (!pod || !spec || pod.ending) return
  const { profile } = turn.world()
  const played = profile === '1.20'
  const program = programOf(spec, profile)
  const listensMs = turn.nowMs + (played ? 0 : (program?.startMs ?? 0))
  giveAddress(turn, node, uid)
  changeContainer(turn, node, uid, index, (container) => ({
    ...container,
    doing: { is: 'running', startedMs: turn.nowMs, listensMs },
    runs: container.runs + 1,
    started: spec.startupProbe === undefined,
    ready: spec.startupProbe === undefined && spec.readinessProbe === undefined,
    probes: {},
  }))
  if (!played)
    say(turn, node, uid, {
      type: 'Normal',
      reason: 'Started',
      message: `Started container ${spec.name}`,
      container: spec.name,
    })
  const exits = program && !played ? exitOf(turn, pod, program) : undefined
  if (exits) arm(turn, node, uid, `exit ${exits.code}:${index}`, exits.afterMs)
  beginProbes(turn, node, uid, index)
  const next = pod.containers[index + 1]
  if (next?.runs === 0 && !played) fetchImage(turn, node, uid, index + 1)
  settle(turn, node, uid)
}

/** When a process will end by itself, and how. */
function exitOf(
  turn: Turn,
  { namespace }: LocalPod,
  { needs, startMs, exits }: Behaviour,
): Behaviour['exits'] {
  const alone =
    needs !== undefined && endpointsNow(turn.world(), keyOf(namespace, needs)).length === 0
  return alone ? { afterMs: startMs + 500, code: 1 } : exits
}

/** Lets a played kubelet start all containers of a pod. */
export function playStart(turn: Turn, node: string, uid: string): void {
  const pod = podOn(turn, node, uid)
  for (const [index, { name, image }] of (pod?.containers ?? []).entries()) {
    const about = { type: 'Normal', container: name } as const
    const spec = pod?.spec.containers[index]
    if (spec && programOf(spec, '1.20') === undefined) {
      arm(turn, node, uid, `missing:${index}`, PLAYED_START_MS)
      continue
    }
    const present = `Container image "${image}" already present on machine`
    say(turn, node, uid, { ...about, reason: 'Pulled', message: present })
    say(turn, node, uid, { ...about, reason: 'Created', message: `Created container ${name}` })
    say(turn, node, uid, { ...about, reason: 'Started', message: `Started container ${name}` })
    arm(turn, node, uid, `run:${index}`, PLAYED_START_MS)
  }
}

/** The process of a container has come to its end, by itself or not. */
export function ended(turn: Turn, node: string, uid: string, index: number, code: number): void {
  const pod = podOn(turn, node, uid)
  if (pod?.containers[index]?.doing.is === 'running') cutOff(turn, pod)
  disarm(turn, node, uid, (timer) => timer.endsWith(`:${index}`))
  changeContainer(turn, node, uid, index, (container) => {
    if (container.doing.is !== 'running') return container
    return {
      ...container,
      doing: {
        is: 'ended',
        code,
        reason: code === 0 ? 'Completed' : 'Error',
        startedMs: container.doing.startedMs,
        finishedMs: turn.nowMs,
      },
      ready: false,
      started: false,
      probes: {},
    }
  })
  settle(turn, node, uid)
  const after = podOn(turn, node, uid)
  if (after && !after.ending && after.phase === 'Running' && comesBack(after, index))
    arm(turn, node, uid, `decide:${index}`, turn.draw.whole('kubelet', 700, 1300))
}

function comesBack({ spec, containers }: LocalPod, index: number): boolean {
  const doing = containers[index]?.doing
  const policy = spec.restartPolicy ?? 'Always'
  if (doing?.is !== 'ended') return false
  return policy === 'Always' || (policy === 'OnFailure' && doing.code !== 0)
}

const asWaiting = (container: LocalContainer, reason: string, message?: string): LocalContainer => {
  const { doing } = container
  const last: Ended | null = doing.is === 'ended' ? { ...doing } : container.last
  return {
    ...container,
    last,
    doing: { is: 'waiting', reason, ...(message === undefined ? {} : { message }) },
  }
}

/** The kubelet decides whether a container that ended may start again, or has to wait. */
export function decide(turn: Turn, node: string, uid: string, index: number): void {
  const pod = podOn(turn, node, uid)
  const container = pod?.containers[index]
  if (!pod || pod.ending || container?.doing.is !== 'ended') return
  const { finishedMs } = container.doing
  const until = heldUntil(container.backoff, finishedMs)
  if (until > turn.nowMs && container.backoff) {
    const name = `${pod.name}_${pod.namespace}(${pod.uid})`
    changeContainer(turn, node, uid, index, (one) =>
      asWaiting(
        one,
        'CrashLoopBackOff',
        `back-off ${waitText(one.backoff?.ms ?? 0)} restarting failed container=${one.name} pod=${name}`,
      ),
    )
    say(turn, node, uid, {
      type: 'Warning',
      reason: 'BackOff',
      message: `Back-off restarting failed container ${container.name} in pod ${name}`,
      container: container.name,
    })
    settle(turn, node, uid)
    arm(turn, node, uid, `again:${index}`, until - turn.nowMs)
    return
  }
  again(turn, node, uid, index)
}

/** A wait as Go writes it: `10s`, `1m20s`, `5m0s`. */
const waitText = (ms: number): string => {
  const seconds = Math.round(ms / 1000)
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`
}

/** Starts a container once more. */
export function again(turn: Turn, node: string, uid: string, index: number): void {
  const container = podOn(turn, node, uid)?.containers[index]
  if (!container) return
  changeContainer(turn, node, uid, index, (one) => {
    const waiting = asWaiting(one, 'ContainerCreating')
    return {
      ...one,
      last: waiting.last,
      restarts: one.restarts + 1,
      backoff: lengthened(one.backoff, waiting.last?.finishedMs ?? turn.nowMs),
    }
  })
  fetchImage(turn, node, uid, index)
}

/** Has a probe's failure end a container's process, which is then started again. */
export const killMessage = (container: string, probe: 'liveness' | 'startup'): string =>
  `Container ${container} failed ${probe} probe, will be restarted`

/** Takes note of what a probe found: the container has started, is ready, or is so no longer. */
export function found(
  turn: Turn,
  node: string,
  uid: string,
  index: number,
  verdict: 'started' | 'ready' | 'unready',
): void {
  const spec = podOn(turn, node, uid)?.spec.containers[index]
  if (!spec) return
  const readiness = probeOf(spec, 'readiness')
  changeContainer(turn, node, uid, index, (one) => {
    if (verdict !== 'started') {
      // The recorded kubelets wrote a new start as they wrote that a pod is ready.
      const doing =
        turn.world().profile === '1.20' && verdict === 'ready' && one.doing.is === 'running'
          ? { ...one.doing, startedMs: turn.nowMs }
          : one.doing
      return { ...one, doing, ready: verdict === 'ready' }
    }
    const run = one.probes.readiness
    return {
      ...one,
      started: true,
      ready: readiness === undefined,
      // Readiness is tried as soon as the container counts as started.
      probes: run
        ? { ...one.probes, readiness: { ...run, originMs: turn.nowMs + 20 } }
        : one.probes,
    }
  })
  settle(turn, node, uid)
}
