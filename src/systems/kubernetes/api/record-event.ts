import type { KubeEvent, KubeObject } from '../objects.ts'
import { generatedUid } from '../names.ts'
import { BEGAN_MS } from '../clock.ts'
import type { Turn } from '../turn.ts'
import { keyOf, keyOfObject, read, timeOf } from './client.ts'
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

const NANOSECONDS = 1_000_000n

/**
 * The time in nanoseconds, as names of events end with it: lists by name are then in the order in
 * which things were said. What is said in the same millisecond is told apart by its revision.
 */
function momentOf(turn: Turn): string {
  const within = BigInt(turn.nextRevision()) % NANOSECONDS
  return (BigInt(BEGAN_MS + Math.round(turn.nowMs)) * NANOSECONDS + within).toString(16)
}

const copies = new WeakMap<Turn, Record<string, string>>()

/** The names of the events, as this turn may write to them: copied once a turn, as tables are. */
function ownNames(turn: Turn): Record<string, string> {
  const { said } = turn.world()
  const own = copies.get(turn)
  if (own !== undefined && own === said) return own
  const copy = { ...said }
  copies.set(turn, copy)
  turn.put('said', copy)
  return copy
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
  const words = [metadata.uid, component, reason, message, series].join('\n')
  const before = turn.world().said[words]
  const again = before === undefined ? undefined : read(turn, 'events', keyOf(namespace, before))
  if (again) {
    const key = keyOfObject(again)
    turn.write('events', key, {
      ...again,
      count: again.count + 1,
      lastTimestamp: now,
      metadata: { ...again.metadata, resourceVersion: String(turn.nextRevision()) },
    })
    return
  }
  const name = `${metadata.name}.${momentOf(turn)}`
  const key = keyOf(namespace, name)
  ownNames(turn)[words] = name
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
