import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { constant, fraction, row, variable, type Expression } from './expression.ts'
import { Formula } from './Formula.tsx'

/** The two lines of a formula, each as the pieces between which it may break. */
function linesOf(expression: Expression): readonly (readonly string[])[] {
  const markup = renderToStaticMarkup(<Formula expression={expression} />)
  const [, symbols = '', numbers = ''] =
    /<div[^>]*><div[^>]*>(.*)<\/div><div>(.*)<\/div><\/div>/.exec(markup) ?? []
  return [symbols, numbers].map((line) =>
    [...line.matchAll(/<math[^>]*>(.*?)<\/math>/g)].map(([, inner = '']) => inner),
  )
}
const words = (piece: string) =>
  piece
    .replaceAll(/<[^>]*>/g, ' ')
    .trim()
    .split(/\s+/)
    .join(' ')
/** A piece without what differs: each variable, however it is written, becomes a letter. */
const bones = (piece: string) =>
  piece
    .replaceAll(/<msub><mi>[^<]*<\/mi><mi>[^<]*<\/mi><\/msub>/g, 'x')
    .replaceAll(/<m[in]>[^<]*<\/m[in]>/g, 'x')

const R = variable('R', '0.99495')
const a = variable('a', '0.99', '1')
const rescue = row(R, '=', a, '+', row('(', constant('1'), '−', a, ')'), '×', variable('c', '0.5'))

describe('expression', () => {
  it('takes a string for an operator, and leaves out a subscript that is not there', () => {
    expect(row(R, '=')).toEqual({ kind: 'row', terms: [R, { kind: 'operator', sign: '=' }] })
    expect(variable('R', '1')).toEqual({ kind: 'variable', symbol: 'R', value: '1' })
    expect(variable('D', '1', 'A')).toHaveProperty('subscript', 'A')
  })
})

describe('Formula', () => {
  it('shows the symbols, and under them the numbers of now', () => {
    const [symbols, numbers] = linesOf(rescue)
    expect(symbols?.map(words).join(' ')).toBe('R = a 1 + ( 1 − a 1 ) × c')
    expect(numbers?.map(words).join(' ')).toBe('0.99495 = 0.99 + ( 1 − 0.99 ) × 0.5')
  })

  it.each([
    ['a rescue', rescue],
    ['a fraction', row(R, '=', fraction(a, row(constant('1'), '−', a)))],
    ['one variable alone', R],
  ])('builds both lines alike for %s', (_, expression) => {
    const [symbols, numbers] = linesOf(expression)
    expect(symbols?.length).toBeGreaterThan(0)
    expect(symbols?.map(bones)).toEqual(numbers?.map(bones))
  })

  it('lets a line break before =, + and −, never inside brackets', () => {
    const flat = row(R, '=', a, '+', '(', constant('1'), '−', a, ')', '−', variable('c', '0'))
    for (const expression of [flat, rescue]) {
      const [symbols] = linesOf(expression)
      expect(
        symbols?.map(words).some((piece) => piece.startsWith('−') && piece.includes(')')),
      ).toBe(false)
    }
    expect(linesOf(flat)[0]?.map(words)).toEqual(['R', '= a 1', '+ ( 1 − a 1 )', '− c'])
  })

  it('spaces an operator at the start of a line as in the middle of a sum', () => {
    expect(linesOf(rescue)[0]?.[1]).toContain('<mo form="infix">=</mo>')
  })
})
