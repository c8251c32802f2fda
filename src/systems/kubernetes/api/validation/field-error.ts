import { same } from '../same.ts'

/** One thing that is wrong with a field, as the server tells it. */
export interface FieldError {
  readonly field: string
  readonly reason:
    | 'FieldValueRequired'
    | 'FieldValueInvalid'
    | 'FieldValueNotSupported'
    | 'FieldValueDuplicate'
    | 'FieldValueForbidden'
  /** Without the field: `Invalid value: -1: must be …`. */
  readonly message: string
}

/** A value that is written as it stands: how Go prints a structure. */
export class Printed {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

function shown(value: unknown): string {
  if (value instanceof Printed) return value.text
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}

export const required = (field: string, detail = ''): FieldError => ({
  field,
  reason: 'FieldValueRequired',
  message: detail === '' ? 'Required value' : `Required value: ${detail}`,
})

export const invalid = (field: string, value: unknown, detail: string): FieldError => ({
  field,
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${shown(value)}: ${detail}`,
})

export const notSupported = (
  field: string,
  value: unknown,
  supported: readonly string[],
): FieldError => ({
  field,
  reason: 'FieldValueNotSupported',
  message: `Unsupported value: ${shown(value)}: supported values: ${supported.map((one) => JSON.stringify(one)).join(', ')}`,
})

export const duplicate = (field: string, value: unknown): FieldError => ({
  field,
  reason: 'FieldValueDuplicate',
  message: `Duplicate value: ${shown(value)}`,
})

export const forbiddenField = (field: string, detail: string): FieldError => ({
  field,
  reason: 'FieldValueForbidden',
  message: `Forbidden: ${detail}`,
})

/** A map of texts as Go prints it. */
export const printedMap = (map: Readonly<Record<string, string>> | undefined): string =>
  map === undefined
    ? 'map[string]string(nil)'
    : `map[string]string{${Object.entries(map)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
        .join(', ')}}`

/** The error, unless the values are the same. */
export const unlessSame = (a: unknown, b: unknown, error: FieldError): readonly FieldError[] =>
  same(a, b) ? [] : [error]
