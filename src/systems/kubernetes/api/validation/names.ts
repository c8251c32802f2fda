import { labelKeyProblems, labelValueProblems, subdomainProblems } from '../../label-syntax.ts'
import type { Labels, ObjectMeta, Resource } from '../../objects.ts'
import { type FieldError, invalid, required } from './field-error.ts'

const LABEL_RULE =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
const DNS_1035_RULE =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')"

const short = (name: string): readonly string[] =>
  name.length > 63 ? ['must be no more than 63 characters'] : []

/** What is wrong with a name of one part, in the server's words. */
export const labelNameProblems = (name: string): readonly string[] => [
  ...short(name),
  ...(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name) ? [] : [LABEL_RULE]),
]

function nameProblems(resource: Resource, name: string): readonly string[] {
  switch (resource) {
    case 'namespaces':
      return labelNameProblems(name)
    case 'services':
      return [...short(name), ...(/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name) ? [] : [DNS_1035_RULE])]
    default:
      return subdomainProblems(name)
  }
}

/** Labels, wherever they stand. */
export const labelErrors = (labels: Labels | undefined, field: string): readonly FieldError[] =>
  Object.entries(labels ?? {}).flatMap(([key, value]) => [
    ...labelKeyProblems(key).map((problem) => invalid(field, key, problem)),
    ...labelValueProblems(value).map((problem) => invalid(field, value, problem)),
  ])

/** Annotations, wherever they stand; their values are free. */
export const annotationErrors = (
  annotations: Labels | undefined,
  field: string,
): readonly FieldError[] =>
  Object.keys(annotations ?? {}).flatMap((key) =>
    labelKeyProblems(key.toLowerCase()).map((problem) => invalid(field, key, problem)),
  )

/** The metadata of an object. */
export function metadataErrors(
  resource: Resource,
  { name, labels, annotations }: ObjectMeta,
): readonly FieldError[] {
  const field = 'metadata.name'
  return [
    ...(name === ''
      ? [required(field, 'name or generateName is required')]
      : nameProblems(resource, name).map((problem) => invalid(field, name, problem))),
    ...labelErrors(labels, 'metadata.labels'),
    ...annotationErrors(annotations, 'metadata.annotations'),
  ]
}
