import { SUFFIX_LETTERS } from './names.ts'
import type { PodTemplate } from './objects.ts'

/** The bytes of a text in UTF-8. */
function utf8(text: string): readonly number[] {
  return Array.from(text).flatMap((character) => {
    const point = character.codePointAt(0) ?? 0
    if (point < 0x80) return [point]
    const tail = (shift: number): number => 0x80 | ((point >> shift) & 0x3f)
    if (point < 0x800) return [0xc0 | (point >> 6), tail(0)]
    if (point < 0x10000) return [0xe0 | (point >> 12), tail(6), tail(0)]
    return [0xf0 | (point >> 18), tail(12), tail(6), tail(0)]
  })
}

/** The 32-bit hash by Fowler, Noll and Vo, variant 1a, of a text in UTF-8: 0 to 4,294,967,295. */
export function fnv32a(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of utf8(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

/**
 * A text in the letters of generated names: each character's code picks one.
 *
 * @source k8s-1-20-source
 * @example safeEncoded('3439460038') // '787f8b447d'
 */
export const safeEncoded = (text: string): string =>
  Array.from(
    text,
    (character) => SUFFIX_LETTERS[(character.codePointAt(0) ?? 0) % SUFFIX_LETTERS.length] ?? '',
  ).join('')

/** JSON with the fields of every object in order of name, and none that is absent. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
  return `{${fields.join(',')}}`
}

/**
 * What tells the pods of one template from those of another: 8 to 10 letters, by which their
 * replica set is named. The letters are made as in Kubernetes, but from JSON, so they differ from
 * those of a real cluster (which change from release to release, too).
 *
 * @param collisions how many names have been found taken by another template so far
 */
export function templateHash(template: PodTemplate, collisions?: number): string {
  const salt = collisions === undefined ? '' : String(collisions)
  return safeEncoded(String(fnv32a(canonical(template) + salt)))
}
