import { describe, expect, it } from 'vitest'
import {
  requireDuration,
  requireProbability,
  requireWholeNumber,
  requirePositive,
  requireRate,
} from './domain.ts'

describe('requireProbability', () => {
  it.each([0, 1, 0.5, Number.MIN_VALUE])('lets %d through unchanged', (value) => {
    expect(requireProbability(value, 'p', 'f')).toBe(value)
  })

  it.each([-1e-300, 1 + Number.EPSILON, NaN, Infinity, -Infinity])('refuses %d', (value) => {
    expect(() => requireProbability(value, 'p', 'f')).toThrow(RangeError)
  })

  it('names function, rule and value', () => {
    expect(() => requireProbability(1.5, 'coverage', 'failoverCoverage')).toThrow(
      'failoverCoverage: coverage must lie in [0, 1], got 1.5',
    )
  })
})

describe('requireWholeNumber', () => {
  it.each([0, 3, 5])('lets %d through within 0 to 5', (value) => {
    expect(requireWholeNumber(value, 0, 5, 'n', 'f')).toBe(value)
  })

  it.each([-1, 6, 2.5, NaN, Infinity])('refuses %d within 0 to 5', (value) => {
    expect(() => requireWholeNumber(value, 0, 5, 'n', 'f')).toThrow(
      `f: n must be a whole number from 0 to 5, got ${value}`,
    )
  })
})

describe('requireDuration', () => {
  it.each([0, 8760, 0.25])('lets %d through unchanged', (value) => {
    expect(requireDuration(value, 'hours', 'f')).toBe(value)
  })

  it.each([-1, NaN, Infinity])('refuses %d', (value) => {
    expect(() => requireDuration(value, 'hours', 'f')).toThrow(
      `f: hours must be a finite number of at least 0, got ${value}`,
    )
  })
})

describe('requireRate', () => {
  it('lets a rate of 0 through and refuses a negative one', () => {
    expect(requireRate(0, 'rate', 'f')).toBe(0)
    expect(() => requireRate(-1, 'rate', 'f')).toThrow(
      'f: rate must be a finite number of at least 0, got -1',
    )
  })
})

describe('requirePositive', () => {
  it.each([5e-324, 3])('lets %d through unchanged', (value) => {
    expect(requirePositive(value, 'target', 'f')).toBe(value)
  })

  it.each([0, -1, NaN, Infinity])('refuses %d', (value) => {
    expect(() => requirePositive(value, 'target', 'f')).toThrow(
      `f: target must be a finite number above 0, got ${value}`,
    )
  })
})
