import { describe, expect, it } from 'vitest'
import { outageBudget } from './outage-budget.ts'

describe('outageBudget', () => {
  it('spends three nines on a failover a month of 44 minutes', () => {
    // By hand: 12 · 0.73 h = 8.76 h of 8760 h.
    const { hoursPerYear, availability } = outageBudget({ perYear: 12, recoveryHours: 0.73 })
    expect(hoursPerYear).toBeCloseTo(8.76, 14)
    expect(availability.unreliability).toBeCloseTo(0.001, 16)
  })

  it('keeps twenty nines, and may spend the whole year but no more', () => {
    expect(outageBudget({ perYear: 8.76e-17, recoveryHours: 1 }).availability.unreliability).toBe(
      1e-20,
    )
    expect(outageBudget({ perYear: 1, recoveryHours: 8760 }).availability.reliability).toBe(0)
    expect(() => outageBudget({ perYear: 2, recoveryHours: 8760 })).toThrow(
      'outageBudget: perYear times recoveryHours must be at most 8760, got 17520',
    )
  })

  it.each([
    [{ perYear: -1, recoveryHours: 1 }, 'perYear must be a finite number of at least 0, got -1'],
    [{ perYear: 1, recoveryHours: NaN }, 'recoveryHours must be a finite number'],
  ])('refuses %o', (failover, message) => {
    expect(() => outageBudget(failover)).toThrow(RangeError)
    expect(() => outageBudget(failover)).toThrow(`outageBudget: ${message}`)
  })
})
