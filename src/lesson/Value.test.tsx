import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Value } from './Value.tsx'

const written = (of: number, as: Parameters<typeof Value>[0]['as'], digits?: number) =>
  renderToStaticMarkup(<Value of={of} as={as} {...(digits === undefined ? {} : { digits })} />)
const text = (markup: string) => markup.replaceAll(/<[^>]*>/g, '').replaceAll('\u00a0', ' ')

describe('a value in the text', () => {
  // By hand: 1 / 0.00505 = 198.02; 10,000 / 5,050 = 1.9802; 0.00505 · 8,760 h = 44.238 h.
  it.each([
    [0.994_95, 'percent', undefined, '99.495%'],
    [0.994_95, 'percent', 3, '99.5%'],
    [0.005_05, 'perMillion', undefined, '5,050 per million'],
    [0.01, 'perMillion', 5, '10,000 per million'],
    [0.005_05, 'oneIn', undefined, '1 in 198'],
    [0.0001, 'oneIn', 5, '1 in 10,000'],
    [10_000 / 5050, 'times', undefined, '1.98 times'],
    [44.238, 'hours', undefined, '44.2 h'],
    [0.25, 'number', undefined, '0.25'],
    [300, 'seconds', undefined, '5 min'],
    [0.4, 'seconds', undefined, '0.4 s'],
    [8_581_000, 'money', undefined, '$8,581,000'],
    [12e12, 'bytes', undefined, '12 TB'],
    [4096, 'bytes', 2, '4.1 kB'],
  ] satisfies [number, Parameters<typeof Value>[0]['as'], number | undefined, string][])(
    'writes %d as %s with %s digits: %s',
    (of, as, digits, expected) => {
      expect(text(written(of, as, digits))).toBe(expected)
    },
  )

  // By hand: 10 h are 36,000 s.
  it.each([
    [10, 'hours', '36000'],
    [600, 'seconds', '600'],
    [900_000, 'money', '900000'],
    [-0.5, 'number', '-0.5'],
    [0.01, 'oneIn', '0.01'],
    [0.01, 'percent', '0.01'],
  ] satisfies [number, Parameters<typeof Value>[0]['as'], string][])(
    'gives %d as %s to machines as %s, in one unit with what it may stand beside',
    (of, as, expected) => {
      expect(written(of, as)).toContain(`<data value="${expected}">`)
    },
  )

  it('does not break between a number and its word', () => {
    expect(written(0.005_05, 'oneIn')).not.toMatch(/in 198/)
    expect(written(0.005_05, 'oneIn')).toContain('1\u00a0in\u00a0198')
  })

  it.each([NaN, Infinity, -Infinity])('refuses to print %d', (of) => {
    expect(() => written(of, 'percent')).toThrow(RangeError)
  })

  it('refuses to print one in infinitely many', () => {
    expect(() => written(0, 'oneIn')).toThrow(RangeError)
  })
})
