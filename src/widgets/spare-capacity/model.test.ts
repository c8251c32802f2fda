import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { nameOf, verdict } from './describe.ts'
import { spareModel, type SpareValues } from './model.ts'
import { scenes } from './scenes.ts'
import { widget } from './widget.ts'
import { parameters } from './model.ts'

// The edge between scenes and types, as in the frame: the schema made every one of these values.
const at = (id: string, over: Partial<SpareValues> = {}) =>
  spareModel({
    ...complete(parameters, scenes.find((scene) => scene.id === id)?.values ?? {}),
    ...over,
  } as SpareValues)

describe('a fleet', () => {
  // By hand: 3 × 80 % = 240 %, on two servers 120 % each, on one 240 %.
  it('of three at 80% leaves 120% for each of two, and has no spare', () => {
    const { losses, survives, now } = at('three-at-eighty')
    expect(losses.map(({ perSurvivor }) => perSurvivor)).toEqual([
      expect.closeTo(0.8, 12),
      expect.closeTo(1.2, 12),
      expect.closeTo(2.4, 12),
    ])
    expect(survives).toBe(0)
    expect(now.meanWait).toBe(Infinity)
  })

  // By hand: 4 pods, 210 %: 52.5 % each; one lost 70 %, two lost 105 %. It is N+1.
  it('of four pods with the load of three at 70% survives one loss, so that it is N+1', () => {
    const model = at('fourth-pod')
    expect(model.losses.map(({ perSurvivor }) => perSurvivor)).toEqual([
      expect.closeTo(0.525, 12),
      expect.closeTo(0.7, 12),
      expect.closeTo(1.05, 12),
      expect.closeTo(2.1, 12),
    ])
    expect(model.survives).toBe(1)
    expect(nameOf(model)).toBe('N+1')
  })

  it('of three of which any two are needed survives one loss and not two', () => {
    expect(at('any-two').survives).toBe(1)
    expect(verdict(at('any-two')).tone).toBe('fails')
  })

  it('of three of which one is enough survives two, with a third of the load each', () => {
    const { losses, survives } = at('a-third-each', { fill: 0.9 })
    expect(losses[0]?.perSurvivor).toBeCloseTo(0.3, 12)
    expect(survives).toBe(2)
  })

  // By hand: (3 - 1)/3 × 80 % = 53.3 %; (4 - 1)/4 × 100 % = 75 %.
  it('may be as busy as what is left can take over', () => {
    expect(at('three-at-eighty').safeForOne).toBeCloseTo(0.533_333_333, 9)
    expect(at('fourth-pod', { target: 1 }).safeForOne).toBeCloseTo(0.75, 12)
  })

  // By hand, seven servers in two zones: 4 and 3. Without the first zone three are left, which carry
  // 2.25; with one more gone, two are asked for 112.5 % each.
  it('called 2N+1 in two zones does not survive the larger zone and one server more', () => {
    const model = at('site-and-one')
    expect(model.survivesZone).toBe(true)
    expect(model.now.perSurvivor).toBeCloseTo(1.125, 12)
    expect(at('site-and-one', { zones: 3 }).now.perSurvivor).toBeCloseTo(0.75, 12)
  })

  // M/M/2 by hand: a = 1.5, ρ = 0.75, C = (a²/2)/(1 - ρ) / (1 + a + (a²/2)/(1 - ρ)) = 4.5 / 7 = 9/14;
  // mean wait C / (2 - a) = 9/7 service times.
  it('makes a request wait as Erlang’s formula says', () => {
    expect(at('one-spare').now.meanWait).toBeCloseTo(9 / 7, 12)
  })

  it('gets busier with every server that is missing, and never works without one', () => {
    const whole = (minimum: number, maximum: number) => fc.integer({ min: minimum, max: maximum })
    const values: fc.Arbitrary<SpareValues> = fc.record({
      needed: whole(1, 6),
      spare: whole(0, 7),
      fill: whole(10, 100).map((each) => each / 100),
      target: whole(50, 100).map((each) => each / 100),
      zones: whole(1, 3),
      serviced: whole(0, 13),
      failed: whole(0, 13),
      zoneLost: fc.boolean(),
    })
    fc.assert(
      fc.property(values, (given) => {
        const { losses, servers, out, survives, survivesAtTarget, now } = spareModel(given)
        expect(out).toBe(servers.filter(({ state }) => state !== 'works').length)
        expect(survivesAtTarget).toBeLessThanOrEqual(survives)
        expect(now.perSurvivor < 1 - 1e-9).toBe(out <= survives)
        for (const [index, loss] of losses.entries())
          expect(loss.perSurvivor).toBeGreaterThan(losses[index - 1]?.perSurvivor ?? 0)
      }),
      { seed: 20_261_128, numRuns: 500 },
    )
  })
})

describe('the scenes that answer a rule of thumb', () => {
  // By hand: 4 servers' worth on 6 is 67% each, and on 5 it is 80%; 1.9 on 2 is 95%.
  it('carry a loss from above half, and wait long where one is nearly full', () => {
    const { values, now } = at('above-half')
    expect((values.needed * values.fill) / 6).toBeGreaterThan(0.5)
    expect(now.perSurvivor).toBeCloseTo(0.8, 12)
    expect(verdict(at('above-half')).tone).toBe('works')
    expect(at('nearly-full').now.perSurvivor).toBeCloseTo(0.95, 12)
    expect(at('nearly-full').now.meanWait).toBeGreaterThan(5)
    expect(verdict(at('nearly-full')).tone).toBe('neutral')
  })
})

describe('the prediction', () => {
  it('has one option that is what comes about, and it says yes', () => {
    const right = widget.prediction?.options.filter(
      ({ mark }) => Math.abs(Number(mark) - 1.2) < 1e-9,
    )
    expect(right?.map(({ id, answer }) => [id, answer().startsWith('Yes')])).toEqual([
      ['more', true],
    ])
  })
})
