import * as m from '#messages/messages.js'
import { answerText } from './number-text.ts'
import type { Named, Sum, Unit } from './question.ts'

/** A question on paper: what is asked, and what is right, each a line at a time. */
export interface InWords {
  /** The prompt first, then what there is to choose from. */
  readonly front: readonly string[]
  readonly key: readonly string[]
}

/** A, B, … Z, AA, AB: however many there are. */
export const letter = (index: number): string =>
  (index >= 26 ? letter(Math.floor(index / 26) - 1) : '') + String.fromCodePoint(65 + (index % 26))

/** Each behind its letter, in the order in which they are shown. */
export const lettered = (list: readonly { readonly text: string }[]): readonly string[] =>
  list.map(({ text }, index) => m.practice_words_item({ mark: letter(index), text }))

export const numbered = (list: readonly string[], locale: string): readonly string[] =>
  list.map((text, index) => m.practice_words_item({ mark: counted(index + 1, locale), text }))

export const counted = (count: number, locale: string): string =>
  new Intl.NumberFormat(locale).format(count)

/** What one of the list is called; its id where it is none of it. */
export const textOf = (list: readonly Named[], id: string): string =>
  list.find((one) => one.id === id)?.text ?? id

/** With a full stop where it ends in nothing of the kind. */
export const sentence = (text: string): string => (/[.!?:…]$/.test(text) ? text : `${text}.`)

/** A sentence and the next one. */
export const because = (text: string, why: string): string => `${sentence(text)} ${why}`

/** The unit that is asked for, where there is one. */
export function unitLine(unit: Unit): readonly string[] {
  switch (unit) {
    case 'percent':
      return [m.practice_words_in_percent()]
    case 'number':
      return []
    case 'milliseconds':
      return [m.practice_words_in_milliseconds()]
    case 'seconds':
      return [m.practice_words_in_seconds()]
    case 'minutes':
      return [m.practice_words_in_minutes()]
    case 'hours':
      return [m.practice_words_in_hours()]
    case 'days':
      return [m.practice_words_in_days()]
    case 'money':
      return [m.practice_words_in_dollars()]
  }
}

/** The right number in its unit, in as many digits as the tolerance tells apart. */
export const sumKey = (sum: Sum, locale: string): string => answerText(sum.answer, sum, locale)
