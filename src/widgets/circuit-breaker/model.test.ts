import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { optionsOf } from '../../systems/circuit-breaker/design.ts'
import {
  type BreakerValues,
  THREADS,
  circuitBreaker,
  heldBy,
  mostHeld,
  parameters,
} from './model.ts'
import { guardedOutcome, lostCount, oldestAnswerMs, plainOutcome, sparedShare } from './outcome.ts'
import { LENGTH_MS, healthOf } from '../../systems/circuit-breaker/provider.ts'

const RUNS = { seed: 20261125, numRuns: 60 }

// The edge between the schema and its type, as in the frame.
const valuesOf = (change: Partial<BreakerValues> = {}) =>
  complete(parameters, change) as BreakerValues
const modelOf = (change: Partial<BreakerValues> = {}, seed = FIRST_COURSE.seed) =>
  circuitBreaker(valuesOf(change), { ...FIRST_COURSE, seed })

const change = fc.record({
  trouble: fc.constantFrom('outage', 'blip', 'brown-out', 'flapping', 'slow', 'none'),
  library: fc.constantFrom('cockatiel', 'opossum', 'resilience4j'),
  inRow: fc.boolean(),
  failures: fc.integer({ min: 1, max: 10 }),
  threshold: fc.constantFrom(0.1, 0.5, 0.9),
  window: fc.integer({ min: 5, max: 50 }),
  openSeconds: fc.integer({ min: 1, max: 60 }),
  probes: fc.integer({ min: 1, max: 10 }),
  givesUp: fc.boolean(),
})
const seeds = fc.integer({ min: 0, max: 10_000 })

describe('the provider', () => {
  it('has a life without gaps from 0 to the end, whatever befalls it', () => {
    for (const trouble of Object.keys(parameters.trouble.options)) {
      const life = healthOf(valuesOf({ trouble } as Partial<BreakerValues>).trouble)
      expect(life[0]?.fromMs).toBe(0)
      expect(life.at(-1)?.toMs).toBe(LENGTH_MS)
      for (const [index, spell] of life.entries()) {
        expect(spell.toMs).toBeGreaterThan(spell.fromMs)
        expect(spell.fromMs).toBe(life[index - 1]?.toMs ?? 0)
      }
    }
  })

  it('answers nobody in an outage and, without a breaker, keeps each caller waiting', () => {
    const { plain } = modelOf({ givesUp: false })
    const struck = plain.filter(({ atMs }) => atMs >= 15_000 && atMs < 55_000)
    // Four a second for 40 s, give or take three times the root of 160.
    expect(Math.abs(struck.length - 160)).toBeLessThan(38)
    expect(
      struck.every(({ fate, atMs, endMs }) => fate === 'failed' && endMs - atMs === 2000),
    ).toBe(true)
    // Those who give up after a second wait no longer.
    const patient = modelOf().plain
    expect(Math.max(...patient.map(({ atMs, endMs }) => endMs - atMs))).toBe(1000)
  })

  it('fails three in a hundred where all is well, and four in ten in a brown-out', () => {
    const many = Array.from({ length: 30 }, (_, seed) => modelOf({ trouble: 'brown-out' }, seed))
    const share = (from: number, to: number) => {
      const calls = many.flatMap(({ plain }) =>
        plain.filter(({ atMs }) => atMs >= from && atMs < to),
      )
      return calls.filter(({ fate }) => fate === 'failed').length / calls.length
    }
    // About 1,800 and 5,400 calls: standard errors 0.004 and 0.007. 1 - 0.6 · 0.97 = 0.418.
    expect(Math.abs(share(0, 15_000) - 0.03)).toBeLessThan(0.013)
    expect(Math.abs(share(15_000, 60_000) - 0.418)).toBeLessThan(0.021)
  })

  it('counts slow answers as failures only for callers who give up', () => {
    const late = ({ plain }: ReturnType<typeof modelOf>) =>
      plain.filter(({ atMs }) => atMs >= 15_000 && atMs < 55_000)
    expect(late(modelOf({ trouble: 'slow' })).every(({ fate }) => fate === 'failed')).toBe(true)
    const served = late(modelOf({ trouble: 'slow', givesUp: false }))
    expect(served.filter(({ fate }) => fate === 'served').length).toBeGreaterThan(100)
    expect(
      served.every(({ fate, atMs, endMs }) => fate === 'failed' || endMs - atMs === 4000),
    ).toBe(true)
  })
})

