import { keyOfObject, read, timeOf } from '../api/client.ts'
import { remove } from '../api/remove.ts'
import { updateStatus } from '../api/write.ts'
import type { Condition, KubeObject, Namespace, Resource } from '../objects.ts'
import { resourcesOf } from '../resources.ts'
import { tableOf } from '../tables.ts'
import type { Turn } from '../turn.ts'
import type { Controller } from './controller.ts'

/** How long a pod may take to end where it does not say, in seconds. */
const USUAL_GRACE_S = 30

interface Content {
  readonly resource: Resource
  readonly objects: readonly KubeObject[]
}

function contentOf(turn: Turn, namespace: string): readonly Content[] {
  const { profile, store } = turn.world()
  return resourcesOf(profile)
    .filter(({ namespaced }) => namespaced)
    .map(({ name }) => {
      const objects = Object.values<KubeObject>(tableOf(store, name)).filter(
        ({ metadata }) => metadata.namespace === namespace,
      )
      return { resource: name, objects }
    })
    .filter(({ objects }) => objects.length > 0)
}

/** What a namespace says of itself while it still holds something. */
function conditionsOf(turn: Turn, left: readonly Content[]): readonly Condition[] {
  const remaining = left
    .map(({ resource, objects }) => `${resource}. has ${objects.length} resource instances`)
    .toSorted()
    .join(', ')
  const now = timeOf(turn)
  const say = (type: string, status: 'True' | 'False', reason: string, message: string) => ({
    type,
    status,
    lastTransitionTime: now,
    reason,
    message,
  })
  return [
    say(
      'NamespaceDeletionDiscoveryFailure',
      'False',
      'ResourcesDiscovered',
      'All resources successfully discovered',
    ),
    say(
      'NamespaceDeletionGroupVersionParsingFailure',
      'False',
      'ParsedGroupVersions',
      'All legacy kube types successfully parsed',
    ),
    say(
      'NamespaceDeletionContentFailure',
      'False',
      'ContentDeleted',
      'All content successfully deleted, may be waiting on finalization',
    ),
    say(
      'NamespaceContentRemaining',
      'True',
      'SomeResourcesRemain',
      `Some resources are remaining: ${remaining}`,
    ),
    say(
      'NamespaceFinalizersRemaining',
      'False',
      'ContentHasNoFinalizers',
      'All content-preserving finalizers finished',
    ),
  ]
}

/** The old conditions where nothing new is said, with the times at which they were first said. */
function settled(before: readonly Condition[] | undefined, now: readonly Condition[]) {
  return now.map((condition) => {
    const held = before?.find(({ type }) => type === condition.type)
    return held?.status === condition.status && held.message === condition.message
      ? held
      : condition
  })
}

/** The longest that any of its pods may take to end, in seconds. */
const longestGrace = (left: readonly Content[]): number =>
  Math.max(
    0,
    ...left.flatMap(({ objects }) =>
      objects.map((object) =>
        object.kind === 'Pod' ? (object.metadata.deletionGracePeriodSeconds ?? USUAL_GRACE_S) : 0,
      ),
    ),
  )

function sync(turn: Turn, name: string): void {
  const namespace: Namespace | undefined = read(turn, 'namespaces', name)
  if (namespace?.metadata.deletionTimestamp === undefined) return
  for (const { resource, objects } of contentOf(turn, name))
    for (const object of objects)
      if (object.metadata.deletionTimestamp === undefined)
        remove(turn, resource, keyOfObject(object))
  const left = contentOf(turn, name)
  if (left.length === 0) {
    turn.write('namespaces', name, null)
    return
  }
  const conditions = settled(namespace.status.conditions, conditionsOf(turn, left))
  updateStatus(turn, 'namespaces', { ...namespace, status: { ...namespace.status, conditions } })
  // Half of the time that its pods may take, and a second; sooner where it is told of a change.
  turn.enqueue('namespace', name, (Math.floor(longestGrace(left) / 2) + 1) * 1000)
}

/**
 * Empties a namespace that is being deleted, and removes it when nothing is left in it. It waits for
 * five seconds before each look, so that what was written last has arrived.
 *
 * @source k8s-1-20-source
 */
export const namespace: Controller = {
  name: 'namespace',
  hopMs: { least: 5000, most: 5010 },
  concerns: ({ resource, type, key, object }) =>
    resource === 'namespaces' &&
    type !== 'DELETED' &&
    object.metadata.deletionTimestamp !== undefined
      ? [key]
      : [],
  sync,
}
