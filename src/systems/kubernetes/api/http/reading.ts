import { freshLease, freshNode } from '../../kubelet/heartbeat.ts'
import type { KubeObject, Kinds, Resource, Timestamp } from '../../objects.ts'
import { tableOf } from '../../printing/tables.ts'
import { apiVersionOf } from '../../resources.ts'
import { labelSelectorFrom } from '../../selectors.ts'
import { objectAt } from '../../tables.ts'
import { listed } from '../../turn.ts'
import type { World } from '../../world.ts'
import { keyOf } from '../client.ts'
import { fieldSelectorFrom } from '../field-labels.ts'
import { badRequest, notFound } from '../refusals.ts'
import type { ApiRequest } from '../rest.ts'
import type { Address } from './address.ts'

/** The world at a moment, as a reader sees it. */
export interface View {
  readonly world: World
  readonly nowMs: number
}

const inMillionths = (time: Timestamp): Timestamp => time.replace(/(?:\.\d+)?Z$/, '.000000Z')

/** An object with what is not written but worked out: when its kubelet was last heard of. */
export function fresh(object: KubeObject, { world, nowMs }: View): KubeObject {
  if (object.kind === 'Node') {
    const node = world.store.tables.nodes[object.metadata.name]
    return node === object ? freshNode(world, node, nowMs) : object
  }
  if (object.kind === 'Lease') {
    const { namespace, name } = object.metadata
    const lease = world.store.tables.leases[keyOf(namespace, name)]
    if (lease !== object) return object
    const renewed = freshLease(world, lease, nowMs)
    // Leases count in millionths of a second; clients insist on reading them.
    const { acquireTime, renewTime } = renewed.spec
    return {
      ...renewed,
      spec: {
        ...renewed.spec,
        ...(acquireTime === undefined ? {} : { acquireTime: inMillionths(acquireTime) }),
        ...(renewTime === undefined ? {} : { renewTime: inMillionths(renewTime) }),
      },
    }
  }
  return object
}

/**
 * Which objects a request asks for: by namespace, name, labels and fields.
 *
 * @throws ApiError 400 where a selector is none
 */
export function selection(
  { info, namespace, name }: Address,
  query: ApiRequest['query'],
): (object: KubeObject) => boolean {
  const fields = fieldSelectorFrom(info.name, query.fieldSelector ?? '')
  const labels = ((): ReturnType<typeof labelSelectorFrom> => {
    try {
      return labelSelectorFrom(query.labelSelector ?? '')
    } catch (error) {
      if (error instanceof RangeError) throw badRequest(error.message)
      throw error
    }
  })()
  return (object) =>
    (namespace === undefined || object.metadata.namespace === namespace) &&
    (name === undefined || object.metadata.name === name) &&
    labels(object.metadata.labels) &&
    fields(object)
}

/** Whether a client asks for a table of cells and not for the objects. */
export const wantsTable = ({ accept = '' }: ApiRequest): boolean => accept.includes('as=Table')

/** Objects of one resource as a table. */
export function tableAnswer(
  resource: Resource,
  objects: readonly KubeObject[],
  { query }: ApiRequest,
  { world, nowMs }: View,
): object {
  // The objects come from the table of the resource.
  const own = objects as readonly Kinds[typeof resource][]
  const { columns, rows } = tableOf(resource, own, { nowMs, profile: world.profile })
  const { includeObject = 'Metadata' } = query
  const objectOf = (object: KubeObject): object => {
    switch (includeObject) {
      case 'Object':
        return object
      case 'None':
        return {}
      default:
        return {
          kind: 'PartialObjectMetadata',
          apiVersion: 'meta.k8s.io/v1',
          metadata: object.metadata,
        }
    }
  }
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: { resourceVersion: String(world.store.revision) },
    columnDefinitions: columns.map((column) => ({ description: '', ...column })),
    rows: rows.map(({ cells, object }) => ({ cells, object: objectOf(object) })),
  }
}

/**
 * One object.
 *
 * @throws ApiError 404
 */
export function found({ info, namespace, name = '' }: Address, view: View): KubeObject {
  const object = objectAt(view.world.store, info.name, keyOf(namespace, name))
  if (!object) throw notFound(info.name, name)
  return fresh(object, view)
}

/** All objects that a request asks for, in the order of their keys. */
export function allFound(
  address: Address,
  query: ApiRequest['query'],
  view: View,
): readonly KubeObject[] {
  const wanted = selection(address, query)
  const objects: readonly KubeObject[] = listed(view.world.store, address.info.name)
  return objects.filter(wanted).map((object) => fresh(object, view))
}

/** Answers a request for one object or a list of them, as objects or as a table. */
export function readAnswer(address: Address, request: ApiRequest, view: View): object {
  const { info, name } = address
  if (name !== undefined) {
    const object = found(address, view)
    return wantsTable(request) ? tableAnswer(info.name, [object], request, view) : object
  }
  const objects = allFound(address, request.query, view)
  if (wantsTable(request)) return tableAnswer(info.name, objects, request, view)
  return {
    kind: `${info.kind}List`,
    apiVersion: apiVersionOf(info),
    metadata: { resourceVersion: String(view.world.store.revision) },
    items: objects,
  }
}
