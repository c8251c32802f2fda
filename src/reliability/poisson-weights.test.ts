import { expect, it } from 'vitest'
import { poissonWeights, tailSums } from './poisson-weights.ts'

it('are the probabilities of so many events in a short list', () => {
  // By hand: 2^n/n! of e^-2.
  const weights = poissonWeights(2, 0)
  for (const [events, share] of [1, 2, 2, 4 / 3, 2 / 3].entries()) {
    expect(Math.abs((weights[events] ?? 0) / (share * Math.exp(-2)) - 1)).toBeLessThan(1e-14)
  }
})

it.each([0, 1e-9, 0.7, 30, 5000.5])('add up to 1 and to a mean of %d', (mean) => {
  const weights = poissonWeights(mean, 0)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const first = weights.reduce((total, weight, events) => total + weight * events, 0)
  expect(Math.abs(sum - 1)).toBeLessThan(1e-13)
  expect(Math.abs(first - mean)).toBeLessThanOrEqual(1e-12 * mean)
})

it('end only where what is reached by many events has its digits', () => {
  // By hand: the weight of 5 events at a mean of 1e-8 is 1e-40/120, far below the first.
  expect(Math.abs((poissonWeights(1e-8, 3)[5] ?? 0) / (1e-40 / 120) - 1)).toBeLessThan(1e-7)
  expect(poissonWeights(1e-8, 0)).toHaveLength(4)
})

it('has the height of a bell curve in the middle of a hundred thousand', () => {
  // Stirling: 1/√(2πm) less a twelfth of a hundred-thousandth.
  const middle = poissonWeights(100_000, 0)[100_000] ?? 0
  expect(Math.abs(middle * Math.sqrt(2 * Math.PI * 100_000) - (1 - 1 / 1_200_000))).toBeLessThan(
    1e-10,
  )
})

it('add up from the end, where small ones would be lost beside large ones', () => {
  // By hand; 1 + 1e-20 - 1 would be 0.
  expect([...tailSums([1, 2, 1e-20])]).toEqual([3, 2, 1e-20])
})
