import { describe, expect, it } from 'vitest'
import { recoveryTime } from './recovery-time.ts'

describe('recoveryTime', () => {
  it('adds its phases up', () => {
    const { shortest, mean } = recoveryTime([
      { fixed: 10 },
      { fixed: 5, variable: 30 },
      { fixed: 0, variable: 2 },
    ])
    expect(shortest).toBe(15)
    expect(mean).toBe(47)
  })

  it('has the tail of two exponential phases, equal or not', () => {
    // By hand: e^-x (1 + x) for two of mean 1; (2e^(-x/2) - e^-x) for means 2 and 1.
    const equal = recoveryTime([
      { fixed: 3, variable: 1 },
      { fixed: 1, variable: 1 },
    ])
    expect(equal.longerThan(4 + 5)).toBeCloseTo(6 * Math.exp(-5), 11)
    const unequal = recoveryTime([
      { fixed: 0, variable: 2 },
      { fixed: 0, variable: 1 },
    ])
    expect(unequal.longerThan(3)).toBeCloseTo(2 * Math.exp(-1.5) - Math.exp(-3), 11)
  })

  it('keeps a miss of 1e-43', () => {
    // By hand: e^-100.
    const { longerThan } = recoveryTime([{ fixed: 5, variable: 0.1 }])
    expect(longerThan(15) / Math.exp(-100)).toBeCloseTo(1, 9)
  })

  it('is certain before the shortest time and, with fixed phases alone, from it on', () => {
    const { longerThan } = recoveryTime([{ fixed: 10 }, { fixed: 5 }])
    expect(longerThan(14.9)).toBe(1)
    expect(longerThan(15)).toBe(0)
    expect(recoveryTime([]).longerThan(0)).toBe(0)
  })

  it.each([
    [[{ fixed: -1 }], 'recoveryTime: fixed must be a finite number of at least 0, got -1'],
    [[{ fixed: 0, variable: NaN }], 'recoveryTime: variable must be a finite number of at least 0'],
  ])('refuses %o', (phases, message) => {
    expect(() => recoveryTime(phases)).toThrow(RangeError)
    expect(() => recoveryTime(phases)).toThrow(message)
  })

  it('refuses to look at a time of NaN', () => {
    expect(() => recoveryTime([]).longerThan(NaN)).toThrow('recoveryTime: time must be a finite')
  })
})
