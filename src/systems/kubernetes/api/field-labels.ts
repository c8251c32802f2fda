import type { KubeObject, Resource } from '../objects.ts'
import { type FieldTerm, meetsFields, parseFieldSelector } from '../selectors.ts'
import { badRequest } from './refusals.ts'

const LABELS: { readonly [R in Resource]?: readonly string[] } = {
  pods: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  nodes: ['spec.unschedulable'],
  namespaces: ['status.phase'],
  replicasets: ['status.replicas'],
  services: ['spec.clusterIP', 'spec.type'],
  events: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
}

/** An object as field selectors see it: what is not written but has a value is filled in. */
function view(object: KubeObject): object {
  if ('involvedObject' in object) return { ...object, source: object.source.component }
  return object.kind === 'Node' && 'spec' in object
    ? { ...object, spec: { unschedulable: false, ...object.spec } }
    : object
}

/**
 * A field selector for a resource, ready to be asked.
 *
 * @param text such as `status.phase=Pending`; the empty text selects everything
 * @throws ApiError 400 if the text is no selector, or the resource cannot be selected by the field
 */
export function fieldSelectorFrom(
  resource: Resource,
  text: string,
): (object: KubeObject) => boolean {
  const known = ['metadata.name', 'metadata.namespace', ...(LABELS[resource] ?? [])]
  let terms: readonly FieldTerm[]
  try {
    terms = parseFieldSelector(text)
  } catch (error) {
    if (error instanceof RangeError) throw badRequest(error.message)
    throw error
  }
  for (const { field } of terms)
    if (!known.includes(field)) throw badRequest(`field label not supported: ${field}`)
  return (object) => terms.length === 0 || meetsFields(terms, view(object))
}