describe('the run', () => {
  it('offers the same calls with a breaker and without, and makes none succeed', () => {
    fc.assert(
      fc.property(change, seeds, (values, seed) => {
        const { guarded, plain } = modelOf(values, seed)
        expect(guarded.calls.map(({ atMs }) => atMs)).toEqual(plain.map(({ atMs }) => atMs))
        const changed = guarded.calls.filter(
          ({ fate }, index) => fate !== 'rejected' && fate !== plain[index]?.fate,
        )
        expect(changed).toEqual([])
      }),
      RUNS,
    )
  })

  it('fills its length with phases, in each of which an open breaker lets nobody through', () => {
    fc.assert(
      fc.property(change, seeds, (values, seed) => {
        const { phases, guarded } = modelOf(values, seed)
        expect(phases.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)).toBe(LENGTH_MS)
        for (const { kind, fromMs, toMs } of phases) {
          if (kind !== 'open') continue
          const inside = guarded.calls.filter(({ atMs }) => atMs > fromMs && atMs < toMs)
          expect(inside.filter(({ fate }) => fate !== 'rejected')).toEqual([])
        }
      }),
      RUNS,
    )
  })

  it('calls an opening false where nothing was wrong, and there alone', () => {
    const jumpy = modelOf({ trouble: 'none', failures: 1 })
    expect(jumpy.falseOpens).toHaveLength(
      jumpy.guarded.turnings.filter(({ to }) => to === 'open').length,
    )
    expect(jumpy.falseOpens.length).toBeGreaterThan(2)
    expect(modelOf().falseOpens).toEqual([])
    // Failures of chance before the outage and after it.
    const both = modelOf({ failures: 1, openSeconds: 2 })
    const within = ({ atMs }: { readonly atMs: number }) => atMs >= 15_000 && atMs <= 56_000
    expect(both.falseOpens.length).toBeGreaterThan(0)
    expect(both.falseOpens.some(within)).toBe(false)
    expect(
      both.guarded.turnings.filter((turning) => turning.to === 'open' && !within(turning)),
    ).toEqual(both.falseOpens)
  })

  it('blames the trouble for a call that met it and fails when it is over', () => {
    // The blip ends at 26 s; who called just before gives up at most a second later.
    const after = Array.from({ length: 60 }, (_, seed) =>
      modelOf({ trouble: 'blip', inRow: false, window: 10, threshold: 0.4 }, seed),
    ).flatMap(({ guarded, falseOpens }) =>
      guarded.turnings
        .filter(({ to, atMs }) => to === 'open' && atMs > 26_000 && atMs <= 27_000)
        .map((turning) => falseOpens.includes(turning)),
    )
    expect(after.length).toBeGreaterThan(0)
    expect(after).not.toContain(true)
  })

  it('measures the return from the recovery, and has none to measure where nobody is served', () => {
    const { againMs, guarded } = modelOf()
    const probe = guarded.calls.find(({ probe: own, fate }) => own && fate === 'served')
    expect(againMs).toBe((probe?.endMs ?? 0) - 55_000)
    // Opened in the outage, at 29 s, it stays open beyond the end of the run.
    expect(
      modelOf({ inRow: false, window: 50, threshold: 0.9, openSeconds: 60 }).againMs,
    ).toBeUndefined()
    expect(modelOf({ trouble: 'none' }).againMs).toBeUndefined()
  })

  it('is another with another seed, and the same with the same', () => {
    expect(modelOf({}, 2).plain).not.toEqual(modelOf().plain)
    expect(modelOf({}, 2)).toEqual(modelOf({}, 2))
  })
})

