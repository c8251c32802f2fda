import { converted, isTime, unitNamed } from './number-units.ts'
import { inPlainMarks, plainNumber } from './plain-number.ts'
import type { Unit } from './question.ts'

/** Why a text is no number that answers the question. */
export type TypedProblem =
  | 'empty'
  | 'no-number'
  | 'by-zero'
  /** Too large or too small for a number of any machine. */
  | 'size'
  /** A unit that the answer cannot have, or none that is known. */
  | 'unit'

/** What was typed, as a number in the unit of the answer, or why it is none. */
export type Typed =
  | {
      readonly value: number
      /** What it would be as a share of 1, where per cent are asked for and no sign was typed. */
      readonly share?: number
      readonly problem?: never
    }
  | { readonly problem: TypedProblem; readonly value?: never }

const LONGEST = 64

const FIGURES = String.raw`[\d.,](?:[\d.,' ]*[\d.,])?`
const POWER = String.raw`10 ?(?:\^|\*\*) ?[+-]?\d{1,4}`
const NUMBER = String.raw`[+-]? ?(?:${POWER}|${FIGURES}(?:e[+-]?\d{1,4}| ?[×*·x] ?${POWER})?)`
const UNIT = String.raw`[^\d\s.,'+/-][^\d,'+/-]*`
const QUANTITY = new RegExp(`(${NUMBER})(?: ?[/÷] ?(${NUMBER}))? ?(${UNIT})?`, 'iy')

/** One way to write what can be written in several. */
function tidy(text: string, locale: string): string {
  const raised = text.replace(/[⁺⁻⁰¹²³⁴-⁹]+/g, (power) => `^${power}`)
  const plain = raised
    // 3½ is not 31/2.
    .replace(/[\u00bc-\u00be\u2150-\u215e]/g, ' $&')
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/[\u2212\u2010-\u2013]/g, '-')
    .replace(/\u2044/g, '/')
    .replace(/\s+/g, ' ')
    .trim()
  return inPlainMarks(plain, locale).replace(/^([+-]?) ?([$%٪]) ?(.*)$/, '$1$3 $2')
}

/** A number in two parts, so that per cent become shares without rounding twice. */
interface Scaled {
  readonly digits: string
  readonly exponent: number
}

const numberOf = ({ digits, exponent }: Scaled, shift = 0) =>
  Number(`${digits}e${exponent + shift}`)

function scaled(text: string, locale: string): Scaled | undefined {
  const match = /^([+-]?) ?(.*?)(?:e([+-]?\d+)| ?[×*·x]? ?10 ?(?:\^|\*\*) ?([+-]?\d+))?$/i.exec(
    text,
  )
  if (!match) return undefined
  const [, sign = '', figures = '', exponent, power] = match
  const digits = figures === '' && power ? '1' : plainNumber(figures, locale)
  if (digits === undefined) return undefined
  return { digits: `${sign === '-' ? '-' : ''}${digits}`, exponent: Number(exponent ?? power ?? 0) }
}

interface Quantity {
  readonly over: Scaled
  readonly under: Scaled | undefined
  readonly unit: string
}

/** Numbers with what stands behind each, such as 1 h 30 min. */
function quantitiesOf(text: string, locale: string): readonly Quantity[] | undefined {
  const found: Quantity[] = []
  QUANTITY.lastIndex = 0
  while (QUANTITY.lastIndex < text.length) {
    const match = QUANTITY.exec(text)
    if (!match) return undefined
    const [, one = '', other, unit = ''] = match
    const over = scaled(one.trim(), locale)
    const under = other === undefined ? undefined : scaled(other.trim(), locale)
    if (!over || (other !== undefined && !under)) return undefined
    found.push({ over, under, unit: unit.trim() })
  }
  return found.length === 0 ? undefined : found
}

const THOUSANDS: Readonly<Record<string, number>> = { k: 3, m: 6, million: 6 }

/** What is written behind a number, as a unit and a power of ten. */
function unitOf(
  text: string,
  asked: Unit,
  locale: string,
): { unit: Unit; shift: number } | undefined {
  if (text === '') return { unit: asked, shift: 0 }
  if (asked === 'money') {
    const [, prefix = '', rest = ''] = /^(million|k|m)? ?(.*)$/i.exec(text) ?? []
    if (rest === '' || unitNamed(rest, locale) === 'money')
      return { unit: 'money', shift: THOUSANDS[prefix.toLowerCase()] ?? 0 }
    return undefined
  }
  const unit = unitNamed(text, locale)
  if (unit === undefined) return undefined
  return unit === asked || (isTime(unit) && isTime(asked)) ? { unit, shift: 0 } : undefined
}

function valueOf({ over, under, unit: name }: Quantity, asked: Unit, locale: string): Typed {
  const found = unitOf(name, asked, locale)
  if (!found) return { problem: 'unit' }
  // A fraction is a share whether or not per cent are asked for: 1/7 is not a seventh of a per cent.
  const hundredths = asked === 'percent' && (name !== '' || !under) ? -2 : 0
  const divisor = under ? numberOf(under) : 1
  if (divisor === 0) return { problem: 'by-zero' }
  const value = converted(numberOf(over, found.shift + hundredths) / divisor, found.unit, asked)
  if (!Number.isFinite(value) || (value === 0 && /[1-9]/.test(over.digits)))
    return { problem: 'size' }
  const isBare = asked === 'percent' && name === '' && !under
  return isBare && Math.abs(value) <= 0.01 ? { value, share: numberOf(over) } : { value }
}

/** One after the other, as in 1 h 30 min: only lengths of time are written so. */
function summed(quantities: readonly Quantity[], asked: Unit, locale: string): Typed {
  if (!isTime(asked) || quantities.some(({ under }) => under)) return { problem: 'no-number' }
  let sum = 0
  for (const quantity of quantities) {
    if (quantity.unit === '') return { problem: 'no-number' }
    const part = valueOf(quantity, asked, locale)
    if (part.problem !== undefined) return part
    sum += part.value
  }
  return { value: sum }
}

/**
 * Reads a number as people type it in a language: 1,200, 99.97 %, 1e-4, 3 × 10⁻⁵, 1/7, $1,200,
 * 1 h 30 min. A unit is turned into the one that is asked for. For per cent the number is one of
 * per cent with or without the sign, and a fraction is a share.
 *
 * @param text what was typed
 * @param unit what the answer is measured in
 * @param locale the language of the page
 * @returns a finite number in that unit, as answers are kept (a share for per cent), or a problem
 */
export function readTyped(text: string, unit: Unit, locale: string): Typed {
  const plain = tidy(text.slice(0, 2 * LONGEST), locale)
  if (plain === '') return { problem: 'empty' }
  if (text.length > LONGEST) return { problem: 'no-number' }
  const quantities = quantitiesOf(plain, locale)
  if (!quantities) return { problem: 'no-number' }
  const [first, ...more] = quantities
  return first && more.length === 0
    ? valueOf(first, unit, locale)
    : summed(quantities, unit, locale)
}
