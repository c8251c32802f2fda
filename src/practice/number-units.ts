import type { Unit } from './question.ts'

/** Milliseconds in each unit of time. */
const TIMES = {
  milliseconds: 1,
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
} as const satisfies Partial<Record<Unit, number>>

type Time = keyof typeof TIMES

const SYMBOLS: readonly (readonly [symbol: string, unit: Time])[] = [
  ['ms', 'milliseconds'],
  ['msec', 'milliseconds'],
  ['s', 'seconds'],
  ['sec', 'seconds'],
  ['secs', 'seconds'],
  // Metres are no answer here, and 5m is five minutes to whoever writes configurations.
  ['m', 'minutes'],
  ['min', 'minutes'],
  ['mins', 'minutes'],
  ['h', 'hours'],
  ['hr', 'hours'],
  ['hrs', 'hours'],
  ['d', 'days'],
]

const INTL = {
  percent: 'percent',
  milliseconds: 'millisecond',
  seconds: 'second',
  minutes: 'minute',
  hours: 'hour',
  days: 'day',
} as const satisfies Partial<Record<Unit, string>>

export const isTime = (unit: Unit): unit is Time => unit in TIMES

const SYMBOLIC: ReadonlySet<Unit> = new Set(['hours', 'seconds'])

/** What stands for a unit in a language beside so many. */
export function unitName(
  unit: keyof typeof INTL,
  locale: string,
  unitDisplay: 'short' | 'long',
  count = 5,
): string {
  // English would shorten hours and seconds to hr and sec; engineers write their symbols.
  const display =
    unitDisplay === 'short' && SYMBOLIC.has(unit) && locale.startsWith('en')
      ? 'narrow'
      : unitDisplay
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: INTL[unit],
    unitDisplay: display,
  })
    .formatToParts(count)
    .flatMap(({ type, value }) => (type === 'unit' || type === 'percentSign' ? [value] : []))
    .join('')
    .trim()
}

const bare = (name: string) => name.toLowerCase().replace(/[.\s\u200e\u200f\u061c]/g, '')

const known = new Map<string, ReadonlyMap<string, Unit>>()

/** Names and symbols of units, in English and in the language of the page. */
function namesOf(locale: string): ReadonlyMap<string, Unit> {
  const before = known.get(locale)
  if (before) return before
  const names = new Map<string, Unit>(SYMBOLS)
  for (const name of ['%', '\u066a', 'percent', 'pct']) names.set(name, 'percent')
  for (const name of ['$', 'us$', 'usd', 'dollar', 'dollars']) names.set(name, 'money')
  const units = ['percent', 'milliseconds', 'seconds', 'minutes', 'hours', 'days'] as const
  for (const language of ['en', locale])
    for (const unit of units)
      for (const display of ['short', 'long'] as const)
        // The plurals that languages tell apart.
        for (const count of [0, 1, 2, 3, 5, 11, 1.5]) {
          const name = bare(unitName(unit, language, display, count))
          if (name !== '' && !names.has(name)) names.set(name, unit)
        }
  known.set(locale, names)
  return names
}

/** The unit that was written behind a number. */
export const unitNamed = (text: string, locale: string): Unit | undefined =>
  namesOf(locale).get(bare(text))

/** So many of one unit of time in another. */
export function converted(value: number, from: Unit, to: Unit): number {
  if (!isTime(from) || !isTime(to)) return value
  const [one, other] = [TIMES[from], TIMES[to]]
  // Of two units the larger holds a whole number of the smaller: one rounding, not two.
  return one >= other ? value * (one / other) : value / (other / one)
}
