import { describe, expect, it } from 'vitest'
import { exampleOf } from './example.mjs'

const read = (text: string) => exampleOf('f', text, 'f.ts')

describe('exampleOf', () => {
  it('reads the arguments as values and the remark as the answer', () => {
    expect(read("f(3, -0.5, { a: [1e-9, 'x'], b: true }).rate // 7")).toEqual({
      args: [3, -0.5, { a: [1e-9, 'x'], b: true }],
      fixed: [],
      answer: '7',
    })
  })

  it('knows names that the example gave before', () => {
    expect(read('const rack = { own: 1 }\nconst { a } = f([rack, rack], Infinity)').args).toEqual([
      [{ own: 1 }, { own: 1 }],
      Infinity,
    ])
  })

  it('keeps a function as it is written, with its place', () => {
    expect(read('f({ fails: (_, n) => n > 1, runs: 5 })')).toMatchObject({
      args: [{ fails: null, runs: 5 }],
      fixed: [{ path: [0, 'fails'], source: '(_, n) => n > 1' }],
    })
  })

  it('names file and function where the example is none', () => {
    expect(() => read('g(1)')).toThrow('f.ts: the example of f: no call of f')
    expect(() => read('f(Math.LN2)')).toThrow('only literals: Math.LN2')
    expect(() => read('f(')).toThrow('f.ts: the example of f')
  })
})
