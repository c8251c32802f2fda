import { byText } from './table.ts'

/** What JSON can hold. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * A value as JSON can hold it; fields that are undefined are left out.
 *
 * @throws RangeError for what JSON cannot hold, such as a function
 */
export function plain(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, field]) => field !== undefined)
        .map(([key, field]) => [key, plain(field)]),
    )
  throw new RangeError(`plain: JSON cannot hold ${String(value)}`)
}

/** The fields of an object in the order in which Go writes them: that of their names. */
export const fieldsOf = (
  record: Readonly<Record<string, Json>>,
): readonly (readonly [string, Json])[] =>
  Object.entries(record).toSorted(([a], [b]) => byText(a, b))

/** Whether a value is an object with fields. */
export const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a value is a list. */
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

/** Objects as kubectl wraps them when it was asked for more than one. */
export const listOf = (objects: readonly unknown[]): Json => ({
  apiVersion: 'v1',
  items: objects.map(plain),
  kind: 'List',
  metadata: { resourceVersion: '' },
})

/** Text in quotes as Go writes it: what HTML could take for its own is escaped. */
const quoted = (text: string): string =>
  JSON.stringify(text).replaceAll(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** JSON of a value; with an indent, over several lines. */
function written(value: Json, indent: string | undefined, before: string): string {
  if (typeof value === 'string') return quoted(value)
  if (!isList(value) && !isRecord(value)) return String(value)
  const inside = indent === undefined ? '' : `\n${before}${indent}`
  const end = indent === undefined ? '' : `\n${before}`
  const colon = indent === undefined ? ':' : ': '
  const deeper = before + (indent ?? '')
  const parts = isList(value)
    ? value.map((item) => written(item, indent, deeper))
    : fieldsOf(value).map(([key, field]) => quoted(key) + colon + written(field, indent, deeper))
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}']
  return parts.length === 0
    ? `${open}${close}`
    : `${open}${inside}${parts.join(`,${inside}`)}${end}${close}`
}

/** A value in one line, as jsonpath prints objects and lists. */
export const jsonLine = (value: unknown): string => written(plain(value), undefined, '')

/** `-o json`: four spaces a level, and a line feed at the end. */
export const jsonText = (value: unknown): string => `${written(plain(value), '    ', '')}\n`

/** A value as Go prints it bare: `map[app:web]`, `[a b]`. */
export function goText(value: Json): string {
  if (isRecord(value))
    return `map[${fieldsOf(value)
      .map(([key, field]) => `${key}:${goText(field)}`)
      .join(' ')}]`
  if (isList(value)) return `[${value.map(goText).join(' ')}]`
  return value === null ? '<nil>' : String(value)
}
