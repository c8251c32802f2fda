import { keyOf, read } from '../../api/client.ts'
import { fresh } from '../../api/http/reading.ts'
import { notFound, unfindable } from '../../api/refusals.ts'
import { ApiError } from '../../api/status.ts'
import type { KubeObject, Resource } from '../../objects.ts'
import { type ResourceInfo, resourcesOf } from '../../resources.ts'
import { type FieldTerm, meetsFields, parseFieldSelector } from '../../selectors.ts'
import { listed } from '../../turn.ts'
import { ClientError } from '../verbs/failures.ts'
import { mappingOf } from '../verbs/mapping.ts'
import { listSelectorOf } from '../verbs/targets.ts'
import type { Asked } from '../verbs/asked.ts'

/** What a command wants to see of one resource: objects by name, or all that a selection lets pass. */
export interface Request {
  readonly info: ResourceInfo
  /** Absent where the whole list is wanted. */
  readonly names?: readonly string[]
}

const MIXED =
  "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'"

/** The types of a first argument: `deploy,svc`, and all that `all` stands for. */
export function typesIn(asked: Asked, text: string): readonly ResourceInfo[] {
  const { profile } = asked.turn.world()
  return text
    .split(',')
    .flatMap((name) =>
      name === 'all'
        ? resourcesOf(profile).filter(({ inAll }) => inAll)
        : [mappingOf(profile, name)],
    )
}

/**
 * What the arguments of a reading command ask for: `pods`, `deploy,svc`, `pod a b`, `pod/a svc/b`.
 *
 * @throws ClientError with kubectl's words where they make no sense
 */
export function requestsOf(asked: Asked): readonly Request[] {
  const { args, flags } = asked
  const [first = '', ...names] = args
  const selecting = flags.text('selector') !== '' || flags.text('field-selector') !== ''
  const everywhere = flags.is('all-namespaces')
  const named = names.length > 0 || first.includes('/')
  if (named && selecting)
    throw new ClientError('name cannot be provided when a selector is specified')
  if (named && everywhere)
    throw new ClientError('a resource cannot be retrieved by name across all namespaces')
  if (!first.includes('/')) {
    if (names.some((name) => name.includes('/'))) throw new ClientError(MIXED)
    return typesIn(asked, first).map((info) => ({ info, ...(named ? { names } : {}) }))
  }
  return args.map((arg) => {
    const [type = '', name = '', ...more] = arg.split('/')
    if (!arg.includes('/')) throw new ClientError(MIXED)
    if (more.length > 0)
      throw new ClientError('arguments in resource/name form may not have more than one slash')
    if (type === '' || name === '')
      throw new ClientError('arguments in resource/name form must have a single resource and name')
    const [info] = typesIn(asked, type)
    if (!info || type.includes(','))
      throw new ClientError('arguments in resource/name form must have a single resource and name')
    return { info, names: [name] }
  })
}

const FIELDS: Readonly<Partial<Record<Resource, readonly string[]>>> = {
  pods: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  events: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.fieldPath',
    'reason',
    'source',
    'type',
  ],
  nodes: ['spec.unschedulable'],
  namespaces: ['status.phase'],
  replicasets: ['status.replicas'],
}

function fieldsOf(text: string, { info }: Request): readonly FieldTerm[] {
  const terms = parseFieldSelector(text)
  const known = ['metadata.name', 'metadata.namespace', ...(FIELDS[info.name] ?? [])]
  const strange = terms.find(({ field }) => !known.includes(field))
  if (strange) {
    throw unfindable(info, '', text, `field label not supported: ${strange.field}`)
  }
  return terms.map((term) =>
    info.name === 'events' && term.field === 'source'
      ? { ...term, field: 'source.component' }
      : term,
  )
}

/** Whether an object is one of those that the flags let pass. */
export function selectionOf(asked: Asked, request: Request): (object: KubeObject) => boolean {
  const { flags } = asked
  const labels = listSelectorOf(request.info, flags.text('selector'), flags.text('field-selector'))
  const fields = flags.text('field-selector')
  const terms = fields === '' ? [] : fieldsOf(fields, request)
  return (object) =>
    labels(object.metadata.labels) &&
    // A node that never was cordoned has no such field, and is found under false.
    meetsFields(terms, withDefaults(object))
}

const withDefaults = (object: KubeObject): object =>
  object.kind === 'Node' && 'spec' in object
    ? { ...object, spec: { unschedulable: false, ...object.spec } }
    : object

/** The namespace that a list is of; undefined for all of them, and for what has none. */
export function scopeOf({ flags, namespace }: Asked, { info }: Request): string | undefined {
  return !info.namespaced || flags.is('all-namespaces') ? undefined : namespace
}

/** The objects that a request is for, in the order of their keys or of the names given. */
export function objectsOf(
  asked: Asked,
  request: Request,
): { readonly objects: readonly KubeObject[]; readonly missing: readonly ApiError[] } {
  const { turn, namespace } = asked
  const { info, names } = request
  const view = { world: turn.world(), nowMs: turn.nowMs }
  if (!names) {
    const passes = selectionOf(asked, request)
    const all = listed<Resource>(turn.world().store, info.name, scopeOf(asked, request))
    return { objects: all.filter(passes).map((one) => fresh(one, view)), missing: [] }
  }
  const objects: KubeObject[] = []
  const missing: ApiError[] = []
  for (const name of names) {
    const object = read<Resource>(
      turn,
      info.name,
      keyOf(info.namespaced ? namespace : undefined, name),
    )
    if (object) objects.push(fresh(object, view))
    else missing.push(notFound(info.name, name))
  }
  return { objects, missing }
}

/** What newer servers add to an answer: that Endpoints are on their way out. */
export function warnOf(asked: Asked, requests: readonly Request[]): void {
  if (asked.turn.world().profile === '1.20') return
  if (requests.some(({ info }) => info.name === 'endpoints'))
    asked.streams.err(
      'Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\n',
    )
}
