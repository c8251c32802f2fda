import type { Draw } from '../../simulation/draw.ts'

/** The letters of generated names: no vowels, so that no words come out, and nothing that is read twice. */
export const SUFFIX_LETTERS = 'bcdfghjklmnpqrstvwxz2456789'

/** A name is at most 63 characters, and its random end has five. */
const LONGEST_BASE = 58

/** A base with five letters of chance behind it. */
export function generatedName(draw: Draw, base: string): string {
  const letters = Array.from(
    { length: 5 },
    () => SUFFIX_LETTERS[draw.whole('names', 0, SUFFIX_LETTERS.length - 1)] ?? '',
  )
  return base.slice(0, LONGEST_BASE) + letters.join('')
}

/** A unique identifier in the form of a random UUID. */
export function generatedUid(draw: Draw): string {
  const hex = (digits: number): string =>
    draw
      .whole('uids', 0, 16 ** digits - 1)
      .toString(16)
      .padStart(digits, '0')
  const variant = '89ab'[draw.whole('uids', 0, 3)] ?? '8'
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`
}

/** Five letters that stand for a text, always the same ones; for what is named once and for all. */
export function suffixOf(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  let rest = hash >>> 0
  return Array.from({ length: 5 }, () => {
    const letter = SUFFIX_LETTERS[rest % SUFFIX_LETTERS.length] ?? ''
    rest = Math.floor(rest / SUFFIX_LETTERS.length)
    return letter
  }).join('')
}
