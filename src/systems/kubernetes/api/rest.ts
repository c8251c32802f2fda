import type { Turn } from '../turn.ts'

/** A request to the API as HTTP carries it. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Without the query: `/apis/apps/v1/namespaces/shop/deployments/checkout`. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** The `Content-Type` of a body, which tells the four kinds of patch apart. */
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

/** Answers a request to the API. */
export function answer(_turn: Turn, _request: ApiRequest): ApiResponse {
  return { code: 404, body: null }
}
