import * as m from '#messages/messages.js'
import {
  type ChoiceParameter,
  evenStops,
  type FlagParameter,
  type NumberParameter,
  type Only,
  type ValuesOf,
} from '../../frame/parameters.ts'
import {
  bitsOf,
  bytesOf,
  checksOf,
  CRC_BITS,
  framed,
  GENERATOR,
} from '../../systems/error-codes/crc32.ts'
import { type Bits, type Outcome, outcomeOf, withFlips } from '../../systems/error-codes/outcome.ts'
import {
  decode,
  encode,
  failing,
  type Nibble,
  type SmallCode,
  syndrome,
  WORD_BITS,
} from '../../systems/error-codes/small-codes.ts'

export type Code = SmallCode | 'crc'
export type Pattern = 'one' | 'ends' | 'all' | 'generator'

const code: ChoiceParameter<Code> = {
  kind: 'choice',
  label: m.bits_code,
  default: 'hamming',
  options: {
    parity: m.bits_code_parity,
    hamming: m.bits_code_hamming,
    secded: m.bits_code_secded,
    crc: m.bits_code_crc,
  },
}

/** Bits that only the longer words have are not offered in the shorter ones. */
const bit = (position: number): FlagParameter => ({
  kind: 'flag',
  label: () => m.bits_flip({ position: String(position) }),
  default: false,
  only: {
    choice: 'code',
    is: (['parity', 'hamming', 'secded'] as const).filter((each) => position <= WORD_BITS[each]),
    hides: true,
  },
})

const onlyCrc = { choice: 'code', is: ['crc'], hides: true } as const

const pattern: ChoiceParameter<Pattern> = {
  kind: 'choice',
  label: m.bits_pattern,
  default: 'all',
  options: {
    one: m.bits_pattern_one,
    ends: m.bits_pattern_ends,
    all: m.bits_pattern_all,
    generator: m.bits_pattern_generator,
  },
  only: onlyCrc,
}

/** What the checksum protects: the text on which every CRC is tried. */
export const MESSAGE = [...'123456789'].map((character) => character.charCodeAt(0))
const FRAME = framed(MESSAGE)
export const FRAME_BITS = FRAME.length

const number = (
  label: () => string,
  usual: number,
  maximum: number,
  only: Only,
): NumberParameter => ({
  kind: 'number',
  unit: 'count',
  label,
  default: usual,
  minimum: 1,
  maximum,
  stops: evenStops(1, maximum, 1),
  only,
})

export const parameters = {
  code,
  bit1: bit(1),
  bit2: bit(2),
  bit3: bit(3),
  bit4: bit(4),
  bit5: bit(5),
  bit6: bit(6),
  bit7: bit(7),
  bit8: bit(8),
  pattern,
  length: number(m.bits_length, 32, 40, {
    choice: 'pattern',
    is: ['ends', 'all'],
    hides: true,
  }),
  start: number(m.bits_start, 25, FRAME_BITS, onlyCrc),
}

export type BitsValues = ValuesOf<typeof parameters>

/** The four bits that every small code protects here. */
export const DATA: Nibble = [1, 0, 1, 1]

/** A word of a small code, as it was written, read and handed out. */
export interface SmallWord {
  readonly kind: 'small'
  readonly code: SmallCode
  readonly written: Bits
  readonly read: Bits
  readonly handedOut: Bits | undefined
  /** Positions from 0. */
  readonly flips: readonly number[]
  readonly failing: readonly boolean[]
  readonly syndrome: number
  /** The position, from 1, of the bit that the decoder takes for wrong and flips; none where it flips none. */
  readonly blamed: number | undefined
  readonly outcome: Outcome
}

/** A frame with a CRC, as it was sent and received. */
export interface CrcFrame {
  readonly kind: 'crc'
  readonly written: Bits
  readonly read: Bits
  readonly message: readonly number[]
  readonly flips: readonly number[]
  readonly pattern: Pattern
  /** From the first flipped bit to the last. */
  readonly span: number
  readonly checkRead: number
  readonly checkComputed: number
  readonly outcome: 'detected' | 'missed'
}

