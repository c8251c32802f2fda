import { keyOf, read } from '../../api/client.ts'
import { qualified } from '../../api/refusals.ts'
import { ApiError } from '../../api/status.ts'
import { timestampAt } from '../../clock.ts'
import { logOf, type LogLine } from '../../kubelet/logs.ts'
import type { Container, Pod, Resource } from '../../objects.ts'
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

/** Up to when each container was followed, in milliseconds of the run, by pod, container and run. */
type Printed = Readonly<Record<string, number>>

/** How often a container that is followed is looked at, where nothing else happens. */
const LOOK_MS = 1000

interface Following {
  readonly printed: Printed
  readonly pods: readonly string[]
}

const USAGE = `expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.
POD or TYPE/NAME is a required argument for the logs command`

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
  if (!object)
    // kubectl's own words for it.
    throw new ClientError(
      `error from server (NotFound): ${qualified(info.name)} "${name ?? ''}" not found in namespace "${namespace}"`,
    )
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

/** What a container has printed. Those that are followed print nothing while the API cannot say. */
function linesOf(
  { turn, flags }: Asked,
  pod: Pod,
  { name }: Container,
  followed: boolean,
): readonly LogLine[] {
  const { nowMs } = turn
  const log = logOf(turn.world(), pod, name, { previous: flags.is('previous'), nowMs })
  if ('lines' in log) return log.lines
  if (followed) return []
  throw new ApiError({ ...log, code: log.reason === 'InternalError' ? 500 : 400 })
}

/** Prints the lines of some pods that were not printed yet. */
function print(asked: Asked, pods: readonly Pod[], before: Printed | undefined): Printed {
  const { flags, streams, turn } = asked
  const printed: Record<string, number> = { ...before }
  const tail = flags.given('tail') || flags.text('selector') === '' ? flags.whole('tail') : 10
  const since = flags.ms('since')
  for (const pod of pods)
    for (const container of containersOf(asked, pod)) {
      const { name } = container
      const status = pod.status.containerStatuses?.find((one) => one.name === name)
      const run = `${pod.metadata.name}/${name}/${status?.restartCount ?? 0}`
      const fromMs = Math.max(printed[run] ?? 0, since === 0 ? 0 : turn.nowMs - since)
      const fresh = linesOf(asked, pod, container, before !== undefined).filter(
        ({ atMs }) => atMs >= fromMs && atMs <= turn.nowMs,
      )
      const shown = before || tail < 0 ? fresh : tail === 0 ? [] : fresh.slice(-tail)
      for (const { atMs, text } of shown)
        streams.out(
          `${flags.is('prefix') ? `[pod/${pod.metadata.name}/${name}] ` : ''}${flags.is('timestamps') ? `${timestampAt(atMs)} ` : ''}${text}\n`,
        )
      printed[run] = turn.nowMs + 1
    }
  return printed
}

function logs(asked: Asked): Going<Following> {
  const { flags, namespace, streams } = asked
  const pods = podsOf(asked)
  if (pods.length === 0) streams.err(`No resources found in ${namespace} namespace.\n`)
  const printed = print(asked, pods, undefined)
  if (!flags.is('follow') || pods.length === 0) return DONE
  const state = { printed, pods: pods.map(({ metadata }) => metadata.name) }
  return { state, onChange: true, wakeAtMs: asked.turn.nowMs + LOOK_MS }
}

/** Follows until every container that was followed has ended or is gone. */
function goOn(asked: Asked, { printed, pods }: Following): Going<Following> {
  const { turn, namespace } = asked
  const left = pods.flatMap((name) => read(turn, 'pods', keyOf(namespace, name)) ?? [])
  const next = print(asked, left, printed)
  const runs = left.some((pod) =>
    pod.status.containerStatuses?.some(({ state }) => state.running !== undefined),
  )
  if (!runs) return DONE
  return { state: { printed: next, pods }, onChange: true, wakeAtMs: turn.nowMs + LOOK_MS }
}

/** `kubectl logs`. */
export const logsCommand = verb<Following>({ name: 'logs', flags: FLAGS, begin: logs, goOn })
