import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitsOf, bytesOf, checksOf, crc32, framed, GENERATOR } from './crc32.ts'
import { type Bit, type Bits, distance, outcomeOf, withFlips } from './outcome.ts'
import {
  decode,
  encode,
  hammingCheckBits,
  type Nibble,
  type SmallCode,
  syndrome,
  WORD_BITS,
} from './small-codes.ts'

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0))
const word = (digits: string): Bits => [...digits].map((digit): Bit => (digit === '1' ? 1 : 0))
const bit = fc.constantFrom<Bit>(0, 1)
const nibble: fc.Arbitrary<Nibble> = fc.tuple(bit, bit, bit, bit)

const choose = (from: number, count: number): readonly (readonly number[])[] =>
  count === 0
    ? [[]]
    : Array.from({ length: from }, (_, last) => last).flatMap((last) =>
        choose(last, count - 1).map((rest) => [...rest, last]),
      )

const after = (code: SmallCode, data: Nibble, flips: readonly number[]) => {
  const written = encode(code, data)
  return outcomeOf(written, flips.length, decode(code, withFlips(written, flips)))
}

const tally = (code: SmallCode, flips: number) => {
  const counts: Record<string, number> = {}
  for (const pattern of choose(WORD_BITS[code], flips)) {
    const outcome = after(code, [1, 0, 1, 1], pattern)
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}

describe('the codes on four bits', () => {
  // By hand: parity over positions 3 5 7, 3 6 7 and 5 6 7; the textbook example for 1011.
  it('writes 1011 as 0110011, and for SECDED with an even number of ones', () => {
    expect(encode('hamming', [1, 0, 1, 1])).toEqual(word('0110011'))
    expect(encode('secded', [1, 0, 1, 1])).toEqual(word('01100110'))
    expect(encode('parity', [1, 0, 1, 1])).toEqual(word('10111'))
  })

  it('adds the failing checks up to the position of a single error', () => {
    const written = encode('hamming', [1, 0, 1, 1])
    for (let at = 1; at <= 7; at += 1)
      expect(syndrome('hamming', withFlips(written, [at - 1]))).toBe(at)
  })

  it('never has two words nearer than 2, 3 and 4 bits: the distances of these codes', () => {
    fc.assert(
      fc.property(nibble, nibble, (one, other) => {
        if (one.join() === other.join()) return
        expect(distance(encode('parity', one), encode('parity', other))).toBeGreaterThanOrEqual(2)
        expect(distance(encode('hamming', one), encode('hamming', other))).toBeGreaterThanOrEqual(3)
        expect(distance(encode('secded', one), encode('secded', other))).toBeGreaterThanOrEqual(4)
      }),
    )
  })

  // By theory: a perfect code has 7 words of weight 3 and 7 of weight 4, and no error of two
  // bits is nearer to the right word than to another.
  it('lets Hamming spoil every word of two errors and SECDED refuse every one', () => {
    expect(tally('hamming', 1)).toEqual({ corrected: 7 })
    expect(tally('hamming', 2)).toEqual({ miscorrected: 21 })
    expect(tally('hamming', 3)).toEqual({ missed: 7, miscorrected: 28 })
    expect(tally('secded', 1)).toEqual({ corrected: 8 })
    expect(tally('secded', 2)).toEqual({ detected: 28 })
    expect(tally('secded', 3)).toEqual({ miscorrected: 56 })
    expect(tally('secded', 4)).toEqual({ missed: 14, detected: 56 })
  })

  it('lets parity detect odd numbers of errors and miss even ones', () => {
    expect([1, 2, 3, 4, 5].map((flips) => tally('parity', flips))).toEqual([
      { detected: 5 },
      { missed: 10 },
      { detected: 10 },
      { missed: 5 },
      { detected: 1 },
    ])
  })

  it('corrects one error in whatever was written', () => {
    fc.assert(
      fc.property(nibble, fc.nat(6), (data, at) => {
        expect(after('hamming', data, [at])).toBe('corrected')
        expect(after('secded', data, [at])).toBe('corrected')
      }),
    )
  })

  // The codes that memories use: (7,4), (15,11), (31,26), and 7 bits for 64 before the parity.
  it('needs 3, 4, 5 and 7 check bits for 4, 11, 26 and 64 of data', () => {
    expect([4, 11, 26, 64].map(hammingCheckBits)).toEqual([3, 4, 5, 7])
    expect(() => hammingCheckBits(0)).toThrow('hammingCheckBits: dataBits')
  })
})

describe('CRC-32', () => {
  // The check value of the catalogue of CRCs, and those that zlib gives for the others.
  it('is cbf43926 for 123456789, 0 for nothing, d202ef8d for a zero byte', () => {
    expect(crc32(ascii('123456789'))).toBe(0xcbf43926)
    expect(crc32([])).toBe(0)
    expect(crc32([0])).toBe(0xd202ef8d)
    expect(crc32(ascii('The quick brown fox jumps over the lazy dog'))).toBe(0x414fa339)
    expect(() => crc32([256])).toThrow('crc32: a byte')
  })

  it('finds the check of a frame again', () => {
    const frame = framed(ascii('123456789'))
    expect(checksOf(frame)).toEqual({ read: 0xcbf43926, computed: 0xcbf43926 })
    expect(bytesOf(bitsOf([1, 128, 255]))).toEqual([1, 128, 255])
  })

  it('catches every burst of up to 32 bits, wherever it is', () => {
    const frame = framed(ascii('123456789'))
    fc.assert(
      fc.property(fc.nat(103), fc.array(bit, { maxLength: 30 }), (start, inside) => {
        const burst = [start, start + inside.length + 1].concat(
          inside.flatMap((each, index) => (each === 1 ? [start + index + 1] : [])),
        )
        const { read, computed } = checksOf(withFlips(frame, burst))
        expect(read).not.toBe(computed)
      }),
    )
  })

  // IEEE 802.3: x^32 + x^26 + x^23 + x^22 + x^16 + x^12 + x^11 + x^10 + x^8 + x^7 + x^5 + x^4 + x^2 + x + 1.
  it('misses its own generator, 33 bits of which 15 flip, wherever it is laid', () => {
    const powers = [32, 26, 23, 22, 16, 12, 11, 10, 8, 7, 5, 4, 2, 1, 0]
    expect(GENERATOR.flatMap((each, index) => (each === 1 ? [32 - index] : []))).toEqual(powers)
    const frame = framed(ascii('123456789'))
    for (let start = 0; start <= 104 - 33; start += 1) {
      const { read, computed } = checksOf(
        withFlips(
          frame,
          powers.map((power) => start + 32 - power),
        ),
      )
      expect(read).toBe(computed)
    }
  })
})
