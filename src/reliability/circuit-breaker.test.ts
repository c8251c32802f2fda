import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakerOpenShare, breakerWindow, callsUntilTrip } from './circuit-breaker.ts'

const RUNS = { seed: 20_090_115, numRuns: 300 }
const cycle = {
  failures: 1,
  failureProbability: 0.5,
  callRate: 1,
  timeout: 3,
  probeSuccess: 0.5,
  probes: 1,
}

describe('callsUntilTrip', () => {
  it('is 14 for three failures in a row at one half, and f where every call fails', () => {
    // By hand: 2 + 4 + 8, and three calls for three failures.
    expect(callsUntilTrip(3, 0.5)).toBeCloseTo(14, 12)
    expect(callsUntilTrip(3, 1)).toBe(3)
    expect(callsUntilTrip(3, 0)).toBe(Infinity)
  })

  it('obeys the recurrence over the last failure of the run', () => {
    // E(f) = (E(f - 1) + 1) / q: one more call, which starts all over if it succeeds.
    const failures = fc.integer({ min: 2, max: 40 })
    const q = fc.integer({ min: 1, max: 1_000_000 }).map((count) => count / 1_000_000)
    fc.assert(
      fc.property(failures, q, (f, failure) => {
        const expected = (callsUntilTrip(f - 1, failure) + 1) / failure
        expect(Math.abs(callsUntilTrip(f, failure) / expected - 1)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it.each([
    [0, 0.5, 'callsUntilTrip: failures must be a whole number from 1 to 1000000, got 0'],
    [2, 1.5, 'callsUntilTrip: failureProbability must lie in [0, 1], got 1.5'],
  ])('refuses %d failures at %d', (failures, q, message) => {
    expect(() => callsUntilTrip(failures, q)).toThrow(message)
  })
})

describe('breakerWindow', () => {
  it('opens on two of three at 0.1 in 2.8 % of windows', () => {
    // By hand: 3·0.1²·0.9 + 0.1³.
    const breaker = { window: 3, threshold: 2, failureProbability: 0.1 }
    expect(breakerWindow(breaker).unreliability).toBeCloseTo(0.028, 14)
  })

  it('always opens on a threshold of 0 and never above the window', () => {
    const breaker = { window: 3, failureProbability: 0.5 }
    expect(breakerWindow({ ...breaker, threshold: 0 }).unreliability).toBe(1)
    expect(breakerWindow({ ...breaker, threshold: 4 }).unreliability).toBe(0)
  })

  it.each([
    [{ window: -1, threshold: 1, failureProbability: 0 }, 'breakerWindow: window must be'],
    [{ window: 1, threshold: 0.5, failureProbability: 0 }, 'breakerWindow: threshold must be'],
    [{ window: 1, threshold: 1, failureProbability: 2 }, 'breakerWindow: failureProbability must'],
  ])('refuses %o', (breaker, message) => {
    expect(() => breakerWindow(breaker)).toThrow(RangeError)
    expect(() => breakerWindow(breaker)).toThrow(message)
  })
})

describe('breakerOpenShare', () => {
  it('is three quarters for two calls of closed and two timeouts of three', () => {
    // By hand: (1/0.5)/1 = 2 closed, 3/0.5 = 6 open.
    const { closed, meanClosed, meanOpen } = breakerOpenShare(cycle)
    expect(meanClosed).toBeCloseTo(2, 13)
    expect(meanOpen).toBe(6)
    expect(closed.unreliability).toBeCloseTo(0.75, 14)
  })

  it('counts the probes in a row and the calls per unit of time', () => {
    // By hand: 3/0.5³ = 24 open; 2/4 closed.
    const { meanClosed, meanOpen } = breakerOpenShare({ ...cycle, probes: 3, callRate: 4 })
    expect(meanOpen).toBe(24)
    expect(meanClosed).toBeCloseTo(0.5, 14)
  })

  it('stays closed where no call fails, and open where no probe succeeds', () => {
    const never = { ...cycle, probeSuccess: 0 }
    expect(breakerOpenShare(never).closed.reliability).toBe(0)
    expect(breakerOpenShare({ ...never, failureProbability: 0 }).closed.unreliability).toBe(0)
    expect(breakerOpenShare({ ...never, timeout: 0 }).closed.unreliability).toBe(0)
  })

  it('survives a run of failures rarer than a double can say', () => {
    // By hand: q^-f is 1e320, over a rate of 1e20.
    const rare = { ...cycle, failures: 32, failureProbability: 1e-10, callRate: 1e20 }
    expect(breakerOpenShare(rare).meanClosed / 1e300).toBeCloseTo(1, 9)
    expect(breakerOpenShare(rare).closed.unreliability / 6e-300).toBeCloseTo(1, 9)
  })

  it.each([
    [{ ...cycle, callRate: 0 }, 'breakerOpenShare: callRate must be a finite number above 0'],
    [{ ...cycle, timeout: NaN }, 'breakerOpenShare: timeout must be a finite number of at least 0'],
    [{ ...cycle, probes: 0 }, 'breakerOpenShare: probes must be a whole number from 1'],
    [{ ...cycle, probeSuccess: -1 }, 'breakerOpenShare: probeSuccess must lie in [0, 1]'],
    [{ ...cycle, failures: 1.5 }, 'breakerOpenShare: failures must be a whole number from 1'],
  ])('refuses %o', (given, message) => {
    expect(() => breakerOpenShare(given)).toThrow(RangeError)
    expect(() => breakerOpenShare(given)).toThrow(message)
  })
})
