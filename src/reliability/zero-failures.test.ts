import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromUnreliability } from './probability.ts'
import { clopperPearson } from './proportion-interval.ts'
import { cleanDrills, zeroFailures } from './zero-failures.ts'

describe('zeroFailures', () => {
  it('is about three over the number of trials', () => {
    // By hand: 1 - 0.05^(1/n) = ln 20 / n to first order, with ln 20 = 2.9957.
    expect(zeroFailures(1e9, 0.05) * 1e9).toBeCloseTo(Math.log(20), 7)
    expect(zeroFailures(2, 0.25)).toBe(0.5)
  })

  it('is Clopper and Pearson’s upper limit at twice the risk', () => {
    for (const trials of [1, 7, 300]) {
      expect(zeroFailures(trials, 0.05)).toBeCloseTo(clopperPearson(0, trials, 0.1).upper, 14)
    }
  })

  it('is 0 where no confidence is asked and 1 where all is', () => {
    expect(zeroFailures(5, 1)).toBe(0)
    expect(zeroFailures(5, 0)).toBe(1)
  })

  it('refuses no trials and a risk above 1', () => {
    expect(() => zeroFailures(0, 0.05)).toThrow('zeroFailures: trials must be a whole number')
    expect(() => zeroFailures(5, 2)).toThrow('zeroFailures: risk must lie in [0, 1], got 2')
  })
})

describe('cleanDrills', () => {
  it('asks for 299 clean drills before 99 % may be claimed with 95 % confidence', () => {
    // By hand: 0.99^299 = 0.0495 and 0.99^298 = 0.0500…4.
    expect(cleanDrills(0.99, 0.05)).toBe(299)
    expect(cleanDrills(0.9, 0.05)).toBe(29)
  })

  it('asks for no drill more than it takes', () => {
    const coverage = fc.integer({ min: 10_000, max: 999_900 }).map((count) => count / 1_000_000)
    const risk = fc.integer({ min: 1, max: 999_000 }).map((count) => count / 1_000_000)
    fc.assert(
      fc.property(coverage, risk, (c, alpha) => {
        const drills = cleanDrills(c, alpha)
        expect(c ** drills).toBeLessThanOrEqual(alpha * (1 + 1e-10))
        expect(c ** (drills - 1)).toBeGreaterThan(alpha * (1 - 1e-10))
      }),
      { seed: 20_090_115, numRuns: 300 },
    )
  })

  it('asks for none too many where the claim is met exactly', () => {
    // 0.1^3 against 0.001, whose logarithms are not exactly 3 to 1.
    expect(cleanDrills(0.1, 0.001)).toBe(3)
    expect(cleanDrills(0.5, 0.125)).toBe(3)
  })

  it('knows claims that no drill or any drill supports', () => {
    expect(cleanDrills(1, 0.05)).toBe(Infinity)
    expect(cleanDrills(0.9, 0)).toBe(Infinity)
    expect(cleanDrills(1, 1)).toBe(0)
    expect(cleanDrills(0, 0.05)).toBe(1)
    // By hand: ln 2 / 1e-20.
    expect(cleanDrills(fromUnreliability(1e-20), 0.5) / (Math.LN2 * 1e20)).toBeCloseTo(1, 13)
  })

  it('refuses what is no probability', () => {
    expect(() => cleanDrills(1.5, 0.05)).toThrow('cleanDrills: coverage must lie in [0, 1]')
    expect(() => cleanDrills(0.9, NaN)).toThrow('cleanDrills: risk must lie in [0, 1], got NaN')
  })
})
