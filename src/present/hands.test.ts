import { describe, expect, it } from 'vitest'
import { favourite, raised } from './hands.ts'

describe('a show of hands', () => {
  it.each([
    [{}, 0, undefined],
    [{ a: 0, b: 0 }, 0, undefined],
    [{ a: 3, b: 9, c: 1 }, 13, 'b'],
    [{ a: 4, b: 4 }, 8, undefined],
  ] satisfies [Record<string, number>, number, string | undefined][])(
    '%o has %d hands, and most for %s',
    (hands, count, most) => {
      expect(raised(hands)).toBe(count)
      expect(favourite(hands)).toBe(most)
    },
  )
})
