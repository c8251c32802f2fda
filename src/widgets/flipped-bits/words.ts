import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { State } from '../../figures/Lamp.tsx'
import type { Outcome } from '../../systems/error-codes/outcome.ts'
import { number } from '../../ui/format.ts'
import type { Code } from './model.ts'

export const whole = (value: number): string => number(getLocale(), value)

export const codeName = (code: Code): string =>
  ({
    parity: m.bits_code_parity,
    hamming: m.bits_code_hamming,
    secded: m.bits_code_secded,
    crc: m.bits_code_crc,
  })[code]()

export const outcomeName = (outcome: Outcome): string =>
  ({
    clean: m.bits_clean,
    corrected: m.bits_corrected,
    detected: m.bits_detected,
    missed: m.bits_missed,
    miscorrected: m.bits_miscorrected,
  })[outcome]()

export const LAMPS: Readonly<Record<Outcome, State>> = {
  clean: 'healthy',
  corrected: 'healthy',
  detected: 'degraded',
  missed: 'failed',
  miscorrected: 'failed',
}

/** A check as eight hexadecimal digits. */
export const hex = (value: number): string => value.toString(16).padStart(8, '0')

/** A byte as its character, or a dot where it has none that one could print. */
export const character = (byte: number): string =>
  byte > 32 && byte < 127 ? String.fromCharCode(byte) : '·'

export const textOf = (bytes: readonly number[]): string => bytes.map(character).join('')
