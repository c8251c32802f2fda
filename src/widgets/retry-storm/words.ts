import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number } from '../../ui/format.ts'
import { LAYERS } from './fixed.ts'

export const seconds = (ms: number): string =>
  m.storm_seconds({ seconds: number(getLocale(), ms / 1000, 3) })

export const whole = (value: number): string => number(getLocale(), value)

/** The parts from the top to the store. */
export const partNames = (): readonly string[] => [
  m.storm_web(),
  m.storm_orders(),
  m.storm_stock(),
  m.storm_store(),
]

/** Whether a part is a layer that retries: the lowest ones do. */
export const retriesAt = (part: number, layers: number): boolean =>
  part < LAYERS && part >= LAYERS - layers
