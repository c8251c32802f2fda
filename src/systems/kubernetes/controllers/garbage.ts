import { keyOf, keyOfObject, read } from '../api/client.ts'
import { FOREGROUND, finalized, remove } from '../api/remove.ts'
import { update } from '../api/write.ts'
import type { KubeObject, ObjectMeta, OwnerReference, Resource } from '../objects.ts'
import { resourcesOf } from '../resources.ts'
import { objectAt, tableOf } from '../tables.ts'
import type { Turn } from '../turn.ts'
import type { Change, World } from '../world.ts'
import type { Controller } from './controller.ts'

/** How long a node must be gone before its pods are given up, at least and at most, in milliseconds. */
const LOST_NODE_MS = { least: 40_000, most: 60_000 } as const

/** Whose deletion takes others along. */
const OWNERS: readonly Resource[] = ['deployments', 'replicasets', 'services', 'nodes']

/** What may be taken along, and can be found by its owner. */
const OWNED: readonly Resource[] = [
  'replicasets',
  'pods',
  'endpointslices',
  'endpoints',
  'services',
]

/** What is known of a kind; the same in every release. */
const KINDS = new Map(resourcesOf('1.33').map((info) => [info.kind, info]))

/** Whether an owner is still there; what is of a kind unknown here is believed. */
function exists(
  world: World,
  { namespace }: ObjectMeta,
  { kind, name, uid }: OwnerReference,
): boolean {
  const info = KINDS.get(kind)
  if (!info) return true
  const key = keyOf(info.namespaced ? namespace : undefined, name)
  return objectAt(world.store, info.name, key)?.metadata.uid === uid
}

const keyFor = (resource: Resource, key: string): string => `${resource}/${key}`

interface Found {
  readonly resource: Resource
  readonly object: KubeObject
}

/** Everything that names an owner of this identity. */
function dependents(world: World, uid: string): readonly Found[] {
  return OWNED.flatMap((resource) =>
    Object.values(tableOf(world.store, resource))
      .filter(({ metadata }) => metadata.ownerReferences?.some((one) => one.uid === uid))
      .map((object) => ({ resource, object })),
  )
}

const holdsForeground = ({ deletionTimestamp, finalizers = [] }: ObjectMeta): boolean =>
  deletionTimestamp !== undefined && finalizers.includes(FOREGROUND)

/** The owners of an object that wait for it to be gone. */
function waitingOwners(world: World, { metadata }: KubeObject): readonly string[] {
  return (metadata.ownerReferences ?? []).flatMap(({ kind, name, uid }) => {
    const info = KINDS.get(kind)
    if (!info) return []
    const key = keyOf(info.namespaced ? metadata.namespace : undefined, name)
    const owner = objectAt(world.store, info.name, key)
    return owner?.metadata.uid === uid && holdsForeground(owner.metadata)
      ? [keyFor(info.name, key)]
      : []
  })
}

function concerns({ resource, type, key, object }: Change, world: World): readonly string[] {
  const { metadata } = object
  if (type === 'DELETED') {
    const lost = resource === 'nodes' ? [keyFor('nodes', key)] : []
    const orphans = OWNERS.includes(resource) ? dependents(world, metadata.uid) : []
    return [
      ...lost,
      ...waitingOwners(world, object),
      ...orphans.map((one) => keyFor(one.resource, keyOfObject(one.object))),
    ]
  }
  if (type === 'MODIFIED') return holdsForeground(metadata) ? [keyFor(resource, key)] : []
  const owners = metadata.ownerReferences ?? []
  return owners.every((owner) => exists(world, metadata, owner)) ? [] : [keyFor(resource, key)]
}

/** Removes what hangs on an owner that waits for it, and lets the owner go in the end. */
function removeBeneath(
  turn: Turn,
  resource: Resource,
  key: string,
  { metadata }: KubeObject,
): void {
  const blocking = dependents(turn.world(), metadata.uid).filter(({ object }) =>
    object.metadata.ownerReferences?.some(
      (one) => one.uid === metadata.uid && one.blockOwnerDeletion === true,
    ),
  )
  if (blocking.length === 0) {
    finalized(turn, resource, key, FOREGROUND)
    return
  }
  for (const { resource: one, object } of blocking) {
    if (object.metadata.deletionTimestamp !== undefined) continue
    const beneath = dependents(turn.world(), object.metadata.uid).length > 0
    remove(turn, one, keyOfObject(object), { propagation: beneath ? 'Foreground' : 'Background' })
  }
}

/** Gives up the pods of a node that no longer exists: nobody is left to say that they ended. */
function giveUp(turn: Turn, node: string): void {
  if (read(turn, 'nodes', node)) return
  for (const [key, { spec }] of Object.entries(turn.world().store.tables.pods))
    if (spec.nodeName === node) remove(turn, 'pods', key, { gracePeriodSeconds: 0 })
}

function collect(turn: Turn, resource: Resource, key: string): void {
  const object = read(turn, resource, key)
  if (!object) {
    if (resource === 'nodes') {
      const wait = turn.draw.whole('lost node', LOST_NODE_MS.least, LOST_NODE_MS.most)
      turn.enqueue('garbage', `lost/${key}`, wait)
    }
    return
  }
  const { metadata } = object
  if (holdsForeground(metadata)) {
    removeBeneath(turn, resource, key, object)
    return
  }
  const owners = metadata.ownerReferences ?? []
  const left = owners.filter((owner) => exists(turn.world(), metadata, owner))
  if (left.length === owners.length || metadata.deletionTimestamp !== undefined) return
  if (left.length === 0) remove(turn, resource, key)
  else update(turn, resource, { ...object, metadata: { ...metadata, ownerReferences: left } })
}

function sync(turn: Turn, key: string): void {
  const slash = key.indexOf('/')
  const first = key.slice(0, slash)
  const rest = key.slice(slash + 1)
  if (first === 'lost') {
    giveUp(turn, rest)
    return
  }
  const info = [...KINDS.values()].find(({ name }) => name === first)
  if (info) collect(turn, info.name, rest)
}

/**
 * Removes what has lost its owners: the replica sets of a Deployment that was deleted, then their
 * pods. Also gives up pods whose node is no more.
 */
export const garbage: Controller = {
  name: 'garbage',
  hopMs: { least: 15, most: 40 },
  concerns,
  sync,
}
