import type { Field, Path } from './library.ts'

/** What a reader wrote in a field: a value, nothing, or something that cannot be read. */
export type Written =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'left-out' }
  | { readonly kind: 'unreadable' }

const UNREADABLE = { kind: 'unreadable' } as const
const value = (read: unknown): Written => ({ kind: 'value', value: read })

function numberIn(text: string): number | undefined {
  if (/^[-+]?(Infinity|∞)$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(text) ? Number(text) : undefined
}

/** A number, or `1 - 1e-20`: a part whose failures a double could not tell from none. */
function componentIn(text: string): unknown {
  const [, small] = /^1\s*[-−]\s*(.+)$/.exec(text) ?? []
  const unreliability = small === undefined ? undefined : numberIn(small)
  if (unreliability === undefined) return numberIn(text)
  return { reliability: 1 - unreliability, unreliability }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads what stands in a field, by its kind. */
export function readField(field: Field, text: string): Written {
  const trimmed = text.trim()
  if (trimmed === '') return field.optional ? { kind: 'left-out' } : UNREADABLE
  if (field.kind === 'choice') {
    if (!field.options?.includes(trimmed)) return UNREADABLE
    return value(trimmed === 'true' ? true : trimmed === 'false' ? false : trimmed)
  }
  const read =
    field.kind === 'number'
      ? numberIn(trimmed)
      : field.kind === 'component'
        ? (componentIn(trimmed) ?? jsonIn(trimmed))
        : (numberIn(trimmed) ?? jsonIn(trimmed))
  return read === undefined ? UNREADABLE : value(read)
}

/** A value as a field shows it: JSON with room to breathe. */
export function written(given: unknown): string {
  if (given === undefined) return ''
  if (typeof given === 'number') return String(given)
  if (typeof given === 'string') return given
  if (Array.isArray(given)) return `[${given.map(quoted).join(', ')}]`
  return quoted(given)
}

function quoted(given: unknown): string {
  if (Array.isArray(given)) return `[${given.map(quoted).join(', ')}]`
  if (typeof given === 'object' && given !== null) {
    const entries = Object.entries(given).map(([key, one]) => `"${key}": ${quoted(one)}`)
    return `{ ${entries.join(', ')} }`
  }
  return typeof given === 'string' ? JSON.stringify(given) : String(given)
}

/** The same arguments with a value at a place, and everything on the way there. */
export function placed(args: readonly unknown[], path: Path, given: unknown): readonly unknown[] {
  const put = (holder: unknown, [key, ...rest]: Path): unknown => {
    if (key === undefined) return given
    if (typeof key === 'number') {
      const list: unknown[] = Array.isArray(holder) ? [...holder] : []
      list[key] = put(list[key], rest)
      return list
    }
    const record = typeof holder === 'object' && holder !== null ? { ...holder } : {}
    return { ...record, [key]: put(Reflect.get(record, key), rest) }
  }
  const list = put(args, path)
  return Array.isArray(list) ? list : args
}

/**
 * A call as one would write it.
 *
 * @param fixed what stands in the code as it is, at its place among the arguments
 */
export function callText(
  name: string,
  args: readonly unknown[],
  fixed: readonly { readonly path: Path; readonly source: string }[],
): string {
  // A symbol is what no field can hold, and it has room for a text.
  const whole = fixed.reduce((list, { path, source }) => placed(list, path, Symbol(source)), args)
  const literal = (given: unknown): string => {
    if (Array.isArray(given)) return `[${given.map(literal).join(', ')}]`
    if (typeof given === 'object' && given !== null) {
      const entries = Object.entries(given).map(
        ([key, one]) => `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : `'${key}'`}: ${literal(one)}`,
      )
      return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
    }
    if (typeof given === 'symbol') return given.description ?? ''
    return typeof given === 'string' ? `'${given}'` : String(given)
  }
  const last = whole.findLastIndex((given) => given !== undefined)
  return `${name}(${whole
    .slice(0, last + 1)
    .map(literal)
    .join(', ')})`
}
