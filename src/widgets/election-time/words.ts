import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number, percent } from '../../ui/format.ts'
import type { Timeouts } from '../../systems/raft/election-times.ts'

export const whole = (value: number): string => number(getLocale(), Math.round(value))

/** A time as one says it: milliseconds, and seconds from one on. */
export const time = (ms: number): string =>
  ms < 1000
    ? m.election_time_ms({ ms: whole(ms) })
    : m.election_time_s({ seconds: number(getLocale(), Number((ms / 1000).toPrecision(3))) })

export const share = (value: number): string => percent(getLocale(), value)

export const rowName = ({ lowMs, highMs }: Timeouts): string =>
  lowMs === highMs
    ? m.election_time_row_exact({ low: whole(lowMs) })
    : m.election_time_row({ low: whole(lowMs), high: whole(highMs) })

export const rangeName = ({ lowMs, highMs }: Timeouts): string =>
  lowMs === highMs
    ? m.election_time_exactly({ low: whole(lowMs) })
    : m.election_time_between({ low: whole(lowMs), high: whole(highMs) })
