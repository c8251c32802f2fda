import { describe, expect, it } from 'vitest'
import { failureDetector } from './failure-detector.ts'

describe('failureDetector', () => {
  it('takes 10 to 16 seconds, 13.5 on average, for three probes five seconds apart', () => {
    // By hand: two periods at best; three and the timeout at worst; half a period before the first.
    const { best, mean, worst } = failureDetector({ period: 5, threshold: 3, timeout: 1 })
    expect([best, mean, worst]).toEqual([10, 13.5, 16])
  })

  it('buys fewer false alarms with a longer detection', () => {
    // By hand: 0.1² and 0.1³; 10 + 100 and 10 + 100 + 1000 probes of 2 seconds.
    const two = failureDetector({ period: 2, threshold: 2, timeout: 0, probeLoss: 0.1 })
    const three = failureDetector({ period: 2, threshold: 3, timeout: 0, probeLoss: 0.1 })
    expect(two.falseAlarm).toBeCloseTo(0.01, 15)
    expect(three.falseAlarm).toBeCloseTo(0.001, 15)
    expect(two.meanTimeBetweenFalseAlarms).toBeCloseTo(220, 10)
    expect(three.meanTimeBetweenFalseAlarms).toBeCloseTo(2220, 9)
    expect(three.mean).toBe(two.mean + 2)
  })

  it('never cries wolf where no probe is lost', () => {
    const { falseAlarm, meanTimeBetweenFalseAlarms } = failureDetector({
      period: 1,
      threshold: 1,
      timeout: 1,
    })
    expect(falseAlarm).toBe(0)
    expect(meanTimeBetweenFalseAlarms).toBe(Infinity)
  })

  it.each([
    [{ period: 0, threshold: 1, timeout: 1 }, 'failureDetector: period must be a finite number'],
    [{ period: 1, threshold: 0, timeout: 1 }, 'failureDetector: threshold must be a whole number'],
    [{ period: 1, threshold: 1, timeout: -1 }, 'failureDetector: timeout must be a finite number'],
    [
      { period: 1, threshold: 1, timeout: 1, probeLoss: 2 },
      'failureDetector: probeLoss must lie in [0, 1], got 2',
    ],
  ])('refuses %o', (schedule, message) => {
    expect(() => failureDetector(schedule)).toThrow(RangeError)
    expect(() => failureDetector(schedule)).toThrow(message)
  })
})
