/**
 * Figures as people type them, without sign, power of ten and unit: which mark is the decimal one
 * depends on the language, and where only one reading makes sense that is the one taken.
 */

interface Marks {
  readonly decimal: string
  readonly group: string
  /** From 0 to 9. */
  readonly digits: readonly string[]
}

const known = new Map<string, Marks>()

/** How the language writes numbers. */
function marksOf(locale: string): Marks {
  const before = known.get(locale)
  if (before) return before
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345_678.9)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const digits = new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210)
  const made = {
    decimal: of('decimal'),
    group: of('group'),
    digits: Array.from(digits).reverse(),
  }
  known.set(locale, made)
  return made
}

const isMark = (mark: string) => mark === '.' || mark === ','

/**
 * The text with digits from 0 to 9, with a point or a comma for the decimal mark of a language that
 * has another, and with an apostrophe for all that only separates groups.
 */
export function inPlainMarks(text: string, locale: string): string {
  const { decimal, group, digits } = marksOf(locale)
  let plain = text.replace(/[\u2019\u066c_]/g, "'")
  if (!isMark(decimal)) plain = plain.replaceAll(decimal, '.')
  if (group !== '' && !isMark(group) && group.trim() !== '') plain = plain.replaceAll(group, "'")
  if (digits[0] === '0') return plain
  return Array.from(plain, (one) => (digits.includes(one) ? digits.indexOf(one) : one)).join('')
}

/** Digits in groups of three, or of two before the last three, as in India. */
const grouped = (text: string, mark: string): boolean => {
  const [first = '', ...rest] = text.split(mark)
  return (
    /^[1-9]\d{0,2}$/.test(first) &&
    rest.length > 0 &&
    rest.every((group, at) => (at === rest.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(group))
  )
}

const isDigits = (text: string) => /^\d+$/.test(text)
/** Digits, perhaps in groups with one and the same of these marks. */
function whole(text: string, marks: readonly string[]): string | undefined {
  if (isDigits(text)) return text
  const mark = marks.find((one) => grouped(text, one))
  return mark === undefined ? undefined : text.replaceAll(mark, '')
}

/** The mark that parts whole from fraction in this text, if there is one. */
function decimalMarkOf(text: string, locale: string): string | undefined {
  const places = [...text.matchAll(/[.,]/g)].map(({ index }) => text.charAt(index))
  const last = places.at(-1)
  if (last === undefined) return undefined
  // 1,234.5 or 1.234,5: the mark that comes last and once parts off the fraction.
  if (places.includes(last === '.' ? ',' : '.')) return last
  // 1,234,567: nothing is parted off twice.
  if (places.length > 1) return undefined
  const { group } = marksOf(locale)
  // 1,200 is a group where the language groups with commas; 0,999 and 99,97 are none.
  return last === group && grouped(text, last) ? undefined : last
}

/**
 * Digits with at most one decimal point, as a program writes them.
 *
 * @param text what was typed, after `inPlainMarks`
 * @returns nothing where it cannot be read
 */
export function plainNumber(text: string, locale: string): string | undefined {
  const mark = decimalMarkOf(text, locale)
  if (mark === undefined) return whole(text, ['.', ',', "'", ' '])
  const at = text.lastIndexOf(mark)
  const [before, after] = [text.slice(0, at), text.slice(at + 1)]
  if (before === '' && after === '') return undefined
  const units = before === '' ? '0' : whole(before, [mark === '.' ? ',' : '.', "'", ' '])
  if (units === undefined || !(after === '' || isDigits(after))) return undefined
  return after === '' ? units : `${units}.${after}`
}
