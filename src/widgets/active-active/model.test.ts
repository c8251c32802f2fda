import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { shownPerSurvivor } from './lives.ts'
import { activeActive, guessed, type Lane, type PairValues, parameters } from './model.ts'

const RUNS = { seed: 20261125, numRuns: 60 }

const modelOf = (change: Partial<PairValues> = {}) =>
  // The edge between the schema and its type, as in the frame.
  activeActive(complete(parameters, change) as PairValues, FIRST_COURSE)

const failedSeconds = ({ fates }: Lane) =>
  fates.filter(({ outcome }) => outcome === 'failed').map(({ bornMs }) => bornMs / 1000)

const seconds = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

// All by hand. At 100% of one server a request arrives every second and takes 2 s. A is probed at
// each full second; a probe that is not answered fails after 0.5 s.
describe('a server that falls silent', () => {
  it('costs both designs its detection, and the passive pair the promotion on top', () => {
    const { passive, active } = modelOf()
    // The probes of 6 and 7 s fail at 6.5 and 7.5 s; 8 s of promotion follow.
    expect(passive.silences).toEqual([{ fromMs: 5001, toMs: 15_500 }])
    // What arrived at 4 s was still being worked on.
    expect(failedSeconds(passive)).toEqual(seconds(4, 15))
    // A's turn is every other second: what came at 5 and 7 s went there.
    expect(active.silences).toEqual([])
    expect(failedSeconds(active)).toEqual([5, 7])
  })

  it('is noticed no earlier than the second probe that a slow detector sends', () => {
    // Probes at 10 and 15 s, failing half a second later; 8 s of promotion.
    expect(modelOf({ checkMs: 5000 }).passive.silences).toEqual([{ fromMs: 5001, toMs: 23_500 }])
  })
})

describe('a server that crashes', () => {
  it('costs active-active only what it was working on, since connections to it are refused', () => {
    const { passive, active } = modelOf({ happening: 'crash' })
    expect(passive.silences).toEqual([{ fromMs: 5001, toMs: 15_000 }])
    expect(failedSeconds(active)).toEqual([5])
  })

  it('takes with it the answers of the lag before it, where one waits', () => {
    const { passive, active } = modelOf({ happening: 'crash', lagMs: 3000 })
    // Answered at 3, 4 and 5 s; the answer of 2 s was older than 3 s when A stopped at 5.001 s.
    expect(passive.fates.filter(({ lost }) => lost).map(({ bornMs }) => bornMs)).toEqual([
      1000, 2000, 3000,
    ])
    expect(active.lost).toBe(0)
  })

  it('drowns the survivor of two at 80% each, and not those at half load', () => {
    const { perSurvivor, afterFailure, active } = modelOf({ happening: 'crash', load: 160 })
    expect(perSurvivor).toBeCloseTo(1.6, 12)
    // 1.6 requests a second arrive and 1 can be served.
    expect(afterFailure).toEqual({ kind: 'overloaded', backlogRate: expect.closeTo(0.6, 12) })
    const refused = (lane: Lane) => lane.fates.filter(({ why }) => why === 'refused')
    expect(refused(active).length).toBeGreaterThan(5)
    expect(refused(active).every(({ bornMs }) => bornMs > 5001)).toBe(true)
    expect(refused(modelOf({ happening: 'crash' }).active)).toEqual([])
  })

  it('is carried by three others at 75% each: four at 300% have exactly the room', () => {
    const { perSurvivor, active } = modelOf({ happening: 'crash', load: 300, active: 4 })
    expect(perSurvivor).toBe(1)
    expect(active.fates.some(({ why }) => why === 'refused')).toBe(false)
  })
})

