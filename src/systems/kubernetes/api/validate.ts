import type { Kinds, Resource } from '../objects.ts'
import type { ProfileName } from '../resources.ts'
import { infoOf } from './refusals.ts'
import { ApiError } from './status.ts'
import { budgetErrors, nodeErrors, priorityClassErrors } from './validation/cluster.ts'
import type { FieldError } from './validation/field-error.ts'
import { metadataErrors } from './validation/names.ts'
import { podSpecErrors, podUpdateErrors } from './validation/pods.ts'
import { serviceErrors } from './validation/services.ts'
import { deploymentErrors, replicaSetErrors } from './validation/workloads.ts'

type Check<R extends Resource> = (
  object: Kinds[R],
  before: Kinds[R] | undefined,
  profile: ProfileName,
) => readonly FieldError[]

const CHECKS: { readonly [R in Resource]?: Check<R> } = {
  pods: (pod, before, profile) =>
    before ? podUpdateErrors(pod, before, profile) : podSpecErrors(pod.spec, 'spec'),
  deployments: deploymentErrors,
  replicasets: replicaSetErrors,
  services: serviceErrors,
  nodes: nodeErrors,
  poddisruptionbudgets: budgetErrors,
  priorityclasses: priorityClassErrors,
}

/** A refusal that names every cause. */
export function invalidObject(
  resource: Resource,
  name: string,
  errors: readonly FieldError[],
): ApiError {
  const { kind, group } = infoOf(resource)
  const texts = [...new Set(errors.map(({ field, message }) => `${field}: ${message}`))]
  const all = texts.length === 1 ? (texts[0] ?? '') : `[${texts.join(', ')}]`
  const qualified = group === '' ? kind : `${kind}.${group}`
  return new ApiError({
    code: 422,
    reason: 'Invalid',
    message: `${qualified} "${name}" is invalid: ${all}`,
    details: {
      name,
      ...(group === '' ? {} : { group }),
      kind,
      causes: errors.map(({ field, reason, message }) => ({ reason, message, field })),
    },
  })
}

/**
 * Checks what is about to be stored.
 *
 * @param before the object it replaces; none where it is new
 * @throws ApiError 422 with every cause at once
 */
export function validate<R extends Resource>(
  resource: R,
  object: Kinds[R],
  profile: ProfileName,
  before?: Kinds[R],
): void {
  const check: Check<R> | undefined = CHECKS[resource]
  const known = before?.metadata
  const metadata =
    known &&
    known.labels === object.metadata.labels &&
    known.annotations === object.metadata.annotations
      ? []
      : metadataErrors(resource, object.metadata)
  const errors = [...metadata, ...(check?.(object, before, profile) ?? [])]
  if (errors.length > 0) throw invalidObject(resource, object.metadata.name, errors)
}
