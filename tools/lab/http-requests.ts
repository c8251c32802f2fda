// Requests of HTTP as the model takes them, and its answers as HTTP carries them.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fromProtobuf } from './protobuf.ts'
import type { ApiRequest, ApiResponse } from '../../src/systems/kubernetes/api/rest.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Times of the API anywhere in JSON. */
const TIMES = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?Z"/g

/** A text of JSON with all its times moved. */
export const moved = (json: string, byMs: number): string =>
  json.replaceAll(TIMES, (_, time: string, fraction = '') => {
    const at = new Date(Date.parse(`${time}Z`) + byMs).toISOString()
    return `"${at.slice(0, 19)}${String(fraction)}Z"`
  })

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array))
  return Buffer.concat(parts)
}

/** The body of a request, whether it came as JSON or as protobuf. */
function bodyFrom(bytes: Buffer, contentType: string, behindMs: number): unknown {
  if (contentType.startsWith('application/vnd.kubernetes.protobuf')) return fromProtobuf(bytes)
  return JSON.parse(moved(bytes.toString('utf8'), -behindMs))
}

/**
 * Reads a request.
 *
 * @throws SyntaxError where its body cannot be read
 */
export async function requestFrom(
  request: IncomingMessage,
  behindMs: number,
): Promise<ApiRequest | undefined> {
  const method = METHODS.find((one) => one === request.method)
  if (!method) return undefined
  const url = new URL(request.url ?? '/', 'http://localhost')
  const bytes = await bytesOf(request)
  const { accept, 'content-type': contentType } = request.headers
  return {
    method,
    path: decodeURIComponent(url.pathname),
    query: Object.fromEntries(url.searchParams),
    ...(accept === undefined ? {} : { accept }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(bytes.length === 0 ? {} : { body: bodyFrom(bytes, contentType ?? '', behindMs) }),
  }
}

/** Sends an answer. */
export function send(
  response: ServerResponse,
  { code, body, warnings = [] }: ApiResponse,
  behindMs: number,
): void {
  for (const warning of warnings)
    response.appendHeader('Warning', `299 - ${JSON.stringify(warning)}`)
  if (typeof body === 'string') {
    response.writeHead(code, { 'Content-Type': 'text/plain' }).end(body)
    return
  }
  response
    .writeHead(code, { 'Content-Type': 'application/json' })
    .end(`${moved(JSON.stringify(body), behindMs)}\n`)
}
