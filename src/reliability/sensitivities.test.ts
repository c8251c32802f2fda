import { describe, expect, it } from 'vitest'
import { sensitivities } from './sensitivities.ts'

const INPUTS = {
  low: { a: 1, b: 3, c: -1 },
  base: { a: 2, b: 4, c: 0 },
  high: { a: 3, b: 5, c: 5 },
}

describe('sensitivities', () => {
  it('moves one number at a time and sorts by the swing, whatever its sign', () => {
    // By hand: 2·4 - 0 = 8; a 4 … 12, b 6 … 10, c 9 … 3.
    const { base, swings } = sensitivities(({ a, b, c }) => a * b - c, INPUTS)
    expect(base).toBe(8)
    expect(swings).toEqual([
      { name: 'a', low: 4, high: 12 },
      { name: 'c', low: 9, high: 3 },
      { name: 'b', low: 6, high: 10 },
    ])
  })

  it('leaves numbers that do not matter in their order at the end', () => {
    const { swings } = sensitivities(({ c }) => c, INPUTS)
    expect(swings.map(({ name }) => name)).toEqual(['c', 'a', 'b'])
  })

  it('takes a number that cannot move', () => {
    const one = { x: 1 }
    const { swings } = sensitivities(({ x }) => x, { low: one, base: one, high: one })
    expect(swings).toEqual([{ name: 'x', low: 1, high: 1 }])
  })

  it('has nothing to say of a model without inputs', () => {
    expect(sensitivities(() => 3, { low: {}, base: {}, high: {} })).toEqual({ base: 3, swings: [] })
  })

  it.each([
    [{ low: { x: 2 }, base: { x: 1 }, high: { x: 3 } }, '2, 1, 3'],
    [{ low: { x: 0 }, base: { x: 4 }, high: { x: 3 } }, '0, 4, 3'],
    [{ low: { x: NaN }, base: { x: 1 }, high: { x: 3 } }, 'NaN, 1, 3'],
    [{ low: { x: 0 }, base: { x: NaN }, high: { x: 3 } }, '0, NaN, 3'],
    [{ low: { x: 0 }, base: { x: 1 }, high: { x: Infinity } }, '0, 1, Infinity'],
    [{ low: { x: -Infinity }, base: { x: 1 }, high: { x: 2 } }, '-Infinity, 1, 2'],
    [{ low: { x: 0 }, base: { x: 1 }, high: {} }, '0, 1, NaN'],
    [{ low: { x: 0 }, base: {}, high: { x: 3 } }, '0, NaN, 3'],
  ])('refuses %o', (inputs, message) => {
    const call = (): unknown => Reflect.apply(sensitivities, undefined, [() => 0, inputs])
    expect(call).toThrow(RangeError)
    expect(call).toThrow(`sensitivities: x must have finite low <= base <= high, got ${message}`)
  })

  it('refuses an answer that is no number', () => {
    expect(() => sensitivities(({ a }) => a / 0, INPUTS)).toThrow(
      'sensitivities: the answer must be finite, got Infinity',
    )
    expect(() => sensitivities(({ c }) => (c === 0 ? NaN : 1), INPUTS)).toThrow('got NaN')
  })
})
