import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestFailoverReplicas, failoverReplicas } from './failover-replicas.ts'
import { kOfN } from './k-of-n.ts'
import { fromUnreliability } from './probability.ts'

const RUNS = { seed: 20_090_115, numRuns: 300 }
const probability = fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000)

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

describe('failoverReplicas', () => {
  it('adds up covered failures by hand', () => {
    // p = 0.9, q·c = 0.05: two of three work with 0.9³ + 3·0.9²·0.05 = 0.729 + 0.1215.
    const { reliability } = failoverReplicas(3, { k: 2, replica: 0.9, coverage: 0.5 })
    expect(relativeError(reliability, 0.8505)).toBeLessThan(1e-14)
  })

  it('agrees with the sum over covered failures, and with kOfN at full coverage', () => {
    const size = fc.integer({ min: 1, max: 12 })
    fc.assert(
      fc.property(size, fc.nat({ max: 13 }), probability, probability, (n, k, p, coverage) => {
        let expected = 0
        let ways = 1
        for (let failures = 0; failures <= Math.min(n, n - k); failures += 1) {
          expected += ways * p ** (n - failures) * ((1 - p) * coverage) ** failures
          ways = (ways * (n - failures)) / (failures + 1)
        }
        const { reliability } = failoverReplicas(n, { k, replica: p, coverage })
        if (expected > 1e-290) expect(relativeError(reliability, expected)).toBeLessThan(1e-11)
        const full = failoverReplicas(n, { k, replica: p, coverage: 1 })
        const independent = kOfN(n, k, p)
        if (independent.unreliability > 1e-290) {
          expect(relativeError(full.unreliability, independent.unreliability)).toBeLessThan(1e-11)
        }
      }),
      RUNS,
    )
  })

  it('keeps the failures that a reliability of 1 hides', () => {
    // By hand: 1e-20·1e-5 for a failure not covered, twice, and (1e-20)² for both covered.
    const replica = fromUnreliability(1e-20)
    const { unreliability } = failoverReplicas(2, { k: 1, replica, coverage: 0.99999 })
    expect(relativeError(unreliability, 2e-25)).toBeLessThan(1e-10)
  })

  it('fails by a replica that does harm even where none is needed', () => {
    expect(failoverReplicas(1, { k: 0, replica: 0, coverage: 0.25 }).unreliability).toBe(0.75)
    expect(failoverReplicas(0, { k: 0, replica: 0, coverage: 0 }).unreliability).toBe(0)
  })

  it('has nothing left where every replica does harm', () => {
    expect(failoverReplicas(2, { k: 1, replica: 0, coverage: 0 })).toEqual({
      reliability: 0,
      unreliability: 1,
    })
  })
})

describe('bestFailoverReplicas', () => {
  it('stops at three replicas of 0.9 when one failure in a hundred is not covered', () => {
    // By hand, U(n) = 1 - 0.999^n + 0.099^n: 0.1, 0.0118, 0.003967, 0.004090.
    const { replicas, system } = bestFailoverReplicas({ k: 1, replica: 0.9, coverage: 0.99 })
    expect(replicas).toBe(3)
    expect(system.unreliability).toBeCloseTo(0.0039673, 15)
  })

  it('wants no second replica when half of the failures do harm', () => {
    // By hand: p + p·(qc - q(1 - c)) is p at c = 1/2, exactly as good as one.
    for (let percent = 1; percent < 100; percent += 1) {
      const { replicas } = bestFailoverReplicas({ k: 1, replica: percent / 100, coverage: 0.5 })
      expect(replicas).toBe(1)
    }
  })

  it('is as good as the best number tried one by one', () => {
    const some = fc.integer({ min: 10_000, max: 999_000 }).map((count) => count / 1_000_000)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), some, some, (k, replica, coverage) => {
        const system = { k, replica, coverage }
        const all = Array.from(
          { length: 60 - k },
          (_, more) => failoverReplicas(k + more, system).reliability,
        )
        const best = bestFailoverReplicas(system, 59)
        expect(relativeError(best.system.reliability, Math.max(...all))).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('takes as many as it may at full coverage, and one where more cannot help', () => {
    expect(bestFailoverReplicas({ k: 1, replica: 0.5, coverage: 1 }, 40).replicas).toBe(40)
    expect(bestFailoverReplicas({ k: 1, replica: 1, coverage: 0.5 }, 40).replicas).toBe(1)
    expect(bestFailoverReplicas({ k: 2, replica: 0, coverage: 0.5 }, 40).replicas).toBe(2)
  })

  it.each([
    [{ k: 0 }, 'bestFailoverReplicas: k must be a whole number from 1'],
    [{ replica: 2 }, 'bestFailoverReplicas: replica must lie in [0, 1], got 2'],
    [{ coverage: NaN }, 'bestFailoverReplicas: coverage must lie in [0, 1], got NaN'],
  ])('refuses %o by name', (change, message) => {
    const system = { k: 1, replica: 0.5, coverage: 0.5, ...change }
    expect(() => bestFailoverReplicas(system)).toThrow(RangeError)
    expect(() => bestFailoverReplicas(system)).toThrow(message)
    expect(() => failoverReplicas(2, { k: 1, replica: 0.5, coverage: -1 })).toThrow(
      'failoverReplicas: coverage must lie in [0, 1], got -1',
    )
    expect(() => bestFailoverReplicas({ k: 3, replica: 0.5, coverage: 1 }, 2)).toThrow(
      'bestFailoverReplicas: most must be a whole number from 3',
    )
  })
})
