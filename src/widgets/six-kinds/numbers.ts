import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { duration, number } from '../../ui/format.ts'

export const plain = (value: number, digits = 3): string => number(getLocale(), value, digits)

export const times = (value: number): string => m.kinds_times({ count: plain(value, 4) })

export const wait = (ms: number): string => {
  const { value, unit } = duration(getLocale(), ms / 3_600_000)
  return `${value}\u00a0${unit}`
}

/** So many calls. What rounds to one is one. */
export const calls = (count: number): string =>
  plain(count) === plain(1)
    ? m.kinds_call({ count: plain(count) })
    : m.kinds_calls({ count: plain(count) })

/** Rarer than this, and how rare it is says nothing more. */
const NEVER = 1e-9

/** A probability above 0 as one in so many. */
export const oneIn = (probability: number): string =>
  probability < NEVER ? m.kinds_hardly_any() : m.kinds_one_in({ count: plain(1 / probability) })
