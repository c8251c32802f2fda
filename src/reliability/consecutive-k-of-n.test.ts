import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consecutiveKOfN } from './consecutive-k-of-n.ts'
import { kOfN } from './k-of-n.ts'
import { fromUnreliability } from './probability.ts'

const RUNS = { seed: 19_800_629, numRuns: 150 }

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

/** By trying every state; [reliability, unreliability]. */
function enumerated(n: number, k: number, q: number, circular: boolean): [number, number] {
  const sides: [number, number] = [0, 0]
  for (let state = 0; state < 2 ** n; state += 1) {
    const row = Array.from({ length: n }, (_, index) => ((state >> index) & 1 ? 'x' : 'o')).join('')
    const failures = row.replaceAll('o', '').length
    const seen = circular && k <= n ? row + row.slice(0, k - 1) : row
    sides[seen.includes('x'.repeat(k)) ? 1 : 0] += q ** failures * (1 - q) ** (n - failures)
  }
  return sides
}

describe('consecutiveKOfN', () => {
  it('counts pairs of neighbours among four', () => {
    // By hand at one half: 8 of 16 rows have no two neighbours down (Fibonacci), 7 of the circles (Lucas).
    expect(consecutiveKOfN({ n: 4, k: 2, component: 0.5 }).reliability).toBe(8 / 16)
    const circle = consecutiveKOfN({ n: 4, k: 2, component: 0.5, circular: true })
    expect(circle).toEqual({ reliability: 7 / 16, unreliability: 9 / 16 })
  })

  it('is a series system for a run of one, and a parallel one for a run of all', () => {
    for (const circular of [false, true]) {
      for (const k of [1, 6]) {
        const row = consecutiveKOfN({ n: 6, k, component: fromUnreliability(1e-20), circular })
        const expected = kOfN(6, 7 - k, fromUnreliability(1e-20)).unreliability
        expect(relativeError(row.unreliability, expected)).toBeLessThan(1e-13)
      }
    }
  })

  it.each([
    // By a Markov chain over the length of the last run, in 60 digits with mpmath; the circle by the
    // length of its first run and then that chain.
    [1000, 3, 0.001, false, 0.9999990029974935273, 9.9700250647270426244e-7],
    [1000, 5, 0.5, false, 3.6844929652809907755e-8, 0.99999996315507034719],
    [10_000, 2, 0.1, false, 1.0161010457305976119e-40, 1],
    [200, 3, 0.001, true, 0.99999980020001926142, 1.9979998073858190589e-7],
    [200, 5, 0.5, true, 0.032241601401830733007, 0.96775839859816926699],
  ])('has both sides of %d in runs of %d at %d (circular: %s)', (n, k, q, circular, up, down) => {
    const row = consecutiveKOfN({ n, k, component: fromUnreliability(q), circular })
    expect(relativeError(row.reliability, up)).toBeLessThan(1e-12)
    expect(relativeError(row.unreliability, down)).toBeLessThan(1e-12)
  })

  it('agrees with enumeration of up to ten components, row and circle', () => {
    const size = fc.integer({ min: 0, max: 10 })
    const run = fc.integer({ min: 1, max: 11 })
    const chance = fc.integer({ min: 0, max: 1024 }).map((count) => count / 1024)
    fc.assert(
      fc.property(size, run, chance, fc.boolean(), (n, k, q, circular) => {
        const [up, down] = enumerated(n, k, q, circular)
        const row = consecutiveKOfN({ n, k, component: 1 - q, circular })
        expect(relativeError(row.reliability, up)).toBeLessThan(1e-12)
        expect(relativeError(row.unreliability, down)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it.each([
    [{ n: -1, k: 1, component: 1 }, 'n must be a whole number from 0'],
    [{ n: 1, k: 0, component: 1 }, 'k must be a whole number from 1'],
    [{ n: 1, k: 1, component: NaN }, 'component must lie in [0, 1], got NaN'],
  ])('refuses %o', (system, message) => {
    expect(() => consecutiveKOfN(system)).toThrow(RangeError)
    expect(() => consecutiveKOfN(system)).toThrow(`consecutiveKOfN: ${message}`)
  })
})
