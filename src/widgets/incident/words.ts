import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { timeOfDay } from '../../systems/incident/clock.ts'
import type { Bill } from '../../systems/incident/bills.ts'
import type { Finder } from '../../systems/incident/incident.ts'
import { money, number } from '../../ui/format.ts'

export const whole = (value: number): string => number(getLocale(), Math.round(value), 6)

export const dollars = (value: number): string => money(getLocale(), value)

/** 1 March of a common year, in which the story's days have their names; the story has no year. */
const FIRST_MS = 1_740_787_200_000
const locale = (): string => (getLocale() === 'en' ? 'en-GB' : getLocale())
const named = (at: number, month: 'short' | 'long', day: boolean): string =>
  new Intl.DateTimeFormat(locale(), {
    ...(day && { day: 'numeric' as const }),
    month,
    timeZone: 'UTC',
  }).format(FIRST_MS + at * 1000)

/** A day of the story: 15 March. */
export const dayOf = (at: number): string => named(at, 'long', true)
export const monthOf = (at: number): string => named(at, 'short', false)

/** The time of day: 02:14. */
export const clock = (at: number): string => timeOfDay(Math.floor(at / 60) * 60).slice(0, 5)

/** The time of day to the second: 19:50:43. */
export const clockToSecond = timeOfDay

/** A length of time in its two or three largest units: 6 h 23 min 17 s. */
export function span(seconds: number): string {
  if (seconds < 1) return m.incident_under_second()
  const all = Math.round(seconds)
  const parts: readonly (readonly [number, (said: { value: string }) => string])[] = [
    [Math.floor(all / 3600), m.incident_hours],
    [Math.floor((all % 3600) / 60), m.incident_minutes],
    [all % 60, m.incident_seconds],
  ]
  return parts
    .filter(([value]) => value > 0)
    .map(([value, words]) => words({ value: whole(value) }))
    .join(' ')
}

export const billName = ({ id }: Bill): string =>
  ({
    consulting: m.incident_bill_consulting,
    recovery: m.incident_bill_recovery,
    compensation: m.incident_bill_compensation,
    fine: m.incident_bill_fine,
    engineering: m.incident_bill_engineering,
    insurance: m.incident_bill_insurance,
    launch: m.incident_bill_launch,
    churn: m.incident_bill_churn,
    brand: m.incident_bill_brand,
  })[id]()

export const finderName = (by: Finder): string =>
  ({
    drill: m.incident_by_drill,
    page: m.incident_by_page,
    review: m.incident_by_review,
    users: m.incident_by_users,
  })[by]()
