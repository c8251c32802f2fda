import type { KubeEvent, KubeObject } from '../objects.ts'
import { generatedUid } from '../names.ts'
import type { Turn } from '../turn.ts'
import { keyOf, read, timeOf } from './client.ts'
import { apiVersionOf, resourcesOf } from '../resources.ts'

/** What an event says of an object. */
export interface Said {
  readonly about: KubeObject
  readonly type: KubeEvent['type']
  readonly reason: string
  readonly message: string
  /** Who says it: `kubelet`, `default-scheduler`, `deployment-controller`. */
  readonly component: string
  readonly host?: string
  /** The part of it: `spec.containers{web}`. */
  readonly fieldPath?: string
  /** Keeps it apart from the same words that were said with another one of these. */
  readonly series?: string
}

/** The hash by Fowler, Noll and Vo of a text, as eight hexadecimal digits. */
function digest(text: string, salt: number): string {
  let hash = 0x811c9dc5 ^ salt
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/**
 * Records an event; one that was said before of the same object in the same words is counted up.
 * What belongs to no namespace is told in `default`.
 */
export function recordEvent(turn: Turn, said: Said): void {
  const { about, type, reason, message, component, host, fieldPath, series = '' } = said
  const { metadata, kind } = about
  const namespace = metadata.namespace ?? 'default'
  // What is being deleted takes nothing new, events neither.
  if (read(turn, 'namespaces', namespace)?.status.phase === 'Terminating') return
  const now = timeOf(turn)
  // The name says what is told, so that the same words find their event without a search.
  const words = [metadata.uid, component, reason, message, series].join('\n')
  const name = `${metadata.name}.${digest(words, 0)}${digest(words, 1)}`
  const key = keyOf(namespace, name)
  const again = read(turn, 'events', key)
  if (again) {
    turn.write('events', key, {
      ...again,
      count: again.count + 1,
      lastTimestamp: now,
      metadata: { ...again.metadata, resourceVersion: String(turn.nextRevision()) },
    })
    return
  }
  const apiVersion = resourcesOf(turn.world().profile).find((one) => one.kind === kind)
  turn.write('events', key, {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: {
      name,
      namespace,
      uid: generatedUid(turn.draw),
      resourceVersion: String(turn.nextRevision()),
      creationTimestamp: now,
    },
    type,
    reason,
    message,
    involvedObject: {
      kind,
      name: metadata.name,
      uid: metadata.uid,
      ...(apiVersion ? { apiVersion: apiVersionOf(apiVersion) } : {}),
      ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }),
      ...(fieldPath === undefined ? {} : { fieldPath }),
    },
    count: 1,
    firstTimestamp: now,
    lastTimestamp: now,
    source: { component, ...(host === undefined ? {} : { host }) },
  })
}
