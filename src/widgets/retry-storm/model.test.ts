import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { verdict } from './describe.ts'
import { timeline } from './events.ts'
import { CAPACITY, LENGTH_MS, STRUCK_MS } from './fixed.ts'
import { failedCount, parameters, rateAt, retryStorm, type StormValues } from './model.ts'
import { scenes } from './scenes.ts'
import { widget } from './widget.ts'

const modelOf = (change: Partial<StormValues> = {}, seed = 1) =>
  // The edge between the schema and its type, as in the frame.
  retryStorm(complete(parameters, change) as StormValues, { seed, deeds: [] })
const ofScene = (id: string, seed = 1) =>
  modelOf((scenes.find((scene) => scene.id === id)?.values ?? {}) as Partial<StormValues>, seed)

const SEEDS = Array.from({ length: 10 }, (_, index) => index + 1)

describe('three layers of three retries before a store that goes down', () => {
  // Four tries of four tries of four tries.
  it('make 64 calls of one request that fails, and never more', () => {
    const { most, fates } = modelOf()
    expect(most).toBe(64)
    expect(Math.max(...fates.map(({ calls }) => calls))).toBe(64)
  })

  it('keep it down after it is well, at half its load, whatever the luck', () => {
    for (const seed of SEEDS) {
      const { stuck, fates, plain, overMs } = modelOf({}, seed)
      expect(stuck).toBe(true)
      expect(failedCount(fates)).toBeGreaterThan(3 * failedCount(plain))
      // Without retries nobody fails who came a little after the trouble: half the load is room enough.
      const late = plain.filter(({ bornMs }) => bornMs > (overMs ?? 0))
      expect(failedCount(late)).toBe(0)
    }
  })

  it('do not where a budget, a single layer or a light load bounds them', () => {
    for (const seed of SEEDS) {
      for (const id of ['budget', 'one-layer', 'light-load']) {
        const { stuck, staysMs } = ofScene(id, seed)
        expect([id, stuck]).toEqual([id, false])
        expect(staysMs).toBeLessThan(8000)
      }
    }
  })

  it('are not needed: one layer does it where the store is slow and queues fill', () => {
    const stuck = SEEDS.filter((seed) => ofScene('slow', seed).stuck)
    expect(stuck.length).toBeGreaterThanOrEqual(8)
  })
})

describe('a store that drops what was given up', () => {
  it('comes back by itself where the same store, doing that work for nobody, would not', () => {
    for (const seed of SEEDS) expect(ofScene('deadline', seed).stuck).toBe(false)
  })

  it('answers more users of a storm in every run, though that alone does not end each', () => {
    for (const seed of SEEDS) {
      const failed = (drops: boolean) => failedCount(modelOf({ drops }, seed).fates)
      expect(failed(true)).toBeLessThan(failed(false))
    }
  })
})

describe('failures by chance', () => {
  // 5 in 100 fail; three in a row do in 1 of 8,000.
  it('are what retries are for: hardly any user sees one', () => {
    const failed = SEEDS.map((seed) => failedCount(ofScene('bad-luck', seed).fates))
    const plain = SEEDS.map((seed) => failedCount(ofScene('bad-luck', seed).plain))
    expect(failed.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(2)
    expect(plain.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(40)
    expect(verdict(ofScene('bad-luck')).tone).toBe('works')
  })
})

describe('a crowd', () => {
  // At a first wait of a second, those who were refused together come back 1, 3 and 7 s later.
  it('comes back as a crowd where nothing spreads it, and less so with jitter', () => {
    const wave = (id: string) =>
      SEEDS.map((seed) => rateAt(ofScene(id, seed).calledMs.at(-1) ?? [], STRUCK_MS + 4500))
    const most = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0)
    expect(most(wave('no-jitter'))).toBeGreaterThan(most(wave('jitter')))
  })
})

describe('the chain', () => {
  it('hands on at least what comes, and at most four times as much', () => {
    const { calledMs } = modelOf()
    expect(calledMs).toHaveLength(4)
    calledMs.slice(1).forEach((times, index) => {
      const above = calledMs[index]?.length ?? 0
      expect(times.length).toBeGreaterThanOrEqual(above)
      expect(times.length).toBeLessThanOrEqual(4 * above)
    })
  })

  it('passes on what layers that do not retry are asked', () => {
    const { calledMs, fates } = modelOf({ layers: 1 })
    expect(calledMs.slice(0, 3).map(({ length }) => length)).toEqual([
      fates.length,
      fates.length,
      fates.length,
    ])
    expect(calledMs[3]?.length).toBeGreaterThan(fates.length)
  })

  it('counts a rate as the calls of the second before', () => {
    expect(rateAt([0, 500, 1000, 1500], 1000)).toBe(2)
    expect(rateAt([0, 500, 1000, 1500], 1499)).toBe(2)
    expect(rateAt([], 1000)).toBe(0)
  })
})

describe('every run', () => {
  const some = fc.record({
    trouble: fc.constantFrom('down', 'slow', 'burst', 'chance'),
    wait: fc.constantFrom('none', 'exponential', 'jitter'),
    budget: fc.boolean(),
    troubleSeconds: fc.integer({ min: 1, max: 10 }),
    layers: fc.integer({ min: 1, max: 3 }),
    retries: fc.integer({ min: 0, max: 3 }),
    load: fc.constantFrom(10, 50, 100),
    baseMs: fc.constantFrom(100, 1000),
  })

  it('counts each user once, offers the same ones without retries, and never more answers than can be', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 9 }), (given, seed) => {
        const model = modelOf(given as StormValues, seed)
        expect(model.plain.map(({ bornMs }) => bornMs)).toEqual(
          model.fates.map(({ bornMs }) => bornMs),
        )
        const answered = model.slices.map((slice) => slice.answered + slice.wasted)
        // One call at a time: at most so many a second, and one that began before.
        expect(Math.max(...answered)).toBeLessThanOrEqual(CAPACITY + 1)
        if (given.retries === 0) expect(failedCount(model.fates)).toBe(failedCount(model.plain))
        const times = timeline(model).entries.map(({ atMs }) => atMs)
        expect(times).toEqual(times.toSorted((one, other) => one - other))
        expect(times.every((atMs) => atMs <= LENGTH_MS)).toBe(true)
        expect(verdict(model).text.length).toBeGreaterThan(20)
      }),
      { seed: 20_261_125, numRuns: 40 },
    )
  })
})

describe('the prediction', () => {
  it('has the number of the first scene among its options, and names it right', () => {
    const right = widget.prediction?.options.filter(({ mark }) => mark === modelOf().most)
    expect(right?.map(({ answer }) => answer().startsWith('Yes'))).toEqual([true])
  })
})
