import { keyOf, read } from '../../api/client.ts'
import { notFound } from '../../api/refusals.ts'
import { ApiError } from '../../api/status.ts'
import { millisecondsOf } from '../../clock.ts'
import type { Container, ContainerStatus, Pod, Resource } from '../../objects.ts'
import { selects, labelSelectorFrom } from '../../selectors.ts'
import { listed } from '../../turn.ts'
import type { Flag } from '../flags.ts'
import { type Asked, DONE, type Going, verb, wrongUse } from '../verbs/asked.ts'
import { ClientError } from '../verbs/failures.ts'
import { mappingOf } from '../verbs/mapping.ts'

const FLAGS: readonly Flag[] = [
  { name: 'follow', short: 'f', takes: 'switch' },
  { name: 'previous', short: 'p', takes: 'switch' },
  { name: 'container', short: 'c', takes: 'text' },
  { name: 'all-containers', takes: 'switch' },
  { name: 'selector', short: 'l', takes: 'text' },
  { name: 'tail', takes: 'whole', initial: '-1' },
  { name: 'prefix', takes: 'switch' },
  { name: 'timestamps', takes: 'switch' },
  { name: 'since', takes: 'duration', initial: '0s' },
  { name: 'max-log-requests', takes: 'whole', initial: '5' },
  { name: 'since-time', takes: 'text', leftOut: true },
  { name: 'limit-bytes', takes: 'whole', leftOut: true },
  { name: 'all-pods', takes: 'switch', leftOut: true },
]

/** What was followed so far: how many lines of each container were printed, by pod and container. */
interface Following {
  readonly printed: Readonly<Record<string, number>>
  readonly pods: readonly string[]
}

interface Line {
  readonly time: string
  readonly text: string
}

const USAGE = `expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.
POD or TYPE/NAME is a required argument for the logs command`

const badRequest = (message: string): ApiError =>
  new ApiError({ code: 400, reason: 'BadRequest', message })

/** What a container of this laboratory says of itself: when it began to listen, and how it ended. */
function linesOf(
  { name, ports = [] }: Container,
  status: ContainerStatus | undefined,
  previous: boolean,
): readonly Line[] {
  const state = previous ? status?.lastState : status?.state
  const began = state?.running?.startedAt ?? state?.terminated?.startedAt
  if (began === undefined) return []
  const port = ports[0]?.containerPort
  const lines: Line[] = [
    { time: began, text: `${name}: started` },
    {
      time: began,
      text: port === undefined ? `${name}: ready for work` : `${name}: listening on :${port}`,
    },
  ]
  const ended = state?.terminated
  if (ended?.finishedAt)
    lines.push({ time: ended.finishedAt, text: `${name}: ended with ${ended.exitCode}` })
  return lines
}

/** Why a container has nothing to tell yet. */
function waitingFor(
  pod: Pod,
  { name }: Container,
  status: ContainerStatus | undefined,
): ApiError | undefined {
  const reason = status?.state.waiting?.reason
  if (reason === undefined || status?.lastState.terminated) return undefined
  const why =
    reason === 'ErrImagePull' || reason === 'ImagePullBackOff'
      ? 'trying and failing to pull image'
      : reason
  return badRequest(`container "${name}" in pod "${pod.metadata.name}" is waiting to start: ${why}`)
}

