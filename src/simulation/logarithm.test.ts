import { describe, expect, it } from 'vitest'
import { logarithm } from './logarithm.ts'

describe('logarithm', () => {
  // By mpmath with 40 digits.
  it.each([
    [0.25, -1.3862943611198906],
    [0.9, -0.10536051565782628],
    [0.1, -2.3025850929940455],
    [1e-15, -34.538776394910684],
    [1.1102230246251565e-16, -36.7368005696771],
    [0.9999999999999999, -1.1102230246251565e-16],
  ])('of %d is %d to 15 digits', (x, expected) => {
    expect(Math.abs(logarithm(x) / expected - 1)).toBeLessThan(1e-15)
  })

  it('of 1 is 0', () => {
    expect(logarithm(1)).toBe(0)
  })

  it('agrees with the engine’s own over the whole range that a draw can give', () => {
    for (let step = 1; step <= 5000; step += 1) {
      const x = 2 ** (-step / 100)
      expect(Math.abs(logarithm(x) - Math.log(x))).toBeLessThan(1e-14)
    }
  })

  it.each([0, -1, 1.5, NaN])('refuses %d', (x) => {
    expect(() => logarithm(x)).toThrow('logarithm: x must lie in (0, 1]')
  })
})
