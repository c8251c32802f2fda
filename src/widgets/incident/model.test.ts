import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { BILLS, directOf, indirectOf, sumOf } from '../../systems/incident/bills.ts'
import { FAILS, LAG_SECONDS } from '../../systems/incident/clock.ts'
import { alertDays, lagAt } from '../../systems/incident/incident.ts'
import { describe as told, formula, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { incident, type IncidentValues, parameters, personPromotes } from './model.ts'
import { clock, clockToSecond, dayOf, span } from './words.ts'

// The edge between the schema and its type, as in the frame.
const at = (values: Partial<IncidentValues> = {}) =>
  incident(complete(parameters, values) as IncidentValues)

// 6 × 3600 + 23 × 60 + 17 = 22,997 by hand; the rest from the dates and bills of the story.
describe('the night as it was', () => {
  it('lost what was written since 19:50:43, which is 847 transactions', () => {
    const { run } = at()
    expect(LAG_SECONDS).toBe(22_997)
    expect(run.lagSeconds).toBeCloseTo(22_997, 6)
    expect(clockToSecond(FAILS - run.missingSeconds)).toBe('19:50:43')
    expect(run.lost).toBe(847)
  })

  it('was an outage of five minutes, seven months after the first alert', () => {
    const { run } = at()
    expect(run.outageSeconds).toBe(300)
    expect([clock(FAILS), clock(run.restoredAt)]).toEqual(['02:14', '02:19'])
    expect([clock(run.callsAt ?? 0), clock(run.understoodAt ?? 0)]).toEqual(['02:47', '02:52'])
    expect(dayOf(run.alertAt ?? 0)).toBe('15 March')
    expect(dayOf(FAILS)).toBe('15 October')
    expect(alertDays(run)).toBe(214)
  })

  it('came to 761,000 and 7,820,000, together 8,581,000', () => {
    expect([directOf(BILLS), indirectOf(BILLS), sumOf(BILLS)]).toEqual([
      761_000, 7_820_000, 8_581_000,
    ])
  })
})

describe('a safeguard', () => {
  it('that only promotes sooner loses just as much', () => {
    expect(at({ automatic: true }).run).toMatchObject({ lost: 847, outageSeconds: 30 })
    expect(at({ promoteMinutes: 240 }).run.lost).toBe(847)
  })

  it('that finds the fault is in time, each on its own day', () => {
    const day = (values: Partial<IncidentValues>) => dayOf(at(values).run.found?.at ?? 0)
    expect(day({ synchronous: true })).toBe('14 March')
    expect(day({ pages: true })).toBe('15 March')
    expect(day({ objective: true })).toBe('17 March')
    expect(day({ drills: true })).toBe('1 April')
    expect(at({ drills: true }).run.lost).toBe(0)
  })

  it('that looks first pays three hours and two minutes for losing nothing', () => {
    expect(at({ looks: true }).run).toMatchObject({ lost: 0, outageSeconds: 3 * 3600 + 120 })
  })

  // By hand: 30 s until the program, 60 s of looking, 3 × 3600 s for the controller, which are needed
  // only where something is missing; 22,997 s of log are applied in 22,997 / 40 = 574.925 s.
  it.each([
    ['looks at a gap', { looks: true }, 10_890],
    ['does not look', {}, 30],
    ['looks, and nothing is missing', { looks: true, drills: true }, 90],
    ['looks, and the log is there', { looks: true, behind: 'applying' }, 664.925],
    ['does not look, and the log is there', { behind: 'applying' }, 604.925],
  ] as const)('under a program that %s has its own outage', (_, values, seconds) => {
    expect(at({ automatic: true, ...values }).run.outageSeconds).toBeCloseTo(seconds, 6)
  })

  // 22,997 / 40 = 574.925 s of applying, after the five minutes.
  it('is not needed where the log was received, which is applied before promotion', () => {
    const { run } = at({ behind: 'applying' })
    expect(run.lost).toBe(0)
    expect(run.outageSeconds).toBeCloseTo(874.925, 6)
  })
})

describe('the words', () => {
  it('count in the form of the language, without needless noughts', () => {
    expect(span(3 * 3600 + 120)).toBe('3 h 2 min')
    // By hand: 22,997 / 60 = 383.28; 847 / 22,997 × 60 = 2.2098.
    const text = JSON.stringify(formula(at()))
    expect(text).toContain('"383.3"')
    expect(text).toContain('"2.21"')
  })

  it('say when the fault was found, and do not go on to October', () => {
    expect(told(at({ drills: true }))).toMatch(/found by the drill on 1 April/)
  })

  it('are timed by the clock of the story, not by that of the film', () => {
    const { entries, clock: shown = String } = timeline(at())
    const times = entries.map(({ atMs, text }) => [shown(atMs), text] as const)
    expect(times.slice(0, 2).map(([when]) => when)).toEqual(['14 March', '15 March'])
    expect(times.find(([, text]) => text.startsWith('disk controller'))?.[0]).toBe('02:14')
    expect(times.find(([, text]) => text.startsWith('standby promoted'))?.[0]).toBe('02:19')
    expect(times.at(-1)?.[0]).toBe('afterwards')
  })
})

it('holds together whatever is chosen', () => {
  const flags = ['drills', 'pages', 'objective', 'looks', 'synchronous', 'automatic'] as const
  fc.assert(
    fc.property(
      fc.subarray([...flags]),
      fc.constantFrom('receiving' as const, 'applying' as const),
      fc.integer({ min: 1, max: 240 }),
      (on, behind, promoteMinutes) => {
        const model = at({
          ...Object.fromEntries(on.map((flag) => [flag, true])),
          behind,
          promoteMinutes,
        })
        const { run } = model
        expect(run.lost > 0).toBe(run.bills.length > 0)
        expect(verdict(model).tone === 'fails').toBe(run.lost > 0)
        if (run.found) expect(run.lost).toBe(0)
        expect(told(model).includes('From March to October')).toBe(run.found === undefined)
        const outages = [1, 240].map(
          (minutes) => incident({ ...model.values, promoteMinutes: minutes }).run.outageSeconds,
        )
        expect(outages[0] === outages[1]).toBe(!personPromotes(model.values))
        expect(lagAt(run, FAILS)).toBe(run.lagSeconds)
        const times = timeline(model).entries.map(({ atMs }) => atMs)
        expect(times).toEqual(times.toSorted((one, other) => one - other))
        expect(times.at(-1)).toBeLessThanOrEqual(model.lengthMs)
      },
    ),
    { seed: 13, numRuns: 300 },
  )
})
