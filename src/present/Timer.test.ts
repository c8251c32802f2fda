import { describe, expect, it } from 'vitest'
import { plannedUntil } from './show.ts'
import { stopwatch } from './Timer.tsx'

describe('the time of a talk', () => {
  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [60_000, '1:00'],
    [754_000, '12:34'],
  ])('%d ms is %s', (ms, text) => {
    expect(stopwatch(ms)).toBe(text)
  })

  it('adds up what was planned to the end of a slide', () => {
    expect(plannedUntil({ minutes: [1, 2, 3] }, 1)).toBe(3)
    expect(plannedUntil({}, 1)).toBe(0)
  })
})
