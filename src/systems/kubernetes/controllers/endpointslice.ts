import { keyOfObject, read } from '../api/client.ts'
import { remove } from '../api/remove.ts'
import { create, same, update } from '../api/write.ts'
import type { EndpointPort, EndpointSlice, Labels, Pod, Service } from '../objects.ts'
import type { Turn } from '../turn.ts'
import type { World } from '../world.ts'
import type { Controller } from './controller.ts'
import { byPorts, isHeadless, isOfUse, reachable, servicesOf } from './endpoint-pods.ts'
import { podReference } from './endpoints.ts'
import { referenceTo } from './owner.ts'
import { isReady } from './pod-state.ts'

type Endpoint = EndpointSlice['endpoints'][number]

/** The label that says to which Service a slice belongs. */
export const SERVICE_LABEL = 'kubernetes.io/service-name'

/** A slice holds so many addresses; a Service with more has several slices. */
const LARGEST_SLICE = 100

/** What is said of a pod: older releases only whether it answers, newer ones also whether it ends. */
function conditionsOf(world: World, service: Service, pod: Pod): Endpoint['conditions'] {
  const always = service.spec.publishNotReadyAddresses === true
  const serving = isReady(pod)
  const terminating = pod.metadata.deletionTimestamp !== undefined
  if (world.profile === '1.20') return { ready: always || serving }
  return { ready: always || (serving && !terminating), serving, terminating }
}

function endpointOf(world: World, service: Service, pod: Pod): Endpoint {
  const { nodeName } = pod.spec
  const node = world.store.tables.nodes[nodeName ?? '']
  const zone = node?.metadata.labels?.['topology.kubernetes.io/zone']
  return {
    addresses: [pod.status.podIP ?? ''],
    conditions: conditionsOf(world, service, pod),
    ...(nodeName === undefined ? {} : { nodeName }),
    ...(zone === undefined ? {} : { zone }),
    targetRef: podReference(pod),
  }
}

/** The pods whose addresses a slice lists: all that run; newer releases keep those that end until they have. */
function listedPods(world: World, service: Service): readonly Pod[] {
  const ending = service.spec.publishNotReadyAddresses === true || world.profile !== '1.20'
  return reachable(world, service).filter(
    (pod) =>
      pod.status.phase !== 'Failed' &&
      pod.status.phase !== 'Succeeded' &&
      isOfUse(pod) &&
      (ending || pod.metadata.deletionTimestamp === undefined),
  )
}

const labelsOf = (service: Service): Labels => ({
  ...service.metadata.labels,
  'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
  [SERVICE_LABEL]: service.metadata.name,
  ...(isHeadless(service) ? { 'service.kubernetes.io/headless': '' } : {}),
})

const slicesOf = (world: World, { metadata }: Service): readonly EndpointSlice[] =>
  Object.values(world.store.tables.endpointslices).filter(
    (slice) =>
      slice.metadata.namespace === metadata.namespace &&
      slice.metadata.labels?.[SERVICE_LABEL] === metadata.name,
  )

function createSlice(
  turn: Turn,
  service: Service,
  ports: readonly EndpointPort[],
  endpoints: readonly Endpoint[],
): void {
  const { name, namespace = '' } = service.metadata
  create(turn, 'endpointslices', {
    metadata: {
      generateName: `${name}-`,
      namespace,
      labels: labelsOf(service),
      ownerReferences: [referenceTo(service)],
    },
    addressType: 'IPv4',
    endpoints,
    ports,
  })
}

const uidOf = ({ targetRef }: Endpoint): string => targetRef?.uid ?? ''

/** What is to become of the slices of a Service beside those that only change. */
interface Plan {
  readonly creates: Pick<EndpointSlice, 'ports' | 'endpoints'>[]
  readonly deletes: EndpointSlice[]
}

/**
 * Brings the slices of one set of ports to the addresses wanted: what stays keeps its place, what is
 * new goes where there is room.
 */
function fill(
  turn: Turn,
  plan: Plan,
  slices: readonly EndpointSlice[],
  ports: readonly EndpointPort[],
  wanted: readonly Endpoint[],
): void {
  const left = new Map(wanted.map((endpoint) => [uidOf(endpoint), endpoint]))
  const kept = slices.map((slice) => ({
    slice,
    endpoints: slice.endpoints.flatMap((endpoint) => {
      const now = left.get(uidOf(endpoint))
      left.delete(uidOf(endpoint))
      // What says the same stays the same object, so that slices are compared quickly.
      return now === undefined ? [] : [same(endpoint, now) ? endpoint : now]
    }),
  }))
  const added = [...left.values()]
  for (const { slice, endpoints } of kept) {
    const filled = [...endpoints, ...added.splice(0, LARGEST_SLICE - endpoints.length)]
    if (filled.length === 0) plan.deletes.push(slice)
    else update(turn, 'endpointslices', { ...slice, endpoints: filled })
  }
  while (added.length > 0) plan.creates.push({ ports, endpoints: added.splice(0, LARGEST_SLICE) })
}

/** Does what is planned; a slice that would go is used again for one that would come. */
function carryOut(turn: Turn, service: Service, { creates, deletes }: Plan): void {
  for (const [index, { ports, endpoints }] of creates.entries()) {
    const again = deletes[index]
    if (again) update(turn, 'endpointslices', { ...again, ports, endpoints })
    else createSlice(turn, service, ports, endpoints)
  }
  for (const slice of deletes.slice(creates.length))
    remove(turn, 'endpointslices', keyOfObject(slice))
}

function sync(turn: Turn, key: string): void {
  const service = read(turn, 'services', key)
  // Slices have their Service for an owner; the collector takes those of one that is gone.
  if (!service || Object.keys(service.spec.selector ?? {}).length === 0) return
  const { deletionTimestamp, namespace = '' } = service.metadata
  const world = turn.world()
  if (deletionTimestamp !== undefined) return
  if (world.store.tables.namespaces[namespace]?.status.phase !== 'Active') return
  const slices = slicesOf(world, service)
  // A slice writes out that a port has no name; clients rely on it.
  const groups = byPorts(service, listedPods(world, service)).map(({ ports, pods }) => ({
    ports: ports.map((port) => ({ name: '', ...port })),
    pods,
  }))
  const matched = (slice: EndpointSlice): boolean =>
    groups.some(({ ports }) => same(slice.ports, ports))
  const plan: Plan = { creates: [], deletes: slices.filter((slice) => !matched(slice)) }
  for (const { ports, pods } of groups)
    fill(
      turn,
      plan,
      slices.filter((slice) => same(slice.ports, ports)),
      ports,
      pods.map((pod) => endpointOf(world, service, pod)),
    )
  // A Service without any address has one slice that says so, without ports.
  if (groups.length === 0) plan.creates.push({ ports: [], endpoints: [] })
  carryOut(turn, service, plan)
}

/**
 * Keeps the addresses behind every Service in slices, with what each is good for.
 *
 * @source k8s-endpointslices
 */
export const endpointslice: Controller = {
  name: 'endpointslice',
  hopMs: { least: 4, most: 8 },
  concerns: (change, world) => {
    if (change.resource !== 'endpointslices' || change.type !== 'DELETED')
      return servicesOf(change, world)
    const { namespace = '', labels } = change.object.metadata
    const name = labels?.[SERVICE_LABEL]
    return name === undefined ? [] : [`${namespace}/${name}`]
  },
  sync,
}
