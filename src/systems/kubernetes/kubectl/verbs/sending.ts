import { checkFields } from '../../api/schema/check.ts'
import { withKnownFields } from '../../api/schema/known.ts'
import { serverProblems } from '../../api/schema/problems.ts'
import { ApiError } from '../../api/status.ts'
import { type Draft, create, update } from '../../api/write.ts'
import type { KubeObject, Resource } from '../../objects.ts'
import type { ResourceInfo } from '../../resources.ts'
import { type Json, isJson } from '../manifests.ts'
import type { Asked } from './asked.ts'
import type { Validation } from './manifest-targets.ts'
import { dryRunOf } from './results.ts'

/** A value without its nulls, which mean that nothing is there. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isJson(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== null && one !== undefined)
      .map(([key, one]): [string, unknown] => [key, withoutNulls(one)]),
  )
}

/**
 * An object as the server takes it in: fields that its kind has not are refused, told or dropped.
 *
 * @throws ApiError 400 where it cannot be read as its kind
 */
function received(asked: Asked, info: ResourceInfo, object: Json, validation: Validation): Json {
  const { profile } = asked.turn.world()
  const problems = checkFields(profile, info.kind, object)
  // A server as old as 1.20 says nothing of fields that it does not know.
  const says = profile === '1.20' ? 'ignore' : validation
  const unknown = problems.filter(({ what }) => what === 'unknown')
  const [version = 'v1'] = info.versions
  const text = serverProblems(
    says === 'strict' ? problems : problems.filter(({ what }) => what === 'type'),
    info.kind,
    version,
  )
  if (text !== undefined) throw new ApiError({ code: 400, reason: 'BadRequest', message: text })
  if (says === 'warn')
    for (const { path } of unknown) asked.streams.err(`Warning: unknown field "${path}"\n`)
  const plain = withoutNulls(withKnownFields(object, problems))
  return isJson(plain) ? plain : object
}

/** Creates what a file or a generator describes; with `--dry-run=client` it is only shown. */
export function sendNew(
  asked: Asked,
  info: ResourceInfo,
  object: Json,
  validation: Validation = 'strict',
): Json {
  const dryRun = dryRunOf(asked)
  if (dryRun === 'client') return object
  const {
    apiVersion: _,
    kind: __,
    status: ___,
    ...draft
  } = received(asked, info, object, validation)
  // Held against the schema of its kind just above.
  const checked = draft as unknown as Draft<Resource>
  const { namespace } = asked
  const metadata =
    info.namespaced && checked.metadata.namespace === undefined
      ? { ...checked.metadata, namespace }
      : checked.metadata
  const made = create<Resource>(
    asked.turn,
    info.name,
    { ...checked, metadata } as Draft<Resource>,
    {
      dryRun: dryRun === 'server',
    },
  )
  return made as unknown as Json
}

/** Puts an object in the place of a stored one. */
export function sendChanged(
  asked: Asked,
  info: ResourceInfo,
  object: Json,
  validation: Validation = 'strict',
): Json {
  const dryRun = dryRunOf(asked)
  if (dryRun === 'client') return object
  // Held against the schema of its kind by `received`.
  const checked = received(asked, info, object, validation) as unknown as KubeObject
  const stored = update<Resource>(asked.turn, info.name, checked, { dryRun: dryRun === 'server' })
  return stored as unknown as Json
}
