import { isList, isRecord, plain } from './json.ts'
import type { Json } from './json.ts'
import { byKey } from './yaml-keys.ts'
import { scalarText } from './yaml-scalar.ts'

const scalar = (value: null | boolean | number | string, column: number, indent: string): string =>
  typeof value === 'string' ? scalarText(value, column, indent) : String(value)

/** Keys are never broken over lines. */
const keyText = (key: string): string => scalarText(key, Number.NEGATIVE_INFINITY, '')

/** The lines of a value that begins at an indent; its first line is not indented. */
function valueText(value: Json, indent: string): string {
  if (isList(value)) {
    if (value.length === 0) return '[]'
    return value.map((item) => `- ${valueText(item, `${indent}  `)}`).join(`\n${indent}`)
  }
  if (isRecord(value)) {
    const keys = Object.keys(value).toSorted(byKey)
    if (keys.length === 0) return '{}'
    return keys.map((key) => fieldText(key, value[key] ?? null, indent)).join(`\n${indent}`)
  }
  return scalar(value, indent.length, indent)
}

/** A key and its value. Lists are no deeper than their key, objects and folded text are. */
function fieldText(key: string, value: Json, indent: string): string {
  const name = `${keyText(key)}:`
  const deeper = `${indent}  `
  if (isList(value) && value.length > 0) return `${name}\n${indent}${valueText(value, indent)}`
  if (isRecord(value) && Object.keys(value).length > 0)
    return `${name}\n${deeper}${valueText(value, deeper)}`
  if (isList(value) || isRecord(value)) return `${name} ${valueText(value, deeper)}`
  return `${name} ${scalar(value, indent.length + name.length + 1, deeper)}`
}

/**
 * `-o yaml`: a value in the form of Go's YAML: keys sorted, lists as deep as their key, text quoted
 * where it could be taken for something else.
 */
export const yamlText = (value: unknown): string => `${valueText(plain(value), '')}\n`
