import { describe, expect, it } from 'vitest'
import { rebuildError } from './rebuild-error.ts'

describe('rebuildError', () => {
  it('meets one in 39 % of rebuilds that read half the bits expected per error', () => {
    // 1 - e^-(1/2), as (1 - 1e-14)^(0.5e14) is e^(-1/2) to 14 digits.
    const { unreliability } = rebuildError(0.5e14, 1e-14)
    expect(unreliability).toBeCloseTo(1 - Math.exp(-0.5), 13)
  })

  it('reads nothing without error, and no bit where all are bad', () => {
    expect(rebuildError(0, 1).unreliability).toBe(0)
    expect(rebuildError(1, 1).reliability).toBe(0)
    expect(rebuildError(1e13, 0)).toEqual({ reliability: 1, unreliability: 0 })
    expect(rebuildError(1e300, 1e-3)).toEqual({ reliability: 0, unreliability: 1 })
  })

  it('refuses less than no bits and a rate above 1', () => {
    expect(() => rebuildError(-1, 0)).toThrow('rebuildError: bits must be a finite number')
    expect(() => rebuildError(1, 1.5)).toThrow('rebuildError: bitErrorRate must lie in [0, 1]')
  })
})
