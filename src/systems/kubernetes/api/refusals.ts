import type { Resource } from '../objects.ts'
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
