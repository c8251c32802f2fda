import { longTime, timestampAt } from '../clock.ts'
import type { Pod } from '../objects.ts'
import type { World } from '../world.ts'
import type { Behaviour } from './images.ts'
import { inTouch, type LocalContainer, type Machine } from './machine.ts'
import { probeOf, programOf, settingsOf } from './probes.ts'

/** A line that a process printed, and when, in milliseconds of the run. */
export interface LogLine {
  readonly atMs: number
  readonly text: string
}

/** What a container printed, or why the API cannot say: the reason and the message of its answer. */
export type Log =
  | { readonly lines: readonly LogLine[] }
  | { readonly reason: 'BadRequest' | 'InternalError'; readonly message: string }

/** So many of the latest requests are in the log of a server that writes them down. */
const ACCESS_LINES = 20

/** As servers write times in their logs: `24/Nov/2026:21:07:29 +0000`. */
const accessTime = (ms: number): string =>
  longTime(timestampAt(ms)).replace(/^\w+, (\d+) (\w+) (\d+) (.*) (\+0000)$/, '$1/$2/$3:$4 $5')

/** The kubelet's own requests, where the program writes down whom it answers. */
function accesses(
  { index, name }: Machine,
  pod: Pod,
  container: LocalContainer,
  nowMs: number,
  version: string,
): readonly LogLine[] {
  const spec = pod.spec.containers.find((one) => one.name === container.name)
  if (!spec || container.doing.is !== 'running' || name !== pod.spec.nodeName) return []
  const { listensMs, startedMs } = container.doing
  return (['readiness', 'liveness'] as const).flatMap((kind) => {
    const probe = probeOf(spec, kind)
    const run = container.probes[kind]
    if (!probe?.httpGet || !run) return []
    const { periodMs, delayMs } = settingsOf(probe)
    const from = Math.max(listensMs, startedMs + delayMs)
    const last = Math.floor((nowMs - run.originMs) / periodMs)
    const path = probe.httpGet.path ?? '/'
    return Array.from({ length: ACCESS_LINES }, (_, back) => ({
      atMs: run.originMs + (last - back) * periodMs,
    }))
      .filter(({ atMs }) => atMs >= from)
      .map(({ atMs }) => ({
        atMs,
        text: `10.244.${index}.1 - - [${accessTime(atMs)}] "GET ${path} HTTP/1.1" 200 615 "-" "kube-probe/${version}" "-"`,
      }))
  })
}

function printed(
  program: Behaviour | undefined,
  startedMs: number,
  endedMs: number | undefined,
): readonly LogLine[] {
  const line = (atMs: number) => (text: string) => ({ atMs, text })
  return [
    ...(program?.says ?? []).map(line(startedMs + Math.min(program?.startMs ?? 0, 150))),
    ...(endedMs === undefined ? [] : (program?.lastWords ?? []).map(line(endedMs))),
  ]
}

/**
 * What a container's process has printed, the latest process or the one before.
 *
 * @param container its name; one that the pod has
 * @param previous whether that of the process before this one is asked for
 */
export function logOf(
  world: World,
  pod: Pod,
  container: string,
  { previous = false, nowMs }: { readonly previous?: boolean; readonly nowMs: number },
): Log {
  const { name, namespace = '' } = pod.metadata
  const machine = world.machines[pod.spec.nodeName ?? '']
  const local = machine?.pods[pod.metadata.uid]?.containers.find((one) => one.name === container)
  const waiting = (why: string): Log => ({
    reason: 'BadRequest',
    message: `container "${container}" in pod "${name}" is waiting to start: ${why}`,
  })
  if (!machine)
    return { reason: 'BadRequest', message: `pod ${name} does not have a host assigned` }
  if (!inTouch(machine)) {
    const at = `192.168.49.${machine.index + 2}:10250`
    return {
      reason: 'InternalError',
      message: `Get "https://${at}/containerLogs/${namespace}/${name}/${container}": dial tcp ${at}: connect: no route to host`,
    }
  }
  const spec = pod.spec.containers.find((one) => one.name === container)
  const program = spec && programOf(spec, world.profile)
  if (!local) return waiting('ContainerCreating')
  const { doing, last, runs } = local
  const before = doing.is === 'waiting' ? last : doing
  if (previous)
    return last
      ? { lines: printed(program, last.startedMs, last.finishedMs) }
      : {
          reason: 'BadRequest',
          message: `previous terminated container "${container}" in pod "${name}" not found`,
        }
  if (runs === 0 || !before)
    return waiting(
      doing.is === 'waiting' && /^(ErrImagePull|ImagePullBackOff)$/.test(doing.reason)
        ? 'trying and failing to pull image'
        : 'ContainerCreating',
    )
  const endedMs = 'finishedMs' in before ? before.finishedMs : undefined
  const version = world.profile
  const writes = program?.paths.length ? accesses(machine, pod, local, nowMs, version) : []
  return {
    lines: [...printed(program, before.startedMs, endedMs), ...writes].toSorted(
      (a, b) => a.atMs - b.atMs,
    ),
  }
}
