import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Entry, Invariant } from '../../systems/split-brain/world.ts'
import { number } from '../../ui/format.ts'
import { KEYS } from './fixed.ts'

export const whole = (value: number): string => number(getLocale(), value)

export const seconds = (ms: number): string =>
  m.split_brain_s({ seconds: number(getLocale(), Math.round(ms / 10) / 100, 3) })

/** A place of a log: the key that it sets, and the number of the write, which is the value. */
export const entryName = ({ key, write }: Pick<Entry, 'key' | 'write'>): string =>
  `${KEYS[key] ?? ''}${whole(write)}`

export const invariantName = (invariant: Invariant): string =>
  invariant === 'onePrimary' ? m.split_brain_inv_one() : m.split_brain_inv_lost()
