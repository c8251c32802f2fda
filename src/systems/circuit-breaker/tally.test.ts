import { describe, expect, it } from 'vitest'
import { type TripRule, ended, offered, tallyOf, trips } from './tally.ts'

/** After which of the calls the rule trips; F fails, s succeeds, a second apart. */
function tripsAt(rule: TripRule, calls: string, gapMs = 1000): readonly number[] {
  let tally = tallyOf(rule)
  return [...calls].flatMap((outcome, index) => {
    tally = ended(offered(tally, index * gapMs), outcome === 'F', index * gapMs)
    return trips(tally) ? [index + 1] : []
  })
}

describe('failures in a row', () => {
  it('trip at the threshold, and a success begins the run anew', () => {
    expect(tripsAt({ kind: 'consecutive', threshold: 3 }, 'FFsFFF')).toEqual([6])
  })

  it('count however far apart they are', () => {
    expect(tripsAt({ kind: 'consecutive', threshold: 2 }, 'FF', 3_600_000)).toEqual([2])
  })
})

describe('the share of the last calls', () => {
  const rule = { kind: 'last-calls', size: 4, threshold: 0.5, minimumCalls: 2 } as const

  // By hand: shares 1, 1/2, 1/3, 1/4, then of the last four 1/4 (sssF), 2/4, 3/4.
  it('trips above the threshold, or at it, as it is told', () => {
    expect(tripsAt({ ...rule, trips: 'above' }, 'FsssFFF')).toEqual([7])
    expect(tripsAt({ ...rule, trips: 'at' }, 'FsssFFF')).toEqual([2, 6, 7])
  })

  it('does not trip before there are enough calls', () => {
    expect(tripsAt({ ...rule, trips: 'at', minimumCalls: 4 }, 'FFFF')).toEqual([4])
  })

  it('is 29 per cent when 29 of 100 failed, although 0.29 · 100 is more than that', () => {
    const calls = 'F'.repeat(29) + 's'.repeat(71)
    const hundred = { ...rule, size: 100, minimumCalls: 100, threshold: 0.29 }
    expect(tripsAt({ ...hundred, trips: 'at' }, calls)).toEqual([100])
  })
})

describe('windows of time', () => {
  const rule = { kind: 'sampling', threshold: 0.5, durationMs: 5000, minimumRps: 0.5 } as const

  // By hand: 5 windows of a second, so at least 2.5 calls; shares 1, 1, 1, 3/4, 3/5.
  it('trip above the share once there were calls enough', () => {
    expect(tripsAt(rule, 'FFFss')).toEqual([3, 4, 5])
    expect(tripsAt(rule, 'FsFss')).toEqual([3])
  })

  // By hand: shares 0, 0, 0, 1/4, 2/5; the sixth takes the window of the first, which leaves 3/5.
  it('are forgotten one by one as calls begin new ones', () => {
    expect(tripsAt(rule, 'sssFFF')).toEqual([6])
  })

  // By hand: 99 ms are 5 windows of 20 ms, so calls 19 ms apart share one in pairs. The eleventh
  // takes the window of the first two: shares 1/6 to 5/10, then 6/9.
  it('are rounded to whole milliseconds', () => {
    const short = { ...rule, durationMs: 99 }
    expect(tripsAt(short, 'sssssFFFFFF', 19)).toEqual([11])
  })

  // By hand: six windows, so the seventh call leaves 3/6 and the eighth 4/6.
  it('are one more for the rest of a second', () => {
    expect(tripsAt({ ...rule, durationMs: 5001 }, 'ssssFFFF')).toEqual([8])
  })

  it('never pass without calls: an hour later all still count', () => {
    expect(tripsAt(rule, 'FFF', 3_600_000)).toEqual([3])
  })

  // By hand: five failures a second at half of all are ten calls a second, fifty in five seconds.
  it('want five failures a second if no rate is given', () => {
    const usual = { kind: 'sampling', threshold: 0.5, durationMs: 5000 } as const
    expect(tripsAt(usual, 'F'.repeat(51), 1)).toEqual([50, 51])
  })
})

describe('rolling buckets', () => {
  const rule = {
    kind: 'rolling-percentage',
    errorThresholdPercentage: 50,
    volumeThreshold: 0,
    rollingCountTimeoutMs: 3000,
    rollingCountBuckets: 3,
  } as const

  // By hand, the last three seconds each time: 1/1, 1/2, 2/3, 2/3 (sFF is the window), 2/3, 1/3.
  it('look back so far and no further, and trip above the percentage', () => {
    expect(tripsAt(rule, 'FsFFss')).toEqual([1, 3, 4, 5])
  })

  it('forget all in a pause', () => {
    expect(tripsAt({ ...rule, volumeThreshold: 2 }, 'FFF', 3000)).toEqual([])
    expect(tripsAt({ ...rule, volumeThreshold: 2 }, 'FFF', 1000)).toEqual([2, 3])
  })

  it('count calls that never ended, so that rejected ones water the percentage down', () => {
    const failed = ended(offered(tallyOf(rule), 0), true, 0)
    expect(trips(failed)).toBe(true)
    expect(trips(offered(failed, 1))).toBe(false)
  })
})

describe('a rule', () => {
  const lastCalls = { kind: 'last-calls', size: 2, threshold: 0.5, trips: 'at', minimumCalls: 1 }
  const sampling = { kind: 'sampling', threshold: 0.5, durationMs: 100 }
  const rolling = {
    kind: 'rolling-percentage',
    errorThresholdPercentage: 50,
    volumeThreshold: 0,
    rollingCountTimeoutMs: 100,
    rollingCountBuckets: 10,
  }
  const from = (rule: object, change: object): TripRule =>
    JSON.parse(JSON.stringify({ ...rule, ...change }))

  it.each([
    ['all of the calls', from(lastCalls, { threshold: 1, size: 1 })],
    ['one millisecond', from(sampling, { durationMs: 1 })],
    ['one failure of all', from(rolling, { errorThresholdPercentage: 0 })],
    ['more failures than there can be', from(rolling, { errorThresholdPercentage: 100 })],
  ])('may ask for %s', (_, rule) => {
    expect(trips(tallyOf(rule))).toBe(false)
  })

  it.each([
    ['a sampled share of nothing', from(sampling, { threshold: 0 })],
    ['no failures at all', from({ kind: 'consecutive' }, { threshold: 0 })],
    ['half a failure', from({ kind: 'consecutive' }, { threshold: 1.5 })],
    ['no calls', from(lastCalls, { size: 0 })],
    ['a minimum above the size', from(lastCalls, { minimumCalls: 3 })],
    ['a share of nothing', from(lastCalls, { threshold: 0 })],
    ['a share above all', from(lastCalls, { threshold: 1.01 })],
    ['a share that is no number', from(lastCalls, { threshold: null })],
    ['a sampled share of all', from(sampling, { threshold: 1 })],
    ['no time', from(sampling, { durationMs: 0 })],
    ['no calls a second', from(sampling, { minimumRps: 0 })],
    ['more than all per cent', from(rolling, { errorThresholdPercentage: 101 })],
    ['a negative volume', from(rolling, { volumeThreshold: -1 })],
    ['no buckets', from(rolling, { rollingCountBuckets: 0 })],
    ['more buckets than milliseconds', from(rolling, { rollingCountTimeoutMs: 9 })],
  ])('refuses %s', (_, rule) => {
    expect(() => tallyOf(rule)).toThrow(RangeError)
  })
})
