import type { Deployment, EndpointSlice, Node, Pod } from './objects.ts'
import type { Change, ClusterNote } from './world.ts'

/** What of the store's writes a person would want to read, as one line of the table of events. */
export type Chronicled =
  | {
      readonly note: 'pod'
      /** `namespace/name`. */
      readonly key: string
      readonly what:
        'created' | 'placed' | 'started' | 'restarted' | 'ready' | 'not ready' | 'ending' | 'gone'
      /** Where it is, once it has been placed. */
      readonly node?: string
    }
  | {
      readonly note: 'node'
      readonly name: string
      readonly what: 'ready' | 'not ready' | 'cordoned' | 'uncordoned'
    }
  | {
      readonly note: 'endpoints'
      /** `namespace/service`. */
      readonly key: string
      /** How many pods the Service may send requests to. */
      readonly ready: number
    }
  | {
      readonly note: 'rollout'
      /** `namespace/deployment`. */
      readonly key: string
      readonly what: 'begun' | 'done' | 'stuck'
    }

const isReady = ({ status }: Pod | Node): boolean =>
  status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ?? false

const restarts = ({ status }: Pod): number =>
  status.containerStatuses?.reduce((sum, { restartCount }) => sum + restartCount, 0) ?? 0

type PodNews = Extract<Chronicled, { readonly note: 'pod' }>['what']

function podNews(now: Pod, was: Pod | undefined, type: Change['type']): readonly PodNews[] {
  if (type === 'DELETED') return ['gone']
  if (!was) return ['created']
  const news: readonly (readonly [boolean, PodNews])[] = [
    [now.spec.nodeName !== undefined && was.spec.nodeName === undefined, 'placed'],
    [now.status.phase === 'Running' && was.status.phase !== 'Running', 'started'],
    [restarts(now) > restarts(was), 'restarted'],
    [isReady(now) && !isReady(was), 'ready'],
    [!isReady(now) && isReady(was), 'not ready'],
    [
      now.metadata.deletionTimestamp !== undefined && was.metadata.deletionTimestamp === undefined,
      'ending',
    ],
  ]
  return news.flatMap(([is, what]) => (is ? [what] : []))
}

function nodeNews(now: Node, was: Node | undefined): readonly ClusterNote[] {
  if (!was) return []
  const { name } = now.metadata
  const cordoned = now.spec.unschedulable === true
  return [
    ...(isReady(now) === isReady(was)
      ? []
      : [{ note: 'node', name, what: isReady(now) ? 'ready' : 'not ready' } as const]),
    ...(cordoned === (was.spec.unschedulable === true)
      ? []
      : [{ note: 'node', name, what: cordoned ? 'cordoned' : 'uncordoned' } as const]),
  ]
}

const readyOf = (slice: EndpointSlice | undefined): number =>
  slice?.endpoints.filter(({ conditions }) => conditions.ready).length ?? 0

/** Why a rollout goes on, has ended, or does not: the reason of its condition Progressing. */
const progressOf = (deployment: Deployment | undefined): string | undefined =>
  deployment?.status.conditions?.find(({ type }) => type === 'Progressing')?.reason

const STAGES: Readonly<Record<string, 'begun' | 'done' | 'stuck'>> = {
  NewReplicaSetCreated: 'begun',
  ReplicaSetUpdated: 'begun',
  FoundNewReplicaSet: 'begun',
  NewReplicaSetAvailable: 'done',
  ProgressDeadlineExceeded: 'stuck',
}

function rolloutNews(key: string, now: Deployment, was: Deployment | undefined) {
  const [before, after] = [progressOf(was), progressOf(now)].map((reason) => STAGES[reason ?? ''])
  return after === undefined || after === before
    ? []
    : [{ note: 'rollout', key, what: after } as const]
}

/** The lines that a write to the store makes; most make none. */
export function chronicle({ resource, key, object, before, type }: Change): readonly ClusterNote[] {
  // The resource says which kind of object it is; the store holds no other there.
  switch (resource) {
    case 'pods': {
      const now = object as Pod
      const { nodeName: node } = now.spec
      return podNews(now, before as Pod | undefined, type).map((what) => ({
        note: 'pod',
        key,
        what,
        ...(node === undefined ? {} : { node }),
      }))
    }
    case 'nodes':
      return type === 'DELETED' ? [] : nodeNews(object as Node, before as Node | undefined)
    case 'endpointslices': {
      const slice = object as EndpointSlice
      const service = slice.metadata.labels?.['kubernetes.io/service-name'] ?? ''
      const ready = type === 'DELETED' ? 0 : readyOf(slice)
      return ready === readyOf(before as EndpointSlice | undefined)
        ? []
        : [{ note: 'endpoints', key: `${slice.metadata.namespace ?? ''}/${service}`, ready }]
    }
    case 'deployments':
      return type === 'DELETED'
        ? []
        : rolloutNews(key, object as Deployment, before as Deployment | undefined)
    default:
      return []
  }
}
