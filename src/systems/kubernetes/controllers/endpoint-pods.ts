import type { EndpointPort, Pod, Service } from '../objects.ts'
import type { Change, World } from '../world.ts'
import { readyCondition } from './pod-state.ts'

/** Whether a Service picks a pod; one without a selector picks none, its addresses are others' work. */
export function picks({ metadata, spec }: Service, pod: Pod): boolean {
  const { selector } = spec
  if (selector === undefined || metadata.namespace !== pod.metadata.namespace) return false
  const keys = Object.keys(selector)
  const { labels = {} } = pod.metadata
  return keys.length > 0 && keys.every((key) => labels[key] === selector[key])
}

/** Whether the kubelet would start what ended in a pod again, or it has not ended. */
export function isOfUse({ spec, status }: Pod): boolean {
  if (spec.restartPolicy === 'Never')
    return status.phase !== 'Failed' && status.phase !== 'Succeeded'
  return spec.restartPolicy !== 'OnFailure' || status.phase !== 'Succeeded'
}

/**
 * The ports of a pod behind the ports of a Service: numbers as they are, names as the containers
 * give them; a name that no container has leaves its port out.
 */
export function portsOf({ spec }: Service, pod: Pod): readonly EndpointPort[] {
  return (spec.ports ?? []).flatMap(({ name, port, targetPort = port, protocol = 'TCP' }) => {
    const number =
      typeof targetPort === 'number'
        ? targetPort
        : pod.spec.containers
            .flatMap(({ ports = [] }) => ports)
            .find((one) => one.name === targetPort && (one.protocol ?? 'TCP') === protocol)
            ?.containerPort
    return number === undefined
      ? []
      : [{ ...(name === undefined ? {} : { name }), port: number, protocol }]
  })
}

/** Pods by the ports under which they are reached; usually all by the same. */
export function byPorts(
  service: Service,
  pods: readonly Pod[],
): readonly { readonly ports: readonly EndpointPort[]; readonly pods: readonly Pod[] }[] {
  const groups = new Map<string, { ports: readonly EndpointPort[]; pods: Pod[] }>()
  const portless = (service.spec.ports ?? []).length === 0
  for (const pod of pods) {
    const ports = portsOf(service, pod)
    if (ports.length === 0 && !portless) continue
    const signature = JSON.stringify(ports)
    const group = groups.get(signature) ?? { ports, pods: [] }
    group.pods.push(pod)
    groups.set(signature, group)
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

/** The pods that a Service picks and that have an address, those made first before others. */
export const reachable = (world: World, service: Service): readonly Pod[] =>
  Object.values(world.store.tables.pods).filter(
    (pod) => pod.status.podIP !== undefined && picks(service, pod),
  )

function matters(before: Pod, after: Pod): boolean {
  return (
    before.status.podIP !== after.status.podIP ||
    before.status.phase !== after.status.phase ||
    (readyCondition(before) === undefined) !== (readyCondition(after) === undefined) ||
    before.metadata.deletionTimestamp !== after.metadata.deletionTimestamp ||
    before.metadata.labels !== after.metadata.labels
  )
}

/** The keys of the Services whose addresses a change may touch. */
export function servicesOf(
  { resource, type, key, object, before }: Change,
  world: World,
): readonly string[] {
  if (resource === 'services') return [key]
  if (resource !== 'pods') return []
  // The resource says of which kind the objects of a change are.
  const after = object as Pod
  const was = before as Pod | undefined
  if (type === 'MODIFIED' && was && !matters(was, after)) return []
  return Object.entries(world.store.tables.services)
    .filter(([, service]) => picks(service, after) || (was !== undefined && picks(service, was)))
    .map(([one]) => one)
}

/** Whether the addresses of a Service are those of its pods rather than one of its own. */
export const isHeadless = ({ spec }: Service): boolean =>
  spec.clusterIP === 'None' || spec.clusterIP === ''
