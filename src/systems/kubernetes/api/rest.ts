import type { Turn } from '../turn.ts'
import { type Address, addressOf } from './http/address.ts'
import { discovered } from './http/discovery.ts'
import { described } from './http/openapi.ts'
import { evicted, logged, scalable, scaled } from './http/parts.ts'
import { readAnswer } from './http/reading.ts'
import { collectionDeleted, deleted, patch, posted, put } from './http/writing.ts'
import { ApiError, type Status } from './status.ts'

/**
 * A request to the API as HTTP carries it.
 *
 * @source k8s-api-concepts
 */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Without the query: `/apis/apps/v1/namespaces/shop/deployments/checkout`. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** The `Content-Type` of a body, which tells the kinds of patch apart. */
  readonly contentType?: string
  /** The `Accept` header: tables are asked for there. */
  readonly accept?: string
  /** Parsed JSON. */
  readonly body?: unknown
}

export interface ApiResponse {
  readonly code: number
  readonly body: unknown
  readonly warnings?: readonly string[]
}

/** @source k8s-endpoints-deprecated */
const ENDPOINTS_ARE_OLD =
  'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice'

/** A refusal as HTTP carries it. */
export const refusalAnswer = (status: Status): ApiResponse => ({
  code: status.code,
  body: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', ...status },
})

const unknownPath = (): ApiError =>
  new ApiError({
    code: 404,
    reason: 'NotFound',
    message: 'the server could not find the requested resource',
  })

const notAllowed = (): ApiError =>
  new ApiError({
    code: 405,
    reason: 'MethodNotAllowed',
    message: 'the server does not allow this method on the requested resource',
  })

function partAnswer(turn: Turn, address: Address, request: ApiRequest): ApiResponse {
  const scale = scalable(address)
  if (address.part === 'scale' && scale) return scaled(turn, scale, address, request)
  if (address.part === 'eviction' && address.info.name === 'pods') {
    if (request.method === 'POST') return evicted(turn, address, request)
    throw notAllowed()
  }
  if (address.part === 'log' && address.info.name === 'pods') {
    if (request.method === 'GET') return logged(turn, address, request)
    throw notAllowed()
  }
  if (address.part === 'status') return objectAnswer(turn, address, request)
  throw unknownPath()
}

function objectAnswer(turn: Turn, address: Address, request: ApiRequest): ApiResponse {
  const one = address.name !== undefined
  switch (request.method) {
    case 'GET': {
      const world = turn.world()
      const old = address.info.name === 'endpoints' && world.profile === '1.33'
      return {
        code: 200,
        body: readAnswer(address, request, { world, nowMs: turn.nowMs }),
        warnings: old ? [ENDPOINTS_ARE_OLD] : [],
      }
    }
    case 'POST':
      if (one) throw notAllowed()
      return posted(turn, address, request)
    case 'PUT':
      if (!one) throw notAllowed()
      return put(turn, address, request)
    case 'PATCH':
      if (!one) throw notAllowed()
      return patch(turn, address, request)
    case 'DELETE':
      return one ? deleted(turn, address, request) : collectionDeleted(turn, address, request)
  }
}

/** Answers a request to the API; what it refuses is answered by a `Status` with its reason. */
export function answer(turn: Turn, request: ApiRequest): ApiResponse {
  const { profile } = turn.world()
  try {
    const address = addressOf(profile, request.path)
    if (address)
      return address.part === undefined
        ? objectAnswer(turn, address, request)
        : partAnswer(turn, address, request)
    const body = discovered(profile, request.path) ?? described(profile, request.path)
    if (body === undefined) throw unknownPath()
    return { code: 200, body }
  } catch (error) {
    if (error instanceof ApiError) return refusalAnswer(error.status)
    throw error
  }
}
