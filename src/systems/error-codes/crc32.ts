import type { Bit, Bits } from './outcome.ts'

/** The generator of CRC-32 without its highest term, the lowest power first. */
const REFLECTED = 0xedb88320

/** Bits of check that CRC-32 adds. */
export const CRC_BITS = 32

/**
 * CRC-32 as Ethernet, zip and PNG have it: reflected, begun with ones and inverted at the end.
 *
 * @param bytes whole numbers from 0 to 255
 * @throws RangeError if one is not
 * @source peterson-brown-1961
 * @example crc32([...new TextEncoder().encode('123456789')]) // 0xcbf43926
 */
export function crc32(bytes: readonly number[]): number {
  let register = 0xffffffff
  for (const byte of bytes) {
    if (!Number.isInteger(byte) || byte < 0 || byte > 255)
      throw new RangeError(`crc32: a byte must be a whole number from 0 to 255, got ${byte}`)
    register ^= byte
    for (let bit = 0; bit < 8; bit += 1)
      register = (register & 1) === 1 ? (register >>> 1) ^ REFLECTED : register >>> 1
  }
  return (register ^ 0xffffffff) >>> 0
}

/** The bits of bytes in the order in which they are sent: the lowest bit of each byte first. */
export const bitsOf = (bytes: readonly number[]): Bits =>
  bytes.flatMap((byte) =>
    Array.from({ length: 8 }, (_, bit): Bit => (((byte >>> bit) & 1) === 1 ? 1 : 0)),
  )

/** The bytes of bits that stand in that order. */
export const bytesOf = (bits: Bits): readonly number[] =>
  Array.from({ length: Math.floor(bits.length / 8) }, (_, byte) =>
    bits
      .slice(byte * 8, byte * 8 + 8)
      .reduce<number>((sum, bit, index) => sum + bit * 2 ** index, 0),
  )

/** The check as four bytes in the order in which they are sent. */
export const checkBytes = (check: number): readonly number[] =>
  [0, 8, 16, 24].map((shift) => (check >>> shift) & 0xff)

/** A message with its check behind it, as it is sent. */
export const framed = (message: readonly number[]): Bits =>
  bitsOf([...message, ...checkBytes(crc32(message))])

/** The check that stands at the end of a frame, and the one that its message asks for. */
export function checksOf(frame: Bits): { readonly read: number; readonly computed: number } {
  const bytes = bytesOf(frame)
  const message = bytes.slice(0, -4)
  const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(-4)
  return {
    read: (a | (b << 8) | (c << 16) | (d << 24)) >>> 0,
    computed: crc32(message),
  }
}

/**
 * The generator with all of its 33 terms, the highest power first: as a pattern of flips it turns a
 * frame into another sound frame, wherever it is laid.
 */
export const GENERATOR: Bits = [
  1,
  ...Array.from({ length: CRC_BITS }, (_, power): Bit =>
    ((REFLECTED >>> power) & 1) === 1 ? 1 : 0,
  ),
]
