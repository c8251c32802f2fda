import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duration, listed, number, parseTyped, percent, percentOfWorking } from './format.ts'

/** Spaces as one writes them: the narrow and the unbreakable are the language's business. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('number', () => {
  it.each([
    [0.123_456, 3, '0.123'],
    [1234.5, 3, '1,235'],
    [1_000_000, 3, '1,000,000'],
    [0, 3, '0'],
    [-0.5, 3, '-0.5'],
    [5050, 6, '5,050'],
    [2.2e-9, 3, '2.2 × 10⁻⁹'],
    [114_155_251_141, 3, '114,155,251,141'],
    [4.56e13, 3, '4.56 × 10¹³'],
  ])('writes %d with %d digits as %s, and cuts no whole number', (value, digits, text) => {
    expect(number('en', value, digits)).toBe(text)
  })
  it('writes the decimal comma and the spaces of Ukrainian', () => {
    expect(plain(number('uk', 12_345.6, 6))).toBe('12 345,6')
  })
})

describe('percent', () => {
  it('keeps every decimal of a share, up to twelve', () => {
    expect(percent('en', 0.999_99)).toBe('99.999%')
    expect(percent('en', 0.07)).toBe('7%')
    expect(percent('en', 1e-6)).toBe('0.0001%')
  })
  it('rounds to the digits that are asked for', () => {
    expect(percent('en', 0.495_049, 3)).toBe('49.5%')
  })
  it('has a decimal comma in Ukrainian', () => {
    expect(plain(percent('uk', 0.5025))).toMatch(/^50,25 ?%$/)
  })
})

describe('percentOfWorking', () => {
  // Three digits of what is missing: 0.505 %, 0.01 %, 0.05 %, 1 %, 0.001 %.
  it.each([
    [0.994_95, 0.005_05, '99.495%'],
    [0.9999, 1e-4, '99.99%'],
    [0.9995, 5e-4, '99.95%'],
    [0.99, 0.01, '99%'],
    [0.999_99, 1e-5, '99.999%'],
    [0.949_905, 0.050_095, '94.99%'],
    [1, 0, '100%'],
    [0, 1, '0%'],
  ])('writes %d, where %d is missing, as %s', (reliability, unreliability, text) => {
    expect(percentOfWorking('en', reliability, unreliability)).toBe(text)
  })

  it('says "more than" of what is nearer to 1 than it can print', () => {
    expect(percentOfWorking('en', 1, 1e-20)).toBe('> 99.999999999999%')
  })

  it('never makes a perfect thing of one that fails', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ min: Number.MIN_VALUE, max: 1, noNaN: true }),
          fc.double({ min: -300, max: 0, noNaN: true }).map((exponent) => 10 ** exponent),
        ),
        fc.constantFrom('en', 'uk', 'de'),
        (unreliability, locale) => {
          fc.pre(unreliability > 0)
          expect(percentOfWorking(locale, 1 - unreliability, unreliability)).not.toMatch(/^100\D/)
        },
      ),
      { seed: 20_090_115, numRuns: 2000 },
    )
  })

  it('has a decimal comma in Ukrainian', () => {
    expect(plain(percentOfWorking('uk', 0.994_95, 0.005_05))).toMatch(/^99,495 ?%$/)
  })
})

describe('duration', () => {
  // 0.8833 h = 53 min; 3.2 s = 0.000889 h; 1e-7 h = 0.36 ms.
  it.each([
    [44.238, '44.2', 'h'],
    [8760, '8,760', 'h'],
    [0, '0', 'h'],
    [53 / 60, '53', 'min'],
    [3.2 / 3600, '3.2', 's'],
    [1e-7, '0.36', 'ms'],
  ])('writes %d hours as %s %s', (hours, value, unit) => {
    expect(duration('en', hours)).toEqual({ value, unit })
  })
  // The hour is "год" in Ukrainian; "г" alone is the gram.
  it('keeps value and unit apart in Ukrainian too', () => {
    expect(duration('uk', 44.238)).toEqual({ value: '44,2', unit: 'год' })
  })
})

describe('parseTyped', () => {
  it.each([
    ['50', 50],
    ['0,5 %', 0.5],
    ['0.5%', 0.5],
    [' 12 ', 12],
    ['1\u00a0000', 1000],
    ['1\u202f000,5', 1000.5],
    ['.5', 0.5],
    ['5.', 5],
    ['-3', -3],
    ['1e-3', 0.001],
    ['2.2 × 10⁻⁹', 2.2e-9],
  ])('reads %j as %d', (text, value) => {
    expect(parseTyped(text)).toBe(value)
  })
  it.each([
    '',
    ' ',
    '%',
    'abc',
    '1.2.3',
    '1,2,3',
    '--1',
    '0x10',
    'NaN',
    'Infinity',
    '1e9999',
    '5 h',
  ])('does not take %j for a number', (text) => {
    expect(parseTyped(text)).toBeUndefined()
  })
  it('reads back what percent and number write, in languages with a decimal comma too', () => {
    for (const locale of ['en', 'uk', 'de'])
      for (const share of [0, 0.005, 0.07, 0.5, 0.994_95, 1])
        expect(parseTyped(percent(locale, share)), locale).toBeCloseTo(share * 100, 10)
  })
})

describe('listed', () => {
  it('joins a list as the language does', () => {
    expect(listed('en', ['A', 'B', 'C'])).toBe('A, B, and C')
    expect(listed('uk', ['А', 'Б'])).toBe('А і Б')
  })
})
