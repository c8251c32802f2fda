import { apiVersionOf } from '../../resources.ts'
import type { World } from '../../world.ts'
import { badRequest } from '../refusals.ts'
import type { ApiRequest } from '../rest.ts'
import { checkFields } from '../schema/check.ts'
import { withKnownFields } from '../schema/known.ts'
import { serverProblems } from '../schema/problems.ts'
import { ApiError } from '../status.ts'
import type { Address } from './address.ts'

type Plain = Readonly<Record<string, unknown>>

/** Whether a value of JSON is an object. */
export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a client sent, read as the kind of an address. */
export interface Body {
  readonly object: Plain
  readonly metadata: Plain
  /** What is wrong with it but was to be passed over with a word. */
  readonly warnings: readonly string[]
}

/** An object with the fields that its kind has, and what is to be said of the others. */
interface Checked {
  readonly known: unknown
  readonly warnings: readonly string[]
}

/**
 * The fields of an object checked as strictly as the client asks; those that its kind has not are
 * dropped.
 *
 * @throws ApiError 400 where a field has a wrong type, or is unknown and the client wants to hear it
 */
export function fieldsChecked(
  { profile }: World,
  { info, version }: Address,
  object: unknown,
  asked: string | undefined,
): Checked {
  const problems = checkFields(profile, info.kind, object)
  const validation = asked ?? (profile === '1.20' ? 'Ignore' : 'Warn')
  const fatal = problems.filter(
    ({ what }) => what === 'type' || (what === 'unknown' && validation === 'Strict'),
  )
  const text = serverProblems(fatal, info.kind, version)
  if (text !== undefined) throw badRequest(text)
  const unknown = problems.filter(({ what }) => what === 'unknown')
  return {
    known: withKnownFields(object, problems),
    warnings: validation === 'Warn' ? unknown.map(({ path }) => `unknown field "${path}"`) : [],
  }
}

/**
 * The body of a request that creates or replaces.
 *
 * @throws ApiError 400 where it is no object of the kind, or of another namespace
 */
export function bodyOf(world: World, address: Address, request: ApiRequest): Body {
  const { body: object, query } = request
  if (!isPlain(object)) throw badRequest('the body of the request was empty or no object')
  const expected = apiVersionOf(address.info)
  const { apiVersion = expected, kind = address.info.kind } = object
  if (apiVersion !== expected)
    throw badRequest(
      `the API version in the data (${String(apiVersion)}) does not match the expected API version (${expected})`,
    )
  if (kind !== address.info.kind)
    throw badRequest(
      `${address.info.kind} in version "${address.version}" cannot be handled as a ${address.info.kind}: no kind "${String(kind)}" is registered for version "${expected}"`,
    )
  const { known, warnings } = fieldsChecked(world, address, object, query.fieldValidation)
  const metadata = isPlain(object.metadata) ? object.metadata : {}
  const { namespace = address.namespace } = metadata
  if (address.info.namespaced && namespace !== address.namespace)
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    )
  if (address.name !== undefined && metadata.name !== undefined && metadata.name !== address.name)
    throw badRequest(
      `the name of the object (${String(metadata.name)}) does not match the name on the URL (${address.name})`,
    )
  return {
    object: isPlain(known) ? known : object,
    metadata: { ...metadata, ...(address.namespace === undefined ? {} : { namespace }) },
    warnings,
  }
}

/** A patch of a form that the server does not know. */
export const unsupportedPatch = (contentType: string): ApiError =>
  new ApiError({
    code: 415,
    reason: 'UnsupportedMediaType',
    message: `the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/strategic-merge-patch+json; got ${contentType}`,
  })
