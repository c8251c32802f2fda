import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryFeedback } from './retry-feedback.ts'

const loop = { load: 50, capacity: 100, timeout: 1, retries: 3 }

/** The load that an offered load brings about, from the definition. */
function next(given: typeof loop, offered: number): number {
  const q = offered >= given.capacity ? 1 : Math.exp(-(given.capacity - offered) * given.timeout)
  let attempts = 0
  for (let further = 0; further <= given.retries; further += 1) attempts += q ** further
  return given.load * attempts
}

describe('retryFeedback', () => {
  it('finds health, brink and collapse of a server at half load', () => {
    const points = retryFeedback(loop)
    expect(points.map(({ stable }) => stable)).toEqual([true, false, true])
    // By hand: e^-50 of the requests time out in health; past the capacity all four attempts do.
    expect(points[0]?.offered).toBeCloseTo(50, 12)
    expect(points[0]?.failure).toBeCloseTo(Math.exp(-50), 30)
    expect(points[2]).toEqual({ offered: 200, failure: 1, stable: true })
  })

  it('goes to the point below the brink from below it and to the one above from above', () => {
    const [health, brink, collapse] = retryFeedback(loop)
    for (const [start, end] of [
      [0.999, health],
      [1.001, collapse],
    ] as const) {
      let offered = (brink?.offered ?? NaN) * start
      for (let step = 0; step < 200; step += 1) offered = next(loop, offered)
      expect(offered).toBeCloseTo(end?.offered ?? NaN, 9)
    }
  })

  it('leaves no fixed point out and invents none', () => {
    // Against the signs of next(x) - x on a fine grid.
    const model = fc.record({
      load: fc.integer({ min: 1000, max: 150_000 }).map((count) => count / 1000),
      capacity: fc.constant(100),
      timeout: fc.integer({ min: 5000, max: 1_000_000 }).map((count) => count / 1_000_000),
      retries: fc.integer({ min: 0, max: 6 }),
    })
    fc.assert(
      fc.property(model, (given) => {
        const points = retryFeedback(given)
        for (const { offered } of points) {
          expect(Math.abs(next(given, offered) / offered - 1)).toBeLessThan(1e-9)
        }
        const highest = given.load * (given.retries + 1)
        let changes = 0
        let above = true
        for (let step = 0; step <= 5000; step += 1) {
          const offered = given.load + ((highest * (1 + 1e-9) - given.load) * step) / 5000
          const now = next(given, offered) > offered
          if (now !== above) changes += 1
          above = now
        }
        if (given.retries > 0) expect(points.length).toBeGreaterThanOrEqual(changes)
        expect([1, 2, 3]).toContain(points.length)
      }),
      { seed: 20_090_115, numRuns: 50 },
    )
  })

  it('sees health and brink until they meet', () => {
    // The highest load that repeated retries do not carry past the capacity, by trying it out.
    const given = { ...loop, timeout: 0.05 }
    const stays = (load: number): boolean => {
      let offered = load
      for (let step = 0; step < 20_000; step += 1) offered = next({ ...given, load }, offered)
      return offered < given.capacity
    }
    let healthy = 10
    let lost = 100
    while (lost - healthy > 1e-6) {
      const load = (healthy + lost) / 2
      if (stays(load)) healthy = load
      else lost = load
    }
    expect(retryFeedback({ ...given, load: healthy * (1 - 1e-6) }).length).toBe(3)
    expect(retryFeedback({ ...given, load: healthy * (1 + 1e-4) }).length).toBe(1)
  })

  it('cannot collapse on a retry budget of a tenth', () => {
    expect(retryFeedback({ ...loop, budget: 0.1 }).length).toBe(1)
    const capped = retryFeedback({ ...loop, load: 95, budget: 0.1 })
    expect(capped.at(-1)?.offered).toBeCloseTo(104.5, 12)
    expect(capped.at(-1)?.stable).toBe(true)
  })

  it('has one point without retries, without load, and above the capacity', () => {
    expect(retryFeedback({ ...loop, retries: 0 }).map(({ offered }) => offered)).toEqual([50])
    expect(retryFeedback({ ...loop, load: 0 }).map(({ offered }) => offered)).toEqual([0])
    expect(retryFeedback({ ...loop, load: 120 }).map(({ offered }) => offered)).toEqual([480])
    // 8/7 · 6 and 8/7 · 7 - 8/7 differ in their last digit.
    const odd = { load: 8 / 7, capacity: 5, timeout: 9, retries: 6 }
    expect(retryFeedback(odd).at(-1)?.offered).toBe((8 / 7) * 7)
  })

  it('finds only health where four times the load still fits', () => {
    // By hand: 0.1 s at 100/s; q near e^-8, so about 20·(1 + e^-8).
    const [health, ...rest] = retryFeedback({ ...loop, load: 20, timeout: 0.1 })
    expect(health?.offered).toBeCloseTo(20 * (1 + Math.exp(-8)), 4)
    expect(health?.stable).toBe(true)
    expect(rest).toEqual([])
  })

  it.each([
    [{ ...loop, load: -1 }, 'retryFeedback: load must be a finite number of at least 0, got -1'],
    [{ ...loop, capacity: 0 }, 'retryFeedback: capacity must be a finite number above 0, got 0'],
    [{ ...loop, timeout: 0 }, 'retryFeedback: timeout must be a finite number above 0, got 0'],
    [{ ...loop, retries: 0.5 }, 'retryFeedback: retries must be a whole number from 0 to 1000'],
    [{ ...loop, budget: NaN }, 'retryFeedback: budget must be at least 0, got NaN'],
  ])('refuses %o', (given, message) => {
    expect(() => retryFeedback(given)).toThrow(RangeError)
    expect(() => retryFeedback(given)).toThrow(message)
  })
})
