import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number } from '../../ui/format.ts'

export const seconds = (ms: number): string =>
  m.spof_seconds({ seconds: number(getLocale(), ms / 1000, 3) })

export const whole = (value: number): string => number(getLocale(), value)

/** A server's name. */
export const server = (index: number): string => 'AB'.charAt(index)
