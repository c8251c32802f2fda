import { describe, expect, it } from 'vitest'
import { latentFault } from './latent-fault.ts'

describe('latentFault', () => {
  it('finds a part dead with 1/e when it is tested once in a mean life', () => {
    // By hand: 1 - (1 - 1/e)/1.
    const { reliability, unreliability } = latentFault(0.25, 4)
    expect(unreliability).toBeCloseTo(1 / Math.E, 15)
    expect(reliability).toBeCloseTo(1 - 1 / Math.E, 15)
  })

  it.each([1e-20, 1e-12, 1e-6])(
    'is half of %d, less a sixth of its square, where that is small',
    (x) => {
      const expected = x / 2 - (x * x) / 6
      expect(Math.abs(latentFault(x / 8, 8).unreliability / expected - 1)).toBeLessThan(1e-12)
    },
  )

  it('does not jump where the series ends', () => {
    const gap = latentFault(1 + 1e-12, 1).unreliability - latentFault(1, 1).unreliability
    expect(gap).toBeGreaterThan(0)
    expect(gap).toBeLessThan(1e-12)
  })

  it('leaves one part in a million of what is tested once in a million mean lives', () => {
    expect(Math.abs(latentFault(1e3, 1e3).reliability / 1e-6 - 1)).toBeLessThan(1e-15)
    expect(latentFault(1e300, 1e300)).toEqual({ reliability: 0, unreliability: 1 })
  })

  it('is certain to work if it never fails', () => {
    expect(latentFault(0, 100)).toEqual({ reliability: 1, unreliability: 0 })
  })

  it('refuses times and rates that are none', () => {
    expect(() => latentFault(1, 0)).toThrow(
      'latentFault: testInterval must be a finite number above',
    )
    expect(() => latentFault(-1, 1)).toThrow('latentFault: failureRate must be a finite number of')
  })
})
