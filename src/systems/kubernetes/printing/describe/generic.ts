import type { KubeObject } from '../../objects.ts'
import { fieldsOf, isList, isRecord, plain } from '../json.ts'
import type { Json } from '../json.ts'
import { eventLines } from './events.ts'
import { annotationLines, labelLines } from './lines.ts'
import type { DescribeContext, Lines } from './lines.ts'

/** Words that are written in capitals. */
const CAPITALS = new Set(['api', 'url', 'uid', 'osb', 'guid'])

/** Fields of the metadata that stand elsewhere in the description. */
const ABOVE = new Set(['name', 'namespace', 'labels', 'annotations', 'managedFields'])

/** The name of a field as words: `lastTimestamp` is `Last Timestamp`, `apiVersion` `API Version`. */
const fieldTitle = (field: string): string =>
  field
    .split(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .map((word) =>
      CAPITALS.has(word.toLowerCase())
        ? word.toUpperCase()
        : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ')

function fieldLines(record: Readonly<Record<string, Json>>, indent: string, top: boolean): Lines {
  return fieldsOf(record).flatMap(([key, value]) => {
    const title = indent + fieldTitle(key)
    const deeper = `${indent}  `
    if (isRecord(value)) {
      const shown =
        top && key === 'metadata'
          ? Object.entries(value).filter(([one]) => !ABOVE.has(one))
          : Object.entries(value)
      return [`${title}:`, ...fieldLines(Object.fromEntries(shown), deeper, false)]
    }
    if (isList(value))
      return [
        `${title}:`,
        ...value.flatMap((item) =>
          isRecord(item) ? fieldLines(item, deeper, false) : [`${deeper}${String(item)}`],
        ),
      ]
    return [`${title}:\t${value === null ? '<nil>' : String(value)}`]
  })
}

/** The description of a kind that kubectl has no form for: every field, one a line. */
export function describeGeneric(object: KubeObject, context: DescribeContext): Lines {
  const fields = plain(object)
  const { metadata } = object
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace ?? ''}`,
    ...labelLines('Labels', metadata.labels),
    ...annotationLines(metadata.annotations),
    ...(isRecord(fields) ? fieldLines(fields, '', true) : []),
    ...eventLines(object, context),
  ]
}
