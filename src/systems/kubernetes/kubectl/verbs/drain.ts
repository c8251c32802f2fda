import { evict } from '../../api/evict.ts'
import { infoOf } from '../../api/refusals.ts'
import { keyOfObject, read } from '../../api/client.ts'
import { remove } from '../../api/remove.ts'
import { ApiError } from '../../api/status.ts'
import type { Pod } from '../../objects.ts'
import { type Asked, DONE, type Going, verb } from './asked.ts'
import { ClientError, Failures, caught } from './failures.ts'
import { podsToGo } from './drain-choice.ts'
import { NODE_FLAGS, cordonAll, nodesOf } from './nodes.ts'
import { dryRunOf, sayDone } from './results.ts'

const RETRY_MS = 5000
const POLL_MS = 1000

/** A pod on its way off a node. */
interface Leaving {
  readonly key: string
  readonly uid: string
  readonly stage: 'asked' | 'going' | 'gone' | 'failed'
  /** When it is looked at again, in milliseconds of the run. */
  readonly nextMs: number
  readonly error?: string
}

interface Drain {
  /** Nodes still to drain, the one that is drained now first. */
  readonly nodes: readonly string[]
  readonly pods: readonly Leaving[]
  /** When the pods of this node were begun with. */
  readonly beganMs: number
  readonly failed: readonly { readonly node: string; readonly errors: readonly string[] }[]
}

const graceOf = ({ flags }: Asked): { readonly gracePeriodSeconds?: number } => {
  const seconds = flags.whole('grace-period')
  return seconds < 0 ? {} : { gracePeriodSeconds: seconds }
}

/** As Go writes a duration: `8s`, `1m30s`. */
export function goDuration(ms: number): string {
  if (ms < 1000) return ms === 0 ? '0s' : `${ms}ms`
  const seconds = (ms / 1000) % 60
  const minutes = Math.floor(ms / 60_000) % 60
  const hours = Math.floor(ms / 3_600_000)
  return `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}${seconds}s`
}

const named = (key: string): { readonly namespace: string; readonly name: string } => {
  const [namespace = '', name = ''] = key.split('/')
  return { namespace, name }
}

const quoted = (key: string): string => {
  const { namespace, name } = named(key)
  return `pods/"${name}" -n "${namespace}"`
}

/** Whether the time that `--timeout` gives is up; what the failure says of it. */
function timedOut({ turn, flags }: Asked, { beganMs }: Drain): string | undefined {
  const limitMs = flags.ms('timeout')
  if (limitMs === 0 || turn.nowMs < beganMs + limitMs) return undefined
  return `global timeout reached: ${goDuration(limitMs)}`
}

function tryEviction(asked: Asked, drain: Drain, pod: Leaving): Leaving {
  const { turn, streams } = asked
  const dryRun = dryRunOf(asked) === 'server'
  streams.out(`evicting pod ${pod.key}${dryRun ? ' (server dry run)' : ''}\n`)
  const late = timedOut(asked, drain)
  if (late !== undefined)
    return { ...pod, stage: 'failed', error: `error when evicting ${quoted(pod.key)}: ${late}` }
  try {
    evict(turn, pod.key, { ...graceOf(asked), dryRun })
  } catch (error) {
    const refused = caught(error)
    if (!(refused instanceof ApiError)) throw refused
    if (refused.status.reason === 'NotFound') return { ...pod, stage: 'gone' }
    if (refused.status.reason !== 'TooManyRequests')
      return {
        ...pod,
        stage: 'failed',
        error: `error when evicting ${quoted(pod.key)}: ${refused.message}`,
      }
    streams.err(
      `error when evicting ${quoted(pod.key)} (will retry after 5s): ${refused.message}\n`,
    )
    return { ...pod, nextMs: turn.nowMs + RETRY_MS }
  }
  return dryRun ? { ...pod, stage: 'gone' } : awaitEnd(asked, drain, { ...pod, stage: 'going' })
}

function awaitEnd(asked: Asked, drain: Drain, pod: Leaving): Leaving {
  const { turn, flags } = asked
  const now = read(turn, 'pods', pod.key)
  const { namespace, name } = named(pod.key)
  if (now?.metadata.uid !== pod.uid) {
    const evicted = !flags.is('disable-eviction')
    sayDone(asked, infoOf('pods'), { metadata: { name } }, evicted ? 'evicted' : 'deleted')
    return { ...pod, stage: 'gone' }
  }
  const late = timedOut(asked, drain)
  return late === undefined
    ? { ...pod, nextMs: turn.nowMs + POLL_MS }
    : {
        ...pod,
        stage: 'failed',
        error: `error when waiting for pod "${name}" in namespace "${namespace}" to terminate: ${late}`,
      }
}

const isBusy = ({ stage }: Leaving): boolean => stage === 'asked' || stage === 'going'

/** Looks at every pod whose time has come. */
function advance(asked: Asked, drain: Drain): Drain {
  const pods = drain.pods.map((pod) => {
    if (!isBusy(pod) || pod.nextMs > asked.turn.nowMs) return pod
    return pod.stage === 'asked' ? tryEviction(asked, drain, pod) : awaitEnd(asked, drain, pod)
  })
  return { ...drain, pods }
}

