/**
 * Numbers as a reader of one language sees them. All through Intl: decimal marks, grouping and
 * spacing follow the locale, never the code.
 */
const cache = new Map<string, Intl.NumberFormat>()

function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  const known = cache.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, options)
  cache.set(key, made)
  return made
}

/** Below the first a decimal fraction is a row of zeros, and from the second on a number is a row of digits. */
const DUST = 1e-6
const HEAPS = 1e12
const notationOf = (value: number) =>
  value !== 0 && (Math.abs(value) < DUST || Math.abs(value) >= HEAPS)
    ? ({ notation: 'scientific' } as const)
    : {}

const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((raised, digit) => [String(digit), raised]),
)

const LOWERED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(RAISED).map(([digit, raised]) => [raised, digit])),
  '⁻': '-',
}

/** A value as people write it: a power of ten as 2.2 × 10⁻⁹, and not as 2.2E-9. */
const written = (format: Intl.NumberFormat, value: number): string =>
  format
    .formatToParts(value)
    .map(({ type, value: part }) => {
      switch (type) {
        case 'exponentSeparator':
          return ' × 10'
        case 'exponentMinusSign':
          return '⁻'
        case 'exponentInteger':
          return part.replace(/\d/g, (digit) => RAISED[digit] ?? digit)
        default:
          return part
      }
    })
    .join('')

/** A plain number with at most `digits` significant digits (default 3), and no fewer than its whole part has. */
export function number(locale: string, value: number, digits = 3): string {
  const notation = notationOf(value)
  const isWhole = Math.abs(value) >= 1 && !('notation' in notation)
  const whole = isWhole ? Math.floor(Math.log10(Math.abs(value))) + 1 : 0
  const options = { maximumSignificantDigits: Math.max(digits, whole), ...notation }
  return written(formatter(locale, options), value)
}

/** A probability in [0, 1] as per cent, to 12 decimals or to `digits` significant ones. */
export function percent(locale: string, probability: number, digits?: number): string {
  const notation = notationOf(probability)
  const options: Intl.NumberFormatOptions =
    digits === undefined && !('notation' in notation)
      ? { maximumFractionDigits: 12 }
      : { maximumSignificantDigits: digits ?? 6 }
  return written(formatter(locale, { style: 'percent', ...options, ...notation }), probability)
}

/**
 * A reliability as per cent with three digits of what is missing: 0.99495 is 99.495 %, 0.9999 is
 * 99.99 %. Rounding never turns an imperfect thing into 100 %: beyond 12 decimals it says "> 99.99…".
 *
 * @param reliability in [0, 1]
 * @param unreliability its complement, computed apart: 1 - reliability loses the small ones
 */
export function percentOfWorking(
  locale: string,
  reliability: number,
  unreliability: number,
): string {
  if (unreliability === 0 || reliability === 0) return percent(locale, reliability)
  const places = Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(unreliability * 100))))
  const format = (value: number, roundingMode: 'halfExpand' | 'floor') =>
    formatter(locale, { style: 'percent', maximumFractionDigits: places, roundingMode }).format(
      value,
    )
  const nearest = format(reliability, 'halfExpand')
  return nearest === percent(locale, 1) ? `> ${format(1 - 1e-14, 'floor')}` : nearest
}

/** A number with its unit, apart, so that the unit can be set smaller. */
export interface Measured {
  readonly value: string
  readonly unit: string
}

/** A length of time in hours, in the unit that reads best: 44.2 h, 53 min, 3.2 s. */
export function duration(locale: string, hours: number, digits = 3): Measured {
  const [value, unit]: [number, string] =
    hours >= 1 || hours === 0
      ? [hours, 'hour']
      : hours >= 1 / 60
        ? [hours * 60, 'minute']
        : hours >= 1e-6
          ? [hours * 3600, 'second']
          : [hours * 3.6e6, 'millisecond']
  const whole = value >= 1 ? Math.floor(Math.log10(value)) + 1 : 1
  const parts = formatter(locale, {
    style: 'unit',
    unit,
    // English shortens an hour to "hr"; its symbol, h, is what an engineer writes.
    unitDisplay: locale.startsWith('en') && unit !== 'minute' ? 'narrow' : 'short',
    maximumSignificantDigits: Math.max(digits, whole),
  }).formatToParts(value)
  const join = (wanted: (type: string) => boolean) =>
    parts
      .filter(({ type }) => wanted(type))
      .map((part) => part.value)
      .join('')
      .trim()
  return { value: join((type) => type !== 'unit'), unit: join((type) => type === 'unit') }
}

/** An amount of money in whole dollars: $8,581,000. What a figure costs is made up in this currency. */
export const money = (locale: string, dollars: number) =>
  formatter(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  }).format(dollars)

const BYTES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const

/** A size in bytes with the decimal prefix that reads best: 4.1 kB, 12 TB. */
export function bytes(locale: string, size: number, digits = 3): string {
  const step = size >= 1 ? Math.min(BYTES.length - 1, Math.floor(Math.log10(size) / 3)) : 0
  return formatter(locale, {
    style: 'unit',
    unit: BYTES[step] ?? 'byte',
    unitDisplay: 'short',
    maximumSignificantDigits: digits,
  }).format(size / 1000 ** step)
}

/** Reads a number as a person types it: decimal comma, spaces and a per-cent sign are fine. */
export function parseTyped(text: string): number | undefined {
  const plain = text
    .replace(/[\s%\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('×10', 'e')
    .replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (raised) => LOWERED[raised] ?? raised)
  if (!/^-?(\d+\.?\d*|\.\d+)(e-?\d{1,3})?$/i.test(plain)) return undefined
  return Number(plain)
}

/** "A, B and C" as the language joins a list, or "A, B or C". */
export const listed = (
  locale: string,
  items: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
) => new Intl.ListFormat(locale, { type }).format(items)
