import { describe, expect, it } from 'vitest'
import { drillValue } from './drill-value.ts'
import { failoverCoverage } from './failover-pair.ts'

const drill = { a: 0.75, b: 0.25, before: 0.5, after: 1, lossWhileDown: 32 }

describe('drillValue', () => {
  it('is what the better pair loses less', () => {
    // By hand: half of the coverage, of a quarter of the time, to a backup that works a quarter of it.
    expect(drillValue(drill)).toBe(1)
    const worse = failoverCoverage({ a: 0.75, b: 0.25, coverage: 0.5 })
    const better = failoverCoverage({ a: 0.75, b: 0.25, coverage: 1 })
    expect(drillValue(drill)).toBeCloseTo(32 * (worse.unreliability - better.unreliability), 14)
  })

  it('is negative where coverage falls', () => {
    expect(drillValue({ ...drill, before: 1, after: 0.5 })).toBe(-1)
    expect(drillValue({ ...drill, a: 1, before: 1, after: 0.5 })).toBe(0)
  })

  it.each([
    [{ ...drill, a: 2 }, 'drillValue: a must lie in [0, 1], got 2'],
    [{ ...drill, b: -1 }, 'drillValue: b must lie in [0, 1], got -1'],
    [{ ...drill, before: NaN }, 'drillValue: before must lie in [0, 1], got NaN'],
    [{ ...drill, after: 2 }, 'drillValue: after must lie in [0, 1], got 2'],
    [{ ...drill, lossWhileDown: -1 }, 'drillValue: lossWhileDown must be a finite number'],
  ])('refuses %o', (given, message) => {
    expect(() => drillValue(given)).toThrow(RangeError)
    expect(() => drillValue(given)).toThrow(message)
  })
})
