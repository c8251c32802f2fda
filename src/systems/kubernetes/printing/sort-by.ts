import { quantityMillis } from '../quantity.ts'
import { isList, isRecord, plain } from './json.ts'
import type { Json } from './json.ts'
import { findAll, messageOf, relaxedPath } from './jsonpath.ts'

/** A text as an amount, where it is one. */
function amountOf(text: string): number | undefined {
  try {
    return quantityMillis(text)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Parts of a text: runs of digits, and what stands between. */
const partsOf = (text: string): readonly string[] => text.match(/\d+|\D+/g) ?? []

/** Texts as people sort them: the numbers within count as numbers. */
function naturally(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)]
  for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
    const [left = '', right = ''] = [one[at], other[at]]
    if (left === right) continue
    const numbers = /^\d/.test(left) && /^\d/.test(right)
    if (numbers && Number(left) !== Number(right)) return Number(left) - Number(right)
    return left < right ? -1 : 1
  }
  return one.length - other.length
}

function compared(a: Json, b: Json): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [one, other] = [String(a), String(b)]
  const [left, right] = [amountOf(one), amountOf(other)]
  return left !== undefined && right !== undefined ? left - right : naturally(one, other)
}

/** What Go calls the type of a value that has no order; empty for one that has. */
function unsortableType(key: Json | undefined): string {
  if (isList(key)) return '[]interface {}'
  if (isRecord(key)) return 'map[string]interface {}'
  return typeof key === 'boolean' ? 'bool' : ''
}

/**
 * `--sort-by`: objects in the order of a field; equal ones keep their order.
 *
 * @returns the objects sorted, or the error in kubectl's words
 */
export function sortedBy<T>(
  path: string,
  objects: readonly T[],
): { readonly objects: readonly T[] } | { readonly error: string } {
  try {
    const field = relaxedPath(path)
    const keyed = objects.map((object) => ({ object, key: findAll(field, plain(object))[0] }))
    if (keyed.length > 0 && keyed.every(({ key }) => key === undefined))
      return { error: `couldn't find any field with path "${field}" in the list of objects` }
    const unsortable = keyed.map(({ key }) => unsortableType(key)).find((type) => type !== '')
    if (unsortable !== undefined && keyed.length > 1) {
      return {
        error: `Field {${field.slice(1, -1)}} in *unstructured.Unstructured is an unsortable type: interface, err: unsortable type: ${unsortable}`,
      }
    }
    const without = keyed.filter(({ key }) => key === undefined || key === null)
    const sorted = keyed
      .flatMap(({ object, key }) => (key === undefined || key === null ? [] : [{ object, key }]))
      .toSorted((a, b) => compared(a.key, b.key))
    // kubectl finds what lacks the field to be less than all else, even than its like.
    return { objects: [...without.toReversed(), ...sorted].map(({ object }) => object) }
  } catch (error) {
    return { error: messageOf(error) }
  }
}
