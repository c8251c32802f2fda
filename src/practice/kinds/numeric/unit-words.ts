import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { isTime, unitName } from '../../number-units.ts'
import type { Unit } from '../../question.ts'
import type { TypedProblem } from '../../typed-number.ts'
import { number } from '../../../ui/format.ts'

const WORDS: Readonly<Record<Exclude<Unit, 'number'>, () => string>> = {
  percent: m.practice_unit_percent,
  milliseconds: m.practice_unit_milliseconds,
  seconds: m.practice_unit_seconds,
  minutes: m.practice_unit_minutes,
  hours: m.practice_unit_hours,
  days: m.practice_unit_days,
  money: m.practice_unit_money,
}

/** The unit in full, nothing for a number without one. */
export const unitWord = (unit: Unit): string | undefined =>
  unit === 'number' ? undefined : WORDS[unit]()

/** What stands before and behind an input. */
export function unitSigns(unit: Unit): { readonly before?: string; readonly after?: string } {
  if (unit === 'number') return {}
  if (unit === 'money') return { before: '$' }
  if (unit === 'percent') return { after: '%' }
  return isTime(unit) ? { after: unitName(unit, getLocale(), 'short') } : {}
}

/** Why a text is no answer, for whoever typed it. */
export function problemText(problem: Exclude<TypedProblem, 'empty'>, unit: Unit): string {
  switch (problem) {
    case 'no-number':
      return m.practice_typed_no_number({ example: number(getLocale(), 99.95, 4) })
    case 'by-zero':
      return m.practice_typed_by_zero()
    case 'size':
      return m.practice_typed_size()
    case 'unit': {
      const word = unitWord(unit)
      return word === undefined ? m.practice_typed_no_unit() : m.practice_typed_unit({ unit: word })
    }
  }
}

/** A number as it would be typed in the language of the page, without its unit. */
export const typedText = (value: number, unit: Unit): string =>
  number(getLocale(), unit === 'percent' ? value * 100 : value, 12)