describe('the settings of each library', () => {
  it('are those that the reader chose, as the library names them', () => {
    expect(optionsOf(valuesOf())).toEqual({
      semantics: 'cockatiel',
      halfOpenAfterMs: 10_000,
      rule: { kind: 'consecutive', threshold: 5 },
    })
    expect(optionsOf(valuesOf({ inRow: false, window: 15, threshold: 0.3 }))).toMatchObject({
      rule: { kind: 'count', threshold: 0.3, size: 15, minimumNumberOfCalls: 8 },
    })
    // Four calls a second: twenty take five.
    expect(optionsOf(valuesOf({ library: 'opossum' }))).toEqual({
      semantics: 'opossum',
      errorThresholdPercentage: 50,
      volumeThreshold: 10,
      rollingCountTimeoutMs: 5000,
      resetTimeoutMs: 10_000,
    })
    expect(optionsOf(valuesOf({ library: 'resilience4j', probes: 4 }))).toEqual({
      semantics: 'resilience4j',
      failureRateThreshold: 50,
      slidingWindowSize: 20,
      minimumNumberOfCalls: 10,
      waitDurationInOpenStateMs: 10_000,
      permittedNumberOfCallsInHalfOpenState: 4,
    })
  })
})

describe('what it comes to', () => {
  // Counted in the picture of the first scene: 153 turned away and 19 failed, 16 of those in the
  // outage, against 138 without; 1 - 16/138 = 0.884.
  it('is a provider that is spared and users who see more errors, each at once', () => {
    const model = modelOf()
    const [mine, plain] = [guardedOutcome(model), plainOutcome(model)]
    expect([mine.errors, mine.reached, plain.errors, plain.reached]).toEqual([172, 16, 141, 138])
    expect(sparedShare(model)).toBeCloseTo(0.884, 3)
    // Whoever was turned away and would have been served sees an error more: 172 - 141.
    expect(lostCount(model)).toBe(31)
    expect(mine.waitMs).toBeLessThan(plain.waitMs / 5)
  })

  it('counts errors of users or answers of the fallback, never both', () => {
    const cached = guardedOutcome(modelOf({ fallback: 'cached' }))
    expect([cached.errors, cached.standIns]).toEqual([0, 172])
    expect(guardedOutcome(modelOf()).standIns).toBe(0)
    expect(plainOutcome(modelOf({ fallback: 'default' })).errors).toBe(141)
  })

  it('gives out answers as old as the time since the last one was served', () => {
    const model = modelOf({ fallback: 'cached' })
    // From the last answer before the outage to the last call before the first one after it.
    const ends = model.guarded.calls
      .filter(({ fate }) => fate === 'served')
      .map(({ endMs }) => endMs)
    const before = Math.max(...ends.filter((endMs) => endMs < 20_000))
    const after = Math.min(...ends.filter((endMs) => endMs > 20_000))
    const oldest = oldestAnswerMs(model)
    expect(oldest).toBeLessThan(after - before)
    expect(oldest).toBeGreaterThan(after - before - 2000)
  })
})

describe('a bulkhead', () => {
  it('lets no more calls be under way than it says, and turns the others away at once', () => {
    fc.assert(
      fc.property(change, seeds, fc.integer({ min: 1, max: 20 }), (given, seed, atOnce) => {
        const { guarded } = modelOf({ ...given, bulkhead: true, atOnce }, seed)
        expect(mostHeld(guarded.calls)).toBeLessThanOrEqual(atOnce)
        expect(
          guarded.calls.every(
            ({ shed, fate, atMs, endMs }) => !shed || (fate === 'rejected' && endMs === atMs),
          ),
        ).toBe(true)
      }),
      RUNS,
    )
  })

  // Four calls a second of 4 s each: 16 on average, and now and then more than the client has.
  it('keeps slow calls from taking every thread, where no rule would', () => {
    const slow = { trouble: 'slow', givesUp: false } as const
    expect(mostHeld(modelOf(slow).guarded.calls)).toBeGreaterThan(THREADS)
    const held = modelOf({ ...slow, bulkhead: true, atOnce: 5 })
    expect(held.guarded.turnings).toEqual([])
    expect(mostHeld(held.guarded.calls)).toBe(5)
  })

  it('of one thread is full with one call, by hand', () => {
    const call = (atMs: number, endMs: number) =>
      ({ atMs, endMs, fate: 'served', probe: false, shed: false }) as const
    expect(heldBy([call(0, 10), call(10, 30), call(20, 25)])).toEqual([
      { atMs: 0, count: 1 },
      { atMs: 10, count: 0 },
      { atMs: 10, count: 1 },
      { atMs: 20, count: 2 },
      { atMs: 25, count: 1 },
      { atMs: 30, count: 0 },
    ])
  })
})
