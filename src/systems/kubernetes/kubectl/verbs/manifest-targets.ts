import { keyOf } from '../../api/client.ts'
import { checkFields } from '../../api/schema/check.ts'
import { clientProblems } from '../../api/schema/problems.ts'
import type { ProfileName, ResourceInfo } from '../../resources.ts'
import type { Flag } from '../flags.ts'
import { type Json, type Manifest, isJson, manifestsIn, sourcesOf } from '../manifests.ts'
import type { Asked } from './asked.ts'
import { ClientError } from './failures.ts'
import { mappingOfKind } from './mapping.ts'

/** Flags that name files. */
export const FILES: readonly Flag[] = [
  { name: 'filename', short: 'f', takes: 'list' },
  { name: 'kustomize', short: 'k', takes: 'text', leftOut: true },
  { name: 'recursive', short: 'R', takes: 'switch', leftOut: true },
]

/** Flags of commands that hold what they read against the API's schema. */
export const VALIDATING: readonly Flag[] = [
  { name: 'validate', takes: 'text', initial: 'strict', bare: 'strict' },
]

/** An object out of a file, with the resource it is of. */
export interface Described {
  readonly info: ResourceInfo
  readonly key: string
  readonly name: string
  readonly source: string
  readonly object: Json
}

/** Unknown fields are refused, told or passed over. */
export type Validation = 'strict' | 'warn' | 'ignore'

/**
 * How strictly fields are looked at.
 *
 * @throws ClientError for a value that is none
 */
export function validationOf(asked: Asked): Validation {
  switch (asked.flags.text('validate')) {
    case 'true':
    case 'strict':
      return 'strict'
    case 'warn':
      return 'warn'
    case 'false':
    case 'ignore':
      return 'ignore'
    default:
      throw new ClientError(
        `invalid - validate option "${asked.flags.text('validate')}", must be one of: strict (or true), warn, ignore (or false)`,
      )
  }
}

/** Whether a command was given files to read. */
export const namesFiles = ({ flags }: Asked): boolean => flags.given('filename')

const metadataOf = ({ metadata }: Json): Json => (isJson(metadata) ? metadata : {})

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The object with the namespace it goes to. */
function placed(asked: Asked, info: ResourceInfo, object: Json): Json {
  const { namespace: own, ...rest } = metadataOf(object)
  if (!info.namespaced) return { ...object, metadata: rest }
  const given = asked.flags.given('namespace')
  if (given && textOf(own) !== '' && own !== asked.namespace)
    throw new ClientError(
      `the namespace from the provided object "${textOf(own)}" does not match the namespace "${asked.namespace}". You must pass '--namespace=${textOf(own)}' to perform this operation.`,
    )
  return { ...object, metadata: { ...rest, namespace: textOf(own) || asked.namespace } }
}

function described(asked: Asked, { source, object }: Manifest): Described {
  const apiVersion = textOf(object['apiVersion'])
  const kind = textOf(object['kind'])
  const info = mappingOfKind(asked.turn.world().profile, apiVersion, kind)
  const { name, namespace } = metadataOf(object)
  if (!info)
    throw new ClientError(
      `resource mapping not found for name: "${textOf(name)}" namespace: "${textOf(namespace)}" from "${source}": no matches for kind "${kind}" in version "${apiVersion}"\nensure CRDs are installed first`,
    )
  const there = placed(asked, info, object)
  const home = info.namespaced ? textOf(metadataOf(there)['namespace']) : undefined
  return { info, key: keyOf(home, textOf(name)), name: textOf(name), source, object: there }
}

/** What kubectl itself finds wrong: no kind at all, and fields where the server is too old to look. */
function invalidity(profile: ProfileName, value: unknown): string | undefined {
  if (!isJson(value)) return 'invalid object to validate'
  const [apiVersion, kind] = [textOf(value['apiVersion']), textOf(value['kind'])]
  if (apiVersion === '') return 'apiVersion not set'
  if (kind === '') return 'kind not set'
  const info = profile === '1.20' ? mappingOfKind(profile, apiVersion, kind) : undefined
  return info && clientProblems(checkFields(profile, info.kind, value))
}

/** Holds what files say against what an object must have. */
function checking(asked: Asked, source: string, validates: boolean): (value: unknown) => void {
  const { profile } = asked.turn.world()
  if (!validates || validationOf(asked) === 'ignore') return () => {}
  return (value) => {
    const text = invalidity(profile, value)
    if (text !== undefined)
      throw new ClientError(
        `error validating "${source}": error validating data: ${text}; if you choose to ignore these errors, turn validation off with --validate=false`,
      )
  }
}

/**
 * The objects of the files that a command names, and what is wrong with the others, in order.
 *
 * @throws ClientError where a file is not there
 */
export function manifestTargets(
  asked: Asked,
  validates = false,
): readonly (Described | ClientError)[] {
  const { flags, files, stdin } = asked
  return sourcesOf(flags.list('filename'), files, stdin).flatMap(({ name, text }) =>
    manifestsIn(text, name, checking(asked, name, validates)).map((one) => {
      if (one instanceof ClientError) return one
      try {
        return described(asked, one)
      } catch (error) {
        if (error instanceof ClientError) return error
        throw error
      }
    }),
  )
}
