import { describe, expect, it } from 'vitest'
import { callText, placed, readField, written } from './arguments.ts'
import type { Field } from './library.ts'

const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  path: [0],
  label: 'x',
  optional: false,
  kind,
  ...more,
})
const value = (read: unknown) => ({ kind: 'value', value: read })
const unreadable = { kind: 'unreadable' }

describe('readField', () => {
  it.each([
    ['0.99', 0.99],
    [' 1e-9 ', 1e-9],
    ['-.5', -0.5],
    ['Infinity', Infinity],
  ])('reads the number %s', (text, number) => {
    expect(readField(field('number'), text)).toEqual(value(number))
  })

  it.each(['', 'about half', '1,5', '0x10', '1e', '1 2', 'NaN'])(
    'reads no number in “%s”',
    (text) => {
      expect(readField(field('number'), text)).toEqual(unreadable)
    },
  )

  it('keeps both sides of a part that is all but perfect', () => {
    expect(readField(field('component'), '1 - 1e-20')).toEqual(
      value({ reliability: 1, unreliability: 1e-20 }),
    )
    expect(readField(field('component'), '1 − 0.25')).toEqual(
      value({ reliability: 0.75, unreliability: 0.25 }),
    )
    expect(readField(field('component'), '0.75')).toEqual(value(0.75))
    expect(readField(field('component'), '{ "reliability": 1, "unreliability": 0 }')).toEqual(
      value({ reliability: 1, unreliability: 0 }),
    )
    expect(readField(field('component'), '1 - x')).toEqual(unreadable)
  })

  it('reads lists and records as JSON, and says so of what is none', () => {
    expect(readField(field('json'), '[0.5, { "a": 1 }]')).toEqual(value([0.5, { a: 1 }]))
    expect(readField(field('json'), "{ 'a': 1 }")).toEqual(unreadable)
    expect(readField(field('json'), '[1,')).toEqual(unreadable)
  })

  it('takes a choice for what it stands for, and no other', () => {
    const flag = field('choice', { options: ['true', 'false'] })
    expect(readField(flag, 'false')).toEqual(value(false))
    expect(readField(field('choice', { options: ['serial'] }), 'serial')).toEqual(value('serial'))
    expect(readField(flag, 'maybe')).toEqual(unreadable)
  })

  it('leaves out an optional value that is not given', () => {
    expect(readField(field('number', { optional: true }), '  ')).toEqual({ kind: 'left-out' })
  })
})

describe('written', () => {
  it.each([
    [0.5, '0.5'],
    [1e-20, '1e-20'],
    ['serial', 'serial'],
    [[1, 'a'], '[1, "a"]'],
    [{ or: ['a', { and: [] }] }, '{ "or": ["a", { "and": [] }] }'],
    [undefined, ''],
  ])('%j is read again as it was', (given, text) => {
    expect(written(given)).toBe(text)
    if (typeof given === 'object') expect(JSON.parse(text)).toEqual(given)
  })
})

describe('placed', () => {
  it('puts a value where it belongs and leaves the given arguments alone', () => {
    const args = [{ a: 1, b: { c: 2 } }]
    expect(placed(args, [0, 'b', 'c'], 3)).toEqual([{ a: 1, b: { c: 3 } }])
    expect(args).toEqual([{ a: 1, b: { c: 2 } }])
  })

  it('makes what is missing on the way', () => {
    expect(placed([], [1, 'x', 0], 5)).toEqual([undefined, { x: [5] }])
  })
})

describe('callText', () => {
  it('writes a call as one would, without what is left out at its end', () => {
    expect(callText('f', [{ a: 1, 'two words': 'x' }, [0.5, true], undefined], [])).toBe(
      "f({ a: 1, 'two words': 'x' }, [0.5, true])",
    )
    expect(callText('f', [undefined, 2], [])).toBe('f(undefined, 2)')
  })

  it('writes the code that no field can change in its place', () => {
    const fixed = [
      { path: [0], source: '(a) => a' },
      { path: [1, 'fails'], source: '() => true' },
    ]
    expect(callText('f', placed([], [1], { a: 2 }), fixed)).toBe(
      'f((a) => a, { a: 2, fails: () => true })',
    )
  })
})
