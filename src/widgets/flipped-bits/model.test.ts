import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readings, verdict } from './describe.ts'
import { type BitsValues, flippedBits, talliesOf } from './model.ts'
import { scenes } from './scenes.ts'
import { widget } from './widget.ts'

const usual: BitsValues = {
  code: 'hamming',
  bit1: false,
  bit2: false,
  bit3: false,
  bit4: false,
  bit5: false,
  bit6: false,
  bit7: false,
  bit8: false,
  pattern: 'all',
  length: 32,
  start: 25,
}

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

  it('says for each guess what the first scene says', () => {
    expect(widget.prediction?.options.map(({ mark }) => mark)).toContain(
      scene('hamming-two').outcome,
    )
  })
})
