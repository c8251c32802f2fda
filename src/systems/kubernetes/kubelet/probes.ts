import type { Container, Probe } from '../objects.ts'
import type { Turn } from '../turn.ts'
import { type Behaviour, behaviourOf, imageOf } from './images.ts'
import {
  arm,
  changeContainer,
  disarm,
  type LocalContainer,
  type LocalPod,
  machineOf,
  podOn,
  type ProbeKind,
} from './machine.ts'
import { say } from './pod-events.ts'
import type { ProfileName } from '../resources.ts'

/** After so many failures in a row a kubelet's recorder lets through one event in five minutes. */
const TOLD_FAILURES = 25
const RARELY_MS = 300_000

const KINDS: readonly ProbeKind[] = ['startup', 'readiness', 'liveness']

export const probeOf = (container: Container, kind: ProbeKind): Probe | undefined =>
  kind === 'startup'
    ? container.startupProbe
    : kind === 'readiness'
      ? container.readinessProbe
      : container.livenessProbe

/** A probe's numbers with what it leaves out filled in, times in milliseconds. */
export const settingsOf = (probe: Probe) => ({
  delayMs: (probe.initialDelaySeconds ?? 0) * 1000,
  periodMs: Math.max(1, probe.periodSeconds ?? 10) * 1000,
  timeoutMs: (probe.timeoutSeconds ?? 1) * 1000,
  successes: probe.successThreshold ?? 1,
  failures: probe.failureThreshold ?? 3,
})

/** Containers are never changed in place, so that what their program does is worked out once. */
const programs: Readonly<Record<ProfileName, WeakMap<Container, { readonly is?: Behaviour }>>> = {
  '1.20': new WeakMap(),
  '1.33': new WeakMap(),
}

/** What the program of a container does; an image that cannot be had does nothing. */
export function programOf(spec: Container, profile: ProfileName): Behaviour | undefined {
  const known = programs[profile].get(spec)
  if (known) return known.is
  const image = imageOf(spec.image, profile)
  const program = image && behaviourOf(image, [...(spec.command ?? []), ...(spec.args ?? [])])
  programs[profile].set(spec, program ? { is: program } : {})
  return program
}

const portOf = (spec: Container, port: number | string): number =>
  typeof port === 'number'
    ? port
    : (spec.ports?.find(({ name }) => name === port)?.containerPort ?? Number(port))

/** Whether a program listens on a port. */
export const serves = (program: Behaviour, port: number): boolean =>
  program.serves && (program.ports.length === 0 || program.ports.includes(port))

/** Why a probe tried at a time fails, in the words of the kubelet; nothing where it succeeds. */
function failureOf(
  pod: LocalPod,
  spec: Container,
  container: LocalContainer,
  kind: ProbeKind,
  atMs: number,
  profile: ProfileName,
): string | undefined {
  const probe = probeOf(spec, kind)
  const program = programOf(spec, profile)
  if (!probe || !program || container.doing.is !== 'running') return 'container is not running'
  const broken = pod.broken.includes(kind)
  const port = portOf(spec, probe.httpGet?.port ?? probe.tcpSocket?.port ?? 0)
  const at = `${pod.ip ?? ''}:${port}`
  // The recorded kubelets looked at nothing: whatever was asked, the answer was yes.
  const played = profile === '1.20'
  const deaf =
    !played &&
    (atMs < container.doing.listensMs ||
      container.doing.deafMs !== undefined ||
      !serves(program, port))
  const late = pod.answerMs > settingsOf(probe).timeoutMs
  if (probe.httpGet) {
    const { scheme = 'HTTP', path = '/' } = probe.httpGet
    const url = `Get "${scheme.toLowerCase()}://${at}${path.startsWith('/') ? '' : '/'}${path}"`
    if (deaf) return `${url}: dial tcp ${at}: connect: connection refused`
    if (broken) return 'HTTP probe failed with statuscode: 500'
    if (late)
      return `${url}: context deadline exceeded (Client.Timeout exceeded while awaiting headers)`
    const [bare = path] = path.split('?')
    return played || program.paths.length === 0 || program.paths.includes(bare)
      ? undefined
      : 'HTTP probe failed with statuscode: 404'
  }
  if (probe.tcpSocket)
    return deaf || broken ? `dial tcp ${at}: connect: connection refused` : undefined
  return broken || (!played && atMs < container.doing.listensMs) ? '' : undefined
}

/** The first of a probe's times that is not before a moment. */
const nextTime = (originMs: number, periodMs: number, fromMs: number): number =>
  originMs + Math.ceil((fromMs - originMs) / periodMs) * periodMs

const timerOf = (kind: ProbeKind, index: number): string => `${kind}:${index}`

/**
 * Sets when a probe is tried next, so that only tries which change or tell something are events:
 * one that goes on succeeding is not looked at until something befalls the container.
 */
