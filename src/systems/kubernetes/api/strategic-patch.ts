import type { ProfileName } from '../resources.ts'
import { same } from './same.ts'
import { type Field, fieldOf, type Model, modelOf } from './schema/schema.ts'

type Plain = Readonly<Record<string, unknown>>

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const DIRECTIVE = '$patch'
const RETAIN = '$retainKeys'
const ORDER = '$setElementOrder/'
const DELETE_VALUES = '$deleteFromPrimitiveList/'

/** How elements of a list of objects are told apart; by nothing where the list is replaced. */
function mergeKeyOf(field: Field | undefined): string | undefined {
  return field?.shape === 'list' ? field.mergeKey : undefined
}

const modelBelow = (profile: ProfileName, field: Field | undefined): Model | undefined =>
  field ? modelOf(profile, field.of) : undefined

/** Elements in the order that a patch asks for; those that it does not name keep their place. */
function ordered(
  list: readonly unknown[],
  order: readonly unknown[],
  keyOf: (one: unknown) => unknown,
): readonly unknown[] {
  const rank = (one: unknown): number => order.findIndex((other) => same(keyOf(other), keyOf(one)))
  const named = list.filter((one) => rank(one) >= 0).toSorted((a, b) => rank(a) - rank(b))
  const result: unknown[] = []
  let next = 0
  for (const one of list) {
    if (rank(one) < 0) result.push(one)
    else {
      result.push(named[next])
      next += 1
    }
  }
  return result
}

/** What works on objects of one release. */
function merging(profile: ProfileName) {
  const lists = (
    target: readonly unknown[],
    patch: readonly unknown[],
    key: string,
    model: Model | undefined,
  ): readonly unknown[] => {
    if (patch.some((one) => isPlain(one) && one[DIRECTIVE] === 'replace'))
      return patch.filter((one) => !(isPlain(one) && one[DIRECTIVE] === 'replace'))
    return patch.reduce<readonly unknown[]>((list, one) => {
      if (!isPlain(one)) return list.some((other) => same(other, one)) ? list : [...list, one]
      const is = (other: unknown): boolean => isPlain(other) && same(other[key], one[key])
      if (one[DIRECTIVE] === 'delete') return list.filter((other) => !is(other))
      const index = list.findIndex(is)
      if (index < 0) return [...list, objects({}, one, model)]
      return list.map((other, place) => (place === index ? objects(other, one, model) : other))
    }, target)
  }
  const value = (target: unknown, patch: unknown, field: Field | undefined): unknown => {
    const key = mergeKeyOf(field)
    if (Array.isArray(patch))
      return key === undefined
        ? patch
        : lists(Array.isArray(target) ? target : [], patch, key, modelBelow(profile, field))
    return isPlain(patch) ? objects(target, patch, modelBelow(profile, field)) : patch
  }
  const objects = (target: unknown, patch: Plain, model: Model | undefined): unknown => {
    const { [DIRECTIVE]: directive, [RETAIN]: retain, ...fields } = patch
    if (directive === 'replace') return fields
    if (directive === 'delete') return {}
    const merged: Record<string, unknown> = isPlain(target) ? { ...target } : {}
    if (Array.isArray(retain))
      for (const name of Object.keys(merged)) if (!retain.includes(name)) delete merged[name]
    const fieldAt = (name: string) => (model ? fieldOf(model, name) : undefined)
    for (const [name, given] of Object.entries(fields)) {
      if (name.startsWith(ORDER)) continue
      if (name.startsWith(DELETE_VALUES)) {
        const list = name.slice(DELETE_VALUES.length)
        const kept = merged[list]
        if (Array.isArray(kept) && Array.isArray(given))
          merged[list] = kept.filter((one) => !given.some((other) => same(one, other)))
      } else if (given === null) delete merged[name]
      else merged[name] = value(merged[name], given, fieldAt(name))
    }
    for (const [name, order] of Object.entries(fields)) {
      if (!name.startsWith(ORDER) || !Array.isArray(order)) continue
      const list = name.slice(ORDER.length)
      const key = mergeKeyOf(fieldAt(list))
      const now = merged[list]
      if (Array.isArray(now))
        merged[list] = ordered(now, order, (one) =>
          isPlain(one) && key !== undefined ? one[key] : one,
        )
    }
    return merged
  }
  return objects
}

/**
 * A strategic merge patch: as a merge patch, but elements of lists are found by the field that
 * their kind names, and `$patch`, `$retainKeys` and `$setElementOrder` say more.
 *
 * @param kind of the target, whose fields say how lists merge
 */
export const strategicPatch = (
  profile: ProfileName,
  kind: string,
  target: unknown,
  patch: Readonly<Record<string, unknown>>,
): unknown => merging(profile)(target, patch, modelOf(profile, kind))
