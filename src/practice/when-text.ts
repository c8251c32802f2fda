const DAY_MS = 86_400_000

/** Local midnight of the day that a moment belongs to. */
const dayOf = (at: number) => new Date(at).setHours(0, 0, 0, 0)

/**
 * When something comes, as one would say it: later today, tomorrow, on a weekday, on a date.
 *
 * @param at, now in milliseconds since 1970; `at` not before `now`
 */
export function whenText(at: number, now: number, locale: string): string {
  const days = Math.round((dayOf(at) - dayOf(now)) / DAY_MS)
  if (days < 2) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
  const options: Intl.DateTimeFormatOptions =
    days < 7
      ? { weekday: 'long' }
      : { day: 'numeric', month: 'long', ...(days > 300 ? { year: 'numeric' as const } : {}) }
  return new Intl.DateTimeFormat(locale, options).format(at)
}
