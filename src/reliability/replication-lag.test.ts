import { describe, expect, it } from 'vitest'
import { recoveryPointMet, writesLost } from './replication-lag.ts'

describe('writesLost', () => {
  it('is 600 writes for three seconds at 200 a second, and none without lag', () => {
    expect(writesLost(3, 200)).toBe(600)
    expect(writesLost(0, 200)).toBe(0)
  })

  it('refuses a negative lag and an infinite rate', () => {
    expect(() => writesLost(-1, 1)).toThrow('writesLost: lagSeconds must be a finite number')
    expect(() => writesLost(1, Infinity)).toThrow('writesLost: writesPerSecond must be a finite')
  })
})

describe('recoveryPointMet', () => {
  it('is missed half of the time at the half-life of the lag', () => {
    expect(recoveryPointMet(2 * Math.LN2, 2).unreliability).toBeCloseTo(0.5, 15)
    expect(recoveryPointMet(4 * Math.LN2, 2).unreliability).toBeCloseTo(0.25, 15)
  })

  it('keeps both small sides', () => {
    // By hand: e^-100, and 1 - e^-x = x to first order.
    expect(recoveryPointMet(100, 1).unreliability / Math.exp(-100)).toBeCloseTo(1, 13)
    expect(recoveryPointMet(1e-20, 1).reliability / 1e-20).toBeCloseTo(1, 13)
  })

  it('is met by a standby that never lags, and hardly ever by an objective of 0', () => {
    expect(recoveryPointMet(0, 0).reliability).toBe(1)
    expect(recoveryPointMet(0, 1).unreliability).toBe(1)
  })

  it('refuses negative times', () => {
    expect(() => recoveryPointMet(-1, 1)).toThrow('recoveryPointMet: objective must be a finite')
    expect(() => recoveryPointMet(1, NaN)).toThrow('recoveryPointMet: meanLag must be a finite')
  })
})
