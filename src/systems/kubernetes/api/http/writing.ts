import type { Kinds, KubeObject, Resource } from '../../objects.ts'
import type { Turn } from '../../turn.ts'
import { keyOf, keyOfObject, read } from '../client.ts'
import { type JsonPatchStep, jsonPatch, mergePatch } from '../json-patch.ts'
import { badRequest, infoOf, notFound, sameObject } from '../refusals.ts'
import { remove, type RemoveOptions } from '../remove.ts'
import type { ApiRequest, ApiResponse } from '../rest.ts'
import { ApiError } from '../status.ts'
import { strategicPatch } from '../strategic-patch.ts'
import { create, type Draft, update, updateStatus } from '../write.ts'
import type { Address } from './address.ts'
import { bodyOf, fieldsChecked, isPlain, unsupportedPatch } from './body.ts'
import { allFound } from './reading.ts'

const dryRunOf = ({ query }: ApiRequest): boolean => query.dryRun === 'All'

/** Stores a new object that a client sends. */
export function posted(turn: Turn, address: Address, request: ApiRequest): ApiResponse {
  const { object, metadata, warnings } = bodyOf(turn.world(), address, request)
  // Its fields have been checked against the schema of its kind.
  const draft = { ...object, metadata } as unknown as Draft<Resource>
  const stored = create(turn, address.info.name, draft, { dryRun: dryRunOf(request) })
  return { code: 201, body: stored, warnings }
}

function stored(turn: Turn, address: Address, object: object, request: ApiRequest): KubeObject {
  const { name } = address.info
  // Its fields have been checked against the schema of its kind.
  const given = object as Kinds[typeof name]
  return address.part === 'status'
    ? updateStatus(turn, name, given)
    : update(turn, name, given, { dryRun: dryRunOf(request) })
}

/** Replaces an object, or its status, by what a client sends. */
export function put(turn: Turn, address: Address, request: ApiRequest): ApiResponse {
  const { object, metadata, warnings } = bodyOf(turn.world(), address, request)
  const whole = {
    ...object,
    metadata: { resourceVersion: '', ...metadata, name: address.name ?? '' },
  }
  return { code: 200, body: stored(turn, address, whole, request), warnings }
}

/**
 * An object as a patch makes it.
 *
 * @throws ApiError 400 where the patch is none, 415 where its form is unknown, 422 where a step of
 *   it does not apply
 */
export function patched(
  turn: Turn,
  { info }: Address,
  target: object,
  { contentType = '', body }: ApiRequest,
): unknown {
  const form = contentType.split(';')[0] ?? ''
  if (form === 'application/json-patch+json') {
    if (!Array.isArray(body))
      throw badRequest('json: cannot unmarshal object into Go value of type jsonpatch.Patch')
    try {
      return jsonPatch(target, body as readonly JsonPatchStep[])
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      const message = `the server rejected our request due to an error in our request: ${error.message}`
      throw new ApiError({ code: 422, reason: 'Invalid', message })
    }
  }
  if (!isPlain(body))
    throw badRequest('json: cannot unmarshal array into Go value of type map[string]interface {}')
  if (form === 'application/merge-patch+json') return mergePatch(target, body)
  if (form !== 'application/strategic-merge-patch+json') throw unsupportedPatch(form)
  return strategicPatch(turn.world().profile, info.kind, target, body)
}

/** Changes an object, or its status, as a patch says. */
export function patch(turn: Turn, address: Address, request: ApiRequest): ApiResponse {
  const { info, namespace, name = '' } = address
  const before = read(turn, info.name, keyOf(namespace, name))
  if (!before) throw notFound(info.name, name)
  const after = patched(turn, address, before, request)
  if (!isPlain(after)) throw badRequest('the patch leaves no object')
  sameObject(after, before)
  const { fieldValidation } = request.query
  const { known, warnings } = fieldsChecked(turn.world(), address, after, fieldValidation)
  return { code: 200, body: stored(turn, address, Object(known), request), warnings }
}

const PROPAGATIONS = ['Background', 'Foreground', 'Orphan'] as const

/** How a client wants something deleted, from the body and the query. */
export function removeOptionsOf({ body, query }: ApiRequest): RemoveOptions {
  const given = isPlain(body) ? body : {}
  const { uid } = isPlain(given.preconditions) ? given.preconditions : { uid: undefined }
  const grace = given.gracePeriodSeconds ?? query.gracePeriodSeconds
  const policy = given.propagationPolicy ?? query.propagationPolicy
  const propagation = PROPAGATIONS.find((one) => one === policy)
  const dry =
    query.dryRun === 'All' || (Array.isArray(given.dryRun) && given.dryRun.includes('All'))
  return {
    ...(grace === undefined ? {} : { gracePeriodSeconds: Number(grace) }),
    ...(typeof uid === 'string' ? { uid } : {}),
    ...(propagation ? { propagation } : {}),
    dryRun: dry,
  }
}

/** Deletes an object: what goes at once is answered by its name, what takes time by itself. */
export function deleted(turn: Turn, address: Address, request: ApiRequest): ApiResponse {
  const { info, namespace, name = '' } = address
  const key = keyOf(namespace, name)
  const object = remove(turn, info.name, key, removeOptionsOf(request))
  if (read(turn, info.name, key)) return { code: 200, body: object }
  const { group } = infoOf(info.name)
  return {
    code: 200,
    body: {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: {
        name,
        ...(group === '' ? {} : { group }),
        kind: info.name,
        uid: object.metadata.uid,
      },
    },
  }
}

/** Deletes all objects that a request asks for. */
export function collectionDeleted(turn: Turn, address: Address, request: ApiRequest): ApiResponse {
  const { info } = address
  const objects = allFound(address, request.query, { world: turn.world(), nowMs: turn.nowMs })
  const { uid: _, ...options } = removeOptionsOf(request)
  for (const object of objects) remove(turn, info.name, keyOfObject(object), options)
  return {
    code: 200,
    body: { kind: `${info.kind}List`, apiVersion: 'v1', metadata: {}, items: objects },
  }
}
