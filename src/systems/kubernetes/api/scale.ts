import type { Deployment, ReplicaSet } from '../objects.ts'
import { selectorText } from '../selectors.ts'
import type { Turn } from '../turn.ts'
import { read } from './client.ts'
import { notFound } from './refusals.ts'
import { update } from './write.ts'

/** The resources that have a number of pods to set. */
export type Scalable = 'deployments' | 'replicasets'

/** How many pods something has and shall have, as the API shows it apart. */
export function scaleOf({ metadata, spec, status }: Deployment | ReplicaSet): object {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = metadata
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: spec.replicas },
    status: { replicas: status.replicas ?? 0, selector: selectorText(spec.selector) },
  }
}

/**
 * Sets how many pods something shall have, and nothing else.
 *
 * @param replicas at least 0
 * @throws ApiError 404, 422 where the number is negative
 */
export function setScale(
  turn: Turn,
  resource: Scalable,
  key: string,
  replicas: number,
  { dryRun = false } = {},
): Deployment | ReplicaSet {
  const object = read(turn, resource, key)
  if (!object) throw notFound(resource, key.split('/').at(-1) ?? key)
  return resource === 'deployments'
    ? update(
        turn,
        'deployments',
        { ...(object as Deployment), spec: { ...(object as Deployment).spec, replicas } },
        { dryRun },
      )
    : update(
        turn,
        'replicasets',
        { ...(object as ReplicaSet), spec: { ...(object as ReplicaSet).spec, replicas } },
        { dryRun },
      )
}
