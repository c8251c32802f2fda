import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Unit } from './question.ts'
import { readTyped, type TypedProblem } from './typed-number.ts'

/** What `text` is read as; expected values are worked out by hand. */
const read = (text: string, unit: Unit = 'number', locale = 'en') => readTyped(text, unit, locale)
const valueOf = (...typed: Parameters<typeof read>) => read(...typed).value

describe('a number without a unit', () => {
  it.each([
    ['42', 42],
    [' 42 ', 42],
    ['+42', 42],
    ['-4.5', -4.5],
    // A minus sign of typography, as copied from a page.
    ['−4.5', -4.5],
    ['.5', 0.5],
    ['5.', 5],
    ['1,200', 1200],
    ['1,234,567.8', 1_234_567.8],
    ['1 200', 1200],
    ['1\u202f200', 1200],
    ["1'200", 1200],
    ['12,34,567', 1_234_567],
    ['1e-4', 0.0001],
    ['2.5E6', 2_500_000],
    ['3 × 10^-5', 0.00003],
    ['3×10⁻⁵', 0.00003],
    ['3*10**2', 300],
    ['10^-4', 0.0001],
    ['-10²', -100],
    ['1/7', 1 / 7],
    ['3 / 4', 0.75],
    ['½', 0.5],
    ['1e-3/2', 0.0005],
    ['99', 99],
    ['1.200', 1.2],
  ])('%s is read', (text, value) => {
    expect(read(text)).toEqual({ value })
  })

  it.each<[string, TypedProblem]>([
    ['', 'empty'],
    ['   ', 'empty'],
    ['about five', 'no-number'],
    ['5 or 6', 'no-number'],
    ['12 5', 'no-number'],
    ['1.2.3', 'no-number'],
    ['--5', 'no-number'],
    ['.', 'no-number'],
    ['1/', 'no-number'],
    ['3½', 'no-number'],
    ['NaN', 'no-number'],
    ['Infinity', 'no-number'],
    ['0x10', 'no-number'],
    ['1/0', 'by-zero'],
    ['1e999', 'size'],
    ['1e-999', 'size'],
    ['5 %', 'unit'],
    ['5 s', 'unit'],
    ['5 parsecs', 'unit'],
    ['9'.repeat(65), 'no-number'],
  ])('%j is none, and the reader is told why', (text, problem) => {
    expect(read(text)).toEqual({ problem })
  })

  it('is nought when noughts are typed, however small their power of ten', () => {
    expect(read('0')).toEqual({ value: 0 })
    expect(read('0.000e-999')).toEqual({ value: 0 })
  })
})

describe('the marks of a language', () => {
  it.each([
    ['de', '1.200', 1200],
    ['de', '0,9997', 0.9997],
    ['de', '1.234.567,8', 1_234_567.8],
    ['fr', '1\u202f200,5', 1200.5],
    // In French no point groups digits, so one is a decimal point of a foreign keyboard.
    ['fr', '1.200', 1.2],
    ['ru', '0,5', 0.5],
    ['de-CH', '1’200.5', 1200.5],
    ['ar-EG', '١٬٢٣٤٫٥', 1234.5],
    ['sv', '−4,5', -4.5],
  ])('%s: %s', (locale, text, value) => {
    expect(read(text, 'number', locale)).toEqual({ value })
  })

  it('give way where only the other reading makes sense', () => {
    expect(valueOf('99,97', 'number', 'en')).toBe(99.97)
    expect(valueOf('0,999', 'number', 'en')).toBe(0.999)
    expect(valueOf('1.234,5', 'number', 'en')).toBe(1234.5)
    expect(valueOf('99.97', 'number', 'de')).toBe(99.97)
    expect(valueOf('0.999', 'number', 'de')).toBe(0.999)
    expect(valueOf('1,234.5', 'number', 'de')).toBe(1234.5)
  })
})