export type BitsModel = SmallWord | CrcFrame

const flagsOf = (values: BitsValues): readonly boolean[] => [
  values.bit1,
  values.bit2,
  values.bit3,
  values.bit4,
  values.bit5,
  values.bit6,
  values.bit7,
  values.bit8,
]

function blamedIn(read: Bits, word: Bits): number | undefined {
  const at = word.findIndex((bit, index) => bit !== read[index])
  return at < 0 ? undefined : at + 1
}

function small(code: SmallCode, flags: readonly boolean[]): SmallWord {
  const written = encode(code, DATA)
  const flips = flags.flatMap((on, index) => (on && index < written.length ? [index] : []))
  const read = withFlips(written, flips)
  const decoded = decode(code, read)
  return {
    kind: 'small',
    code,
    written,
    read,
    handedOut: decoded.word,
    flips,
    failing: failing(code, read),
    syndrome: syndrome(code, read),
    blamed: decoded.word && blamedIn(read, decoded.word),
    outcome: outcomeOf(written, flips.length, decoded),
  }
}

/** Which bits of a burst flip, counted from its first. */
function shape(pattern: Pattern, length: number): readonly number[] {
  switch (pattern) {
    case 'one':
      return [0]
    case 'ends':
      return length === 1 ? [0] : [0, length - 1]
    case 'all':
      return Array.from({ length }, (_, index) => index)
    case 'generator':
      return GENERATOR.flatMap((each, index) => (each === 1 ? [index] : []))
  }
}

/** Where a burst begins at the latest, from 0, so that all of it lies in the frame. */
const latest = (flips: readonly number[]): number => FRAME_BITS - 1 - (flips.at(-1) ?? 0)

function crcFrame({ pattern, length, start }: BitsValues): CrcFrame {
  const bits = shape(pattern, length)
  const from = Math.min(start - 1, latest(bits))
  const flips = bits.map((each) => from + each)
  const read = withFlips(FRAME, flips)
  const checks = checksOf(read)
  return {
    kind: 'crc',
    written: FRAME,
    read,
    message: bytesOf(read).slice(0, -CRC_BITS / 8),
    flips,
    pattern,
    span: (bits.at(-1) ?? 0) + 1,
    checkRead: checks.read,
    checkComputed: checks.computed,
    outcome: checks.read === checks.computed ? 'missed' : 'detected',
  }
}

/**
 * A word whose bits have been flipped, and what its code makes of it.
 *
 * @param values sound values of {@link parameters}
 * @source hamming-1950
 * @source peterson-brown-1961
 */
export const flippedBits = (values: BitsValues): BitsModel =>
  values.code === 'crc' ? crcFrame(values) : small(values.code, flagsOf(values))

/** How the patterns with one number of flips end. */
export interface Tally {
  readonly flips: number
  readonly patterns: number
  readonly counts: Readonly<Record<Outcome, number>>
}

/** Every pattern of flips in a word of this code, sorted by how many bits flip. */
export function talliesOf(code: SmallCode): readonly Tally[] {
  const length = WORD_BITS[code]
  const all = Array.from({ length: 2 ** length }, (_, mask) =>
    small(
      code,
      Array.from({ length }, (__, index) => ((mask >>> index) & 1) === 1),
    ),
  )
  return Array.from({ length: length + 1 }, (_, flips) => {
    const these = all.filter((word) => word.flips.length === flips)
    const count = (outcome: Outcome) => these.filter((word) => word.outcome === outcome).length
    return {
      flips,
      patterns: these.length,
      counts: {
        clean: count('clean'),
        corrected: count('corrected'),
        detected: count('detected'),
        missed: count('missed'),
        miscorrected: count('miscorrected'),
      },
    }
  })
}

/** The bits of the message alone. */
export const MESSAGE_BITS = bitsOf(MESSAGE).length
