import { describe, expect, it } from 'vitest'
import { hedgeExponential, hedgeMeasured } from './hedge.ts'

describe('hedgeExponential', () => {
  it('halves the mean where both are asked at once, and does nothing where one is never asked', () => {
    expect(hedgeExponential(2, 0).mean).toBe(0.25)
    expect(hedgeExponential(2, 1e6).mean).toBe(0.5)
    expect(hedgeExponential(2, 1e6).extraLoad).toBe(0)
  })

  it('doubles the rate after the delay, and not before', () => {
    // By hand: e^-1 before, e^-(2 + 1) after a delay of 1 at a time of 2.
    const { longerThan, extraLoad } = hedgeExponential(1, 1)
    expect(longerThan(1)).toBeCloseTo(Math.exp(-1), 15)
    expect(longerThan(0.5)).toBeCloseTo(Math.exp(-0.5), 15)
    expect(longerThan(2)).toBeCloseTo(Math.exp(-3), 15)
    expect(extraLoad).toBeCloseTo(Math.exp(-1), 15)
  })

  it('has the mean that its tail adds up to', () => {
    // Midpoint rule over 0 to 40.
    const { longerThan, mean } = hedgeExponential(1, 0.75)
    let sum = 0
    for (let step = 0; step < 40_000; step += 1) sum += longerThan((step + 0.5) / 1000) / 1000
    expect(mean).toBeCloseTo(sum, 6)
  })

  it.each([
    [0, 1, 'hedgeExponential: rate must be a finite number above 0, got 0'],
    [1, -1, 'hedgeExponential: delay must be a finite number of at least 0, got -1'],
  ])('refuses a rate of %d and a delay of %d', (rate, delay, message) => {
    expect(() => hedgeExponential(rate, delay)).toThrow(message)
  })

  it('refuses a time of NaN', () => {
    expect(() => hedgeExponential(1, 1).longerThan(NaN)).toThrow('hedgeExponential: time must be')
  })
})

describe('hedgeMeasured', () => {
  it('is the mean over all pairs of a first and a second answer', () => {
    const latencies = [4, 1, 1, 30, 2]
    for (const delay of [0, 1, 2.5, 4, 100]) {
      const firsts = latencies.flatMap((one) =>
        latencies.map((other) => Math.min(one, delay + other)),
      )
      const { mean, longerThan, extraLoad } = hedgeMeasured(latencies, delay)
      expect(mean).toBeCloseTo(firsts.reduce((sum, first) => sum + first, 0) / 25, 12)
      for (const time of [0, 1, 3, 4, 5.5, 29]) {
        expect(longerThan(time)).toBeCloseTo(firsts.filter((first) => first > time).length / 25, 12)
      }
      expect(extraLoad).toBeCloseTo(latencies.filter((latency) => latency > delay).length / 5, 12)
    }
  })

  it.each([
    [[], 1, 'hedgeMeasured: latencies must hold at least one, got none'],
    [[1, -2], 1, 'hedgeMeasured: latency must be a finite number of at least 0, got -2'],
    [[1e308], 1e308, 'hedgeMeasured: latency plus delay must be a finite number'],
    [[1], NaN, 'hedgeMeasured: delay must be a finite number of at least 0, got NaN'],
  ])('refuses %o with a delay of %d', (latencies, delay, message) => {
    expect(() => hedgeMeasured(latencies, delay)).toThrow(message)
  })
})
