import { duration, money, number, percent } from '../ui/format.ts'
import type { Format } from './question.ts'

const joined = ({ value, unit }: { readonly value: string; readonly unit: string }) =>
  `${value}\u00a0${unit}`

/** How the sentences of questions write numbers in a language. */
export const formatOf = (locale: string): Format => ({
  percent: (share, digits) => percent(locale, share, digits),
  number: (value, digits) => number(locale, value, digits),
  hours: (value, digits) => joined(duration(locale, value, digits)),
  seconds: (value, digits) => joined(duration(locale, value / 3600, digits)),
  money: (value) => money(locale, value),
})
