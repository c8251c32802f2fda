import type { KubeObject, Resource } from '../objects.ts'
import { resourcesOf, type ResourceInfo } from '../resources.ts'
import { ApiError } from './status.ts'

/** What is known of a resource, whatever the release. */
export function infoOf(resource: Resource): ResourceInfo {
  const info = resourcesOf('1.33').find(({ name }) => name === resource)
  if (!info) throw new RangeError(`infoOf: no resource ${resource}`)
  return info
}

/** The resource as messages name it: `pods`, `deployments.apps`. */
export function qualified(resource: Resource): string {
  const { name, group } = infoOf(resource)
  return group === '' ? name : `${name}.${group}`
}

const details = (resource: Resource, name: string) => {
  const { group } = infoOf(resource)
  return { name, kind: resource, ...(group === '' ? {} : { group }) }
}

export const notFound = (resource: Resource, name: string): ApiError =>
  new ApiError({
    code: 404,
    reason: 'NotFound',
    message: `${qualified(resource)} "${name}" not found`,
    details: details(resource, name),
  })

export const alreadyExists = (resource: Resource, name: string): ApiError =>
  new ApiError({
    code: 409,
    reason: 'AlreadyExists',
    message: `${qualified(resource)} "${name}" already exists`,
    details: details(resource, name),
  })

export const conflict = (resource: Resource, name: string): ApiError =>
  new ApiError({
    code: 409,
    reason: 'Conflict',
    message: `Operation cannot be fulfilled on ${qualified(resource)} "${name}": the object has been modified; please apply your changes to the latest version and try again`,
    details: details(resource, name),
  })

export const forbidden = (resource: Resource, name: string, why: string): ApiError =>
  new ApiError({
    code: 403,
    reason: 'Forbidden',
    message: `${qualified(resource)} "${name}" is forbidden: ${why}`,
    details: details(resource, name),
  })

export const badRequest = (message: string): ApiError =>
  new ApiError({ code: 400, reason: 'BadRequest', message })

/** A list that is asked for with selectors that cannot be read. */
export const unfindable = (
  { group, versions, name }: ResourceInfo,
  labels: string,
  fields: string,
  why: string,
): ApiError =>
  badRequest(
    `Unable to find "${group}/${versions[0] ?? 'v1'}, Resource=${name}" that match label selector "${labels}", field selector "${fields}": ${why}`,
  )

/**
 * Holds what a patch made against what it was made from.
 *
 * @throws ApiError 400 where it is an object of another name or kind
 */
export function sameObject(after: Readonly<Record<string, unknown>>, before: KubeObject): void {
  const { apiVersion, kind, metadata } = after
  if (apiVersion !== before.apiVersion || kind !== before.kind)
    throw badRequest(
      `no kind "${String(kind)}" is registered for version "${String(apiVersion)}" in scheme "k8s.io/kubernetes/pkg/api/legacyscheme/scheme.go:30"`,
    )
  const { name = '' } = Object(metadata) as { readonly name?: unknown }
  if (name !== before.metadata.name)
    throw badRequest(
      `the name of the object (${String(name)}) does not match the name on the URL (${before.metadata.name})`,
    )
}
