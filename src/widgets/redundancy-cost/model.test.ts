import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { optimalReplicas } from '../../reliability/optimal-replicas.ts'
import { beyondLeast, verdict } from './describe.ts'
import { lost, parameters, price, type PriceValues, spent } from './model.ts'
import { prediction } from './prediction.ts'
import { scenes } from './scenes.ts'

const RUNS = { seed: 20_090_115, numRuns: 300 }

// The edge between scenes and types, as in the frame: the schema made every one of these values.
const at = (over: Partial<PriceValues> = {}) => complete(parameters, over) as PriceValues
const scene = (id: string) => price(at(scenes.find((each) => each.id === id)?.values))

// Python 3: (N + M)s + k + 8760 h (c + (1 - c) P(too few)), c = βq, by summing the binomial.
describe('the cost of a year', () => {
  it.each([
    [0, 1_006_731, 319.58],
    [1, 137_165.31, 15.72],
    [2, 128_655.08, 8.89],
    [3, 140_285.9, 8.76],
  ])('with %d spares is %d dollars, at %d hours of downtime', (spares, total, hours) => {
    const cost = price(at()).costs[spares]
    expect(cost?.total ?? NaN).toBeCloseTo(total, 0)
    expect(cost?.downHours ?? NaN).toBeCloseTo(hours, 2)
  })

  it('comes never below the downtime of the shared cause', () => {
    for (const { costs, floorHours } of scenes.map(({ id }) => scene(id)))
      for (const { downHours } of costs)
        expect(downHours).toBeGreaterThanOrEqual(floorHours * (1 - 1e-12))
  })

  it('is least where the library says, if the machinery costs nothing', () => {
    for (const needed of [1, 4, 20])
      for (const shared of [0, 0.1, 0.5])
        for (const hour of [0, 100, 3000, 100_000])
          expect(price(at({ needed, shared, hour, machinery: 0 })).least.spares).toBe(
            optimalReplicas({
              k: needed,
              replica: 0.99,
              beta: shared,
              costPerReplica: 12_000,
              lossWhileDown: 8760 * hour,
              most: needed + 6,
            }).replicas - needed,
          )
  })
})

describe('the scenes', () => {
  it.each([
    ['one-too-many', 2, 'fails'],
    ['cheap-hours', 0, 'fails'],
    ['dear-hours', 3, 'works'],
    ['one-cause', 1, 'fails'],
    ['one-big', 1, 'works'],
    ['twenty-small', 3, 'works'],
  ])('%s is cheapest with %d spares, and %s', (id, spares, tone) => {
    const model = scene(id)
    expect(model.least.spares).toBe(spares)
    expect(verdict(model).tone).toBe(tone)
  })
})

describe('the verdict', () => {
  it('says of too many that they cost more than they save, and is right', () => {
    const values: fc.Arbitrary<PriceValues> = fc.record({
      needed: fc.integer({ min: 1, max: 20 }),
      spares: fc.integer({ min: 0, max: 6 }),
      server: fc.integer({ min: 100, max: 100_000 }),
      machinery: fc.integer({ min: 0, max: 200_000 }),
      hour: fc.integer({ min: 0, max: 1_000_000 }),
      unavailable: fc.integer({ min: 0, max: 2000 }).map((each) => each / 10_000),
      shared: fc.integer({ min: 0, max: 100 }).map((each) => each / 100),
    })
    fc.assert(
      fc.property(values, (given) => {
        const model = price(given)
        const { current, least } = model
        expect(spent(current) + lost(current)).toBeCloseTo(current.total, 3)
        expect(current.total).toBeGreaterThanOrEqual(least.total)
        const { costs, saves } = beyondLeast(model)
        if (verdict(model).text.startsWith('Too many')) expect(costs).toBeGreaterThan(saves)
      }),
      RUNS,
    )
  })
})

describe('a year without a spare', () => {
  it.each([
    ['nothing fails', { unavailable: 0 }, /No server ever fails/],
    [
      'nothing fails, and all would share it',
      { unavailable: 0, shared: 1 },
      /No server ever fails/,
    ],
    ['all fail together', { shared: 1 }, /takes all of them/],
    ['an hour is cheap', { hour: 10 }, /too cheap/],
    ['an hour costs nothing', { hour: 0 }, /too cheap/],
  ])('is the cheapest where %s, and says why', (_, values, reason) => {
    expect(verdict(price(at({ spares: 0, ...values }))).text).toMatch(reason)
  })

  it('counts one spare as one, and more as many', () => {
    const said = (over: Partial<PriceValues>) => {
      const model = price(at(over))
      return { least: model.least.spares, text: verdict(model).text }
    }
    const found = [0.0001, 0.001, 0.01, 0.05]
      .flatMap((unavailable) => [0, 6].map((spares) => said({ unavailable, spares })))
      .filter(({ text }) => / with \d/.test(text))
    expect(found.map(({ least }) => least)).toContain(2)
    for (const { least, text } of found)
      expect(text).toContain(least === 1 ? 'with 1 spare.' : `with ${least} spares.`)
  })

  it('has one reason, which is true, in every state', () => {
    for (const unavailable of [0, 0.0001, 0.2])
      for (const shared of [0, 0.5, 1])
        for (const hour of [0, 3000, 1_000_000])
          for (const needed of [1, 20])
            for (const spares of [0, 2, 6]) {
              const { text } = verdict(price(at({ unavailable, shared, hour, needed, spares })))
              if (text.includes('No server ever fails')) expect(unavailable).toBe(0)
              if (text.includes('takes all of them')) expect(shared).toBe(1)
              if (text.includes('too cheap')) expect(unavailable * (1 - shared)).toBeGreaterThan(0)
              expect(text).not.toMatch(/-\$/)
            }
  })
})

describe('the prediction', () => {
  it('has one right answer in the first scene, and it is the one that says yes', () => {
    const right = prediction.options.filter(({ mark }) => mark === price(at()).least.spares)
    expect(right.map(({ id }) => id)).toEqual(['2'])
    expect(right[0]?.answer()).toMatch(/^Yes/)
  })
})
