import { read } from '../../api/client.ts'
import { same } from '../../api/same.ts'
import { ApiError } from '../../api/status.ts'
import type { Resource } from '../../objects.ts'
import { jsonLine } from '../../printing/json.ts'
import { type Json, isJson } from '../manifests.ts'
import { patchRefused } from './apply-patch.ts'
import { type Asked, DONE, verb } from './asked.ts'
import { ClientError, caught, failureOf, fromSource } from './failures.ts'
import {
  type Described,
  FILES,
  VALIDATING,
  manifestTargets,
  namesFiles,
  validationOf,
} from './manifest-targets.ts'
import { kindName } from './mapping.ts'
import { SAYING, dryRunOf, sayDone } from './results.ts'
import { sendChanged, sendNew } from './sending.ts'
import { threeWayMerge } from './three-way.ts'

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration'

const part = (object: Json, field: string): Json => {
  const value = object[field]
  return isJson(value) ? value : {}
}

const annotationsOf = (object: Json): Json => part(part(object, 'metadata'), 'annotations')

const withAnnotations = (object: Json, annotations: Json): Json => ({
  ...object,
  metadata: { ...part(object, 'metadata'), annotations },
})

/** An object that remembers what it was made from. */
export function remembering(object: Json): Json {
  const { [LAST_APPLIED]: _, ...annotations } = annotationsOf(object)
  const bare = withAnnotations(object, annotations)
  return withAnnotations(object, { ...annotations, [LAST_APPLIED]: `${jsonLine(bare)}\n` })
}

/** What was applied last, as the object itself tells. */
function lastApplied(current: Json): Json {
  const text = annotationsOf(current)[LAST_APPLIED]
  if (typeof text !== 'string') return {}
  const parsed: unknown = JSON.parse(text)
  return isJson(parsed) ? parsed : {}
}

function warn({ streams }: Asked, { info, name }: Described, current: Json): void {
  const titled = `${kindName(info)}/${name}`
  if (annotationsOf(current)[LAST_APPLIED] === undefined)
    streams.err(
      `Warning: resource ${titled} is missing the ${LAST_APPLIED} annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.\n`,
    )
  if (part(current, 'metadata')['deletionTimestamp'] !== undefined)
    streams.err(`Warning: Detected changes to resource ${name} which is currently being deleted.\n`)
}

function change(asked: Asked, one: Described, current: Json): void {
  const { info, source } = one
  const dryRun = dryRunOf(asked)
  if (dryRun === 'client') {
    sayDone(asked, info, current, 'configured')
    return
  }
  warn(asked, one, current)
  const { status: _, ...wanted } = remembering(one.object)
  const next = threeWayMerge(asked.turn.world().profile, info.kind, {
    was: lastApplied(current),
    will: wanted,
    is: current,
  })
  if (same(next, current)) {
    sayDone(asked, info, current, 'unchanged')
    return
  }
  try {
    sayDone(asked, info, sendChanged(asked, info, next, validationOf(asked)), 'configured')
  } catch (error) {
    const refused = fromSource('patching', source, caught(error))
    const { profile } = asked.turn.world()
    const intro = patchRefused(profile, { info, is: current, next })
    const message = `${intro}: "${source}": ${refused.message}`
    throw refused instanceof ApiError
      ? new ApiError({ ...refused.status, message })
      : new ClientError(message)
  }
}

function applyOne(asked: Asked, one: Described): void {
  const { info, key, name, source, object } = one
  const generated = part(object, 'metadata')['generateName']
  if (name === '' && typeof generated === 'string')
    throw new ClientError(`from ${generated}: cannot use generate name with apply`)
  if (name === '')
    throw new ClientError(
      `error when retrieving current configuration of:\nResource: "${info.group}/${info.versions[0] ?? ''}, Resource=${info.name}", GroupVersionKind: "${info.group}/${info.versions[0] ?? ''}, Kind=${info.kind}"\nName: "", Namespace: "${info.namespaced ? key.split('/')[0] || asked.namespace : ''}"\nfrom server for: "${source}": resource name may not be empty`,
    )
  const current = read<Resource>(asked.turn, info.name, key)
  if (current) {
    // Stored objects are plain JSON.
    change(asked, one, current as unknown as Json)
    return
  }
  try {
    sayDone(asked, info, sendNew(asked, info, remembering(object), validationOf(asked)), 'created')
  } catch (error) {
    throw fromSource('creating', source, caught(error))
  }
}

/** Does something to each object of the files, whatever becomes of the others. */
export function eachManifest(
  asked: Asked,
  empty: string,
  act: (one: Described) => void,
): { readonly exit: number } {
  if (!namesFiles(asked)) throw new ClientError('must specify one of -f and -k')
  const found = manifestTargets(asked, true)
  if (found.length === 0) throw new ClientError(empty)
  const errors: Error[] = []
  const acted: (() => void)[] = []
  for (const one of found)
    if (one instanceof ClientError) errors.push(one)
    else acted.push(() => act(one))
  for (const step of acted) {
    try {
      step()
    } catch (error) {
      errors.push(caught(error))
    }
  }
  if (errors.length > 0) throw failureOf(errors)
  return DONE
}

/** `apply`: makes the cluster as the files say. */
export const apply = verb<never>({
  name: 'apply',
  flags: [
    ...FILES,
    ...SAYING,
    ...VALIDATING,
    { name: 'server-side', takes: 'switch', leftOut: true },
    { name: 'prune', takes: 'switch', leftOut: true },
    { name: 'force', takes: 'switch', leftOut: true },
    { name: 'force-conflicts', takes: 'switch', leftOut: true },
    { name: 'selector', short: 'l', takes: 'text', leftOut: true },
    { name: 'overwrite', takes: 'switch', initial: 'true' },
    { name: 'wait', takes: 'switch', leftOut: true },
  ],
  begin: (asked) => {
    if (asked.args.length > 0)
      throw new ClientError(
        `Unexpected args: [${asked.args.join(' ')}]\nSee 'kubectl apply -h' for help and examples`,
      )
    return eachManifest(asked, 'no objects passed to apply', (one) => applyOne(asked, one))
  },
})
