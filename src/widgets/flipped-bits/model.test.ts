import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { checksOf } from '../../systems/error-codes/crc32.ts'
import { withFlips } from '../../systems/error-codes/outcome.ts'
import { pointing, readings, verdict } from './describe.ts'
import { type BitsValues, FRAME_BITS, flippedBits, parameters, talliesOf } from './model.ts'
import { scenes } from './scenes.ts'
import { widget } from './widget.ts'

// The edge between scenes and types, as in the frame: the schema made every one of these values.
const usual = complete(parameters, {}) as BitsValues

const scene = (id: string) =>
  flippedBits({ ...usual, ...scenes.find((each) => each.id === id)?.values })

describe('the scenes', () => {
  // What theory says of each: parity sees odd numbers, Hamming corrects one, SECDED sees two, a CRC
  // catches every burst of its own length and misses its generator.
  it.each([
    ['parity-one', 'detected'],
    ['parity-two', 'missed'],
    ['hamming-one', 'corrected'],
    ['hamming-two', 'miscorrected'],
    ['secded-two', 'detected'],
    ['burst', 'detected'],
    ['crafted', 'missed'],
  ])('%s ends %s', (id, outcome) => {
    expect(scene(id).outcome).toBe(outcome)
  })

  // By hand: 3 xor 6 is 5.
  it('lets two flips at 3 and 6 point at 5', () => {
    const word = scene('hamming-two')
    expect(word.kind === 'small' && word.syndrome).toBe(5)
  })

  it('keeps the check cbf43926 of the crafted text', () => {
    const frame = scene('crafted')
    expect(frame.kind === 'crc' && [frame.checkRead, frame.checkComputed]).toEqual([
      0xcbf43926, 0xcbf43926,
    ])
    expect(frame.kind === 'crc' && String.fromCharCode(...frame.message.slice(0, 4))).toBe('1234')
  })
})

describe('what is said', () => {
  const any = fc.record({
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7, 8].map((position) => [`bit${position}`, fc.boolean()]),
    ),
    code: fc.constantFrom('parity', 'hamming', 'secded', 'crc'),
    pattern: fc.constantFrom('one', 'ends', 'all', 'generator'),
    length: fc.integer({ min: 1, max: 40 }),
    start: fc.integer({ min: 1, max: 104 }),
  })

  it('calls a state bad exactly where wrong data passes for right', () => {
    fc.assert(
      fc.property(any, (values) => {
        const model = flippedBits({ ...usual, ...values } as BitsValues)
        const wrong = readings(model).find(({ id }) => id === 'wrong')?.value
        expect(verdict(model).tone === 'fails').toBe(wrong !== '0' && wrong !== 'none handed out')
      }),
    )
  })

  it('lets no CRC miss anything but the crafted pattern', () => {
    fc.assert(
      fc.property(any, (values) => {
        const model = flippedBits({ ...usual, ...values, code: 'crc' } as BitsValues)
        expect(model.outcome === 'missed').toBe(
          values['pattern' as keyof typeof values] === 'generator',
        )
      }),
    )
  })

  // By hand: 3/4, 4/4, 1/4 and 32/72; 7/64, 8/64, 1/8 and 32/32768.
  it.each([
    ['parity-one', '25%', '12.5%'],
    ['hamming-one', '75%', '10.9%'],
    ['secded-two', '100%', '12.5%'],
    ['burst', '44.4%', '0.0977%'],
  ])('%s has its overhead here and at home', (id, here, home) => {
    const values = readings(scene(id)).map(({ value }) => value)
    expect(values.slice(2)).toEqual([here, home])
  })

  it('counts all patterns of each number of flips', () => {
    expect(talliesOf('secded').map(({ patterns }) => patterns)).toEqual([
      1, 8, 28, 56, 70, 56, 28, 8, 1,
    ])
  })

  it('says yes to the guess that the first scene bears out, and to no other', () => {
    expect(widget.firstScene).toBe('hamming-two')
    const right = widget.prediction?.options.filter(({ answer }) => answer().startsWith('Yes'))
    expect(right?.map(({ mark }) => mark)).toEqual([scene('hamming-two').outcome])
  })

  // By hand: 1 xor 2 xor 3 is 0, and three flips leave the whole odd, so bit 8 is taken for the culprit.
  it('blames bit 8 of SECDED in the picture and in words where bits 1 to 3 have flipped', () => {
    const model = flippedBits({ ...usual, code: 'secded', bit1: true, bit2: true, bit3: true })
    expect(model.kind === 'small' && pointing(model)).toBe(
      'Only the whole is odd: bit 8 is blamed.',
    )
    expect(verdict(model).text).toContain('blames bit 8')
    expect(model.outcome).toBe('miscorrected')
  })

  it('blames one bit in the picture and in words, and none where the word is refused', () => {
    fc.assert(
      fc.property(any, (values) => {
        const model = flippedBits({ ...usual, ...values } as BitsValues)
        if (model.kind !== 'small') return
        const blamed = /bit (\d)/.exec(pointing(model))?.[1]
        expect(blamed).toBe(model.blamed === undefined ? undefined : String(model.blamed))
        if (model.outcome === 'miscorrected')
          expect(verdict(model).text).toContain(`blames bit ${model.blamed}`)
        if (model.outcome === 'detected' || model.outcome === 'missed')
          expect(blamed).toBeUndefined()
      }),
    )
  })

  // Koopman 2002: CRC-32 keeps a distance of 4 up to 91,607 bits of data, so it misses no pair here.
  it('promises of any two flips what every pair in the frame bears out', () => {
    const frame = flippedBits({ ...usual, code: 'crc', pattern: 'ends', length: 40 })
    expect(verdict(frame).text).toBe(
      'Two flipped bits, 40 bits from the first to the last. In a frame as short as this, CRC-32 notices any two.',
    )
    for (let one = 0; one < FRAME_BITS; one += 1)
      for (let other = one + 1; other < FRAME_BITS; other += 1) {
        const { read, computed } = checksOf(withFlips(frame.written, [one, other]))
        expect(read === computed, `${one} and ${other}`).toBe(false)
      }
  })

  it('speaks of two flips nowhere but where there are two', () => {
    const at = (pattern: BitsValues['pattern'], length: number) =>
      verdict(flippedBits({ ...usual, code: 'crc', pattern, length })).text
    expect(at('ends', 1)).toBe(at('one', 32))
    expect(at('ends', 2)).toMatch(/^Two flipped bits, 2 bits/)
    expect(at('all', 2)).not.toMatch(/^Two/)
  })
})

describe('a control', () => {
  it('is on only where it changes something: the pattern for a CRC, the length for a burst', () => {
    const { pattern, length } = parameters
    expect(pattern.only).toMatchObject({ choice: 'code', is: ['crc'] })
    const changes = (each: BitsValues['pattern']) => {
      const flips = (long: number) =>
        flippedBits({ ...usual, code: 'crc', pattern: each, length: long }).flips
      return flips(5).join() !== flips(20).join()
    }
    const patterns = ['one', 'ends', 'all', 'generator'] as const
    expect(length.only).toMatchObject({ choice: 'pattern', is: patterns.filter(changes) })
  })
})
