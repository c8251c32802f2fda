import { describe, expect, it } from 'vitest'
import { ended, offered, tallyOf, type TripRule } from './tally.ts'
import { levelOf } from './tally-level.ts'

/** What is counted after calls that end as told, one a second. */
const after = (rule: TripRule, ...failed: readonly boolean[]) =>
  levelOf(
    failed.reduce(
      (tally, fails, second) => ended(offered(tally, second * 1000), fails, second * 1000),
      tallyOf(rule),
    ),
  )

const LAST: TripRule = {
  kind: 'last-calls',
  size: 4,
  threshold: 0.5,
  trips: 'at',
  minimumCalls: 3,
}
const ROLLING: TripRule = {
  kind: 'rolling-percentage',
  errorThresholdPercentage: 50,
  volumeThreshold: 3,
  rollingCountTimeoutMs: 10_000,
  rollingCountBuckets: 10,
}

describe('the level of a rule', () => {
  it('is the run of failures, always enough to trip', () => {
    const rule: TripRule = { kind: 'consecutive', threshold: 5 }
    expect(after(rule)).toEqual({ value: 0, enough: true })
    expect(after(rule, true, false, true, true)).toEqual({ value: 2, enough: true })
  })

  it('is the share among the last calls, and says when they are too few', () => {
    expect(after(LAST)).toEqual({ value: 0, enough: false })
    expect(after(LAST, true, true)).toEqual({ value: 1, enough: false })
    // The first of five has fallen out: 1 of 4.
    expect(after(LAST, true, false, false, true, false)).toEqual({ value: 0.25, enough: true })
  })

  it('is the share in the buckets, at most 1', () => {
    expect(after(ROLLING, true, false, false, false)).toEqual({ value: 0.25, enough: true })
    expect(after(ROLLING, true)).toEqual({ value: 1, enough: false })
    // Two failures of calls that were offered before the buckets that are looked at.
    const tally = [true, true].reduce(
      (sum, fails) => ended(sum, fails, 50_000),
      offered(tallyOf(ROLLING), 50_000),
    )
    expect(levelOf(tally).value).toBe(1)
  })

  it('is the share in windows of time', () => {
    const rule: TripRule = { kind: 'sampling', threshold: 0.5, durationMs: 10_000 }
    expect(after(rule, true, false)).toEqual({ value: 0.5, enough: true })
  })
})
