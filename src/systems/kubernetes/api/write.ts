import { generatedName, generatedUid } from '../names.ts'
import type { Kinds, ObjectMeta, Resource } from '../objects.ts'
import { apiVersionOf, resourcesOf } from '../resources.ts'
import type { Turn } from '../turn.ts'
import { keyOf, keyOfObject, read, timeOf } from './client.ts'
import { same } from './same.ts'
import { admitted } from './admission.ts'
import { withDefaults } from './defaults.ts'
import { alreadyExists, conflict, forbidden, infoOf, notFound } from './refusals.ts'
import { validate } from './validate.ts'

export { same }

/** Metadata as a client sends it; the server adds the rest. */
export type DraftMeta = Partial<ObjectMeta>

/** An object as a client sends it. */
export type Draft<R extends Resource> = Omit<
  Kinds[R],
  'apiVersion' | 'kind' | 'metadata' | 'status'
> & {
  readonly metadata: DraftMeta
  readonly status?: unknown
}

/** Kinds whose `metadata.generation` counts changes of the spec. */
const COUNTED: readonly Resource[] = [
  'deployments',
  'replicasets',
  'poddisruptionbudgets',
  'endpointslices',
]

const UNSET_STATUS: Partial<Record<Resource, unknown>> = {
  namespaces: { phase: 'Active' },
  pods: { phase: 'Pending' },
  replicasets: { replicas: 0 },
  deployments: {},
  services: { loadBalancer: {} },
  nodes: {},
  poddisruptionbudgets: {
    currentHealthy: 0,
    desiredHealthy: 0,
    disruptionsAllowed: 0,
    expectedPods: 0,
  },
}

/**
 * Stores a new object.
 *
 * @param draft what a client sends; a `generateName` gets five letters of chance
 * @param dryRun goes all the way but does not store
 * @returns the object as stored, defaults filled in
 * @throws ApiError 404 where its namespace is not, 403 where that is being deleted, 409 where the
 *   name is taken, 422 where it is invalid
 */
export function create<R extends Resource>(
  turn: Turn,
  resource: R,
  draft: Draft<R>,
  { dryRun = false } = {},
): Kinds[R] {
  const { namespaced, kind } = infoOf(resource)
  const { profile } = turn.world()
  const info = resourcesOf(profile).find(({ name: one }) => one === resource)
  const { generateName, namespace, ...given } = draft.metadata
  const name = draft.metadata.name ?? generatedName(turn.draw, generateName ?? '')
  if (namespaced) {
    const home = read(turn, 'namespaces', namespace ?? '')
    if (!home) throw notFound('namespaces', namespace ?? '')
    if (home.status.phase === 'Terminating')
      throw forbidden(
        resource,
        name,
        `unable to create new content in namespace ${namespace ?? ''} because it is being terminated`,
      )
  }
  const unset = UNSET_STATUS[resource]
  const object = withDefaults(
    resource,
    // What a client sends has been checked against the schema of its kind before it comes here.
    {
      ...draft,
      apiVersion: info ? apiVersionOf(info) : 'v1',
      kind,
      metadata: {
        ...given,
        name,
        ...(generateName === undefined ? {} : { generateName }),
        ...(namespaced && namespace !== undefined ? { namespace } : {}),
        uid: generatedUid(turn.draw),
        resourceVersion: String(turn.nextRevision()),
        ...(COUNTED.includes(resource) ? { generation: 1 } : {}),
        creationTimestamp: timeOf(turn),
      },
      // Only nodes say themselves how they are when they register.
      ...(unset === undefined
        ? {}
        : { status: resource === 'nodes' ? (draft.status ?? unset) : unset }),
    } as unknown as Kinds[R],
    turn.world(),
  )
  const stored = admitted(resource, object, turn.world())
  validate(resource, stored, profile)
  const key = keyOf(namespaced ? namespace : undefined, name)
  if (read(turn, resource, key)) throw alreadyExists(resource, name)
  if (!dryRun) turn.write(resource, key, stored)
  return stored
}

interface Spec {
  readonly spec?: unknown
  readonly status?: unknown
}

function replace<R extends Resource>(
  turn: Turn,
  resource: R,
  object: Kinds[R],
  part: 'all but status' | 'status',
  dryRun: boolean,
): Kinds[R] {
  const key = keyOfObject(object)
  const before = read(turn, resource, key)
  const { name } = object.metadata
  if (!before) throw notFound(resource, name)
  const { resourceVersion } = object.metadata
  if (resourceVersion !== '' && resourceVersion !== before.metadata.resourceVersion)
    throw conflict(resource, name)
  const was = before as Spec
  const will = object as Spec
  const kept = before.metadata
  const merged: Kinds[R] =
    part === 'status'
      ? {
          ...before,
          // The Deployment controller notes a revision together with the status it belongs to.
          metadata:
            object.metadata.annotations === undefined
              ? before.metadata
              : { ...before.metadata, annotations: object.metadata.annotations },
          status: will.status,
        }
      : {
          ...object,
          metadata: {
            ...object.metadata,
            uid: kept.uid,
            creationTimestamp: kept.creationTimestamp,
            ...(kept.deletionTimestamp === undefined
              ? {}
              : {
                  deletionTimestamp: kept.deletionTimestamp,
                  deletionGracePeriodSeconds: kept.deletionGracePeriodSeconds ?? 0,
                }),
          },
          ...(was.status === undefined ? {} : { status: was.status }),
        }
  // What is as it was has its defaults already.
  const full =
    part === 'status' || will.spec === was.spec
      ? merged
      : withDefaults(resource, merged, turn.world())
  const unversioned = (one: Kinds[R]) => ({
    ...one,
    metadata: { ...one.metadata, resourceVersion: '', generation: 0 },
  })
  if (same(unversioned(full), unversioned(before))) return before
  const changed = !same((full as Spec).spec, was.spec)
  const stored: Kinds[R] = {
    ...full,
    metadata: {
      ...full.metadata,
      resourceVersion: String(turn.nextRevision()),
      ...(kept.generation === undefined ? {} : { generation: kept.generation + (changed ? 1 : 0) }),
    },
  }
  if (part !== 'status') validate(resource, stored, turn.world().profile, before)
  if (!dryRun) turn.write(resource, key, stored)
  return stored
}

/**
 * Replaces an object, its status apart; what changes nothing is not written.
 *
 * @throws ApiError 404, 409 where `metadata.resourceVersion` is neither empty nor the latest, 422
 */
export const update = <R extends Resource>(
  turn: Turn,
  resource: R,
  object: Kinds[R],
  { dryRun = false } = {},
): Kinds[R] => replace(turn, resource, object, 'all but status', dryRun)

/**
 * Replaces an object's status and nothing else.
 *
 * @throws ApiError 404, 409
 */
export const updateStatus = <R extends Resource>(
  turn: Turn,
  resource: R,
  object: Kinds[R],
): Kinds[R] => replace(turn, resource, object, 'status', false)
