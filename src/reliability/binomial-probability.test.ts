import { expect, it } from 'vitest'
import { binomialProbability } from './binomial-probability.ts'

it('is an entry of Pascal’s triangle over 2^n for a fair coin', () => {
  // The triangle is built by its additions, exact in a double to the fiftieth row.
  let row: readonly number[] = [1]
  for (let n = 1; n <= 50; n += 1) {
    const above = row
    row = Array.from({ length: n + 1 }, (_, index) => (above[index - 1] ?? 0) + (above[index] ?? 0))
    for (const [successes, ways] of row.entries()) {
      if (successes === 0) continue
      const probability = binomialProbability(n, successes, 0.5, 0.5)
      expect(Math.abs(probability / (ways / 2 ** n) - 1)).toBeLessThan(2e-14)
    }
  }
})

it('adds up to 1 over all counts, with the chance of none by hand', () => {
  // 0.1 of 30 trials: counts below and above the mean take different branches of the deviance.
  let sum = 0.9 ** 30
  for (let successes = 1; successes <= 30; successes += 1) {
    sum += binomialProbability(30, successes, 0.1, 0.9)
  }
  expect(Math.abs(sum - 1)).toBeLessThan(1e-14)
})

it('keeps a failure probability that its complement cannot show', () => {
  // By hand: C(5, 3) · (1e-20)^3 · 1^2 = 1e-59.
  expect(Math.abs(binomialProbability(5, 3, 1e-20, 1) / 1e-59 - 1)).toBeLessThan(1e-12)
})