function podsOf(asked: Asked): readonly Pod[] {
  const { args, flags, namespace, turn, streams } = asked
  const { store, profile } = turn.world()
  const selector = flags.text('selector')
  if (selector !== '') {
    if (args.length > 0) throw wrongUse('logs', 'only a selector (-l) or a POD name is allowed')
    const passes = labelSelectorFrom(selector)
    return listed(store, 'pods', namespace).filter(({ metadata }) => passes(metadata.labels))
  }
  const [first] = args
  if (first === undefined || args.length > 2) throw wrongUse('logs', USAGE)
  const [type, name] = first.includes('/') ? first.split('/') : ['pod', first]
  const info = mappingOf(profile, type ?? '')
  const object = read<Resource>(
    turn,
    info.name,
    keyOf(info.namespaced ? namespace : undefined, name ?? ''),
  )
  if (!object) throw notFound(info.name, name ?? '')
  if (info.name === 'pods')
    return listed(store, 'pods', namespace).filter((pod) => pod.metadata.name === name)
  const selectorOf =
    info.name === 'services' && 'spec' in object && 'ports' in object.spec
      ? { matchLabels: 'selector' in object.spec ? object.spec.selector : undefined }
      : 'spec' in object && 'template' in object.spec
        ? object.spec.selector
        : undefined
  if (!selectorOf || !('spec' in object))
    throw new ClientError(
      `cannot get the logs from *v1.${info.kind}: selector for *v1.${info.kind} not implemented`,
    )
  const labels =
    'matchLabels' in selectorOf && selectorOf.matchLabels
      ? { matchLabels: selectorOf.matchLabels }
      : {}
  const pods = listed(store, 'pods', namespace).filter(({ metadata }) =>
    selects(labels, metadata.labels),
  )
  const [chosen] = pods
  if (!chosen) throw new ClientError('timed out waiting for the condition')
  if (pods.length > 1) streams.err(`Found ${pods.length} pods, using pod/${chosen.metadata.name}\n`)
  return [chosen]
}

function containersOf(asked: Asked, pod: Pod): readonly Container[] {
  const { args, flags } = asked
  const wanted = flags.text('container') || args[1] || ''
  const { containers } = pod.spec
  if (flags.is('all-containers')) return containers
  if (wanted === '') return containers.slice(0, 1)
  const found = containers.filter(({ name }) => name === wanted)
  if (found.length === 0)
    throw new ClientError(`container ${wanted} is not valid for pod ${pod.metadata.name}`)
  return found
}

/** Prints the lines of some pods that were not printed yet. */
function print(
  asked: Asked,
  pods: readonly Pod[],
  before: Readonly<Record<string, number>> | undefined,
): Readonly<Record<string, number>> {
  const { flags, streams, turn } = asked
  const printed: Record<string, number> = { ...before }
  const tail = flags.given('tail') || flags.text('selector') === '' ? flags.whole('tail') : 10
  const since = flags.ms('since')
  for (const pod of pods)
    for (const container of containersOf(asked, pod)) {
      const { name } = container
      const status = pod.status.containerStatuses?.find((one) => one.name === name)
      const previous = flags.is('previous')
      if (previous && !status?.lastState.terminated)
        throw badRequest(
          `previous terminated container "${name}" in pod "${pod.metadata.name}" not found`,
        )
      const waiting = previous || before ? undefined : waitingFor(pod, container, status)
      if (waiting) throw waiting
      const run = `${pod.metadata.name}/${name}/${status?.restartCount ?? 0}`
      const all = linesOf(container, status, previous).filter(
        ({ time }) => since === 0 || turn.nowMs - millisecondsOf(time) <= since,
      )
      const fresh = all.slice(printed[run] ?? 0)
      const shown = before || tail < 0 ? fresh : tail === 0 ? [] : fresh.slice(-tail)
      for (const { time, text } of shown)
        streams.out(
          `${flags.is('prefix') ? `[pod/${pod.metadata.name}/${name}] ` : ''}${flags.is('timestamps') ? `${time} ` : ''}${text}\n`,
        )
      printed[run] = Math.max(printed[run] ?? 0, all.length)
    }
  return printed
}

function logs(asked: Asked): Going<Following> {
  const { flags, namespace, streams } = asked
  const pods = podsOf(asked)
  if (pods.length === 0) streams.err(`No resources found in ${namespace} namespace.\n`)
  const printed = print(asked, pods, undefined)
  if (!flags.is('follow') || pods.length === 0) return DONE
  return { state: { printed, pods: pods.map(({ metadata }) => metadata.name) }, onChange: true }
}

/** Follows until every container that was followed has ended or is gone. */
function goOn(asked: Asked, { printed, pods }: Following): Going<Following> {
  const { turn, namespace } = asked
  const left = pods.flatMap((name) => read(turn, 'pods', keyOf(namespace, name)) ?? [])
  const next = print(asked, left, printed)
  const runs = left.some((pod) =>
    pod.status.containerStatuses?.some(({ state }) => state.running !== undefined),
  )
  return runs ? { state: { printed: next, pods }, onChange: true } : DONE
}

/** `kubectl logs`. */
export const logsCommand = verb<Following>({ name: 'logs', flags: FLAGS, begin: logs, goOn })
