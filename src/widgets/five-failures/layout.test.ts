import { describe, expect, it } from 'vitest'
import { narrow, placeOf, wide } from './layout.ts'
import { FAILURES, five } from './model.ts'

describe('the marks of a lane', () => {
  it('stand apart in every layout, whatever fails', () => {
    for (const failure of FAILURES)
      for (const layout of [wide, narrow]) {
        const { bare, safe } = five({ failure, guarded: false })
        for (const { marks } of [bare, safe]) {
          const places = marks
            .map(({ atMs }) => placeOf(layout, atMs))
            .sort(([x, y], [otherX, otherY]) => y - otherY || x - otherX)
          places.forEach(([x, y], at) => {
            const [before, row] = places[at - 1] ?? [-Infinity, y]
            if (row === y) expect(x - before).toBeGreaterThan(2 * layout.mark + 1)
            expect(x).toBeGreaterThan(layout.mark)
            expect(x).toBeLessThan(layout.width - layout.mark)
          })
        }
      }
  })

  // By hand: 5 s of 30 s in one row is a sixth of it, and of 15 s a third.
  it('lie in time to the right, and on a phone go on in a second row', () => {
    expect(placeOf(wide, 5000)[0]).toBeCloseTo(15 + 870 / 6, 1)
    expect(placeOf(narrow, 5000)[0]).toBeCloseTo(15 + 320 / 3, 1)
    expect(placeOf(narrow, 20_000)[0]).toBe(placeOf(narrow, 5000)[0])
    expect(placeOf(narrow, 20_000)[1]).toBeGreaterThan(placeOf(narrow, 5000)[1])
  })
})
