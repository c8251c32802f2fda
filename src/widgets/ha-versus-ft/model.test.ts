import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { formula, outageMs, verdict } from './describe.ts'
import { livesOf } from './lives.ts'
import { guessedStretch, type HaFtValues, haVersusFt, parameters } from './model.ts'

const RUNS = { seed: 20261125, numRuns: 60 }

const modelOf = (change: Partial<HaFtValues> = {}, seed = FIRST_COURSE.seed) =>
  // The edge between the schema and its type, as in the frame.
  haVersusFt(complete(parameters, change) as HaFtValues, { ...FIRST_COURSE, seed })

const values = fc.record({
  happening: fc.constantFrom('crash', 'hang', 'same-bug', 'jumpy'),
  checkMs: fc.constantFrom(200, 1000, 3000),
  fall: fc.integer({ min: 1, max: 5 }),
  promoteMs: fc.constantFrom(0, 4000, 8000, 16_000),
  warmUpMs: fc.constantFrom(0, 3000),
})

describe('the outage of the pair with a standby', () => {
  it('is ten seconds in the story: two to notice, three to decide, five to promote', () => {
    const { available, tolerant } = modelOf()
    // Struck 1 ms after the probe at 5 s; the probes at 6 and 7 s fail, and 7 s + 8 s is 15 s.
    expect(available.outages).toEqual([{ fromMs: 5001, toMs: 15_000 }])
    expect(tolerant.outages).toEqual([])
  })

  it('covers every request that found nobody, whatever the detector imagined', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 1000 }), (change, seed) => {
        const { available } = modelOf(change, seed)
        const missed = available.report.fates
          .filter(({ why, sent }) => why === 'refused' && sent.length === 0)
          .filter(
            ({ bornMs }) =>
              !available.outages.some(({ fromMs, toMs }) => bornMs >= fromMs && bornMs <= toMs),
          )
        expect(missed).toEqual([])
      }),
      RUNS,
    )
  })

  it('is the sum of the parts that its formula names, also where nobody is left to promote', () => {
    let idle = 0
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 1000 }), (change, seed) => {
        const model = modelOf(change, seed)
        const shown = formula(model)
        if (shown.kind !== 'row') throw new Error('the formula is no sum')
        const [outage = NaN, ...parts] = shown.terms.flatMap((term) =>
          term.kind === 'variable' ? [Number.parseFloat(term.value)] : [],
        )
        if (parts.length === 5) idle += 1
        // Each is shown to three digits.
        const sum = parts.reduce((first, second) => first + second, 0)
        expect(Math.abs(sum - outage)).toBeLessThanOrEqual(0.05 * parts.length)
        expect(outage).toBeCloseTo(outageMs(model.available) / 1000, 1)
      }),
      RUNS,
    )
    expect(idle).toBeGreaterThan(0)
  })
})

describe('what the picture shows', () => {
  it('lets no server work after it died, though a copy in step answers what was sent to both', () => {
    for (const happening of ['crash', 'hang'] as const) {
      const { tolerant, lengthMs } = modelOf({ happening })
      const [a, b] = livesOf(tolerant, lengthMs)
      expect(Math.max(...(a?.work.map(({ toMs }) => toMs) ?? []))).toBe(5001)
      // Those of 4.5 s and 5 s were being worked on.
      expect(a?.work.filter(({ broken }) => broken)).toHaveLength(2)
      expect(b?.work).toHaveLength(48)
      expect(b?.work.some(({ broken }) => broken)).toBe(false)
    }
  })

  it('draws each guess over the arrivals that it says fail', () => {
    const model = modelOf()
    expect(guessedStretch(model, 'none')).toEqual({ fromMs: 5001, toMs: 5001 })
    // A request takes 700 ms.
    expect(guessedStretch(model, 'in-flight')).toEqual({ fromMs: 4301, toMs: 5001 })
    expect(guessedStretch(model, 'until-served')).toEqual({ fromMs: 4301, toMs: 15_000 })
    expect(guessedStretch(modelOf({ promoteMs: 1000 }), 'until-served')?.toMs).toBe(8000)
    expect(guessedStretch(modelOf({ happening: 'jumpy' }), 'none')).toBeUndefined()
  })

  it('ends a promotion with the trust in the server that was being promoted', () => {
    const ended = Array.from({ length: 40 }, (_, seed) =>
      modelOf({ happening: 'jumpy', promoteMs: 4000 }, seed),
    ).flatMap(({ available }) => available.report.stretches)
    expect(
      ended.some(({ kind, fromMs, toMs }) => kind === 'promoting' && toMs - fromMs < 2500),
    ).toBe(true)
    // Five eighths of four seconds.
    expect(
      ended.filter(
        ({ kind, fromMs, toMs }) =>
          kind === 'promoting' && Number.isFinite(toMs) && toMs - fromMs > 2500,
      ),
    ).toEqual([])
  })
})

describe('the verdict', () => {
  const said = (change: Partial<HaFtValues>) => verdict(modelOf(change))

  it('names the price of the standby without calling it good', () => {
    expect(said({})).toMatchObject({ tone: 'neutral', text: expect.stringContaining('10 s') })
  })

  it('counts the answers that were given and lost', () => {
    // Answered from 3.001 to 5.001 s, that is arrived from 2.301 to 4.301 s: 2.5, 3, 3.5 and 4 s.
    expect(said({ lagMs: 2000 })).toMatchObject({
      tone: 'fails',
      text: expect.stringContaining('4 requests that had been answered are lost'),
    })
  })

  it('tells those who got through by trying again from those who gave up', () => {
    const { available } = modelOf({ retries: 4, promoteMs: 4000 })
    const late = available.report.fates.filter(
      ({ outcome, attempts }) => outcome === 'served' && attempts > 1,
    )
    expect(available.report.failed).toBeGreaterThan(0)
    expect(said({ retries: 4, promoteMs: 4000 }).text).toContain(
      `carried ${late.length} requests over the outage`,
    )
    expect(said({ retries: 4, promoteMs: 0, checkMs: 200 }).tone).toBe('works')
  })

  it('says that two copies fall to one bug', () => {
    expect(said({ happening: 'same-bug' }).tone).toBe('fails')
  })
})
