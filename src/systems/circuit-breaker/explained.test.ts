import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BreakerOptions } from './options.ts'
import { runTrace } from './run-trace.ts'

const RUNS = { seed: 20261125, numRuns: 300 }

const options: fc.Arbitrary<BreakerOptions> = fc.oneof(
  fc.record({
    semantics: fc.constant('cockatiel'),
    halfOpenAfterMs: fc.integer({ min: 0, max: 400 }),
    rule: fc.oneof(
      fc.record({
        kind: fc.constant('consecutive'),
        threshold: fc.integer({ min: 1, max: 4 }),
      }),
      fc.record({
        kind: fc.constant('count'),
        threshold: fc.constantFrom(0.3, 0.5),
        size: fc.integer({ min: 1, max: 6 }),
      }),
    ),
  }),
  fc.record({
    semantics: fc.constant('opossum'),
    errorThresholdPercentage: fc.constantFrom(0, 30, 50),
    volumeThreshold: fc.integer({ min: 0, max: 4 }),
    rollingCountTimeoutMs: fc.integer({ min: 10, max: 500 }),
    resetTimeoutMs: fc.integer({ min: 0, max: 400 }),
  }),
  fc.record({
    semantics: fc.constant('resilience4j'),
    failureRateThreshold: fc.constantFrom(30, 50, 100),
    slidingWindowSize: fc.integer({ min: 1, max: 6 }),
    minimumNumberOfCalls: fc.integer({ min: 1, max: 6 }),
    waitDurationInOpenStateMs: fc.integer({ min: 0, max: 400 }),
    permittedNumberOfCallsInHalfOpenState: fc.integer({ min: 1, max: 4 }),
  }),
)

// Times that no two events share: of those the order would be a matter of taste.
const calls = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 60 }),
      long: fc.integer({ min: 1, max: 90 }),
      fails: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((drawn) => {
    let atMs = 0
    return drawn.map(({ gap, long, fails }) => {
      atMs += gap
      return { atMs, durationMs: long, fails }
    })
  })

describe('the account of a trace', () => {
  it('changes from each state to another one that the machine has a way to', () => {
    const ways = new Set<string>()
    fc.assert(
      fc.property(options, calls, (given, offered) => {
        const { turnings } = runTrace(given, offered)
        turnings.forEach(({ from, to }, index) => {
          expect(from).toBe(turnings[index - 1]?.to ?? 'closed')
          ways.add(`${from} > ${to}`)
        })
      }),
      RUNS,
    )
    expect([...ways].toSorted()).toEqual([
      'closed > open',
      'half-open > closed',
      'half-open > open',
      'open > half-open',
    ])
  })

  // Two failures in a row end at 60 and 160 ms: open at 160. At 300 ms 140 of 100 ms are over, the
  // call is the probe, and it ends well at 320.
  it('writes down what was counted and why it turned', () => {
    const {
      calls: seen,
      probes,
      turnings,
      levels,
    } = runTrace(
      {
        semantics: 'cockatiel',
        rule: { kind: 'consecutive', threshold: 2 },
        halfOpenAfterMs: 100,
      },
      [
        { atMs: 10, durationMs: 50, fails: true },
        { atMs: 110, durationMs: 50, fails: true },
        { atMs: 200, durationMs: 50, fails: false },
        { atMs: 300, durationMs: 20, fails: false },
      ],
    )
    expect(seen.map(({ outcome }) => outcome)).toEqual([
      'failure',
      'failure',
      'rejected',
      'success',
    ])
    expect(probes).toEqual([3])
    expect(turnings).toMatchObject([
      { atMs: 160, from: 'closed', to: 'open', cause: 'rule', level: { value: 2 } },
      { atMs: 300, from: 'open', to: 'half-open', cause: 'call' },
      { atMs: 320, from: 'half-open', to: 'closed', cause: 'probe' },
    ])
    expect(levels.map(({ atMs, value }) => [atMs, value])).toEqual([
      [10, 0],
      [60, 1],
      [160, 2],
      [320, 0],
    ])
  })

  // Offered at 0 and 10, both fail: above 0 per cent at 50, so open until the timer at 150. The
  // call of 10 ms ends at 160: the first result in half-open decides, though it is no probe.
  it('names a late call that decides before any probe, and the timer', () => {
    const { turnings } = runTrace(
      { semantics: 'opossum', errorThresholdPercentage: 0, resetTimeoutMs: 100 },
      [
        { atMs: 0, durationMs: 50, fails: true },
        { atMs: 10, durationMs: 150, fails: true },
      ],
    )
    expect(turnings.slice(0, 3)).toMatchObject([
      { atMs: 50, to: 'open', cause: 'rule' },
      { atMs: 150, to: 'half-open', cause: 'timer' },
      { atMs: 160, to: 'open', cause: 'late' },
    ])
  })
})
