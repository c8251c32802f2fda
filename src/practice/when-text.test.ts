import { describe, expect, it } from 'vitest'
import { whenText } from './when-text.ts'

/** Local time, as a reader has it. */
const at = (day: number, hour: number, month = 10) => new Date(2026, month, day, hour).getTime()
// 28 November 2026 is a Saturday.
const now = at(28, 22)

describe('when something comes', () => {
  it.each([
    [at(28, 23), 'today'],
    // Two hours later, and yet another day.
    [at(29, 0), 'tomorrow'],
    [at(30, 9), 'Monday'],
    [at(4, 9, 11), 'Friday'],
    [at(12, 9, 11), 'December 12'],
    [at(28, 9, 10 + 14), 'January 28, 2028'],
  ])('is said as a person would: %s is %s', (moment, said) => {
    expect(whenText(moment, now, 'en')).toBe(said)
  })
})