describe('per cent', () => {
  it.each([
    ['99.97', 0.9997],
    ['99.97 %', 0.9997],
    ['99.97%', 0.9997],
    ['99.97 per cent', 0.9997],
    ['%99.97', 0.9997],
    ['1e-4 %', 1e-6],
    ['120', 1.2],
    ['-5%', -0.05],
  ])('%s is that share', (text, value) => {
    expect(read(text, 'percent')).toEqual({ value })
  })

  it('are named as the language of the page names them', () => {
    expect(valueOf('99,97 Prozent', 'percent', 'de')).toBe(0.9997)
  })

  it('may be a share instead where they are at most one and have no sign', () => {
    expect(read('0.9997', 'percent')).toEqual({ value: 0.009997, share: 0.9997 })
    expect(read('1', 'percent')).toEqual({ value: 0.01, share: 1 })
    expect(read('1e-4', 'percent')).toEqual({ value: 1e-6, share: 1e-4 })
    expect(read('0.9997 %', 'percent')).toEqual({ value: 0.009997 })
    expect(read('1.01', 'percent')).toEqual({ value: 0.0101 })
  })

  it('are a share where they are typed as a fraction, unless their sign is typed too', () => {
    expect(read('1/7', 'percent')).toEqual({ value: 1 / 7 })
    expect(read('1/4 %', 'percent')).toEqual({ value: 0.0025 })
  })

  it('are no length of time', () => {
    expect(read('5 min', 'percent')).toEqual({ problem: 'unit' })
  })
})

describe('a length of time', () => {
  it.each<[string, Unit, number]>([
    ['90', 'minutes', 90],
    ['90 min', 'minutes', 90],
    ['90m', 'minutes', 90],
    ['1.5 h', 'minutes', 90],
    ['90 min.', 'hours', 1.5],
    ['1 h 30 min', 'minutes', 90],
    ['1h30m', 'hours', 1.5],
    ['2 days', 'hours', 48],
    ['36 h', 'days', 1.5],
    ['250 ms', 'seconds', 0.25],
    ['0.25 s', 'milliseconds', 250],
    ['1 minute', 'seconds', 60],
    ['1/2 h', 'minutes', 30],
    ['1,200 seconds', 'minutes', 20],
  ])('%s in %s', (text, unit, value) => {
    expect(read(text, unit)).toEqual({ value })
  })

  it('is named as the language of the page names it, and as symbols everywhere', () => {
    expect(valueOf('2 Stunden', 'minutes', 'de')).toBe(120)
    expect(valueOf('1,5 ч', 'minutes', 'ru')).toBe(90)
    expect(valueOf('1,5 h', 'minutes', 'ru')).toBe(90)
  })

  it.each<[string, TypedProblem]>([
    ['5 %', 'unit'],
    ['$5', 'unit'],
    ['1 h 30', 'no-number'],
    ['1 h 5 %', 'unit'],
    ['h', 'no-number'],
  ])('%s is none', (text, problem) => {
    expect(read(text, 'minutes')).toEqual({ problem })
  })
})

describe('money', () => {
  it.each([
    ['$1,200', 1200],
    ['1,200 $', 1200],
    ['-$5', -5],
    ['1200', 1200],
    ['1200 USD', 1200],
    ['$12k', 12_000],
    ['1.2 million', 1_200_000],
    ['1.2M$', 1_200_000],
  ])('%s is read', (text, value) => {
    expect(read(text, 'money')).toEqual({ value })
  })

  it('is none in another unit', () => {
    expect(read('5 h', 'money')).toEqual({ problem: 'unit' })
    expect(read('5 % $', 'money')).toEqual({ problem: 'unit' })
  })
})

const locales = fc.constantFrom('en', 'en-IN', 'de', 'de-CH', 'fr', 'ru', 'sv', 'ar-EG', 'tr')
const units = fc.constantFrom<Unit>('percent', 'number', 'seconds', 'hours', 'money')

describe('whatever is typed', () => {
  it('is a finite number or a problem', () => {
    const pieces = fc.constantFrom(
      ...Array.from("0123456789.,'+-e/×^% $½⁻²٫٬١smhdk"),
      '10^',
      ' min',
      'per cent',
      '\u202f',
      '−',
    )
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(texts, units, locales, (text, unit, locale) => {
        const typed = read(text, unit, locale)
        if (typed.problem === undefined) expect(Number.isFinite(typed.value)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('is read as it was written by the language itself', () => {
    const values = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => {
      const rounded = Number(value.toPrecision(7))
      return Math.abs(rounded) < 1e-6 ? 0 : rounded
    })
    fc.assert(
      fc.property(values, locales, (value, locale) => {
        const text = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value)
        expect(valueOf(text, 'number', locale)).toBe(value)
      }),
      { numRuns: 2000 },
    )
  })

  it('in per cent is the share that the language writes so', () => {
    const shares = fc
      .integer({ min: 0, max: 1_000_000 })
      .map((millionths) => millionths / 1_000_000)
    fc.assert(
      fc.property(shares, locales, (share, locale) => {
        const text = new Intl.NumberFormat(locale, {
          style: 'percent',
          maximumFractionDigits: 10,
        }).format(share)
        expect(valueOf(text, 'percent', locale)).toBe(share)
      }),
      { numRuns: 1000 },
    )
  })
})
