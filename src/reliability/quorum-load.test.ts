import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quorumLoad } from './quorum-load.ts'

const RUNS = { seed: 19_980_401, numRuns: 100 }

/** How often a copy is asked when every one of these quorums is as likely as any other. */
function shareOf(copy: number, quorums: readonly (readonly number[])[]): number {
  return quorums.filter((quorum) => quorum.includes(copy)).length / quorums.length
}

describe('quorumLoad', () => {
  it('is just above one half for a majority, however large', () => {
    // By hand: 3 of 5, 51 of 101.
    expect(quorumLoad({ n: 5, read: 3, write: 3 }).load).toBe(0.6)
    expect(quorumLoad({ n: 101, read: 51, write: 51 })).toEqual({
      load: 51 / 101,
      capacity: 101 / 51,
    })
  })

  it('is what each copy of a three by three grid is asked where its rows and columns are', () => {
    // Counted: a read is one copy of each column, 27 of them; a write also a whole column, 3 · 9.
    const three = [0, 1, 2]
    const copy = (row: number, column: number): number => 3 * row + column
    const reads = three.flatMap((a) =>
      three.flatMap((b) => three.map((c) => [copy(a, 0), copy(b, 1), copy(c, 2)])),
    )
    const writes = three.flatMap((column) =>
      reads.map((read) => [...new Set([...read, ...three.map((row) => copy(row, column))])]),
    )
    for (const readShare of [0, 0.25, 1]) {
      const { load } = quorumLoad({ n: 9, read: 3, write: 5, readShare })
      for (let at = 0; at < 9; at += 1) {
        const counted = readShare * shareOf(at, reads) + (1 - readShare) * shareOf(at, writes)
        expect(load).toBeCloseTo(counted, 14)
      }
    }
  })

  it('takes reads and writes by their share, one half each unless told otherwise', () => {
    // By hand, read one, write all of four: (1 + 4)/2 of 4, and 9/10 + 4/10 of 4.
    expect(quorumLoad({ n: 4, read: 1, write: 4 }).load).toBe(0.625)
    expect(quorumLoad({ n: 4, read: 1, write: 4, readShare: 0.9 }).load).toBeCloseTo(0.325, 15)
  })

  it('leaves no system whose quorums meet a load below one over the root of n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (r, c) => {
        const grid = quorumLoad({ n: r * c, read: c, write: r + c - 1, readShare: 0 })
        expect(grid.load).toBeGreaterThanOrEqual(1 / Math.sqrt(r * c))
        expect(grid.load * grid.capacity).toBeCloseTo(1, 14)
      }),
      RUNS,
    )
  })

  it('has no limit where nobody is asked', () => {
    expect(quorumLoad({ n: 2, read: 0, write: 0 })).toEqual({ load: 0, capacity: Infinity })
  })

  it.each([
    [{ n: 0 }, 'n must be a whole number from 1'],
    [{ read: 4 }, 'read must be a whole number from 0 to 3, got 4'],
    [{ write: -1 }, 'write must be a whole number from 0 to 3, got -1'],
    [{ readShare: NaN }, 'readShare must lie in [0, 1], got NaN'],
  ])('refuses %o', (wrong, message) => {
    expect(() => quorumLoad({ n: 3, read: 2, write: 2, ...wrong })).toThrow(RangeError)
    expect(() => quorumLoad({ n: 3, read: 2, write: 2, ...wrong })).toThrow(
      `quorumLoad: ${message}`,
    )
  })
})
