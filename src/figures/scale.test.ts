import { describe, expect, it } from 'vitest'
import { linearScale, logScale } from './scale.ts'

describe('linearScale', () => {
  it('puts a quarter of the domain at a quarter of the range, by hand', () => {
    expect(linearScale([0, 1], [70, 470])(0.25)).toBe(170)
  })
  it('runs backwards where the range does', () => {
    expect(linearScale([0, 10], [100, 0])(10)).toBe(0)
  })
})

describe('logScale', () => {
  it('puts one decade of three a third of the way, by hand', () => {
    expect(logScale([1e-4, 1e-1], [300, 0])(1e-3)).toBeCloseTo(200, 10)
  })
  it('keeps zero and what lies beyond at the ends', () => {
    const scale = logScale([1e-4, 1e-1], [300, 0])
    expect(scale(0)).toBe(300)
    expect(scale(1)).toBeCloseTo(0, 10)
  })
  it('refuses a domain that touches zero', () => {
    expect(() => logScale([0, 1], [0, 1])).toThrow(/logScale.*positive/)
  })
})
