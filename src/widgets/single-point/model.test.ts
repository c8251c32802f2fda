import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Course } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { verdict } from './describe.ts'
import { timeline } from './events.ts'
import { LENGTH_MS, SERVICE_MS, STRUCK_MS } from './fixed.ts'
import { journeysOf, seenAt } from './journeys.ts'
import { ACTIONS, guessed, type Lane, parameters, singlePoint, type SpofValues } from './model.ts'

const RUNS = { seed: 20_261_125, numRuns: 60 }

const modelOf = (change: Partial<SpofValues> = {}, course: Partial<Course> = {}) =>
  // The edge between the schema and its type, as in the frame.
  singlePoint(complete(parameters, change) as SpofValues, { seed: 1, deeds: [], ...course })

/** Which requests were lost, by their number from 0: the k-th comes at k/3 s. */
const lostOf = ({ fates }: Lane) =>
  fates.filter(({ outcome }) => outcome === 'failed').map(({ request }) => request)
const numbers = (from: number, to: number, step = 1) =>
  Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step)

// All by hand. Three requests a second, 0.8 s each; A dies at 8.001 s and is repaired 12 s later.
// What came at 7.333 s, number 22, is still inside then; number 60 comes at 20 s.
describe('A, gone silent', () => {
  it('takes everything with it where it is alone, until it is repaired', () => {
    const { single } = modelOf()
    expect(lostOf(single)).toEqual(numbers(22, 60))
    expect(single.silences).toEqual([{ state: 'out', fromMs: 8001, toMs: 20_001 }])
  })

  // It is probed at 9 and 10 s, and each probe is given up half a second later. It gets the even ones.
  it('takes its half of the pair’s requests with it until two probes have failed', () => {
    const { pair } = modelOf()
    expect(pair.lives[0]?.slice(0, 3)).toEqual([
      { state: 'works', fromMs: 0, toMs: 8001 },
      { state: 'unnoticed', fromMs: 8001, toMs: 10_500 },
      { state: 'out', fromMs: 10_500, toMs: 20_001 },
    ])
    expect(lostOf(pair)).toEqual(numbers(22, 30, 2))
    expect(pair.silences).toEqual([])
  })

  it('does so for longer where it is probed more rarely', () => {
    // Probes at 10 and 15 s: out at 15.5 s, and number 46 came at 15.333 s.
    expect(lostOf(modelOf({ checkMs: 5000 }).pair)).toEqual(numbers(22, 46, 2))
  })

  it('loses about as many as arithmetic expects: its share, for as long as it works and is missed', () => {
    for (const arrivals of [1, 2, 3, 4, 5]) {
      for (const checkMs of [200, 1000, 5000]) {
        const { pair, expectedLoss } = modelOf({ arrivals, checkMs })
        expect(Math.abs(pair.failed - expectedLoss)).toBeLessThanOrEqual(1)
      }
    }
    // 3 a second, half of them, for 0.8 s and 2.499 s.
    expect(modelOf().expectedLoss).toBeCloseTo(4.9485, 10)
  })
})

describe('A, refusing at once', () => {
  it('takes with it what was inside, and the pair goes on', () => {
    const { single, pair, expectedLoss } = modelOf({ way: 'refusing' })
    expect(lostOf(single)).toEqual(numbers(22, 60))
    // A held numbers 22 and 24; number 23 was B’s.
    expect(lostOf(pair)).toEqual([22, 24])
    expect(expectedLoss).toBeCloseTo(1.2, 10)
  })
})

describe('what a pair does not help against', () => {
  // B is probed at half seconds and is back in the list at 20.5 s: number 61, at 20.333 s, is lost.
  it('is a cause that takes both: it then loses one more than the lone server', () => {
    const { single, pair } = modelOf({ planned: 'both' })
    expect(lostOf(single)).toEqual(numbers(22, 60))
    expect(lostOf(pair)).toEqual(numbers(22, 61))
    expect(verdict(modelOf({ planned: 'both' })).tone).toBe('fails')
  })

  it('is its balancer: what is inside is answered, what comes is not, and the lone server is well', () => {
    const { single, pair } = modelOf({ planned: 'balancer' })
    expect(single.failed).toBe(0)
    expect(lostOf(pair)).toEqual(numbers(25, 60))
    expect(pair.silences).toEqual([{ state: 'out', fromMs: 8001, toMs: 20_001 }])
  })

  it('is a second death before the first is repaired', () => {
    const { pair } = modelOf({ planned: 'then-b' })
    // B dies at 12.001 s with numbers 34 to 36 inside; A is in the list again at 21 s, number 63.
    expect(lostOf(pair).filter((request) => request <= 30)).toEqual(numbers(22, 30, 2))
    expect(lostOf(pair).filter((request) => request > 30 && request < 63)).toEqual(numbers(34, 62))
    expect(pair.silences[0]?.fromMs).toBe(12_001)
  })
})

