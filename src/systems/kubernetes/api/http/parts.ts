import { timestampAt } from '../../clock.ts'
import { logOf } from '../../kubelet/logs.ts'
import { ApiError } from '../status.ts'
import type { Deployment, ReplicaSet } from '../../objects.ts'
import type { Turn } from '../../turn.ts'
import { keyOf, read } from '../client.ts'
import { evict } from '../evict.ts'
import { badRequest, notFound } from '../refusals.ts'
import type { ApiRequest, ApiResponse } from '../rest.ts'
import { type Scalable, scaleOf, setScale } from '../scale.ts'
import type { Address } from './address.ts'
import { isPlain } from './body.ts'
import { patched, removeOptionsOf } from './writing.ts'

/** The resource of an address, where it has a number of pods to set. */
export const scalable = ({ info: { name } }: Address): Scalable | undefined =>
  name === 'deployments' || name === 'replicasets' ? name : undefined

/** Reads or sets how many pods something shall have. */
export function scaled(
  turn: Turn,
  resource: Scalable,
  address: Address,
  request: ApiRequest,
): ApiResponse {
  const { namespace, name = '' } = address
  const key = keyOf(namespace, name)
  const object: Deployment | ReplicaSet | undefined = read(turn, resource, key)
  if (!object) throw notFound(resource, name)
  if (request.method === 'GET') return { code: 200, body: scaleOf(object) }
  const wanted =
    request.method === 'PATCH' ? patched(turn, address, scaleOf(object), request) : request.body
  const spec = isPlain(wanted) && isPlain(wanted.spec) ? wanted.spec : {}
  const { replicas = 0 } = spec
  if (typeof replicas !== 'number') throw badRequest('spec.replicas must be a number')
  const dryRun = request.query.dryRun === 'All'
  return { code: 200, body: scaleOf(setScale(turn, resource, key, replicas, { dryRun })) }
}

/** Evicts a pod. */
export function evicted(turn: Turn, address: Address, { body, query }: ApiRequest): ApiResponse {
  const { namespace, name = '' } = address
  const { metadata, deleteOptions } = isPlain(body) ? body : {}
  if (isPlain(metadata) && metadata.name !== undefined && metadata.name !== name)
    throw badRequest('name in URL does not match name in Eviction object')
  const options = removeOptionsOf({ method: 'DELETE', path: '', query, body: deleteOptions })
  evict(turn, keyOf(namespace, name), options)
  return {
    code: 201,
    body: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 },
  }
}

/** What a container has printed, as plain text. */
export function logged(turn: Turn, address: Address, { query }: ApiRequest): ApiResponse {
  const { namespace, name = '' } = address
  const pod = read(turn, 'pods', keyOf(namespace, name))
  if (!pod) throw notFound('pods', name)
  const names = pod.spec.containers.map((one) => one.name)
  const { container = names.length === 1 ? names[0] : undefined } = query
  if (container === undefined)
    throw badRequest(
      `a container name must be specified for pod ${name}, choose one of: [${names.join(' ')}]`,
    )
  if (!names.includes(container))
    throw badRequest(`container ${container} is not valid for pod ${name}`)
  const { nowMs } = turn
  const log = logOf(turn.world(), pod, container, { previous: query.previous === 'true', nowMs })
  if ('reason' in log)
    throw new ApiError({ ...log, code: log.reason === 'InternalError' ? 500 : 400 })
  const { tailLines, sinceSeconds, timestamps } = query
  const fromMs = sinceSeconds === undefined ? -Infinity : nowMs - Number(sinceSeconds) * 1000
  const lines = log.lines.filter(({ atMs }) => atMs >= fromMs)
  const last = tailLines === undefined ? lines : lines.slice(lines.length - Number(tailLines))
  const text = last.map(
    (line) => `${timestamps === 'true' ? `${timestampAt(line.atMs)} ` : ''}${line.text}\n`,
  )
  return { code: 200, body: text.join('') }
}
