import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridQuorum } from './grid-quorum.ts'
import { fromUnreliability } from './probability.ts'

const RUNS = { seed: 20_090_115, numRuns: 100 }

/** Every state of the grid, one by one: probability of a read and of a write. */
function enumerate(rows: number, columns: number, p: number) {
  let read = 0
  let write = 0
  for (let set = 0; set < 2 ** (rows * columns); set += 1) {
    const up = Array.from({ length: columns }, (_, column) => {
      let count = 0
      for (let row = 0; row < rows; row += 1) {
        count += Math.floor(set / 2 ** (column * rows + row)) % 2
      }
      return count
    })
    const all = up.reduce((sum, count) => sum + count, 0)
    const probability = p ** all * (1 - p) ** (rows * columns - all)
    if (!up.every((count) => count > 0)) continue
    read += probability
    if (up.some((count) => count === rows)) write += probability
  }
  return { read, write }
}

describe('gridQuorum', () => {
  it('agrees with the enumeration of all states of small grids', () => {
    const side = fc.integer({ min: 1, max: 3 })
    const reliability = fc.oneof(
      fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000),
      fc.nat({ max: 1000 }).map((n) => n / 1000),
    )
    fc.assert(
      fc.property(side, side, reliability, (rows, columns, copy) => {
        const expected = enumerate(rows, columns, copy)
        const { read, write } = gridQuorum({ rows, columns, copy })
        expect(Math.abs(read.reliability - expected.read)).toBeLessThan(1e-13)
        expect(Math.abs(write.reliability - expected.write)).toBeLessThan(1e-13)
        expect(Math.abs(write.unreliability - (1 - expected.write))).toBeLessThan(1e-13)
        expect(write.reliability).toBeLessThanOrEqual(read.reliability * (1 + 1e-12))
      }),
      RUNS,
    )
  })

  it('keeps failures that a reliability cannot show', () => {
    // By hand, to first order: a 2 by 2 grid loses a read to either whole column, 2q², and a write
    // besides to one copy of each column, 4q².
    const { read, write } = gridQuorum({ rows: 2, columns: 2, copy: fromUnreliability(1e-20) })
    expect(read.unreliability / 1e-40).toBeCloseTo(2, 12)
    expect(write.unreliability / 1e-40).toBeCloseTo(6, 12)
  })

  it('keeps a success that hardly ever comes', () => {
    // By hand, to first order: a row of one column needs all 3 copies to write.
    expect(gridQuorum({ rows: 3, columns: 1, copy: 1e-50 }).write.reliability / 1e-150).toBeCloseTo(
      1,
      12,
    )
  })

  it('is dead with dead copies and cannot fail with perfect ones', () => {
    expect(gridQuorum({ rows: 2, columns: 3, copy: 0 }).write.reliability).toBe(0)
    expect(gridQuorum({ rows: 2, columns: 3, copy: 1 }).write.unreliability).toBe(0)
  })

  it.each([
    [{ rows: 0, columns: 1, copy: 0.5 }, 'gridQuorum: rows must be a whole number from 1'],
    [{ rows: 1, columns: 1.5, copy: 0.5 }, 'gridQuorum: columns must be a whole number from 1'],
    [{ rows: 1, columns: 1, copy: -1 }, 'gridQuorum: copy must lie in [0, 1], got -1'],
  ])('refuses %o', (grid, message) => {
    expect(() => gridQuorum(grid)).toThrow(RangeError)
    expect(() => gridQuorum(grid)).toThrow(message)
  })
})
