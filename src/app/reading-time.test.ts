import { describe, expect, it } from 'vitest'
import { minutesOf, readingMinutes } from './reading-time.ts'

// At 220 words a minute, by hand: 330 words are a minute and a half.
describe('readingMinutes', () => {
  it.each([
    [0, 1],
    [1, 1],
    [220, 1],
    [329, 1],
    [330, 2],
    [2200, 10],
  ])('takes %d words as %d min', (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes)
  })
})

describe('minutesOf', () => {
  // By hand: 2,040 words are 9.27 min, so 9; two figures are 4 and three questions 3.
  it('adds two minutes for each figure and one for each question', () => {
    expect(minutesOf({ words: 2040, figures: 2, questions: 3 })).toBe(16)
  })
})
