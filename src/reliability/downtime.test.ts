import { describe, expect, it } from 'vitest'
import { downtime } from './downtime.ts'
import { fromUnreliability } from './probability.ts'

describe('downtime', () => {
  it('is a quarter of the period, in three units, at 75 %', () => {
    expect(downtime(0.75, 8)).toEqual({ hours: 2, minutes: 120, seconds: 7200 })
  })

  it('is 87.6 hours a year at two nines: a year has 8760', () => {
    expect(downtime(0.99).hours).toBeCloseTo(87.6, 11)
  })

  it('is seen for a service too good for a plain number', () => {
    // By hand: 1e-20 · 8760 h · 3600 s/h = 3.1536e-13 s.
    expect(downtime(fromUnreliability(1e-20)).seconds * 1e13).toBeCloseTo(3.1536, 12)
  })

  it('refuses what is no availability and what is no period', () => {
    expect(() => downtime(99)).toThrow('downtime: availability must lie in [0, 1], got 99')
    expect(() => downtime(0.99, -1)).toThrow('downtime: periodHours must be a finite number')
    expect(() => downtime(0.99, Infinity)).toThrow(RangeError)
  })
})
