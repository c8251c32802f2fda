import { read } from '../../api/client.ts'
import { infoOf } from '../../api/refusals.ts'
import { ApiError, type Status } from '../../api/status.ts'
import type { KubeObject, Resource } from '../../objects.ts'
import { isJson } from '../manifests.ts'
import { type Asked, DONE, type Going, verb } from './asked.ts'
import { ClientError, failureOf } from './failures.ts'
import { FILES, manifestTargets, namesFiles } from './manifest-targets.ts'
import { SAYING, sayDone } from './results.ts'
import { CHOOSING, targetsOf } from './targets.ts'

type Awaited =
  | { readonly resource: Resource; readonly key: string }
  /** What was named and is not there; told at the end. */
  | { readonly refused: Status }

interface Wait {
  /** What is still waited for, the one that is looked at now first. */
  readonly left: readonly Awaited[]
  readonly deadlineMs: number
}

const WEEK_MS = 168 * 3_600_000

type Test = (object: KubeObject | undefined) => boolean

function conditionTest(text: string): Test {
  const at = text.indexOf('=')
  const type = (at < 0 ? text : text.slice(0, at)).toLowerCase()
  const wanted = (at < 0 ? 'true' : text.slice(at + 1)).toLowerCase()
  return (object) => {
    const status: unknown = object && 'status' in object ? object.status : undefined
    if (!object || !isJson(status)) return false
    const { generation } = object.metadata
    const observed = status['observedGeneration']
    const stale = generation !== undefined && typeof observed === 'number' && observed < generation
    const conditions = status['conditions']
    const condition: unknown = Array.isArray(conditions)
      ? conditions.find((one) => isJson(one) && String(one['type']).toLowerCase() === type)
      : undefined
    return !stale && isJson(condition) && String(condition['status']).toLowerCase() === wanted
  }
}

/** The value at a path such as `.status.phase` or `{.spec.ports[0].port}`. */
function valueAt(object: unknown, path: string): unknown {
  const parts = path
    .replace(/^\{/, '')
    .replace(/\}$/, '')
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
  return parts.reduce<unknown>((value, part) => {
    if (Array.isArray(value)) return value[Number(part)]
    return isJson(value) ? value[part] : undefined
  }, object)
}

function pathTest(text: string): Test {
  const [, path = '', value] = /^(\{[^}]*\}|[^=]*)(?:=([\s\S]*))?$/.exec(text) ?? []
  if (path === '') throw new ClientError('jsonpath expression cannot be empty')
  if (value === '') throw new ClientError('jsonpath wait value cannot be empty')
  const wanted = value?.replaceAll(/^['"]+|['"]+$/g, '').trim()
  return (object) => {
    const found = valueAt(object, path)
    if (found === undefined || found === null) return false
    if (typeof found === 'object')
      throw new ClientError('jsonpath leads to a nested object or list which is not supported')
    return wanted === undefined || String(found).trim() === wanted
  }
}

/** What `--for` asks of an object. */
function testOf({ flags }: Asked): Test {
  const wanted = flags.text('for')
  if (wanted.toLowerCase() === 'delete') return (object) => object === undefined
  if (wanted.toLowerCase() === 'create') return (object) => object !== undefined
  if (wanted.startsWith('condition=')) return conditionTest(wanted.slice('condition='.length))
  if (wanted.startsWith('jsonpath=')) return pathTest(wanted.slice('jsonpath='.length))
  throw new ClientError(`unrecognized condition: "${wanted}"`)
}

const nameOf = (key: string): string => key.split('/').at(-1) ?? key

const refusedOf = (seen: readonly Awaited[]): readonly Awaited[] =>
  seen.filter((one) => 'refused' in one)

function goOn(asked: Asked, { left, deadlineMs }: Wait): Going<Wait> {
  const { turn, flags } = asked
  const test = testOf(asked)
  const errors: Error[] = []
  for (const [index, one] of left.entries()) {
    if ('refused' in one) {
      errors.push(new ApiError(one.refused))
      continue
    }
    const { resource, key } = one
    const object = read<Resource>(turn, resource, key)
    if (test(object)) {
      sayDone(asked, infoOf(resource), { metadata: { name: nameOf(key) } }, 'condition met')
    } else if (flags.ms('timeout') === 0)
      errors.push(new ClientError(`condition not met for ${resource}/${nameOf(key)}`))
    else if (turn.nowMs >= deadlineMs)
      errors.push(
        new ClientError(`timed out waiting for the condition on ${resource}/${nameOf(key)}`),
      )
    // One is waited for after the other.
    else
      return {
        state: { left: [...left.slice(index), ...refusedOf(left.slice(0, index))], deadlineMs },
        onChange: true,
        wakeAtMs: deadlineMs,
      }
  }
  if (errors.length > 0) throw failureOf(errors)
  return DONE
}

function awaitedOf(asked: Asked, forDelete: boolean): readonly Awaited[] {
  const found = namesFiles(asked) ? manifestTargets(asked) : targetsOf(asked)
  return found.flatMap((one): readonly Awaited[] => {
    if (!(one instanceof Error)) return [{ resource: one.info.name, key: one.key }]
    if (!(one instanceof ApiError)) throw one
    return forDelete ? [] : [{ refused: one.status }]
  })
}

/** `wait`: until a condition holds, or an object is gone. */
export const wait = verb<Wait>({
  name: 'wait',
  flags: [
    ...CHOOSING,
    ...SAYING,
    ...FILES,
    { name: 'for', takes: 'text' },
    { name: 'timeout', takes: 'duration', initial: '30s' },
  ],
  begin(asked) {
    testOf(asked)
    const forDelete = asked.flags.text('for').toLowerCase() === 'delete'
    const left = awaitedOf(asked, forDelete)
    if (left.length === 0 && !forDelete) throw new ClientError('no matching resources found')
    const limitMs = asked.flags.ms('timeout')
    return goOn(asked, { left, deadlineMs: asked.turn.nowMs + (limitMs < 0 ? WEEK_MS : limitMs) })
  },
  goOn,
})
