import { describe, expect, it } from 'vitest'
import { readingMinutes } from './reading-time.ts'

// At 238 words a minute (Brysbaert 2019), by hand: 357 words are a minute and a half.
describe('readingMinutes', () => {
  it.each([
    [0, 1],
    [1, 1],
    [238, 1],
    [356, 1],
    [357, 2],
    [2380, 10],
  ])('takes %d words as %d min', (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes)
  })
})
