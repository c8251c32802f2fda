import { money, number, percent } from '../ui/format.ts'
import { isTime, unitName } from './number-units.ts'
import type { Sum, Tolerance, Unit } from './question.ts'

/** Never fewer digits than these: 0.5 % beside a guess of 0.52 %. */
const FEWEST = 3
/** An exact answer is a whole or a short number; more digits are noise of the machine. */
const MOST = 12

/** Digits that tell a value from one that is just outside of the tolerance. */
function digitsOf(value: number, answer: number, tolerance: Tolerance): number {
  const most = tolerance.absolute ?? tolerance.relative * Math.abs(answer)
  if (!(most > 0) || value === 0) return MOST
  const significant = Math.floor(Math.log10(Math.abs(value))) - Math.floor(Math.log10(most)) + 2
  return Math.min(MOST, Math.max(FEWEST, significant))
}

/** Nobody asks for cents, and somebody may type them. */
const cents = (locale: string, value: number) =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
  }).format(value)

/** A number in the unit of a question: 99.97 %, 42 min, $1,200. */
export function valueText(value: number, unit: Unit, locale: string, digits = MOST): string {
  if (unit === 'percent') return percent(locale, value, digits)
  if (unit === 'money') return Number.isInteger(value) ? money(locale, value) : cents(locale, value)
  const text = number(locale, value, digits)
  return isTime(unit) ? `${text}\u00a0${unitName(unit, locale, 'short', value)}` : text
}

/** A number beside the right one, in as many digits as tell a wrong one from it. */
export const answerText = (
  value: number,
  { unit, answer, tolerance }: Pick<Sum, 'unit' | 'answer' | 'tolerance'>,
  locale: string,
): string => valueText(value, unit, locale, digitsOf(value, answer, tolerance))