/** The tries begin in the order in which Go starts its routines: the last one first. */
const startOrder = (pods: readonly Pod[]): readonly Pod[] => [
  ...pods.slice(-1),
  ...pods.slice(0, -1),
]

/** Deletes the pods, where evictions are not wanted. */
function deleteAll(asked: Asked, pods: readonly Pod[]): void {
  for (const pod of pods)
    if (read(asked.turn, 'pods', keyOfObject(pod)))
      remove(asked.turn, 'pods', keyOfObject(pod), graceOf(asked))
}

function beginNode(asked: Asked, drain: Drain): Drain {
  const [node = ''] = drain.nodes
  const { pods, warning } = podsToGo(asked, node)
  if (warning !== '') asked.streams.err(`Warning: ${warning}\n`)
  if (dryRunOf(asked) === 'client') {
    for (const pod of pods) asked.streams.out(`evicting pod ${keyOfObject(pod)} (dry run)\n`)
    return { ...drain, pods: [] }
  }
  const deletes = asked.flags.is('disable-eviction')
  if (deletes) deleteAll(asked, pods)
  return advance(asked, {
    ...drain,
    beganMs: asked.turn.nowMs,
    pods: (deletes ? pods : startOrder(pods)).map((pod) => ({
      key: keyOfObject(pod),
      uid: pod.metadata.uid,
      stage: deletes ? ('going' as const) : ('asked' as const),
      nextMs: asked.turn.nowMs,
    })),
  })
}

/** Says which pods are left on a node that could not be drained. */
function sayPending(asked: Asked, node: string, error: Error): void {
  const { pods } = podsToGo(asked, node)
  if (pods.length === 0) return
  asked.streams.err(
    `There are pending pods in node "${node}" when an error occurred: ${error.message}\n`,
  )
  for (const { metadata } of pods) asked.streams.err(`pod/${metadata.name}\n`)
}

function nodeFails(asked: Asked, drain: Drain, error: Error): Drain {
  const [node = '', ...nodes] = drain.nodes
  asked.streams.err(
    `error: unable to drain node "${node}" due to error: ${error.message}, continuing command...\n`,
  )
  const errors = error instanceof Failures ? error.all : [error]
  const failed = [...drain.failed, { node, errors: errors.map(({ message }) => message) }]
  return { ...drain, nodes, pods: [], failed }
}

/** The node at the front is done with, one way or the other. */
function endNode(asked: Asked, drain: Drain): Drain {
  const [node = '', ...nodes] = drain.nodes
  const errors = drain.pods.flatMap(({ error }) =>
    error === undefined ? [] : [new ClientError(error)],
  )
  if (errors.length > 0) {
    const all = new Failures(errors)
    sayPending(asked, node, all)
    return nodeFails(asked, drain, all)
  }
  sayDone(asked, infoOf('nodes'), { metadata: { name: node } }, 'drained')
  return { ...drain, nodes, pods: [] }
}

/** Begins with the next node, and with those after it, as long as there is nothing to wait for. */
function goOnFrom(asked: Asked, from: Drain): Going<Drain> {
  let drain = from
  while (!drain.pods.some(isBusy)) {
    if (drain.pods.length > 0) drain = endNode(asked, drain)
    if (drain.nodes.length === 0) return finish(asked, drain)
    try {
      drain = beginNode(asked, drain)
      if (drain.pods.length === 0) drain = endNode(asked, drain)
    } catch (error) {
      drain = nodeFails(asked, drain, caught(error))
    }
    if (drain.nodes.length === 0) return finish(asked, drain)
  }
  const wakeAtMs = Math.min(...drain.pods.filter(isBusy).map(({ nextMs }) => nextMs))
  return { state: drain, onChange: false, wakeAtMs }
}

function finish({ streams }: Asked, { failed }: Drain): { readonly exit: number } {
  if (failed.length === 0) return DONE
  streams.err(
    ['There are pending nodes to be drained:', ...failed.map(({ node }) => ` ${node}`), ''].join(
      '\n',
    ),
  )
  for (const text of new Set(failed.flatMap(({ errors }) => errors))) streams.err(`${text}\n`)
  return { exit: 1 }
}

/** `drain`: closes nodes and evicts their pods, and waits until they are gone. */
export const drain = verb<Drain>({
  name: 'drain',
  flags: [
    ...NODE_FLAGS,
    { name: 'force', takes: 'switch' },
    { name: 'grace-period', takes: 'whole', initial: '-1' },
    { name: 'ignore-daemonsets', takes: 'switch' },
    { name: 'delete-emptydir-data', takes: 'switch' },
    { name: 'delete-local-data', takes: 'switch' },
    { name: 'disable-eviction', takes: 'switch' },
    { name: 'pod-selector', takes: 'text', initial: '' },
    { name: 'skip-wait-for-delete-timeout', takes: 'whole', initial: '0' },
    { name: 'chunk-size', takes: 'whole' },
    { name: 'timeout', takes: 'duration', initial: '0s' },
  ],
  begin(asked) {
    const nodes = nodesOf(asked, 'drain')
    cordonAll(asked, nodes, true)
    return goOnFrom(asked, {
      nodes: nodes.map(({ metadata }) => metadata.name),
      pods: [],
      beganMs: asked.turn.nowMs,
      failed: [],
    })
  },
  goOn: (asked, state) => goOnFrom(asked, advance(asked, state)),
})
