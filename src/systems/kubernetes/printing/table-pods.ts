import type { ContainerStatus, Pod } from '../objects.ts'
import { ageOf, columnsOf, since } from './table.ts'
import type { PrintContext, TableForm } from './table.ts'

const isReady = (pod: Pod): boolean =>
  (pod.status.conditions ?? []).some(({ type, status }) => type === 'Ready' && status === 'True')

const countsAsReady = ({ ready, state }: ContainerStatus): boolean =>
  ready && state.running !== undefined

/** What a container that does not run says of itself; undefined when it has nothing to say. */
function stateReason({ state }: ContainerStatus): string | undefined {
  if (state.waiting?.reason) return state.waiting.reason
  if (!state.terminated) return undefined
  const { reason, exitCode } = state.terminated
  return reason ? reason : `ExitCode:${exitCode}`
}

/**
 * The STATUS column: the phase, unless the pod's own reason, its first container that has one, or a
 * deletion says more.
 *
 * @source k8s-1-20-source
 */
function podStatus(pod: Pod): string {
  const { status, metadata } = pod
  const containers = status.containerStatuses ?? []
  const gated = (status.conditions ?? []).some(
    ({ type, reason }) => type === 'PodScheduled' && reason === 'SchedulingGated',
  )
  const own = status.reason ? status.reason : gated ? 'SchedulingGated' : status.phase
  const said = containers.map(stateReason).find((reason) => reason !== undefined) ?? own
  const finished = status.phase === 'Succeeded' || status.phase === 'Failed'
  if (metadata.deletionTimestamp !== undefined) {
    if (status.reason === 'NodeLost') return 'Unknown'
    if (!finished) return 'Terminating'
  }
  if (said === 'Completed' && containers.some(countsAsReady))
    return isReady(pod) ? 'Running' : 'NotReady'
  return said
}

/** The sum of restarts; today's release adds when the last one was: `3 (41s ago)`. */
function restarts(pod: Pod, context: PrintContext): string {
  const containers = pod.status.containerStatuses ?? []
  const count = containers.reduce((sum, { restartCount }) => sum + restartCount, 0)
  const ends = containers.flatMap(({ lastState }) => lastState.terminated?.finishedAt ?? [])
  // Times of one form sort as text.
  const last = ends.toSorted().at(-1)
  if (context.profile === '1.20' || count === 0 || last === undefined) return String(count)
  return `${count} (${since(last, context)} ago)`
}

/** The table of pods. */
export const PODS: TableForm<Pod> = {
  columns: columnsOf(
    'Name',
    'Ready',
    'Status',
    'Restarts',
    'Age',
    'IP*',
    'Node*',
    'Nominated Node*',
    'Readiness Gates*',
  ),
  cells: (pod, context) => [
    pod.metadata.name,
    `${(pod.status.containerStatuses ?? []).filter(countsAsReady).length}/${pod.spec.containers.length}`,
    podStatus(pod),
    restarts(pod, context),
    ageOf(pod, context),
    pod.status.podIPs?.[0]?.ip ?? pod.status.podIP ?? '<none>',
    pod.spec.nodeName ? pod.spec.nodeName : '<none>',
    pod.status.nominatedNodeName ? pod.status.nominatedNodeName : '<none>',
    '<none>',
  ],
}
