import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number } from '../../ui/format.ts'
import type { Kind } from './faults.ts'

export const whole = (value: number): string => number(getLocale(), Math.round(value), 6)

export const euros = (value: number): string => m.design_euros({ amount: whole(value) })

export const seconds = (ms: number): string =>
  m.design_seconds({ seconds: number(getLocale(), ms / 1000, 2) })

export const kindName = (kind: Kind): string =>
  ({
    blip: m.design_kind_blip,
    'brown-out': m.design_kind_brown,
    outage: m.design_kind_outage,
    flapping: m.design_kind_flapping,
    slow: m.design_kind_slow,
    calm: m.design_kind_calm,
  })[kind]()
