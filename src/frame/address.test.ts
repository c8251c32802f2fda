import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_ADDRESS, readAddress, writeAddress } from './address.ts'
import type { Schema, Values } from './parameters.ts'

const schema: Schema = {
  share: {
    kind: 'number',
    label: () => 'Share',
    unit: 'share',
    minimum: 0.1,
    maximum: 0.9,
    default: 0.5,
    stops: [0.1, 0.5, 0.9],
  },
  nodes: {
    kind: 'number',
    label: () => 'Nodes',
    unit: 'count',
    minimum: 1,
    maximum: 9,
    default: 3,
    stops: [1, 3, 5, 7, 9],
  },
  on: { kind: 'flag', label: () => 'On', default: false },
  mode: {
    kind: 'choice',
    label: () => 'Mode',
    default: 'calm',
    options: { calm: () => 'calm', storm: () => 'storm' },
  },
}
const first: Values = { share: 0.5, nodes: 3, on: false, mode: 'calm' }
const storm: Values = { share: 0.2, nodes: 5, on: true, mode: 'storm' }
const read = (search: string) =>
  readAddress(schema, [{ id: 'storm', values: storm }], first, search)

describe('readAddress', () => {
  it('takes what is sound as it is, without a word', () => {
    expect(read('?share=0.25&nodes=7&on=1&mode=storm')).toEqual({
      values: { share: 0.25, nodes: 7, on: true, mode: 'storm' },
      problems: [],
    })
    expect(read('')).toEqual({ values: first, problems: [] })
  })

  it('takes a scene, and puts what else the address says over it, in whatever order', () => {
    expect(read('scene=storm')).toEqual({ values: storm, problems: [] })
    expect(read('nodes=7&scene=storm')).toEqual({ values: { ...storm, nodes: 7 }, problems: [] })
  })

  it('believes the last of two values for one parameter', () => {
    expect(read('share=0.2&share=0.3').values['share']).toBe(0.3)
  })

  it('keeps a number within its range, and says so', () => {
    expect(read('share=0.05')).toEqual({
      values: { ...first, share: 0.1 },
      problems: [{ kind: 'out-of-range', key: 'share', used: 0.1 }],
    })
    expect(read('share=1e999').problems).toEqual([
      { kind: 'out-of-range', key: 'share', used: 0.9 },
    ])
    expect(read('nodes=-3').values['nodes']).toBe(1)
  })

  it('makes a count whole', () => {
    expect(read('nodes=4.4')).toEqual({
      values: { ...first, nodes: 4 },
      problems: [{ kind: 'out-of-range', key: 'nodes', used: 4 }],
    })
  })

  it.each([
    ['share=NaN', 'share', 0.5],
    ['share=Infinity', 'share', 0.5],
    ['share=', 'share', 0.5],
    ['share=0x1', 'share', 0.5],
    ['share=0,5', 'share', 0.5],
    ['share=1e9999', 'share', 0.5],
    [`share=0.${'1'.repeat(60)}`, 'share', 0.5],
    ['on=true', 'on', false],
    ['mode=toString', 'mode', 'calm'],
    ['mode=__proto__', 'mode', 'calm'],
    ['mode=', 'mode', 'calm'],
  ])('sets aside what it cannot read: %s', (search, key, used) => {
    expect(read(search)).toEqual({ values: first, problems: [{ kind: 'unreadable', key, used }] })
  })

  it.each(['__proto__', 'constructor', 'toString', 'Share', ' share'])(
    'knows no parameter called %j, and touches nothing',
    (key) => {
      const { values, problems } = read(new URLSearchParams([[key, '1']]).toString())
      expect(problems).toEqual([{ kind: 'unknown', key }])
      expect(values).toEqual(first)
      expect(Object.keys(values)).toEqual(Object.keys(first))
    },
  )

  it('knows no scene that is not there, and cuts a long name short', () => {
    expect(read('scene=calm').problems).toEqual([{ kind: 'unknown', key: 'scene=calm' }])
    const [problem] = read(`scene=${'x'.repeat(500)}`).problems
    expect(problem).toEqual({ kind: 'unknown', key: `scene=${'x'.repeat(40)}` })
  })

  it('sets aside whole what is too long to be ours, at the first character too many', () => {
    const longest = `scene=storm&x=${'y'.repeat(LONGEST_ADDRESS)}`.slice(0, LONGEST_ADDRESS)
    expect(read(longest).values).toEqual(storm)
    expect(read(`${longest}y`)).toEqual({ values: first, problems: [{ kind: 'too-long' }] })
  })
})

describe('writeAddress', () => {
  it('names only what differs from the first state, so that an address stays short', () => {
    expect(writeAddress(schema, first, first)).toBe('')
    expect(writeAddress(schema, first, { ...first, on: true, nodes: 5 })).toBe('nodes=5&on=1')
  })

  it('brings exactly the same state back', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            share: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
            nodes: fc.integer({ min: 1, max: 9 }),
            on: fc.boolean(),
            mode: fc.constantFrom('calm', 'storm'),
          },
          { noNullPrototype: true },
        ),
        (values) => {
          expect(read(writeAddress(schema, first, values))).toEqual({ values, problems: [] })
        },
      ),
      { seed: 20_090_115, numRuns: 1000 },
    )
  })
})
