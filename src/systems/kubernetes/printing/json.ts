import { byText } from './table.ts'

/** What JSON can hold. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * A value as the API hands it out: keys sorted, what is undefined left out, and no field of our own
 * among it.
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
        .toSorted(([a], [b]) => byText(a, b))
        .map(([key, field]) => [key, plain(field)]),
    )
  throw new RangeError(`plain: JSON cannot hold ${String(value)}`)
}

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

/** One line of JSON as Go writes it: keys sorted, `<`, `>` and `&` escaped where asked for. */
const escaped = (text: string): string =>
  text
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('>', String.raw`\u003e`)
    .replaceAll('&', String.raw`\u0026`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)

/** A value in one line, as jsonpath prints objects and lists. */
export const jsonLine = (value: unknown): string => escaped(JSON.stringify(plain(value)))

/** `-o json`: four spaces a level, and a line feed at the end. */
export const jsonText = (value: unknown): string =>
  `${escaped(JSON.stringify(plain(value), null, 4))}\n`
