import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { claims } from './claims.ts'
import { data } from './data.ts'
import { describe as describeState, readings, verdict } from './describe.ts'
import { historyOf, SHOWN_DAYS } from './history.ts'
import { costOf, parameters, untested, type UntestedModel, type UntestedValues } from './model.ts'
import { prediction } from './prediction.ts'
import { scenes } from './scenes.ts'

const RUNS = { seed: 20_090_115, numRuns: 200 }

// The edge between scenes and types, as in the frame: the schema made every one of these values.
const at = (over: Partial<UntestedValues> = {}) => complete(parameters, over) as UntestedValues
const labels = (model: UntestedModel) => [
  ...readings(model).map(({ label }) => label),
  ...data(model).columns,
]
const scene = (id: string) => untested(at(scenes.find((each) => each.id === id)?.values))

describe('the share of failovers that find the standby dead', () => {
  // Two states, λ = δ = 1/365 a day: by hand half of 1 - (1 - e^-2)/2 = 0.567668 at T = 365.
  it('is 28.4 % where life, test and failover are all a year apart', () => {
    expect(costOf(at(), 365).dead).toBeCloseTo(0.283_833_820_8, 9)
  })

  it('is λ/(λ + δ) where nothing but a failover finds it', () => {
    expect(costOf(at(), Infinity).dead).toBe(0.5)
    expect(costOf(at({ failovers: 3 }), Infinity).dead).toBeCloseTo(0.25, 12)
  })

  // The textbook value without failovers, T = 1/λ: 1 - (1 - 1/e) = 1/e.
  it('is 1/e where only the test finds it and comes once in a mean life', () => {
    expect(costOf(at({ failovers: 0 }), 365).dead).toBeCloseTo(1 / Math.E, 12)
  })

  it('is near λT/2 for frequent tests, and below it always', () => {
    const model = untested(at({ interval: 7 }))
    expect(model.current.dead / model.approximation).toBeCloseTo(1, 1)
    expect(model.current.dead).toBeLessThan(model.approximation)
  })
})

// Python 3 with the closed form: 365/T · (500 + 0.002 · 80,000) + 80,000 · U(T).
describe('the cost of a year', () => {
  it.each([
    [1, 241_009.3892],
    [30, 11_144.6913],
    [60, 9925.2926],
    [365, 23_366.7057],
  ])('with a test every %d days is %d dollars', (interval, total) => {
    expect(costOf(at(), interval).total).toBeCloseTo(total, 3)
  })

  it('is least near 56 days, and within five per cent of it at 60', () => {
    const { least } = untested(at())
    expect(least.interval).toBeGreaterThan(45)
    expect(least.interval).toBeLessThan(65)
    expect(verdict(scene('best')).tone).toBe('works')
  })

  it('has no dearer least than any interval that can be set, and none is NaN', () => {
    const values: fc.Arbitrary<UntestedValues> = fc.record({
      interval: fc.integer({ min: 1, max: 3650 }),
      life: fc.integer({ min: 30, max: 3650 }),
      failovers: fc.integer({ min: 0, max: 12 }),
      loss: fc.integer({ min: 0, max: 10_000_000 }),
      price: fc.integer({ min: 0, max: 50_000 }),
      harm: fc.integer({ min: 0, max: 200 }).map((each) => each / 1000),
      luck: fc.integer({ min: 1, max: 20 }),
    })
    fc.assert(
      fc.property(values, (given) => {
        const { current, least, never } = untested(given)
        expect(least.total).toBeLessThanOrEqual(Math.min(current.total, never.total))
        expect(current.dead).toBeLessThanOrEqual(never.dead)
      }),
      RUNS,
    )
  })

  // The total is A + (365(k + rL) - A/s)/T for long T, A = 40,000 and s = 2/365: k + rL = 20,000 is the edge.
  it('is least without a test once a test costs more than it can ever save', () => {
    expect(untested(at({ price: 30_000 })).least.interval).toBe(Infinity)
    expect(untested(at({ price: 10_000 })).least.interval).toBeLessThan(3650)
  })
})

describe('without a failover', () => {
  it.each([0, 1, 12])(
    'speaks of a share of time, and of failovers only with them: %d',
    (failovers) => {
      for (const interval of [1, 365, 3650])
        for (const loss of [0, 80_000]) {
          const model = untested(at({ failovers, interval, loss }))
          const said = [describeState(model), verdict(model).text, ...labels(model)].join(' ')
          expect(/of failovers|to a dead standby/.test(said)).toBe(failovers > 0)
          expect(said.includes('Share of time dead')).toBe(failovers === 0)
        }
    },
  )
})

describe('a history', () => {
  it('of the first scene has a fault that a test found and one that an outage found', () => {
    const { hidden, failovers } = historyOf(at())
    expect(hidden.map(({ found }) => found)).toEqual(['test', 'failover'])
    expect(failovers.map(({ works }) => works)).toEqual([false, true])
  })

  it('keeps its failovers at another interval, where tests come first', () => {
    const { failovers } = historyOf(at({ interval: 60 }))
    expect(failovers.map(({ works }) => works)).toEqual([true, true])
  })

  // Twenty histories of three years each, weighed against the formula, within four deviations.
  it('has dead standbys about as often as the formula says', () => {
    const all = Array.from({ length: 20_000 }, (_, luck) => historyOf(at({ luck: luck + 100 })))
    const met = all.flatMap(({ failovers }) => failovers)
    const dead = met.filter(({ works }) => !works).length
    const expected = costOf(at(), 365).dead
    const deviation = Math.sqrt((expected * (1 - expected)) / met.length)
    expect(Math.abs(dead / met.length - expected)).toBeLessThan(4 * deviation)
  })

  it('ends when it is over', () => {
    for (let luck = 1; luck <= 20; luck++)
      for (const { from, to } of historyOf(at({ luck })).hidden) {
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(SHOWN_DAYS)
      }
  })
})

describe('a claim', () => {
  // ln 0.05 / ln 0.9 = 28.4, / ln 0.95 = 58.4, / ln 0.99 = 298.07.
  it('takes 29, 59 and 299 clean tests, at one in 60 days 49 years for the last', () => {
    expect(claims(60).map(({ drills }) => drills)).toEqual([29, 59, 299])
    expect((claims(60)[2]?.days ?? 0) / 365).toBeCloseTo(49.15, 2)
  })
})

describe('the prediction', () => {
  it('has the right answer among its options', () => {
    const right = prediction.options.find(({ answer }) => answer().startsWith('Yes'))
    expect(right?.mark).toBeCloseTo(untested(at()).current.dead, 2)
  })

  // By hand: one month of twelve, λT/2, and 1 - 1/e. Only one of the wrong ones is round.
  it('does not give it away by being the only unround one', () => {
    expect(prediction.options.map(({ label }) => label())).toEqual([
      'about 8.3%',
      'about 28%',
      'about 50%',
      'about 63%',
    ])
  })
})
