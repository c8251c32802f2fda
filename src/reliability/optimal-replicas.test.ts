import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaFactor } from './beta-factor.ts'
import { optimalReplicas } from './optimal-replicas.ts'

const costs = { k: 1, replica: 0.5, costPerReplica: 1, lossWhileDown: 16, most: 9 }

describe('optimalReplicas', () => {
  it('buys replicas while each saves more than it costs', () => {
    // By hand: 1 + 8, 2 + 4, 3 + 2, 4 + 1: three and four both cost 5, and three are fewer.
    expect(optimalReplicas(costs)).toMatchObject({ replicas: 3, cost: 5 })
    expect(optimalReplicas({ ...costs, lossWhileDown: 17 }).replicas).toBe(4)
    expect(optimalReplicas({ ...costs, most: 2 }).replicas).toBe(2)
  })

  it('is no dearer than any other number', () => {
    const model = fc.record({
      k: fc.integer({ min: 1, max: 5 }),
      replica: fc.oneof(
        fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000),
        fc.nat({ max: 1000 }).map((n) => n / 1000),
      ),
      beta: fc.oneof(
        fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000),
        fc.nat({ max: 1000 }).map((n) => n / 1000),
      ),
      costPerReplica: fc.integer({ min: 0, max: 100_000 }).map((count) => count / 1000),
      lossWhileDown: fc.integer({ min: 0, max: 1_000_000_000 }).map((count) => count / 1000),
    })
    fc.assert(
      fc.property(model, (given) => {
        const { k, beta } = given
        const best = optimalReplicas({ ...given, most: 20 })
        for (let n = k; n <= 20; n += 1) {
          const system = betaFactor({ n, k, unreliability: 1 - given.replica, beta })
          const cost = n * given.costPerReplica + given.lossWhileDown * system.unreliability
          expect(best.cost).toBeLessThanOrEqual(cost * (1 + 1e-12))
        }
      }),
      { seed: 20_090_115, numRuns: 200 },
    )
  })

  it('stays at the fewest where a common cause leaves nothing to save', () => {
    expect(optimalReplicas({ ...costs, beta: 1 })).toMatchObject({ replicas: 1, cost: 9 })
    expect(optimalReplicas({ ...costs, replica: 1 })).toMatchObject({ replicas: 1, cost: 1 })
    expect(optimalReplicas({ ...costs, replica: 0 })).toMatchObject({ replicas: 1, cost: 17 })
  })

  it('counts only what the common cause spares', () => {
    // By hand: U is 0.4375 with one and 0.296875 with two; 6 times the difference is 0.84.
    const shared = { ...costs, beta: 0.5, most: 2 }
    expect(optimalReplicas({ ...shared, lossWhileDown: 6 }).replicas).toBe(1)
    expect(optimalReplicas({ ...shared, lossWhileDown: 8 }).replicas).toBe(2)
  })

  it('sees savings far below the last digit of the total', () => {
    // By hand: the tenth replica of 1e-3 saves 1e-27 of the loss, 1e-12, beside a floor of 1e11.
    const cheap = { ...costs, replica: 0.999, beta: 0.1, costPerReplica: 0, lossWhileDown: 1e15 }
    expect(optimalReplicas({ ...cheap, most: 20 }).replicas).toBe(20)
  })

  it.each([
    [{ ...costs, k: 0 }, 'optimalReplicas: k must be a whole number from 1'],
    [{ ...costs, most: 0 }, 'optimalReplicas: most must be a whole number from 1'],
    [{ ...costs, beta: 2 }, 'optimalReplicas: beta must lie in [0, 1], got 2'],
    [{ ...costs, replica: NaN }, 'optimalReplicas: replica must lie in [0, 1], got NaN'],
    [{ ...costs, costPerReplica: -1 }, 'optimalReplicas: costPerReplica must be a finite'],
    [{ ...costs, lossWhileDown: Infinity }, 'optimalReplicas: lossWhileDown must be a finite'],
  ])('refuses %o', (given, message) => {
    expect(() => optimalReplicas(given)).toThrow(RangeError)
    expect(() => optimalReplicas(given)).toThrow(message)
  })
})
