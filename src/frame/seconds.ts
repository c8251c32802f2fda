import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number } from '../ui/format.ts'

/** A moment of a run in words. */
export const seconds = (ms: number): string =>
  m.player_seconds({ seconds: number(getLocale(), ms / 1000, 4) })
