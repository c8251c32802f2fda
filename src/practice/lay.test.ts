import { describe, expect, it } from 'vitest'
import { isWithin, layChoice, layDesign, layDiagram, layFill, layGraph, layNumeric } from './lay.ts'
import type { Option } from './question.ts'

const right = (id: string, text = id): Option => ({ id, text, why: 'Y', correct: true })
const wrong = (id: string, text = id): Option => ({ id, text, why: 'N', misconception: 'm' })
const common = { prompt: 'P', solution: [] }
const otherwise = { why: 'N', misconception: 'm' }
const sum = {
  answer: 0.5,
  unit: 'number' as const,
  tolerance: { relative: 0.1 },
  traps: [{ value: 0.25, why: 'N', misconception: 'm' }],
  otherwise,
  why: 'Y',
}

describe('a choice', () => {
  it('is asked where one option is right and all read differently', () => {
    expect(layChoice({ ...common, options: [right('a'), wrong('b')] })?.kind).toBe('choice')
  })
  it.each([
    ['no option is right', [wrong('a'), wrong('b')]],
    ['two are', [right('a'), right('b')]],
    ['two read the same', [right('a', 'five'), wrong('b', 'five')]],
  ])('is drawn again where %s', (_, options) => {
    expect(layChoice({ ...common, options })).toBeUndefined()
  })
})

describe('a number', () => {
  it('that is worked out in two ways must come out the same', () => {
    expect(layNumeric({ ...common, ...sum, proof: 0.5 + 1e-12 }).answer).toBe(0.5)
    expect(() => layNumeric({ ...common, ...sum, proof: 0.51 })).toThrow(/0\.5 and 0\.51/)
  })
  it('must be one', () => {
    expect(() => layNumeric({ ...common, ...sum, answer: Number.NaN })).toThrow(RangeError)
  })
  it('shows no proof, and no trap that would be right', () => {
    const laid = layNumeric({
      ...common,
      ...sum,
      proof: 0.5,
      // By hand: a tenth of 0.5 is 0.05, so 0.54 passes and 0.56 does not.
      traps: [0.54, 0.56].map((value) => ({ value, why: 'N', misconception: 'm' })),
    })
    expect(laid.traps.map(({ value }) => value)).toEqual([0.56])
    expect(laid).not.toHaveProperty('proof')
  })
  it('passes at the very edge of its tolerance, and not beyond', () => {
    // 0.1 + 0.2 is not 0.3 in binary, and is nobody's mistake.
    expect(isWithin(0.1 + 0.2, 0.3, { absolute: 0 })).toBe(true)
    expect(isWithin(3.3, 3, { relative: 0.1 })).toBe(true)
    expect(isWithin(3.301, 3, { relative: 0.1 })).toBe(false)
    expect(isWithin(2, 3, { absolute: 1 })).toBe(true)
  })
})

describe('a text with gaps', () => {
  it('is drawn again where a gap has two right words', () => {
    const gap = { id: 'g', options: [right('a'), right('b')] }
    expect(layFill({ ...common, pieces: ['It is ', gap] })).toBeUndefined()
  })
})

describe('a graph', () => {
  const axis = { label: 'L', unit: 'number' as const, from: 0, to: 10 }
  const graph = {
    ...common,
    x: axis,
    y: axis,
    places: [2, 4],
    tolerance: 0.05,
    traps: [
      { curve: () => 1, why: 'N', misconception: 'm' },
      { curve: (x: number) => x + 0.4, why: 'N', misconception: 'm' },
    ],
    otherwise,
    why: 'Y',
  }
  it('has the right values where it asks, and a curve from end to end', () => {
    const laid = layGraph({ ...graph, curve: (x) => x })
    expect(laid?.at).toEqual([
      { x: 2, y: 2 },
      { x: 4, y: 4 },
    ])
    expect([laid?.curve[0], laid?.curve.at(-1)]).toEqual([
      [0, 0],
      [10, 10],
    ])
  })
  it('leaves away a trap that passes: by hand, half a unit is within a twentieth of ten', () => {
    const laid = layGraph({ ...graph, curve: (x) => x })
    expect(laid?.traps.map(({ values }) => values)).toEqual([[1, 1]])
  })
  it('is drawn again where what it asks for lies beyond its axis', () => {
    expect(layGraph({ ...graph, curve: (x) => 3 * x })).toBeUndefined()
  })
})

describe('a diagram', () => {
  const part = (id: string, needs: readonly string[]) => ({
    id,
    text: id,
    needs,
    anyOf: [],
    at: [0, 0] as const,
    why: 'W',
  })
  const roles = { overlooked: 'm', imagined: 'm' }
  it('has its key worked out: what both need', () => {
    const parts = [part('a', ['left', 'cable']), part('b', ['right', 'cable'])]
    const below = ['left', 'right', 'cable'].map((id) => part(id, []))
    const laid = layDiagram({
      ...common,
      ...roles,
      parts: [...parts, ...below],
      served: ['a', 'b'],
    })
    expect(laid.key).toEqual(['cable'])
  })
  it('in which nothing is shared is a mistake of its author', () => {
    const parts = [part('a', ['left']), part('b', ['right']), part('left', []), part('right', [])]
    expect(() => layDiagram({ ...common, ...roles, parts, served: ['a', 'b'] })).toThrow(/shared/)
  })
})

describe('a design', () => {
  const design = (least: number) =>
    layDesign({
      ...common,
      knobs: [
        {
          id: 'servers',
          text: 'S',
          options: [2, 3, 4].map((value) => ({ id: `n${value}`, text: `${value}`, value })),
        },
        {
          id: 'zones',
          text: 'Z',
          options: [1, 2].map((value) => ({ id: `z${value}`, text: `${value}`, value })),
        },
      ],
      demands: [{ text: 'D', misconception: 'm' }],
      judge: ({ servers, zones }) => ({
        meets: [{ met: Number(servers) * Number(zones) >= least, why: 'W' }],
        cost: Number(servers) + Number(zones),
        costText: 'C',
      }),
      dear: otherwise,
      why: 'Y',
    })
  it('knows what comes of every setting of its knobs: three times two', () => {
    expect(design(6)?.designs.map(({ settings, cost }) => [settings, cost])).toEqual([
      [{ servers: 'n2', zones: 'z1' }, 3],
      [{ servers: 'n2', zones: 'z2' }, 4],
      [{ servers: 'n3', zones: 'z1' }, 4],
      [{ servers: 'n3', zones: 'z2' }, 5],
      [{ servers: 'n4', zones: 'z1' }, 5],
      [{ servers: 'n4', zones: 'z2' }, 6],
    ])
  })
  it.each([
    ['none is right', 9],
    ['all are', 2],
  ])('is drawn again where %s', (_, least) => {
    expect(design(least)).toBeUndefined()
  })
})
