import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minimumReplicas, spareCapacity } from './spare-capacity.ts'

const RUNS = { seed: 20_090_115, numRuns: 500 }

describe('spareCapacity', () => {
  it('overloads two of three replicas by a twentieth when each was at 70 %', () => {
    // By hand: 3 · 0.7 = 2.1 over 2 is 1.05; two thirds would have been safe; 2.1 needs 3, so none to spare.
    const fleet = spareCapacity({ replicas: 3, failed: 1, utilisation: 0.7 })
    expect(fleet.totalLoad).toBeCloseTo(2.1, 15)
    expect(fleet.perSurvivor).toBeCloseTo(1.05, 15)
    expect(fleet.maximumUtilisation).toBeCloseTo(2 / 3, 15)
    expect(fleet).toMatchObject({ survives: false, needed: 3, spare: 0 })
  })

  it('lets the rest be full to the target and no fuller', () => {
    expect(spareCapacity({ replicas: 10, failed: 2, utilisation: 0.8 }).survives).toBe(true)
    expect(spareCapacity({ replicas: 10, failed: 2, utilisation: 0.8001 }).survives).toBe(false)
    expect(spareCapacity({ replicas: 6, failed: 2, utilisation: 0.6, target: 0.9 }).survives).toBe(
      true,
    )
  })

  it('may be used to the share of the target that survives', () => {
    // By hand: four sixths of 0.9.
    const fleet = { replicas: 6, failed: 2, utilisation: 0.6, target: 0.9 }
    expect(spareCapacity(fleet).maximumUtilisation).toBeCloseTo(0.6, 15)
  })

  it('has nobody left to carry anything when all fail', () => {
    const fleet = spareCapacity({ replicas: 2, failed: 2, utilisation: 0.1 })
    expect(fleet).toMatchObject({ perSurvivor: Infinity, maximumUtilisation: 0, survives: false })
  })

  it('counts a fleet short of what it carries as having less than none to spare', () => {
    // By hand: 2 · 1.5 = 3 replicas of load on two.
    expect(spareCapacity({ replicas: 2, failed: 0, utilisation: 1.5 }).spare).toBe(-1)
  })

  it.each([
    [{ replicas: 0 }, 'spareCapacity: replicas must be a whole number from 1 to 1000000, got 0'],
    [{ failed: 4 }, 'spareCapacity: failed must be a whole number from 0 to 3, got 4'],
    [{ utilisation: -0.1 }, 'spareCapacity: utilisation must be a finite number of at least 0'],
    [{ utilisation: 1e308 }, 'spareCapacity: replicas times utilisation must be a finite number'],
    [{ target: 0 }, 'spareCapacity: target must be a finite number above 0, got 0'],
  ])('refuses %o', (change, message) => {
    const fleet = { replicas: 3, failed: 1, utilisation: 0.5, ...change }
    expect(() => spareCapacity(fleet)).toThrow(RangeError)
    expect(() => spareCapacity(fleet)).toThrow(message)
  })
})

describe('minimumReplicas', () => {
  it.each([
    // By hand; as doubles 2.1 / 0.7 is a little more than 3, and 0.3 / 0.1 a little less.
    [2.1, 0, 0.7, 3],
    [2.1, 2, 1, 5],
    [0.3, 1, 0.1, 4],
    [2.1000001, 0, 0.7, 4],
    [0, 2, 1, 2],
  ])('for a load of %d, %d failures and a target of %d is %d', (load, failed, target, replicas) => {
    expect(minimumReplicas(load, failed, target)).toBe(replicas)
  })

  it('is the smallest fleet that survives', () => {
    const share = fc.integer({ min: 50_000, max: 1_000_000 }).map((count) => count / 1_000_000)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        share,
        fc.nat({ max: 5 }),
        share,
        (size, per, failed, target) => {
          const load = size * per
          const replicas = minimumReplicas(load, failed, target)
          expect(load / (replicas - failed)).toBeLessThanOrEqual(target * (1 + 1e-11))
          if (replicas - failed > 1) expect(load / (replicas - failed - 1)).toBeGreaterThan(target)
        },
      ),
      RUNS,
    )
  })

  it('refuses what is no load, no number of failures and no target', () => {
    expect(() => minimumReplicas(NaN, 1)).toThrow('minimumReplicas: load must be a finite number')
    expect(() => minimumReplicas(1, 0.5)).toThrow('minimumReplicas: failed must be a whole number')
    expect(() => minimumReplicas(1, 1, -1)).toThrow(
      'minimumReplicas: target must be a finite number',
    )
  })
})
