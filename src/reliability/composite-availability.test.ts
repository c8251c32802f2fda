import { describe, expect, it } from 'vitest'
import { compositeAvailability } from './composite-availability.ts'

describe('compositeAvailability', () => {
  it('multiplies what must all work and forgives within a group', () => {
    // By hand: 0.999 · 0.99 · (1 - 0.01 · 0.02).
    const { reliability } = compositeAvailability([[0.999], [0.99], [0.99, 0.98]])
    expect(reliability).toBeCloseTo(0.999 * 0.99 * 0.9998, 14)
  })

  it('depends on nothing without dependencies, and never works on an empty group', () => {
    expect(compositeAvailability([]).reliability).toBe(1)
    expect(compositeAvailability([[0.9], []]).reliability).toBe(0)
  })

  it('refuses what is no availability, in its own name', () => {
    expect(() => compositeAvailability([[0.9, 1.1]])).toThrow(
      'compositeAvailability: member must lie in [0, 1], got 1.1',
    )
  })
})
