import type { State } from '../../figures/Lamp.tsx'
import type { Node, Pod } from '../../systems/kubernetes/objects.ts'

/** What a reader sees of a pod, from what the API says of it and of its node. */
export type PodState =
  'ready' | 'not-ready' | 'starting' | 'not-placed' | 'failing' | 'done' | 'terminating' | 'unknown'

/** Reasons for which a container waits that are failures, not beginnings. */
const FAILING = /^(CrashLoopBackOff|ErrImagePull|ImagePullBackOff|InvalidImageName|Error)$/

export const conditionOf = (
  { status }: { readonly status: Pick<Pod['status'], 'conditions'> },
  type: string,
): string | undefined => status.conditions?.find((one) => one.type === type)?.status

/** Whether the API believes that a node's kubelet lives. */
export const isBelievedReady = (node: Node): boolean => conditionOf(node, 'Ready') === 'True'

/** @param node the node it is placed on, if there is one by that name */
export function podStateOf({ metadata, spec, status }: Pod, node: Node | undefined): PodState {
  if (metadata.deletionTimestamp !== undefined) return 'terminating'
  if (spec.nodeName === undefined || spec.nodeName === '') return 'not-placed'
  if (!node || !isBelievedReady(node)) return 'unknown'
  if (status.phase === 'Failed') return 'failing'
  if (status.phase === 'Succeeded') return 'done'
  const containers = status.containerStatuses ?? []
  if (containers.some(({ state }) => FAILING.test(state.waiting?.reason ?? ''))) return 'failing'
  if (containers.some(({ state }) => (state.terminated?.exitCode ?? 0) !== 0)) return 'failing'
  if (status.phase === 'Pending') return 'starting'
  return conditionOf({ status }, 'Ready') === 'True' ? 'ready' : 'not-ready'
}

/** The lamp of each state: its shape and colour. */
export const LAMPS: Readonly<Record<PodState, State>> = {
  ready: 'healthy',
  'not-ready': 'degraded',
  starting: 'standby',
  'not-placed': 'standby',
  failing: 'failed',
  done: 'standby',
  terminating: 'degraded',
  unknown: 'unknown',
}
