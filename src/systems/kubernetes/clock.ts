import type { Timestamp } from './objects.ts'

/** When every run begins: 24 November 2026, 21:06:59 UTC, in milliseconds of Unix time. */
export const BEGAN_MS = 1_795_554_419_000

const DAY_MS = 86_400_000
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

interface Calendar {
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * The date of a day counted from 1 January 1970, by counting in eras of 400 years that begin in
 * March, so that a leap day comes last. Pure code may not ask the machine's calendar.
 */
function dateOf(days: number): Calendar {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  }
}

function daysOf({ year, month, day }: Calendar): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

const two = (value: number): string => String(value).padStart(2, '0')

function timeOfDay(unixMs: number): string {
  const seconds = Math.floor((unixMs - Math.floor(unixMs / DAY_MS) * DAY_MS) / 1000)
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map(two)
    .join(':')
}

/** A time of the run as the API stores it: whole seconds, rounded down. */
export function timestampAt(nowMs: number): Timestamp {
  const unixMs = BEGAN_MS + nowMs
  const { year, month, day } = dateOf(Math.floor(unixMs / DAY_MS))
  return `${year}-${two(month)}-${two(day)}T${timeOfDay(unixMs)}Z`
}

/** A time of the run in millionths of a second, as events that the scheduler tells carry it. */
export const microTimeAt = (nowMs: number): Timestamp =>
  timestampAt(nowMs).replace('Z', `.${String(Math.floor(nowMs) % 1000).padStart(3, '0')}000Z`)

/** As `kubectl describe` writes a time: `Tue, 24 Nov 2026 21:07:29 +0000`. */
export function longTime(timestamp: Timestamp): string {
  const unixMs = BEGAN_MS + millisecondsOf(timestamp)
  const days = Math.floor(unixMs / DAY_MS)
  const { year, month, day } = dateOf(days)
  const weekday = DAYS[(((days + 4) % 7) + 7) % 7] ?? ''
  return `${weekday}, ${two(day)} ${MONTHS[month - 1] ?? ''} ${year} ${timeOfDay(unixMs)} +0000`
}

/**
 * A stored time in milliseconds of the run; may be negative.
 *
 * @throws RangeError if the text is no such time
 */
export function millisecondsOf(timestamp: Timestamp): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?Z$/.exec(timestamp)
  if (!parts) throw new RangeError(`millisecondsOf: no RFC 3339 time in UTC: ${timestamp}`)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map(Number)
  const seconds = daysOf({ year, month, day }) * 86_400 + hour * 3600 + minute * 60 + second
  return seconds * 1000 + Math.round(Number(parts[7] ?? 0) * 1000) - BEGAN_MS
}

/**
 * A duration in the short form of an AGE column: `45s`, `5m42s`, `52m`, `3h5m`, `2d3h`.
 *
 * @source k8s-human-duration
 */
export function humanDuration(ms: number): string {
  const seconds = Math.trunc(ms / 1000)
  if (seconds < -1) return '<invalid>'
  if (seconds < 0) return '0s'
  if (seconds < 120) return `${seconds}s`
  const minutes = Math.floor(seconds / 60)
  const with2 = (big: number, unit: string, small: number, smallUnit: string): string =>
    small === 0 ? `${big}${unit}` : `${big}${unit}${small}${smallUnit}`
  if (minutes < 10) return with2(minutes, 'm', seconds % 60, 's')
  if (minutes < 180) return `${minutes}m`
  const hours = Math.floor(minutes / 60)
  if (hours < 8) return with2(hours, 'h', minutes % 60, 'm')
  if (hours < 48) return `${hours}h`
  const days = Math.floor(hours / 24)
  if (hours < 192) return with2(days, 'd', hours % 24, 'h')
  if (hours < 24 * 365 * 2) return `${days}d`
  const years = Math.floor(hours / 24 / 365)
  if (hours < 24 * 365 * 8) return with2(years, 'y', days % 365, 'd')
  return `${years}y`
}
