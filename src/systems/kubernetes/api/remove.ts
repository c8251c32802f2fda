import { timestampAt } from '../clock.ts'
import type { Kinds, KubeObject, Pod, Resource } from '../objects.ts'
import { listed, type Turn } from '../turn.ts'
import { read } from './client.ts'
import { conflict, notFound } from './refusals.ts'
import { update } from './write.ts'

export interface RemoveOptions {
  /** Overrules the pod's own; 0 removes it at once. */
  readonly gracePeriodSeconds?: number
  /** Removes it only if it still is this one. */
  readonly uid?: string
  readonly dryRun?: boolean
  /** What becomes of what belongs to it: it goes after it, before it, or stays and belongs to nobody. */
  readonly propagation?: 'Background' | 'Foreground' | 'Orphan'
}

/** Holds an owner until all that belongs to it is gone. */
export const FOREGROUND = 'foregroundDeletion'

/** Lets go of everything that belongs to an object, so that nobody collects it. */
function orphan(turn: Turn, { metadata: { uid } }: KubeObject): void {
  for (const resource of ['replicasets', 'pods', 'endpointslices'] as const)
    for (const object of listed(turn.world().store, resource)) {
      const owners = object.metadata.ownerReferences ?? []
      const others = owners.filter((owner) => owner.uid !== uid)
      if (others.length < owners.length)
        update(turn, resource, {
          ...object,
          metadata: { ...object.metadata, ownerReferences: others },
        })
    }
}

/** How long a pod may take to end: what the request says, or the pod, or at once if nothing runs. */
function graceOf({ spec, status }: Pod, asked: number | undefined): number {
  // Nothing to wait for where no kubelet has it, or where it is over.
  if (spec.nodeName === undefined || status.phase === 'Succeeded' || status.phase === 'Failed')
    return 0
  return asked ?? spec.terminationGracePeriodSeconds ?? 30
}

/**
 * Deletes an object: a pod that runs is only marked, and its kubelet removes it in the end; what has
 * finalizers is marked until they are gone.
 *
 * @returns the object as it is now, or was last
 * @throws ApiError 404 where there is none, 409 where it is another one than asked
 */
export function remove<R extends Resource>(
  turn: Turn,
  resource: R,
  key: string,
  { gracePeriodSeconds, uid, dryRun = false, propagation = 'Background' }: RemoveOptions = {},
): Kinds[R] {
  const object = read(turn, resource, key)
  const name = key.split('/').at(-1) ?? key
  if (!object) throw notFound(resource, name)
  if (uid !== undefined && object.metadata.uid !== uid) throw conflict(resource, name)
  if (dryRun) return object
  const pod = resource === 'pods' ? read(turn, 'pods', key) : undefined
  const grace = pod ? graceOf(pod, gracePeriodSeconds) : 0
  if (propagation === 'Orphan') orphan(turn, object)
  const { deletionTimestamp, deletionGracePeriodSeconds } = object.metadata
  const finalizers = [
    ...(object.metadata.finalizers ?? []).filter((one) => one !== FOREGROUND),
    ...(propagation === 'Foreground' ? [FOREGROUND] : []),
  ]
  const held = resource === 'namespaces' || finalizers.length > 0
  if (grace === 0 && !held) {
    turn.write(resource, key, null)
    return object
  }
  // Asking again can only make the end come sooner.
  if (deletionTimestamp !== undefined && (deletionGracePeriodSeconds ?? 0) <= grace) return object
  const marked: Kinds[R] = {
    ...object,
    metadata: {
      ...object.metadata,
      deletionTimestamp: timestampAt(turn.nowMs + grace * 1000),
      deletionGracePeriodSeconds: grace,
      ...(finalizers.length === 0 ? {} : { finalizers }),
      resourceVersion: String(turn.nextRevision()),
    },
  }
  if (resource === 'namespaces') {
    turn.write(resource, key, { ...marked, status: { phase: 'Terminating' } } as Kinds[R])
  } else turn.write(resource, key, marked)
  return read(turn, resource, key) ?? marked
}

/** Takes a finalizer off; an object that is being deleted goes with its last one. */
export function finalized<R extends Resource>(
  turn: Turn,
  resource: R,
  key: string,
  finalizer: string,
): void {
  const object = read(turn, resource, key)
  if (!object) return
  const finalizers = (object.metadata.finalizers ?? []).filter((one) => one !== finalizer)
  if (object.metadata.deletionTimestamp !== undefined && finalizers.length === 0)
    turn.write(resource, key, null)
  else update(turn, resource, { ...object, metadata: { ...object.metadata, finalizers } })
}
