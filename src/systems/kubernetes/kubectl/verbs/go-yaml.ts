import {
  boolYaml11Tag,
  FAILSAFE_SCHEMA,
  floatYaml11Tag,
  intYaml11Tag,
  load,
  mergeTag,
  NOT_RESOLVED,
  nullYaml11Tag,
  realMapTag,
  type ScalarTagDefinition,
  YAMLException,
} from 'js-yaml'
import { ClientError } from './failures.ts'
import { yamlProblem } from './go-yaml-problem.ts'

/** A kind of number without those of base 60: Go reads times of day as text. */
const decimal = (tag: ScalarTagDefinition<number>): ScalarTagDefinition<number> => ({
  ...tag,
  resolve: (source, isExplicit, tagName) =>
    source.includes(':') ? NOT_RESOLVED : tag.resolve(source, isExplicit, tagName),
})

/** YAML 1.1 as Go's reader knows it: no dates, no sets, and keys of any kind. */
const GO_SCHEMA = FAILSAFE_SCHEMA.withTags(
  nullYaml11Tag,
  boolYaml11Tag,
  decimal(intYaml11Tag),
  decimal(floatYaml11Tag),
  mergeTag,
  realMapTag,
)

/** Map keys as JSON has them: always texts. */
function asJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJson)
  if (value instanceof Map)
    return Object.fromEntries(
      [...value].map(([key, one]): [string, unknown] => [String(key), asJson(one)]),
    )
  return typeof value === 'bigint' ? Number(value) : value
}

/**
 * One document of YAML as JSON, read as Go's sigs.k8s.io/yaml reads it: `yes` and `on` are true, and
 * of two equal keys the last one counts.
 *
 * @throws ClientError in the words of go-yaml, without what kubectl puts before them
 */
export function jsonFromYaml(text: string): unknown {
  // Nothing but comments is no document.
  if (text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line))) return null
  const problem = yamlProblem(text)
  if (problem !== undefined) throw new ClientError(`yaml: ${problem}`)
  try {
    return asJson(load(text, { schema: GO_SCHEMA, json: true }))
  } catch (error) {
    // Whatever Go's scanner would have refused has been told in its words; this is the rest.
    if (!(error instanceof YAMLException)) throw error
    const line = (error.mark?.line ?? 0) + 1
    throw new ClientError(`yaml: line ${line}: ${error.reason}`)
  }
}
