import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number, percent } from '../../ui/format.ts'

export const seconds = (ms: number): string =>
  m.aa_seconds({ seconds: number(getLocale(), ms / 1000, 3) })

export const whole = (value: number): string => number(getLocale(), value)

export const share = (value: number): string => percent(getLocale(), value, 3)

/** A server's name. */
export const server = (index: number): string => 'ABCD'.charAt(index)
