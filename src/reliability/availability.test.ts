import { describe, expect, it } from 'vitest'
import {
  availability,
  meanDownTimeFor,
  meanTimeBetweenFailures,
  meanUpTimeFor,
} from './availability.ts'
import { fromUnreliability } from './probability.ts'

describe('availability', () => {
  it('is the share of the cycle that is up', () => {
    expect(availability({ meanUpTime: 3, meanDownTime: 1 })).toEqual({
      reliability: 0.75,
      unreliability: 0.25,
    })
  })

  it('keeps a down time that its up time would swallow', () => {
    // By hand: 1e-3 / 1e17, to first order.
    const { unreliability } = availability({ meanUpTime: 1e17, meanDownTime: 1e-3 })
    expect(Math.abs(unreliability / 1e-20 - 1)).toBeLessThan(1e-15)
  })

  it('is none for a part that fails at once and half where both times are past adding up', () => {
    expect(availability({ meanUpTime: 0, meanDownTime: 2 }).reliability).toBe(0)
    expect(availability({ meanUpTime: 1.5e308, meanDownTime: 1.5e308 }).reliability).toBe(0.5)
  })

  it.each([
    [-1, 1, 'availability: meanUpTime must be a finite number of at least 0, got -1'],
    [1, Infinity, 'availability: meanDownTime must be a finite number of at least 0, got Infinity'],
    [0, 0, 'availability: the longer of the times must be a finite number above 0, got 0'],
  ])('refuses %d up and %d down', (meanUpTime, meanDownTime, message) => {
    expect(() => availability({ meanUpTime, meanDownTime })).toThrow(RangeError)
    expect(() => availability({ meanUpTime, meanDownTime })).toThrow(message)
  })
})

describe('mean times', () => {
  it('between failures are the whole cycle', () => {
    expect(meanTimeBetweenFailures(990, 10)).toBe(1000)
    expect(() => meanTimeBetweenFailures(NaN, 10)).toThrow('meanTimeBetweenFailures: meanUpTime')
  })

  it('for an availability leave each other', () => {
    // By hand: 12 of 16 hours.
    expect(meanUpTimeFor(0.75, 4)).toBe(12)
    expect(meanDownTimeFor(0.75, 12)).toBe(4)
  })

  it('for twenty nines are a hundred trillion million times as long', () => {
    expect(Math.abs(meanUpTimeFor(fromUnreliability(1e-20), 4) / 4e20 - 1)).toBeLessThan(1e-15)
  })

  it('have no end for a part that never fails or never works', () => {
    expect(meanUpTimeFor(1, 4)).toBe(Infinity)
    expect(meanDownTimeFor(0, 4)).toBe(Infinity)
  })

  it('are refused where they are none', () => {
    expect(() => meanUpTimeFor(0.5, 0)).toThrow('meanUpTimeFor: meanDownTime must be a finite')
    expect(() => meanDownTimeFor(1.5, 1)).toThrow('meanDownTimeFor: target must lie in [0, 1]')
  })
})
