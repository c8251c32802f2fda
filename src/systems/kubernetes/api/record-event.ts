import type { KubeEvent, KubeObject } from '../objects.ts'
import { BEGAN_MS, microTimeAt } from '../clock.ts'
import { generatedUid } from '../names.ts'
import type { Turn } from '../turn.ts'
import type { World } from '../world.ts'
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
  /**
   * Tells it by way of `events.k8s.io`, as the scheduler does: what is done, and the state of the
   * object that it is done to. What is done again to the same state makes a series, whatever the words.
   */
  readonly regarding?: { readonly action: string; readonly version: string }
}

/** So many boxes; each is copied whole where something is put into it. */
const BOXES = 256
export const noneTold: World['told'] = Array.from({ length: BOXES }, () => ({}))

/** The hash by Fowler, Noll and Vo of a text. */
function digest(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** A name that no event has: its object, and the time in billionths of a second, as hexadecimal. */
function newName(turn: Turn, namespace: string, about: string): string {
  let time = BigInt(BEGAN_MS + Math.floor(turn.nowMs)) * 1_000_000n
  const name = (): string => `${about}.${time.toString(16)}`
  while (read(turn, 'events', keyOf(namespace, name()))) time += 1000n
  return name()
}

/** The event once more: counted up, or with a series, of which only the beginning is written down. */
function toldAgain(turn: Turn, before: KubeEvent, { regarding }: Said): KubeEvent {
  const metadata = { ...before.metadata, resourceVersion: String(turn.nextRevision()) }
  if (!regarding)
    return { ...before, metadata, count: (before.count ?? 1) + 1, lastTimestamp: timeOf(turn) }
  // The second time counted as the first of a series in 1.20.
  const count = before.series?.count ?? (turn.world().profile === '1.20' ? 0 : 1)
  const lastObservedTime = microTimeAt(turn.nowMs)
  return { ...before, metadata, series: { count: count + 1, lastObservedTime } }
}

/** When an event was told for the first time, and by whom, in the form of its API. */
function source(turn: Turn, { component, host, regarding }: Said) {
  if (!regarding) {
    const now = timeOf(turn)
    const by = { component, ...(host === undefined ? {} : { host }) }
    return { count: 1, firstTimestamp: now, lastTimestamp: now, source: by }
  }
  return {
    action: regarding.action,
    eventTime: microTimeAt(turn.nowMs),
    firstTimestamp: null,
    lastTimestamp: null,
    reportingComponent: component,
    reportingInstance: `${component}-control-plane`,
    source: {},
  }
}

/**
 * Records an event; one that was said before of the same object in the same words is counted up.
 * What belongs to no namespace is told in `default`.
 */
export function recordEvent(turn: Turn, said: Said): void {
  const { about, type, reason, message, component, fieldPath, regarding } = said
  const { metadata, kind } = about
  const namespace = metadata.namespace ?? 'default'
  // What is being deleted takes nothing new, events neither.
  if (read(turn, 'namespaces', namespace)?.status.phase === 'Terminating') return
  // Names tell the time, so that lists are in its order; the same words find theirs by this.
  const same = regarding ? `${regarding.action}\n${regarding.version}` : message
  const words = [metadata.uid, component, reason, same].join('\n')
  const digests = [digest(words, 0), digest(words, 1)] as const
  const box = digests[0] % BOXES
  const { told, profile } = turn.world()
  const known = told[box]?.[digests.join(' ')]
  const before = known === undefined ? undefined : read(turn, 'events', keyOf(namespace, known))
  if (before) {
    turn.write('events', keyOf(namespace, before.metadata.name), toldAgain(turn, before, said))
    return
  }
  const name = newName(turn, namespace, metadata.name)
  turn.put('told', told.with(box, { ...told[box], [digests.join(' ')]: name }))
  const apiVersion = resourcesOf(profile).find((one) => one.kind === kind)
  turn.write('events', keyOf(namespace, name), {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: {
      name,
      namespace,
      uid: generatedUid(turn.draw),
      resourceVersion: String(turn.nextRevision()),
      creationTimestamp: timeOf(turn),
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
    ...source(turn, said),
  })
}
