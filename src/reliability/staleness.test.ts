import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshRead } from './staleness.ts'

describe('freshRead', () => {
  it('finds the last of five versions in 86.8 % of reads of one copy of three', () => {
    // By hand: 1 - (2/3)^5 = 211/243.
    const outcome = freshRead({ n: 3, read: 1, write: 1, versions: 5 })
    expect(outcome.reliability).toBeCloseTo(211 / 243, 14)
    expect(outcome.unreliability).toBeCloseTo(32 / 243, 14)
  })

  it('is always fresh exactly where every read meets every write', () => {
    const size = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(size, size, size, (n, one, other) => {
        const read = Math.min(n, one)
        const write = Math.min(n, other)
        const { unreliability } = freshRead({ n, read, write })
        expect(unreliability === 0).toBe(read + write > n)
      }),
      { seed: 20_090_115, numRuns: 300 },
    )
  })

  it('is the same for r and w exchanged, and never fresh where nothing is asked', () => {
    const one = freshRead({ n: 50, read: 3, write: 20, versions: 2 })
    const other = freshRead({ n: 50, read: 20, write: 3, versions: 2 })
    expect(one).toEqual(other)
    expect(freshRead({ n: 3, read: 0, write: 3 }).reliability).toBe(0)
  })

  it('keeps a staleness of 1e-106', () => {
    // By hand: C(300, 100) / C(400, 100), as the product of 100 ratios, to the 2nd power.
    let ratio = 1
    for (let asked = 0; asked < 100; asked += 1) ratio *= (300 - asked) / (400 - asked)
    const { unreliability } = freshRead({ n: 400, read: 100, write: 100, versions: 2 })
    expect(unreliability / ratio ** 2).toBeCloseTo(1, 12)
  })

  it.each([
    [{ n: 3, read: 4, write: 1 }, 'freshRead: read must be a whole number from 0 to 3, got 4'],
    [{ n: 0, read: 0, write: 0 }, 'freshRead: n must be a whole number from 1 to 1000000, got 0'],
    [{ n: 3, read: 1, write: 1, versions: 0 }, 'freshRead: versions must be a whole number from 1'],
  ])('refuses %o', (quorum, message) => {
    expect(() => freshRead(quorum)).toThrow(RangeError)
    expect(() => freshRead(quorum)).toThrow(message)
  })
})
