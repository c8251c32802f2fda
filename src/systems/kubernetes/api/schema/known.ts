import { type Problem } from './check.ts'

type Plain = Readonly<Record<string, unknown>>

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value without the field at a path. */
function without(value: unknown, path: readonly string[]): unknown {
  const [first = '', ...rest] = path
  if (Array.isArray(value))
    return value.map((one, index) => (String(index) === first ? without(one, rest) : one))
  if (!isPlain(value)) return value
  const { [first]: inner, ...others } = value
  return rest.length === 0 ? others : { ...others, [first]: without(inner, rest) }
}

/** An object without the fields that its kind has not: a server forgets them. */
export const withKnownFields = (object: unknown, problems: readonly Problem[]): unknown =>
  problems
    .filter(({ what }) => what === 'unknown')
    .reduce<unknown>(
      (left, { path }) =>
        without(
          left,
          path.split(/[.[\]]+/).filter((part) => part !== ''),
        ),
      object,
    )
