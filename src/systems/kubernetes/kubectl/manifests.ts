import { jsonLine } from '../printing/json.ts'
import { ClientError } from './verbs/failures.ts'
import { jsonFromYaml } from './verbs/go-yaml.ts'
import { jsonStream } from './verbs/go-json.ts'

/** An object of JSON. */
export type Json = Readonly<Record<string, unknown>>

/** An object as a file has it. */
export interface Manifest {
  /** The file's name, or `STDIN`. */
  readonly source: string
  readonly object: Json
}

/** Whether a value is an object of JSON, and no list. */
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The files that hold manifests, where a whole directory is named. */
const MANIFEST_FILE = /\.(ya?ml|json)$/

/** The documents of a text, parted by lines that begin with `---`; nothing else on them counts. */
const yamlDocuments = (text: string): readonly string[] => text.split(/\n---[^\n]*(?:\n|$)/)

const looksLikeJson = (text: string): boolean => text.trimStart().startsWith('{')

function nameOfType(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  return typeof value === 'boolean' ? 'bool' : typeof value
}

/** The object that a document holds. */
function decoded(value: unknown, source: string): Json {
  const fail = (what: string) => new ClientError(`unable to decode "${source}": ${what}`)
  if (!isJson(value))
    throw fail(
      `json: cannot unmarshal ${nameOfType(value)} into Go value of type unstructured.detector`,
    )
  const { kind, apiVersion } = value
  if (typeof kind !== 'string' || kind === '')
    throw fail(`Object 'Kind' is missing in '${jsonLine(value)}'`)
  if (apiVersion !== undefined && typeof apiVersion !== 'string')
    throw fail(
      `json: cannot unmarshal ${nameOfType(apiVersion)} into Go struct field metadataOnlyObject.apiVersion of type string`,
    )
  return value
}

/** The objects of a document; a list is taken apart. */
function objectsOf(value: unknown, source: string): readonly Manifest[] {
  const object = decoded(value, source)
  const { kind, items } = object
  if (typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items))
    return items.flatMap((item) => objectsOf(item, source))
  return [{ source, object }]
}

/** A document, or what keeps the rest of its file from being read. */
function* values(text: string, source: string): Generator<unknown> {
  if (looksLikeJson(text)) {
    yield* jsonStream(text, source)
    return
  }
  for (const document of yamlDocuments(text)) {
    try {
      yield jsonFromYaml(document)
    } catch (error) {
      if (!(error instanceof ClientError)) throw error
      throw new ClientError(
        `error parsing ${source}: error converting YAML to JSON: ${error.message}`,
      )
    }
  }
}

/**
 * The objects of one text in order. What cannot be parsed ends it; what is no object is told and
 * passed over.
 *
 * @param check what else to hold against an object; throws a ClientError that ends the text, too
 */
export function manifestsIn(
  text: string,
  source: string,
  check: (value: unknown) => void = () => {},
): readonly (Manifest | ClientError)[] {
  const found: (Manifest | ClientError)[] = []
  try {
    for (const value of values(text, source)) {
      if (value === null || value === undefined) continue
      check(value)
      try {
        found.push(...objectsOf(value, source))
      } catch (error) {
        if (!(error instanceof ClientError)) throw error
        found.push(error)
      }
    }
  } catch (error) {
    if (!(error instanceof ClientError)) throw error
    found.push(error)
  }
  return found
}

/** A text to read manifests from. */
export interface Source {
  readonly name: string
  readonly text: string
}

/**
 * What `-f` names: files, `-` for what was piped in, `.` for every manifest of the directory.
 *
 * @throws ClientError where a file is not there
 */
export function sourcesOf(
  names: readonly string[],
  files: Readonly<Record<string, string>>,
  stdin: string | undefined,
): readonly Source[] {
  return names.flatMap((given): readonly Source[] => {
    if (given === '-') return [{ name: 'STDIN', text: stdin ?? '' }]
    if (/^https?:\/\//.test(given))
      throw new ClientError(`this laboratory has no network: "${given}" cannot be read`)
    const path = given.replace(/^(\.\/)+/, '')
    if (path === '.' || path === '')
      return Object.keys(files)
        .filter((name) => MANIFEST_FILE.test(name))
        .toSorted()
        .map((name) => ({ name, text: files[name] ?? '' }))
    const text = Object.hasOwn(files, path) ? files[path] : undefined
    if (text === undefined) throw new ClientError(`the path "${given}" does not exist`)
    return [{ name: given, text }]
  })
}
