import { read } from '../api/client.ts'
import { remove } from '../api/remove.ts'
import { create, update } from '../api/write.ts'
import type { Endpoints, Labels, Pod, Service, TargetRef } from '../objects.ts'
import type { ProfileName } from '../resources.ts'
import type { Turn } from '../turn.ts'
import type { Controller } from './controller.ts'
import { byPorts, isHeadless, isOfUse, reachable, servicesOf } from './endpoint-pods.ts'
import { isReady } from './pod-state.ts'

type Subset = NonNullable<Endpoints['subsets']>[number]
type Address = NonNullable<Subset['addresses']>[number]

/** The reference by which an address names its pod. */
export const podReference = ({ metadata }: Pod): TargetRef => ({
  kind: 'Pod',
  name: metadata.name,
  ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }),
  uid: metadata.uid,
})

/** Of each pod as it was seen; a pod that has not changed has the very same address, and is not compared. */
const seenAddresses = new WeakMap<Pod, Address>()

function addressOf(pod: Pod): Address {
  const seen = seenAddresses.get(pod)
  if (seen) return seen
  const address = {
    ip: pod.status.podIP ?? '',
    ...(pod.spec.nodeName === undefined ? {} : { nodeName: pod.spec.nodeName }),
    targetRef: podReference(pod),
  }
  seenAddresses.set(pod, address)
  return address
}

/** Addresses stand in the order of their text: `10.244.0.11` before `10.244.0.9`. */
const inOrder = (pods: readonly Pod[]): readonly Address[] =>
  pods.map(addressOf).toSorted((a, b) => (a.ip < b.ip ? -1 : a.ip > b.ip ? 1 : 0))

/** The addresses of a Service: those that answer, those that do not yet; nothing where there is none. */
function subsetsOf(service: Service, pods: readonly Pod[]): readonly Subset[] {
  const always = service.spec.publishNotReadyAddresses === true
  const answers = (pod: Pod): boolean => always || isReady(pod)
  const listed = pods.filter(
    (pod) =>
      (always || pod.metadata.deletionTimestamp === undefined) && (answers(pod) || isOfUse(pod)),
  )
  return byPorts(service, listed).map(({ ports, pods: group }) => {
    const addresses = inOrder(group.filter(answers))
    const notReadyAddresses = inOrder(group.filter((pod) => !answers(pod)))
    return {
      ...(addresses.length > 0 ? { addresses } : {}),
      ...(notReadyAddresses.length > 0 ? { notReadyAddresses } : {}),
      ports,
    }
  })
}

function labelsOf(service: Service, profile: ProfileName): Labels {
  return {
    ...service.metadata.labels,
    ...(profile === '1.20' ? {} : { 'endpoints.kubernetes.io/managed-by': 'endpoint-controller' }),
    ...(isHeadless(service) ? { 'service.kubernetes.io/headless': '' } : {}),
  }
}

function sync(turn: Turn, key: string): void {
  const service = read(turn, 'services', key)
  const existing = read(turn, 'endpoints', key)
  if (!service) {
    if (existing) remove(turn, 'endpoints', key)
    return
  }
  if (Object.keys(service.spec.selector ?? {}).length === 0) return
  if (service.metadata.deletionTimestamp !== undefined) return
  const world = turn.world()
  const subsets = subsetsOf(service, reachable(world, service))
  const labels = labelsOf(service, world.profile)
  const { name, namespace = '' } = service.metadata
  if (!existing) {
    if (world.store.tables.namespaces[namespace]?.status.phase !== 'Active') return
    create(turn, 'endpoints', {
      metadata: { name, namespace, ...(Object.keys(labels).length > 0 ? { labels } : {}) },
      ...(subsets.length > 0 ? { subsets } : {}),
    })
    return
  }
  const { subsets: _old, ...rest } = existing
  const { labels: _labels, ...metadata } = existing.metadata
  update(turn, 'endpoints', {
    ...rest,
    metadata: { ...metadata, ...(Object.keys(labels).length > 0 ? { labels } : {}) },
    ...(subsets.length > 0 ? { subsets } : {}),
  })
}

/** Keeps the addresses behind every Service, in the old form that lists them in one object. */
export const endpoints: Controller = {
  name: 'endpoints',
  hopMs: { least: 4, most: 8 },
  concerns: (change, world) =>
    change.resource === 'endpoints' && change.type === 'DELETED'
      ? [change.key]
      : servicesOf(change, world),
  sync,
}