function watch(turn: Turn, node: string, uid: string, index: number, kind: ProbeKind): void {
  const pod = podOn(turn, node, uid)
  const container = pod?.containers[index]
  const spec = pod?.spec.containers[index]
  const run = container?.probes[kind]
  const probe = spec && probeOf(spec, kind)
  disarm(turn, node, uid, (timer) => timer === timerOf(kind, index))
  if (!pod || !spec || !run || !probe || pod.ending || container.doing.is !== 'running') return
  // A container that is being killed for its probe is not asked again.
  if (run.believed === false && kind !== 'readiness') return
  const { startedMs, listensMs } = container.doing
  const { delayMs, periodMs, successes } = settingsOf(probe)
  const from = Math.max(turn.nowMs + 1, startedMs + delayMs)
  const next = nextTime(run.originMs, periodMs, from)
  const why = failureOf(pod, spec, container, kind, next, turn.world().profile)
  if (why === undefined) {
    if (run.believed === true) return
    arm(turn, node, uid, timerOf(kind, index), next + (successes - 1) * periodMs - turn.nowMs)
    return
  }
  const rare = run.failures >= TOLD_FAILURES
  const wake =
    listensMs > turn.nowMs ? Math.min(listensMs, turn.nowMs + RARELY_MS) : turn.nowMs + RARELY_MS
  const at = rare ? nextTime(run.originMs, periodMs, wake) : next
  arm(turn, node, uid, timerOf(kind, index), at - turn.nowMs)
}

/** Looks at all the probes of a pod again, as something has befallen it. */
export function watchProbes(turn: Turn, node: string, uid: string): void {
  const pod = podOn(turn, node, uid)
  for (const [index, { started }] of (pod?.containers ?? []).entries())
    for (const kind of KINDS)
      if ((kind === 'startup') !== started) watch(turn, node, uid, index, kind)
}

/** When a probe is tried: the recorded kubelets began at random, today's as the pod or process does. */
function originOf(turn: Turn, node: string, pod: LocalPod, kind: ProbeKind, probe: Probe): number {
  const { delayMs, periodMs } = settingsOf(probe)
  if (turn.world().profile === '1.20')
    return turn.nowMs + delayMs + turn.draw.uniform('probes') * periodMs
  const up = machineOf(turn, node)?.upSinceMs ?? 0
  // A kubelet that has just begun does not try all its probes at once.
  const young = up > 0 && turn.nowMs - up < periodMs
  const wait = young ? turn.draw.uniform('probes') * periodMs : turn.draw.uniform('probes') * 50
  return (kind === 'readiness' ? turn.nowMs : pod.addedMs) + Math.round(wait)
}

/** Begins the probes of a process that has just started. */
export function beginProbes(turn: Turn, node: string, uid: string, index: number): void {
  const pod = podOn(turn, node, uid)
  const spec = pod?.spec.containers[index]
  if (!pod || !spec) return
  for (const kind of KINDS) {
    const probe = probeOf(spec, kind)
    if (!probe) continue
    const originMs = originOf(turn, node, pod, kind, probe)
    const believed = kind === 'liveness' ? true : kind === 'readiness' ? false : null
    changeContainer(turn, node, uid, index, (container) => ({
      ...container,
      probes: { ...container.probes, [kind]: { originMs, believed, failures: 0 } },
    }))
  }
  watchProbes(turn, node, uid)
}

/** What a probe's answer makes the kubelet do. */
export type Verdict = 'nothing' | 'started' | 'ready' | 'unready' | 'kill'

/** Tries a probe now. */
export function tryProbe(
  turn: Turn,
  node: string,
  uid: string,
  index: number,
  kind: ProbeKind,
): Verdict {
  const pod = podOn(turn, node, uid)
  const container = pod?.containers[index]
  const spec = pod?.spec.containers[index]
  const run = container?.probes[kind]
  const probe = spec && probeOf(spec, kind)
  if (!pod || !spec || !run || !probe || pod.ending || container.doing.is !== 'running')
    return 'nothing'
  const why = failureOf(pod, spec, container, kind, turn.nowMs, turn.world().profile)
  const failures = why === undefined ? 0 : run.failures + 1
  const lost = failures >= settingsOf(probe).failures
  const believed = why === undefined ? true : lost ? false : run.believed
  changeContainer(turn, node, uid, index, (one) => ({
    ...one,
    probes: { ...one.probes, [kind]: { ...run, believed, failures } },
  }))
  if (why !== undefined)
    say(turn, node, uid, {
      type: 'Warning',
      reason: 'Unhealthy',
      message: `${kind.charAt(0).toUpperCase()}${kind.slice(1)} probe failed: ${why}`,
      container: spec.name,
    })
  if (lost && kind !== 'readiness') return 'kill'
  watch(turn, node, uid, index, kind)
  if (believed === run.believed) return 'nothing'
  if (kind === 'startup') return 'started'
  return kind === 'readiness' ? (believed === true ? 'ready' : 'unready') : 'nothing'
}
