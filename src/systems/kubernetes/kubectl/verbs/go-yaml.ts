import { parseDocument, type ScalarTag, type CollectionTag, type TagId } from 'yaml'
import { ClientError } from './failures.ts'
import { yamlProblem } from './go-yaml-problem.ts'

type Tags = (ScalarTag | CollectionTag | TagId)[]

/** What YAML 1.1 has and Go's reader does not: times of day as numbers, dates, sets. */
const UNREAD = /^tag:yaml\.org,2002:(timestamp|set|omap|pairs)$/

/** Tags as Go's reader knows them; base 60 is text there. */
const goTags = (tags: Tags): Tags =>
  tags.filter(
    (tag) =>
      typeof tag === 'string' ||
      (!UNREAD.test(tag.tag) && !('format' in tag && tag.format === 'TIME')),
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
  const problem = yamlProblem(text)
  if (problem !== undefined) throw new ClientError(`yaml: ${problem}`)
  const document = parseDocument(text, {
    version: '1.1',
    schema: 'yaml-1.1',
    uniqueKeys: false,
    merge: true,
    prettyErrors: false,
    logLevel: 'silent',
    customTags: goTags,
  })
  const [error] = document.errors
  if (error) {
    const line = text.slice(0, error.pos[0]).split('\n').length
    throw new ClientError(`yaml: line ${line}: ${error.message}`)
  }
  return asJson(document.toJS({ mapAsMap: true }))
}
