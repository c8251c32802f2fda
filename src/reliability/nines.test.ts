import { describe, expect, it } from 'vitest'
import { nines } from './nines.ts'
import { fromUnreliability } from './probability.ts'

describe('nines', () => {
  it('counts three in 0.999 and none in 0', () => {
    expect(nines(0.999)).toBeCloseTo(3, 12)
    expect(nines(0)).toBe(0)
  })

  it('counts twenty where the reliability is 1 to a double', () => {
    expect(nines(fromUnreliability(1e-20))).toBe(20)
  })

  it('is Infinity for what never fails', () => {
    expect(nines(1)).toBe(Infinity)
  })

  it('tells an availability of 1e-20 from none', () => {
    // -log10(1 - x) = x / ln 10 to first order.
    expect(nines(1e-20) * 1e20).toBeCloseTo(1 / Math.LN10, 14)
  })

  it('refuses what is no availability', () => {
    expect(() => nines(-0.1)).toThrow('nines: availability must lie in [0, 1], got -0.1')
  })
})
