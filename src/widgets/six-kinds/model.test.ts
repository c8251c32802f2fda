import * as fc from 'fast-check'
import { describe as suite, expect, it } from 'vitest'
import { describe, verdict } from './describe.ts'
import { callsAt, failed, sixKinds, unharmed } from './model.ts'
import { KINDS, type KindsValues } from './parameters.ts'
import { scenes } from './scenes.ts'
import { miniature } from './stage.ts'

const usual: KindsValues = {
  kind: 'hardware',
  happening: 'pitfall',
  guard: 'bare',
  count: 3,
  distanceKm: 6000,
}
const at = (values: Partial<KindsValues>) => sixKinds({ ...usual, ...values })
const scene = (id: string) => at(scenes.find((each) => each.id === id)?.values ?? {})

suite('the six kinds', () => {
  it('all fail their pitfall unguarded, and none does guarded: the point of the picture', () => {
    expect([unharmed(scene('one-circuit')), failed(scene('one-circuit'))]).toEqual([0, 6])
    expect(failed(scene('guarded'))).toBe(0)
    expect(failed(scene('bought-for'))).toBe(0)
  })

  // By hand: 3 s at 200 a second; 20 round trips of 6000/100 ms; 4 attempts in each of 3 layers.
  it.each([
    ['lag', 600],
    ['far', 1200],
    ['storm', 64],
  ])('%s comes to %d', (id, measure) => {
    expect(scene(id).current.measure).toBe(measure)
  })

  it('multiplies calls layer by layer: 1, 4, 16, 64', () => {
    expect(callsAt({ ...usual, kind: 'time', count: 4 })).toEqual([1, 4, 16, 64])
    expect(callsAt({ ...usual, kind: 'time', count: 4, guard: 'guarded' })).toEqual([1, 1, 1, 1.1])
  })

  // By hand: 3 for 2 is 1.5; a copy more is a copy more; 8 bits for 64 are an eighth.
  it('costs half more for one region of three, three times for three copies, an eighth for SECDED', () => {
    const cost = (kind: KindsValues['kind'], values: Partial<KindsValues> = {}) =>
      at({ kind, ...values }).current.cost
    expect(cost('place')).toBeCloseTo(1.5, 12)
    expect(cost('data')).toBe(3)
    expect(cost('hardware', { count: 2 })).toBe(2)
    expect(cost('information', { guard: 'guarded' })).toBe(1.125)
    expect(cost('information')).toBe(1 + 1 / 64)
  })
})

suite('every state', () => {
  const any = fc.record({
    kind: fc.constantFrom(...KINDS),
    happening: fc.constantFrom('nothing', 'usual', 'pitfall'),
    guard: fc.constantFrom('bare', 'guarded'),
    count: fc.integer({ min: 1, max: 5 }),
    distanceKm: fc.integer({ min: 10, max: 20_000 }),
  }) satisfies fc.Arbitrary<KindsValues>

  it('is said to fail exactly where the picture has something that fails the user', () => {
    fc.assert(
      fc.property(any, (values) => {
        const model = sixKinds(values)
        const groups = miniature(model)
        const shown =
          values.kind === 'software' || values.kind === 'place' ? groups[0] : groups.at(-1)
        const red = shown?.some(({ state }) => state === 'failed') === true
        if (values.kind !== 'time') expect(red).toBe(model.current.fate === 'fails')
        expect(verdict(model).tone === 'fails').toBe(model.current.fate === 'fails')
      }),
    )
  })

  it('is put into words without a gap', () => {
    fc.assert(
      fc.property(any, (values) => {
        expect(describe(sixKinds(values))).not.toMatch(/NaN|Infinity|undefined|\{|∞/)
      }),
    )
  })

  it('never harms anybody when nothing happens', () => {
    fc.assert(
      fc.property(any, (values) => {
        expect(unharmed(sixKinds({ ...values, happening: 'nothing' }))).toBe(6)
      }),
    )
  })
})
