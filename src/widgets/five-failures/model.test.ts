import { describe, expect, it } from 'vitest'
import { verdict } from './describe.ts'
import { FAILURES, five, FIXED } from './model.ts'

const run = (failure: (typeof FAILURES)[number]) => five({ failure, guarded: false })

// By hand: a takeover takes up to two probes (2 s), half a second for the second to be given up where it
// is not refused, and 3 s of promotion: five to six seconds, or ten to twelve of two requests a second.
const GAP = [9, 13] as const

describe('a pair that loses its primary', () => {
  it.each(['correlated', 'lag', 'untested', 'drift'] as const)(
    'loses no more than the takeover takes, where %s is prevented',
    (failure) => {
      const { safe } = run(failure)
      expect(safe.failed).toBeGreaterThanOrEqual(GAP[0])
      expect(safe.failed).toBeLessThanOrEqual(GAP[1])
      expect(safe.lost).toBe(0)
    },
  )

  // 27.5 s of requests at two a second are 55; ten had been answered when it struck.
  it.each(['correlated', 'untested', 'drift'] as const)(
    'never answers again with %s',
    (failure) => {
      const { bare } = run(failure)
      expect(bare.marks).toHaveLength(55)
      expect(bare.served).toBeLessThanOrEqual(10)
      expect(bare.lost).toBe(0)
    },
  )

  it('loses what was answered in the seconds that the copy was behind, and no more', () => {
    const { bare, safe } = run('lag')
    expect(bare.lost).toBe((FIXED.lagMs / 1000) * FIXED.arrivalsPerSecond)
    expect(bare.failed).toBe(safe.failed)
  })

  it('answers on both sides of a cut, and throws one side away; a third vote answers on one', () => {
    const { bare, safe } = run('split-brain')
    expect(bare.lost).toBeGreaterThan(5)
    expect(safe.lost).toBe(0)
    expect(safe.failed).toBeGreaterThan(0)
  })

  it('is a failure as it was, and works with its guard', () => {
    for (const failure of FAILURES) {
      expect(verdict(five({ failure, guarded: false })).tone).toBe('fails')
      expect(verdict(five({ failure, guarded: true })).tone).toBe('works')
    }
  })
})
