/**
 * The type of a field. `string`, `integer`, `boolean`, `Quantity`, `IntOrString`, `Time` and `any` are
 * plain; any other name is a model. `[]X` is a list, `map:X` a map by names, `!` at the end says that
 * it must be there, and `@name` that a strategic merge finds an element of the list by that field
 * (`@=`: by itself).
 */
export type FieldText = string

/** The fields of a kind, or of a part of one, by name. */
export interface ModelText {
  /** Where it is defined: `apps/v1`, `v1`, or `meta/v1`; `policy` takes the version that is served. */
  readonly home: string
  readonly fields: Readonly<Record<string, FieldText>>
}

export type Models = Readonly<Record<string, ModelText>>

/** The type of a field, taken apart. */
export interface FieldType {
  readonly shape: 'one' | 'list' | 'map'
  /** A plain type or the name of a model. */
  readonly of: string
  readonly required: boolean
  /** By which field a strategic merge finds an element of a list; a list without one is replaced. */
  readonly mergeKey?: string
}

/** A type in its short form, taken apart. */
export function typeFrom(text: string): FieldType {
  const [type = '', mergeKey] = text.split('@')
  const required = type.endsWith('!') || (mergeKey?.endsWith('!') ?? false)
  const bare = type.replace('!', '')
  const shape = bare.startsWith('[]') ? 'list' : bare.startsWith('map:') ? 'map' : 'one'
  const of = bare.slice(shape === 'list' ? 2 : shape === 'map' ? 4 : 0)
  return {
    shape,
    of,
    required,
    ...(mergeKey === undefined ? {} : { mergeKey: mergeKey.replace('!', '') }),
  }
}
