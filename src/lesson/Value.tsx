import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { bytes, duration, money, number, percent } from '../ui/format.ts'

interface Props {
  readonly of: number
  /** percent: 0.99495 → 99.495 %; perMillion: 0.00505 → 5,050 per million; oneIn: 1 in 198;
   *  times: 1.98 times; hours, seconds: a length of time given in these, in the unit that reads
   *  best; money: whole dollars; bytes: with a decimal prefix; number: as it is. */
  readonly as:
    | 'percent'
    | 'perMillion'
    | 'oneIn'
    | 'times'
    | 'hours'
    | 'seconds'
    | 'money'
    | 'bytes'
    | 'number'
  readonly digits?: number
}

function written({ of, as, digits }: Props): string {
  const locale = getLocale()
  switch (as) {
    case 'percent':
      return percent(locale, of, digits ?? 6)
    case 'perMillion':
      return m.lesson_per_million({ count: number(locale, of * 1e6, digits ?? 4) })
    case 'oneIn':
      return m.lesson_one_in({ count: number(locale, 1 / of, digits ?? 3) })
    case 'times':
      return m.lesson_times({ count: number(locale, of, digits ?? 3) })
    case 'hours':
    case 'seconds': {
      const { value, unit } = duration(locale, as === 'hours' ? of : of / 3600, digits ?? 3)
      return `${value} ${unit}`
    }
    case 'money':
      return money(locale, of)
    case 'bytes':
      return bytes(locale, of, digits ?? 3)
    case 'number':
      return number(locale, of, digits ?? 3)
  }
}

/** What machines read, and tables sort by: in one unit for all that can stand in a column together. */
const machineNumber = ({ of, as }: Props): number => (as === 'hours' ? of * 3600 : of)

/**
 * A number in the text that the library computed. Its machine number is in seconds for lengths of
 * time, in [0, 1] for every way to write a probability, and as given for all else.
 *
 * @throws RangeError for what is no number to print, such as one in infinitely many
 */
export function Value(props: Props) {
  const shown = props.as === 'oneIn' ? 1 / props.of : props.of
  if (!Number.isFinite(shown)) throw new RangeError(`Value: ${shown} is no number to print`)
  return (
    <data value={String(machineNumber(props))}>{written(props).replaceAll(' ', '\u00a0')}</data>
  )
}
