import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { CRC_BITS } from '../../systems/error-codes/crc32.ts'
import { hammingCheckBits, WORD_BITS } from '../../systems/error-codes/small-codes.ts'
import { number, percent } from '../../ui/format.ts'
import { type Code, DATA, MESSAGE_BITS } from './model.ts'

/** What a code adds to what it protects. */
export interface Overhead {
  readonly check: number
  readonly data: number
}

/** Bits of data in a word of a memory, and in a block of a disk. */
const MEMORY_WORD = 64
const BLOCK = 4096 * 8

/** Here, on few bits. */
export const here = (code: Code): Overhead =>
  code === 'crc'
    ? { check: CRC_BITS, data: MESSAGE_BITS }
    : { check: WORD_BITS[code] - DATA.length, data: DATA.length }

/** Where such a code is at home. */
export function atHome(code: Code): Overhead {
  switch (code) {
    case 'parity':
      return { check: 1, data: 8 }
    case 'hamming':
      return { check: hammingCheckBits(MEMORY_WORD), data: MEMORY_WORD }
    case 'secded':
      return { check: hammingCheckBits(MEMORY_WORD) + 1, data: MEMORY_WORD }
    case 'crc':
      return { check: CRC_BITS, data: BLOCK }
  }
}

export const share = ({ check, data }: Overhead): string => percent(getLocale(), check / data, 3)

/** So many bits for so many. */
export const bitsFor = ({ check, data }: Overhead): string =>
  m.bits_for({ check: number(getLocale(), check), data: number(getLocale(), data) })
