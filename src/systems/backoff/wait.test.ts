import { describe, expect, it } from 'vitest'
import { type BackoffKind, backoffWaitMs } from './wait.ts'

const KINDS: readonly BackoffKind[] = [
  'none',
  'exponential',
  'full-jitter',
  'equal-jitter',
  'decorrelated',
]

/** The wait at base 10, cap 100, a wait of 20 before this one. */
function wait(kind: BackoffKind, failures: number, uniform: number): number {
  const situation = { failures, previousMs: 20, uniform }
  return backoffWaitMs({ kind, baseMs: 10, capMs: 100 }, situation)
}

describe('the wait before an attempt', () => {
  // By hand: the limit is 20, 40, 80, then the cap of 100.
  it('doubles from twice the base on, up to the cap', () => {
    expect([1, 2, 3, 4, 5].map((failures) => wait('exponential', failures, 0.5))).toEqual([
      20, 40, 80, 100, 100,
    ])
  })

  // By hand, with the luck 0, 1/4, 1/2, 3/4 and a limit of 40.
  it.each([
    ['none', [0, 0, 0, 0]],
    ['exponential', [40, 40, 40, 40]],
    ['full-jitter', [0, 10, 20, 30]],
    ['equal-jitter', [20, 25, 30, 35]],
    // From 10 to 60, whatever the number of failures.
    ['decorrelated', [10, 22.5, 35, 47.5]],
  ] as const)('of kind %s spreads as its luck does', (kind, expected) => {
    expect([0, 0.25, 0.5, 0.75].map((uniform) => wait(kind, 2, uniform))).toEqual(expected)
  })

  it('decorrelated is capped after it is drawn', () => {
    const long = { failures: 9, previousMs: 100 }
    const policy = { kind: 'decorrelated', baseMs: 10, capMs: 100 } as const
    // From 10 to 300: 0.25 gives 82.5, and 0.5 would give 155.
    expect(backoffWaitMs(policy, { ...long, uniform: 0.25 })).toBe(82.5)
    expect(backoffWaitMs(policy, { ...long, uniform: 0.5 })).toBe(100)
  })

  it.each(KINDS)('of kind %s lies between 0 and the cap even after 10,000 failures', (kind) => {
    const waitMs = wait(kind, 10_000, 0.999)
    expect(waitMs).toBeGreaterThanOrEqual(0)
    expect(waitMs).toBeLessThanOrEqual(100)
  })

  it.each(KINDS)('of kind %s is 0 for a base of 0 after any number of failures', (kind) => {
    const situation = { failures: 5000, previousMs: 0, uniform: 0.5 }
    expect(backoffWaitMs({ kind, baseMs: 0, capMs: 100 }, situation)).toBe(0)
  })

  const policy = { kind: 'none', baseMs: 10, capMs: 100 } as const
  const situation = { failures: 1, previousMs: 10, uniform: 0.5 }
  it.each([
    ['a base that is no number', { baseMs: NaN }, {}],
    ['an endless cap', { capMs: Infinity }, {}],
    ['no failure', {}, { failures: 0 }],
    ['a negative wait before', {}, { previousMs: -1 }],
    ['a luck of 1', {}, { uniform: 1 }],
    ['a luck that is no number', {}, { uniform: NaN }],
  ])('refuses %s', (_, change, other) => {
    expect(() => backoffWaitMs({ ...policy, ...change }, { ...situation, ...other })).toThrow(
      RangeError,
    )
  })
})
