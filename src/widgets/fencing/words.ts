import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number } from '../../ui/format.ts'

export const whole = (value: number): string => number(getLocale(), value)

export const seconds = (ms: number): string =>
  m.fence_s({ seconds: number(getLocale(), ms / 1000, 3) })

/** A process as readers know it. */
export const nameOf = (holder: string): string => (holder === 'H1' ? 'A' : 'B')
