import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  complete,
  defaultsOf,
  evenStops,
  ninesStops,
  smallShareStops,
  stopNear,
  type Schema,
} from './parameters.ts'

const ascends = (stops: readonly number[]) =>
  stops.every((stop, index) => index === 0 || stop > (stops[index - 1] ?? stop))

describe('evenStops', () => {
  it('writes each stop as one would by hand: 0.07 and 0.29, without a tail of noise', () => {
    const stops = evenStops(0, 1, 0.01)
    expect(stops).toHaveLength(101)
    expect(stops.slice(6, 8)).toEqual([0.06, 0.07])
    expect(stops[29]).toBe(0.29)
    expect(stops.map(String).every((text) => text.length <= 4)).toBe(true)
  })

  it('begins and ends where it is told to', () => {
    expect(evenStops(2, 7, 1)).toEqual([2, 3, 4, 5, 6, 7])
    expect(evenStops(-0.5, 0.5, 0.25)).toEqual([-0.5, -0.25, 0, 0.25, 0.5])
  })

  it.each([
    [0, 1, 0.3],
    [0, 1, 0],
    [0, 1, -0.1],
    [0, 1, NaN],
    [0, 10, 4],
  ])('refuses %d..%d in steps of %d', (minimum, maximum, step) => {
    expect(() => evenStops(minimum, maximum, step)).toThrow(RangeError)
  })
})

describe('smallShareStops', () => {
  // 0, nine stops for each decade, and 1.
  it('goes through two decades by hand', () => {
    const hundredths = [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09]
    const tenths = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
    expect(smallShareStops(2)).toEqual([0, ...hundredths, ...tenths, 1])
  })
})

describe('ninesStops', () => {
  it('holds the nines exactly: 0.9, 0.99, 0.999, 0.9999, 0.99999', () => {
    expect(ninesStops(5)).toEqual(expect.arrayContaining([0.9, 0.99, 0.999, 0.9999, 0.99999]))
  })
  it('is the small shares seen from the other end', () => {
    expect(ninesStops(1)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
  })
  it.each([1, 2, 3, 4, 5, 6, 9])(
    'with %d decades ascends from 0 to 1, as does its mirror',
    (decades) => {
      for (const stops of [ninesStops(decades), smallShareStops(decades)]) {
        expect(ascends(stops)).toBe(true)
        expect([stops.at(0), stops.at(-1)]).toEqual([0, 1])
        expect(stops).toHaveLength(9 * decades + 2)
      }
    },
  )
})

describe('stopNear', () => {
  const stops = [0, 0.1, 0.5, 1]
  it.each([
    [0, 0],
    [0.06, 1],
    [0.31, 2],
    [0.29, 1],
    [0.76, 3],
    [-5, 0],
    [9, 3],
  ])('puts the thumb for %d at stop %d', (value, index) => {
    expect(stopNear(stops, value)).toBe(index)
  })
  it('finds every stop at its own place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 46 }), (index) => {
        const nines = ninesStops(5)
        expect(stopNear(nines, nines[index] ?? NaN)).toBe(index)
      }),
    )
  })
})

describe('complete', () => {
  const schema: Schema = {
    share: {
      kind: 'number',
      label: () => 'share',
      unit: 'share',
      minimum: 0,
      maximum: 1,
      default: 0.5,
      stops: [0, 0.5, 1],
    },
    on: { kind: 'flag', label: () => 'on', default: false },
    which: {
      kind: 'choice',
      label: () => 'which',
      default: 'a',
      options: { a: () => 'A', b: () => 'B' },
    },
  }
  it('takes from the defaults what a scene does not name', () => {
    expect(defaultsOf(schema)).toEqual({ share: 0.5, on: false, which: 'a' })
    expect(complete(schema, { which: 'b' })).toEqual({ share: 0.5, on: false, which: 'b' })
  })
  it('keeps a false and a zero that a scene names', () => {
    expect(
      complete(
        { ...schema, on: { kind: 'flag', label: () => '', default: true } },
        { on: false, share: 0 },
      ),
    ).toEqual({
      share: 0,
      on: false,
      which: 'a',
    })
  })
})