describe('what a reader does', () => {
  it('comes to the same as what is planned, where it is the same', () => {
    const deeds = [
      { atMs: STRUCK_MS, action: 'kill-a' },
      { atMs: STRUCK_MS + 12_000, action: 'repair' },
    ]
    for (const way of ['silent', 'refusing'] as const) {
      const mine = modelOf({ planned: 'none', way }, { deeds })
      const planned = modelOf({ way })
      expect(mine.single.fates).toEqual(planned.single.fates)
      expect(mine.pair.fates).toEqual(planned.pair.fates)
      expect(mine.pair.lives).toEqual(planned.pair.lives)
    }
  })

  it('reaches the pair alone where only the pair has such a part', () => {
    const deeds = [
      { atMs: 3000, action: 'kill-b' },
      { atMs: 9000, action: 'kill-balancer' },
    ]
    const { single, pair } = modelOf({ planned: 'none' }, { deeds })
    expect(single.failed).toBe(0)
    expect(pair.balancerAway).toEqual([{ state: 'out', fromMs: 9000, toMs: LENGTH_MS }])
    expect(pair.lives[1]?.[1]).toMatchObject({ state: 'unnoticed', fromMs: 3000 })
  })

  it('leaves all before it as it was', () => {
    const before = modelOf({})
    const after = modelOf({}, { deeds: [{ atMs: 15_000, action: 'kill-b' }] })
    const until = (lane: Lane) => lane.entries.filter(({ atMs }) => atMs < 15_000)
    expect(until(after.pair)).toEqual(until(before.pair))
    expect(after.pair.failed).toBeGreaterThan(before.pair.failed)
  })

  it('is no event where it changes nothing: a second blow, or a repair of what is well', () => {
    const texts = (actions: readonly string[]) =>
      timeline(
        modelOf(
          { planned: 'none' },
          { deeds: actions.map((action, index) => ({ atMs: 5000 + index, action })) },
        ),
      ).entries.map(({ text }) => text)
    expect(texts(['repair'])).toEqual([])
    const once = texts(['kill-b']).filter((text) => text.includes('B goes silent'))
    const twice = texts(['kill-b', 'kill-b']).filter((text) => text.includes('B goes silent'))
    expect([once.length, twice.length]).toEqual([1, 1])
  })
})

const some = fc.record({
  planned: fc.constantFrom('a', 'then-b', 'both', 'balancer', 'none'),
  way: fc.constantFrom('silent', 'refusing'),
  retry: fc.boolean(),
  checkMs: fc.constantFrom(200, 500, 1000, 2000, 5000),
  repairSeconds: fc.integer({ min: 2, max: 20 }),
  arrivals: fc.integer({ min: 1, max: 5 }),
})
const deeds = fc
  .array(fc.record({ atMs: fc.nat(LENGTH_MS), action: fc.constantFrom(...ACTIONS) }), {
    maxLength: 6,
  })
  .map((all) => all.toSorted((one, other) => one.atMs - other.atMs))

describe('every run', () => {
  it('of one death, without retries, costs the pair no more than the lone server', () => {
    fc.assert(
      fc.property(some, (given) => {
        const { single, pair } = modelOf({ ...given, planned: 'a', retry: false } as SpofValues)
        expect(pair.failed).toBeLessThanOrEqual(single.failed)
      }),
      RUNS,
    )
  })

  it('settles each request, lays lives end to end, and tells its events in order', () => {
    fc.assert(
      fc.property(some, deeds, (given, done) => {
        const model = modelOf(given as SpofValues, { deeds: done })
        for (const { fates, lives } of [model.single, model.pair]) {
          expect(fates).toHaveLength((LENGTH_MS / 1000) * given.arrivals)
          expect(fates.every(({ outcome }) => outcome !== 'open')).toBe(true)
          for (const life of lives) {
            expect(life[0]?.fromMs).toBe(0)
            expect(life.at(-1)?.toMs).toBe(LENGTH_MS)
            life.slice(1).forEach((spell, index) => expect(spell.fromMs).toBe(life[index]?.toMs))
          }
        }
        const times = timeline(model).entries.map(({ atMs }) => atMs)
        expect(times).toEqual(times.toSorted((one, other) => one - other))
        expect(times.every((atMs) => atMs >= 0 && atMs <= LENGTH_MS)).toBe(true)
      }),
      RUNS,
    )
  })
})

describe('the moment', () => {
  it('shows those that wait inside a silent server, and then a cross where they died', () => {
    const { single } = modelOf()
    const journeys = journeysOf(single.entries)
    const at = (atMs: number) => seenAt(journeys, atMs, SERVICE_MS, (_, ms) => ms < STRUCK_MS)
    // Number 24 came at 8 s; its client gives up at 10 s, and its cross stands for 1.2 s.
    expect(at(9500).find(({ request }) => request === 24)).toMatchObject({
      progress: 0.5,
      died: false,
    })
    expect(at(10_100).find(({ request }) => request === 24)).toMatchObject({
      progress: 0.5,
      died: true,
    })
    expect(at(11_300).find(({ request }) => request === 24)).toBeUndefined()
    // Nothing is wrong at 4 s: numbers 10, 11 and 12 are under way, the last just begun.
    expect(at(4000).map(({ request, progress }) => [request, progress])).toEqual([
      [10, 667 / 800],
      [11, 333 / 800],
      [12, 0],
    ])
  })
})

describe('the guess', () => {
  it('that is right marks just those that the pair loses', () => {
    const model = modelOf()
    const lost = model.pair.fates
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ bornMs }) => bornMs)
    expect(guessed(model, 'its-share')).toEqual(lost)
    expect(guessed(model, 'none')).toEqual([])
    expect(guessed(model, 'all').length).toBeGreaterThan(lost.length * 4)
  })
})
