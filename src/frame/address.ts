import type { Parameter, Schema, Value, Values } from './parameters.ts'

/** What was wrong with one part of an address; the frame says it in the reader's language. */
export type AddressProblem =
  | { readonly kind: 'unknown'; readonly key: string }
  | { readonly kind: 'unreadable'; readonly key: string; readonly used: Value }
  | { readonly kind: 'out-of-range'; readonly key: string; readonly used: Value }
  | { readonly kind: 'too-long' }
  /** Written by a later version of the course. */
  | { readonly kind: 'newer' }

export interface ReadAddress {
  readonly values: Values
  readonly problems: AddressProblem[]
}

export interface NamedValues {
  readonly id: string
  readonly values: Values
}

export const LONGEST_ADDRESS = 2000
const LONGEST_VALUE = 40

/** Parses one value. The result is sound whatever the text is; a problem tells what was mended. */
function readValue(
  parameter: Parameter,
  text: string,
): { value: Value; problem?: 'unreadable' | 'out-of-range' } {
  const refuse = { value: parameter.default, problem: 'unreadable' } as const
  if (text.length > LONGEST_VALUE) return refuse
  switch (parameter.kind) {
    case 'flag':
      return text === '1' || text === '0' ? { value: text === '1' } : refuse
    case 'choice':
      return Object.hasOwn(parameter.options, text) ? { value: text } : refuse
    case 'number': {
      if (!/^-?(\d+\.?\d*|\.\d+)(e-?\d{1,3})?$/i.test(text)) return refuse
      const asked = parameter.unit === 'count' ? Math.round(Number(text)) : Number(text)
      const value = Math.min(parameter.maximum, Math.max(parameter.minimum, asked))
      return value === Number(text) ? { value } : { value, problem: 'out-of-range' }
    }
  }
}

/**
 * The state that an address names: a scene (`scene=…`) or the first one, then each parameter over
 * it. Anything unsound is replaced by the nearest sound value and reported, never thrown.
 */
export function readAddress(
  schema: Schema,
  scenes: readonly NamedValues[],
  first: Values,
  search: string,
  /** Keys that are read elsewhere. */
  others: readonly string[] = [],
): ReadAddress {
  if (search.length > LONGEST_ADDRESS) return { values: first, problems: [{ kind: 'too-long' }] }
  const values: Record<string, Value> = { ...first }
  const problems: AddressProblem[] = []
  const query = new URLSearchParams(search)
  const named = query.get('scene')
  if (named !== null) {
    const scene = scenes.find((candidate) => candidate.id === named)
    if (scene) Object.assign(values, scene.values)
    else problems.push({ kind: 'unknown', key: `scene=${named.slice(0, LONGEST_VALUE)}` })
  }
  for (const [key, text] of query) {
    if (key === 'scene' || others.includes(key)) continue
    const parameter = Object.hasOwn(schema, key) ? schema[key] : undefined
    if (!parameter) {
      problems.push({ kind: 'unknown', key: key.slice(0, LONGEST_VALUE) })
      continue
    }
    const { value, problem } = readValue(parameter, text)
    // What cannot be read leaves the scene as it is; what lies outside goes to the nearest end.
    const used = problem === 'unreadable' ? (values[key] ?? value) : value
    values[key] = used
    if (problem) problems.push({ kind: problem, key, used })
  }
  return { values, problems }
}

const write = (value: Value) => (typeof value === 'boolean' ? (value ? '1' : '0') : String(value))

/** The query that brings exactly these values back over `first`; empty for `first` itself. */
export function writeAddress(schema: Schema, first: Values, values: Values): string {
  const query = new URLSearchParams()
  for (const key of Object.keys(schema)) {
    const value = values[key]
    if (value !== undefined && value !== first[key]) query.set(key, write(value))
  }
  return query.toString()
}
