import { describe, expect, it } from 'vitest'
import { prediction } from './prediction.ts'

/** The answer to a guess, with plain spaces. */
const answer = (id: string) =>
  prediction.options
    .find((option) => option.id === id)
    ?.answer()
    .replaceAll('\u00a0', ' ')

describe('the answers to the prediction', () => {
  // By hand. One in 100 lost, a probe every 2 s: a loss every 200 s in service, then 30 s away, so
  // 30/230 of 8,760 h less a little: 1,143 h. Each further probe waits 2 s at each of 12 failures.
  it('carry the model\u2019s own numbers', () => {
    expect(answer('1')).toContain('1,143 h')
    expect(answer('1')).toContain('save 6 s at each of 12')
    expect(answer('2')).toContain('cost every true failure 4 s, 48 s a year')
    expect(answer('4')).toContain('costs 2 s at each of 12 failures, 24 s a year')
    expect(answer('8')).toContain('waits 8 s longer')
  })

  // Two losses in a row: on average (100² + 100) · 2 s of service, and the geometric mean length of
  // runs makes that 20,200 s, or 5.61 h.
  it('say how often two losses in a row come', () => {
    expect(answer('2')).toContain('5.61 h')
  })
})