describe('planned maintenance', () => {
  it('loses nothing where all work and it was drained; the passive pair still promotes', () => {
    const { passive, active } = modelOf({ happening: 'drained', lagMs: 3000 })
    expect(active.failed).toBe(0)
    // Nobody decides any more: five eighths of 8 s, and no request that A had begun is cut.
    expect(passive.silences).toEqual([{ fromMs: 5001, toMs: 10_001 }])
    expect(failedSeconds(passive)).toEqual(seconds(6, 10))
    expect(passive.lost).toBe(0)
  })

  it('costs as much as a crash where it was not', () => {
    const [cut, crash] = [modelOf({ happening: 'cut-off' }), modelOf({ happening: 'crash' })]
    expect(failedSeconds(cut.passive)).toEqual(failedSeconds(crash.passive))
    expect(failedSeconds(cut.active)).toEqual(failedSeconds(crash.active))
  })

  it('shows A drained, away for 8 s, waiting for two good probes, and at work again', () => {
    const { active } = modelOf({ happening: 'drained' })
    // Stopped at 8.001 s, back at 16.001 s; the probes of 17 and 18 s are good.
    expect(active.lives[0]?.spells).toEqual([
      { state: 'works', fromMs: 0, toMs: 5001 },
      { state: 'draining', fromMs: 5001, toMs: 8001 },
      { state: 'down', fromMs: 8001, toMs: 16_001 },
      { state: 'waits', fromMs: 16_001, toMs: 18_000 },
      { state: 'works', fromMs: 18_000, toMs: 25_000 },
    ])
  })
})

describe('the balancer', () => {
  it('silences both designs alike for as long as it is away', () => {
    const { passive, active } = modelOf({ happening: 'balancer' })
    for (const lane of [passive, active]) {
      expect(lane.silences).toEqual([{ fromMs: 5001, toMs: 10_001 }])
      expect(failedSeconds(lane)).toEqual(seconds(6, 10))
    }
  })
})

describe('every run', () => {
  const values = fc.record({
    happening: fc.constantFrom('silent', 'crash', 'drained', 'cut-off', 'balancer'),
    load: fc.integer({ min: 20, max: 300 }),
    active: fc.integer({ min: 2, max: 4 }),
    checkMs: fc.constantFrom(200, 1000, 2500, 5000),
    promoteMs: fc.constantFrom(0, 4000, 8000, 16_000),
    lagMs: fc.constantFrom(0, 2000),
  } as const)

  it('answers nothing that arrived while it says that nobody could', () => {
    fc.assert(
      fc.property(values, (change) => {
        for (const { fates, silences } of [modelOf(change).passive, modelOf(change).active]) {
          const inside = fates.filter(({ bornMs }) =>
            silences.some(({ fromMs, toMs }) => bornMs > fromMs && bornMs < toMs),
          )
          expect(inside.filter(({ outcome }) => outcome !== 'failed')).toEqual([])
        }
      }),
      RUNS,
    )
  })

  it('turns nobody away outside of that while there is room', () => {
    fc.assert(
      fc.property(values, (change) => {
        const { passive, active, load, perSurvivor } = modelOf(change)
        const lanes = [load < 0.95 ? [passive] : [], perSurvivor < 0.95 ? [active] : []].flat()
        for (const { fates, silences } of lanes) {
          const refused = fates.filter(({ why }) => why === 'refused')
          const outside = refused.filter(
            ({ bornMs }) =>
              !silences.some(({ fromMs, toMs }) => bornMs >= fromMs && bornMs <= toMs),
          )
          expect(outside).toEqual([])
        }
      }),
      RUNS,
    )
  })

  it('loads the survivors as the arithmetic says, up to what they can carry', () => {
    fc.assert(
      fc.property(values, (change) => {
        const { active, lengthMs, perSurvivor } = modelOf({
          ...change,
          happening: 'crash',
          checkMs: 1000,
          promoteMs: 16_000,
        })
        const shown = shownPerSurvivor(active.lives, lengthMs) ?? NaN
        expect(Math.abs(shown - Math.min(1, perSurvivor))).toBeLessThan(0.08)
      }),
      RUNS,
    )
  })
})

describe('the guess', () => {
  it('marks what went to A, or all that came until A was out, around the moment it fell silent', () => {
    const model = modelOf()
    expect(guessed(model, 'none')).toEqual([])
    // Of 3.001 to 7.5 s; A's are the odd ones.
    expect(guessed(model, 'sent-to-it')).toEqual([5000, 7000])
    expect(guessed(model, 'all')).toEqual([4000, 5000, 6000, 7000])
  })
})
