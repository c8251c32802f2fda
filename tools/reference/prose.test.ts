import { describe, expect, it } from 'vitest'
import { finished, prose, sentence } from './prose.mjs'

describe('prose', () => {
  it('tells paragraphs and lists apart, and joins the lines of each', () => {
    expect(prose('One\ntwo.\n\n- first\n  point\n- second')).toEqual([
      { paragraph: ['One two.'] },
      { list: [{ item: ['first point'] }, { item: ['second'] }] },
    ])
  })

  it('makes links of what the docstring links, and code of what it quotes', () => {
    expect(sentence('See {@link kOfN} for `k`.')).toEqual([
      'See ',
      { link: 'kOfN', text: 'kOfN' },
      ' for ',
      { code: 'k' },
      '.',
    ])
  })

  it('leaves formulas alone but for their indices', () => {
    expect(sentence('R = a*b*c in [0, 1] with q_i and U_{k,n}')).toEqual([
      'R = a*b*c in [0, 1] with ',
      { symbol: 'q', index: 'i' },
      ' and ',
      { symbol: 'U', index: 'k,n' },
    ])
  })

  it('writes a hyphen between spaces as the minus that it is, in words alone', () => {
    expect(sentence('R = a(1 - s), well-known as\n`1 - s` - c')).toEqual([
      'R = a(1 − s), well-known as ',
      { code: '1 - s' },
      ' − c',
    ])
  })

  it('makes a sentence of a phrase, and changes no code and no full stop', () => {
    expect(finished('a time for each state')).toEqual(['A time for each state.'])
    expect(finished('`kOfN` of it.')).toEqual([{ code: 'kOfN' }, ' of it.'])
    expect(finished('one of `a`')).toEqual(['One of ', { code: 'a' }, '.'])
    expect(finished('')).toEqual([])
  })

  it('refuses what a reference has no place for', () => {
    expect(() => prose('# A heading')).toThrow('not heading')
  })
})
