import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryAmplification } from '../../reliability/retry-amplification.ts'
import { retryFeedback } from '../../reliability/retry-feedback.ts'
import { history } from '../../simulation/history.ts'
import type { ChainParameters } from './parameters.ts'
import { fatesOf, slicesOf } from './report.ts'
import { callChain } from './rules.ts'

/** A calm chain to change one thing in: a store that is never busy. */
const CALM: ChainParameters = {
  layers: 1,
  retries: 3,
  wait: 'none',
  baseMs: 100,
  capMs: 10_000,
  budget: Infinity,
  budgetSaved: 0,
  patienceMs: 1000,
  usersPerSecond: 10,
  untilMs: 60_000,
  workers: 1000,
  serviceMs: 20,
  service: 'fixed',
  queue: 1000,
  dropsAbandoned: false,
  usualFailures: 0,
}
const FOREVER = { kind: 'down', atMs: 0, forMs: 1e9, size: 0 } as const

function runOf(change: Partial<ChainParameters>, seed = 1, untilMs = 1e8) {
  const run = history(callChain, { parameters: { ...CALM, ...change }, seed, deeds: [] })
  const entries = run.entries(run.countAt(untilMs))
  return { run, entries, fates: fatesOf(entries) }
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

describe('a store that is down', () => {
  it.each([
    [1, 3, 4],
    [2, 3, 16],
    [3, 3, 64],
    [3, 1, 8],
    [0, 3, 1],
  ])(
    'is called by %i layers of %i retries exactly %i times for one request',
    (layers, retries, calls) => {
      const { fates } = runOf({ layers, retries, trouble: FOREVER })
      expect(fates.length).toBeGreaterThan(500)
      expect(new Set(fates.map((fate) => fate.calls))).toEqual(new Set([calls]))
      expect(fates.every(({ outcome }) => outcome === 'failed')).toBe(true)
      // As the formula has it.
      expect(retryAmplification({ layers, retries, failureProbability: 1 }).attempts).toBe(calls)
    },
  )

  // By hand: the limit is 100, 200, 400 ms. The upper layer waits 100 ms between two rounds of the lower.
  it('is called again after waits that double, in each layer for itself', () => {
    const times = (wait: ChainParameters['wait']) => {
      const { entries } = runOf({ layers: 2, retries: 1, wait, trouble: FOREVER, untilMs: 1 }, 3)
      const called = entries.filter(({ note }) => note.kind === 'called').map(({ atMs }) => atMs)
      return called.map((atMs) => atMs - (called[0] ?? 0))
    }
    const three = runOf({ wait: 'exponential', trouble: FOREVER, untilMs: 300 }, 5)
    const [first] = three.fates
    const called = three.entries
      .filter(({ note }) => note.kind === 'called' && note.request === 0)
      .map(({ atMs }) => atMs - (first?.bornMs ?? 0))
    expect(called).toEqual([0, 100, 300, 700])
    expect(times('none').every((ms) => ms === 0)).toBe(true)
  })

  it('is called within the same limits where chance spreads the waits, and not at the limits', () => {
    const { entries } = runOf({ wait: 'jitter', trouble: FOREVER })
    const last = new Map<number, number>()
    const waits: number[] = []
    for (const { atMs, note } of entries) {
      if (note.kind !== 'called') continue
      const before = last.get(note.request)
      if (before !== undefined && note.attempt === 1) waits.push(atMs - before)
      last.set(note.request, atMs)
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(100)
    // Even from 0 to 100 ms: mean 50, standard error of over 500 of them 1.3.
    expect(Math.abs(mean(waits) - 50)).toBeLessThan(5)
  })
})

describe('calls that fail by chance', () => {
  it.each([
    [1, 3, 0.3],
    [2, 2, 0.5],
    [3, 3, 0.8],
  ])('through %i layers of %i retries multiply as the formula says at %d', (layers, retries, q) => {
    const { fates } = runOf({ layers, retries, usualFailures: q, untilMs: 400_000 })
    const { attempts, request } = retryAmplification({ layers, retries, failureProbability: q })
    const calls = fates.map((fate) => fate.calls)
    const own = mean(calls)
    const deviation = Math.sqrt(mean(calls.map((each) => (each - own) ** 2)) / calls.length)
    expect(Math.abs(own - attempts)).toBeLessThan(4 * deviation + 1e-9)
    const failed = fates.filter(({ outcome }) => outcome === 'failed').length / fates.length
    const error = Math.sqrt((request.unreliability * request.reliability) / fates.length)
    expect(Math.abs(failed - request.unreliability)).toBeLessThan(4 * error + 1e-9)
  })
})

describe('a budget', () => {
  it('bounds the calls of a store that is down, layer by layer', () => {
    for (const layers of [1, 2, 3]) {
      const { fates } = runOf({ layers, trouble: FOREVER, budget: 0.1, budgetSaved: 1 })
      const calls = fates.reduce((sum, fate) => sum + fate.calls, 0)
      // What was saved at the start adds one call in each layer, and at most doubles down the chain.
      expect(calls).toBeLessThanOrEqual(fates.length * 1.1 ** layers + 2 ** layers)
      expect(calls).toBeGreaterThan(fates.length * 1.1 ** layers * 0.95)
    }
  })

  it('of nothing is no retry at all', () => {
    const { fates } = runOf({ layers: 3, trouble: FOREVER, budget: 0, budgetSaved: 0 })
    expect(new Set(fates.map(({ calls }) => calls))).toEqual(new Set([1]))
  })
})

describe('an overload', () => {
  const store: Partial<ChainParameters> = {
    workers: 1,
    serviceMs: 10,
    service: 'exponential',
    queue: 1e6,
    patienceMs: 1000,
    trouble: { kind: 'slow', atMs: 20_000, forMs: 5000, size: 20 },
    untilMs: 80_000,
  }
  /** The share of users that fail, of those who came long after the trouble. */
  const late = (usersPerSecond: number, seed: number) => {
    const { fates } = runOf({ ...store, usersPerSecond }, seed)
    const after = fates.filter(({ bornMs }) => bornMs > 60_000)
    return after.filter(({ outcome }) => outcome === 'failed').length / after.length
  }

  // The store serves 100 a second. By the feedback formula three retries leave 20 a second with one
  // point of rest, and 50 a second with two stable ones: health, and all of it failing.
  it(
    'outlives its cause where theory has a second point of rest, and only there',
    { timeout: 60_000 },
    () => {
      const points = (load: number) =>
        retryFeedback({ load, capacity: 100, timeout: 1, retries: 3 }).filter(
          ({ stable }) => stable,
        )
      expect([points(20).length, points(50).length]).toEqual([1, 2])
      for (const seed of [1, 2, 3]) {
        expect(late(20, seed)).toBeLessThan(0.01)
        expect(late(50, seed)).toBeGreaterThan(0.95)
      }
    },
  )

  it('passes where the retries have a budget, at the same load', { timeout: 60_000 }, () => {
    const { fates } = runOf({ ...store, usersPerSecond: 50, budget: 0.1, budgetSaved: 2 })
    const after = fates.filter(({ bornMs }) => bornMs > 60_000)
    expect(after.filter(({ outcome }) => outcome === 'failed').length / after.length).toBeLessThan(
      0.01,
    )
  })

  it('is work for somebody again where the store drops what was given up', () => {
    const bad = (dropsAbandoned: boolean) =>
      slicesOf(
        runOf({ ...store, usersPerSecond: 50, untilMs: 60_000, dropsAbandoned }).entries,
        1000,
        60_000,
      ).filter(({ fromMs }) => fromMs >= 40_000)
    const sum = (dropsAbandoned: boolean, of: 'answered' | 'wasted') =>
      bad(dropsAbandoned).reduce((total, slice) => total + slice[of], 0)
    // The store does 100 a second for 20 s: all of it wasted, or hardly any.
    expect(sum(false, 'answered')).toBe(0)
    expect(sum(true, 'wasted')).toBeLessThan(100)
    expect(sum(true, 'answered')).toBeGreaterThan(900)
  })

  it('is work for nobody: the store goes on with calls that were given up', () => {
    const { entries } = runOf({ ...store, usersPerSecond: 50, untilMs: 40_000 })
    const slices = slicesOf(entries, 1000, 40_000)
    const bad = slices.filter(({ fromMs }) => fromMs >= 30_000)
    expect(bad.reduce((sum, { wasted }) => sum + wasted, 0)).toBeGreaterThan(500)
    expect(bad.reduce((sum, { answered }) => sum + answered, 0)).toBe(0)
  })
})

describe('a burst', () => {
  it('brings so many users in one instant', () => {
    const burst = { kind: 'burst', atMs: 5000, forMs: 0, size: 25 } as const
    const { fates } = runOf({ trouble: burst })
    expect(fates.filter(({ bornMs }) => bornMs === 5000).length).toBeGreaterThanOrEqual(25)
    expect(fates.length - runOf({}).fates.length).toBe(25)
  })
})

describe('every run', () => {
  const some = fc.record({
    layers: fc.integer({ min: 0, max: 3 }),
    retries: fc.integer({ min: 0, max: 3 }),
    wait: fc.constantFrom('none', 'exponential', 'jitter'),
    budget: fc.constantFrom(0, 0.2, Infinity),
    budgetSaved: fc.integer({ min: 0, max: 3 }),
    usersPerSecond: fc.integer({ min: 1, max: 10 }),
    workers: fc.integer({ min: 1, max: 2 }),
    serviceMs: fc.constantFrom(0, 50, 200),
    queue: fc.integer({ min: 0, max: 20 }),
    patienceMs: fc.constantFrom(0, 100, 1000),
    dropsAbandoned: fc.boolean(),
    usualFailures: fc.constantFrom(0, 0.2, 1),
    trouble: fc.record({
      kind: fc.constantFrom('down', 'slow', 'burst'),
      atMs: fc.nat(5000),
      forMs: fc.nat(5000),
      size: fc.integer({ min: 1, max: 30 }),
    }),
  })

  it('ends, settles every request, keeps its own rules and is the same again', () => {
    fc.assert(
      fc.property(some, fc.nat(1000), (change, seed) => {
        const given = { ...change, untilMs: 6000 } as Partial<ChainParameters>
        const { run, entries, fates } = runOf(given, seed)
        expect(run.ended()).toBe('over')
        expect(fates.every(({ outcome }) => outcome !== 'open')).toBe(true)
        expect(run.after(1e9).world).toMatchObject({ busy: [], waiting: [] })
        expect(runOf(given, seed).entries).toEqual(entries)
        const most = ((change.retries ?? 0) + 1) ** (change.layers ?? 0)
        expect(Math.max(0, ...fates.map(({ calls }) => calls))).toBeLessThanOrEqual(most)
      }),
      { seed: 20_261_125, numRuns: 80 },
    )
  })

  it.each([
    ['half a layer', { layers: 0.5 }],
    ['a million tries', { layers: 10, retries: 9 }],
    ['no users', { usersPerSecond: 0 }],
    ['a budget that is no number', { budget: NaN }],
    ['failures above all', { usualFailures: 2 }],
    ['no workers', { workers: 0 }],
  ])('is refused with %s', (_, change) => {
    expect(() => runOf(change)).toThrow(RangeError)
  })
})
