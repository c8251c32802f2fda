import type { IntOrString } from '../../objects.ts'
import { type FieldError, invalid, Printed, required } from './field-error.ts'

const PERCENT = /^[0-9]+%$/

/** A number that may be left out but must not be negative. */
export const nonNegative = (value: number | undefined, field: string): readonly FieldError[] =>
  value !== undefined && value < 0
    ? [invalid(field, value, 'must be greater than or equal to 0')]
    : []

/** A count or a percentage as Go prints it. */
export const printedIntOrString = (value: IntOrString): Printed =>
  new Printed(
    typeof value === 'number'
      ? `intstr.IntOrString{Type:0, IntVal:${value}, StrVal:""}`
      : `intstr.IntOrString{Type:1, IntVal:0, StrVal:${JSON.stringify(value)}}`,
  )

/** A count that is not negative, or a percentage. */
export function countOrPercent(
  value: IntOrString | undefined,
  field: string,
): readonly FieldError[] {
  if (value === undefined) return []
  if (typeof value === 'number')
    return value < 0 ? [invalid(field, value, 'must be greater than or equal to 0')] : []
  return PERCENT.test(value)
    ? []
    : [
        invalid(
          field,
          printedIntOrString(value),
          "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')",
        ),
      ]
}

/** The number in front of a percent sign, or the number itself. */
export const leadingNumber = (value: IntOrString): number =>
  typeof value === 'number' ? value : Number.parseInt(value, 10)

/** A percentage of at most the whole. */
export const notMoreThanAll = (
  value: IntOrString | undefined,
  field: string,
): readonly FieldError[] =>
  typeof value === 'string' && PERCENT.test(value) && leadingNumber(value) > 100
    ? [invalid(field, printedIntOrString(value), 'must not be greater than 100%')]
    : []

const PORT_RANGE = 'must be between 1 and 65535, inclusive'

/** A port by number. */
export const portNumber = (value: number, field: string): readonly FieldError[] =>
  value >= 1 && value <= 65_535 ? [] : [invalid(field, value, PORT_RANGE)]

/** What is wrong with the name of a port, in the server's words. */
function portNameProblems(name: string): readonly string[] {
  return [
    ...(name.length > 15 ? ['must be no more than 15 characters'] : []),
    ...(/^[-a-z0-9]+$/.test(name)
      ? []
      : ['must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)']),
    ...(/[a-z]/.test(name) ? [] : ['must contain at least one letter (a-z)']),
    ...(name.includes('--') ? ['must not contain consecutive hyphens'] : []),
    ...(/^-|-$/.test(name) ? ['must not begin or end with a hyphen'] : []),
  ]
}

/** A port by name. */
export const portName = (name: string, field: string): readonly FieldError[] =>
  portNameProblems(name).map((problem) => invalid(field, name, problem))

/** A port by number or name. */
export function portNumberOrName(
  value: IntOrString | undefined,
  field: string,
): readonly FieldError[] {
  if (value === undefined) return [required(field)]
  return typeof value === 'number' ? portNumber(value, field) : portName(value, field)
}
