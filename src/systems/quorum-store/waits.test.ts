// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { drawFrom } from '../../simulation/draw.ts'
import { meanWaits } from './waits.ts'

describe('the wait for the k-th answer', () => {
  // By hand: of n exponential times of mean a the k-th is on average a (1/n + ... + 1/(n - k + 1)).
  it('is that of exponential times where the way back takes none', () => {
    const [first, second, third] = meanWaits(3, 60, 0)
    expect(first).toBeCloseTo(20, 3)
    expect(second).toBeCloseTo(50, 3)
    expect(third).toBeCloseTo(110, 3)
  })

  // By hand: both ways together, whichever is longer, and also where both are the same.
  it.each([
    [100, 20],
    [20, 100],
    [50, 50],
    [200, 1],
  ])('of one copy is the way there, %i ms, and back, %i ms', (there, back) => {
    expect((meanWaits(1, there, back)[0] ?? 0) / (there + back)).toBeCloseTo(1, 4)
  })

  it('is what many draws give', () => {
    const { draw } = drawFrom(5)
    const sums = [0, 0, 0, 0, 0]
    const RUNS = 20_000
    for (let run = 0; run < RUNS; run += 1)
      sums
        .map(() => draw.exponential('there', 100) + draw.exponential('back', 20))
        .toSorted((one, other) => one - other)
        .forEach((time, index) => (sums[index] = (sums[index] ?? 0) + time))
    // The longest of five has a standard deviation of about 120 ms, its mean of 0.9.
    meanWaits(5, 100, 20).forEach((mean, index) =>
      expect(Math.abs(mean - (sums[index] ?? 0) / RUNS)).toBeLessThan(3.5),
    )
  })
})
