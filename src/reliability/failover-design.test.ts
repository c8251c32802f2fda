import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FailoverBranches, FailoverDesign } from './failover-design.ts'
import {
  failoverCoverage,
  failoverPair,
  failoverSeries,
  failoverSpurious,
} from './failover-pair.ts'
import { fromUnreliability } from './probability.ts'

const RUNS = { seed: 20_090_115, numRuns: 1000 }
const probability = fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000)

const design = fc.record({
  a: probability,
  b: probability,
  coverage: probability,
  spurious: probability,
  path: probability,
  shared: probability,
})

const SERVED: readonly (keyof FailoverBranches)[] = [
  'servedByA',
  'needlesslyHandedOverAndServed',
  'rescued',
]

function total(branches: FailoverBranches, served: boolean): number {
  return Object.entries(branches)
    .filter(([name]) => SERVED.some((one) => one === name) === served)
    .reduce((sum, [, probability]) => sum + probability, 0)
}

/**
 * The reliability found by going through every combination of the six events, one request each:
 * what the definition says, with none of the algebra.
 */
function enumerated(
  full: Required<FailoverDesign> & { a: number; b: number; path: number },
): number {
  const { a, b, coverage, spurious, path, shared } = full
  const z = shared * Math.min(1 - a, 1 - b)
  const chances = [path, z, z < 1 ? a / (1 - z) : 0, z < 1 ? b / (1 - z) : 0, coverage, spurious]
  let reliability = 0
  for (let combination = 0; combination < 2 ** chances.length; combination += 1) {
    const happens = chances.map((_, index) => Math.floor(combination / 2 ** index) % 2 === 1)
    const weight = chances.reduce((w, chance, i) => w * (happens[i] ? chance : 1 - chance), 1)
    const [passes, struck, aWorks, bWorks, handoverSucceeds, firesForNothing] = happens
    const handedOver = !aWorks || firesForNothing
    const answered = handedOver ? handoverSucceeds && bWorks : true
    if (passes && !struck && answered) reliability += weight
  }
  return reliability
}

describe('failoverPair', () => {
  it('is right in every branch for a design worked out by hand', () => {
    // z = 1/2·1/4 = 1/8, b' = (1/2)/(7/8) = 4/7, handover 1/2·4/7 = 2/7; everything in 448ths.
    const outcome = failoverPair({
      a: 0.75,
      b: 0.5,
      coverage: 0.5,
      spurious: 0.25,
      path: 0.5,
      shared: 0.5,
    })
    const in448ths = Object.fromEntries(
      Object.entries(outcome.branches).map(([name, share]) => [name, +(share * 448).toFixed(11)]),
    )
    expect(in448ths).toEqual({
      lostInPath: 224,
      lostToSharedCause: 28,
      servedByA: 126,
      needlesslyHandedOverAndServed: 12,
      needlesslyHandedOverAndDropped: 21,
      needlesslyHandedOverToDeadBackup: 9,
      rescued: 8,
      neverHandedOver: 14,
      handedOverToDeadBackup: 6,
    })
    expect(outcome.system.reliability).toBeCloseTo(146 / 448, 15)
    expect(outcome.system.unreliability).toBeCloseTo(302 / 448, 15)
    expect(outcome.alone).toEqual({ reliability: 0.75, unreliability: 0.25 })
    expect(outcome.gainOverA).toBeCloseTo(-190 / 448, 15)
    expect(outcome.ratio).toBeCloseTo(112 / 302, 15)
  })

  it('agrees with going through every combination of events', () => {
    fc.assert(
      fc.property(design, (full) => {
        expect(failoverPair(full).system.reliability).toBeCloseTo(enumerated(full), 12)
      }),
      RUNS,
    )
  })

  it('accounts for every request once, on both sides', () => {
    fc.assert(
      fc.property(design, (full) => {
        const { branches, system } = failoverPair(full)
        for (const share of Object.values(branches)) expect(share).toBeGreaterThanOrEqual(0)
        expect(Math.abs(total(branches, true) - system.reliability)).toBeLessThan(1e-12)
        expect(Math.abs(total(branches, false) - system.unreliability)).toBeLessThan(1e-12)
        expect(Math.abs(total(branches, true) + total(branches, false) - 1)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('gains what its reliability says', () => {
    fc.assert(
      fc.property(design, (full) => {
        const { gainOverA, system, alone } = failoverPair(full)
        expect(gainOverA).toBeCloseTo(system.reliability - alone.reliability, 14)
      }),
      RUNS,
    )
  })

  it('is the coverage model with no router in the path, no false alarms and nothing shared', () => {
    fc.assert(
      fc.property(probability, probability, probability, (a, b, coverage) => {
        const expected = failoverCoverage({ a, b, coverage })
        for (const full of [
          { a, b, coverage, spurious: 0, path: 1, shared: 0 },
          { a, b, coverage },
        ]) {
          const { system, gainOverA } = failoverPair(full)
          expect(system.reliability).toBeCloseTo(expected.reliability, 14)
          expect(system.unreliability).toBeCloseTo(expected.unreliability, 14)
          expect(gainOverA).toBeCloseTo(expected.gainOverA, 14)
        }
      }),
      RUNS,
    )
  })

  it('is the router-in-path model with a perfect handover', () => {
    fc.assert(
      fc.property(probability, probability, probability, (a, b, path) => {
        const expected = failoverSeries({ a, b, path })
        const { system, gainOverA } = failoverPair({ a, b, path, coverage: 1 })
        expect(system.unreliability).toBeCloseTo(expected.unreliability, 14)
        expect(gainOverA).toBeCloseTo(expected.gainOverA, 14)
      }),
      RUNS,
    )
  })

  it('is the jumpy-detector model with no router in the path and nothing shared', () => {
    fc.assert(
      fc.property(
        probability,
        probability,
        probability,
        probability,
        (a, b, coverage, spurious) => {
          const expected = failoverSpurious({ a, b, coverage, spurious })
          const { system, gainOverA } = failoverPair({ a, b, coverage, spurious })
          expect(system.unreliability).toBeCloseTo(expected.unreliability, 14)
          expect(gainOverA).toBeCloseTo(expected.gainOverA, 14)
        },
      ),
      RUNS,
    )
  })

  it('is never dropped below A by a shared cause or a poor handover', () => {
    fc.assert(
      fc.property(probability, probability, probability, probability, (a, b, coverage, shared) => {
        const { gainOverA, system, alone } = failoverPair({ a, b, coverage, shared })
        expect(gainOverA).toBeGreaterThanOrEqual(0)
        expect(system.unreliability).toBeLessThanOrEqual(alone.unreliability * (1 + 1e-14))
      }),
      RUNS,
    )
  })

  it('gains nothing from an equal backup that shares every failure', () => {
    const { gainOverA, ratio, branches } = failoverPair({ a: 0.9, b: 0.9, coverage: 1, shared: 1 })
    expect(gainOverA).toBe(0)
    expect(ratio).toBeCloseTo(1, 15)
    expect(branches.lostToSharedCause).toBeCloseTo(0.1, 15)
  })

  it('is better with a better handover, a better path, fewer false alarms and a better backup', () => {
    fc.assert(
      fc.property(design, probability, (full, other) => {
        const reliability = (change: Partial<FailoverDesign>): number =>
          failoverPair({ ...full, ...change }).system.reliability
        for (const name of ['coverage', 'path'] as const) {
          const low = reliability({ [name]: Math.min(full[name], other) })
          const high = reliability({ [name]: Math.max(full[name], other) })
          expect(low).toBeLessThanOrEqual(high + 1e-14)
        }
        const calm = reliability({ spurious: Math.min(full.spurious, other) })
        const jumpy = reliability({ spurious: Math.max(full.spurious, other) })
        expect(jumpy).toBeLessThanOrEqual(calm + 1e-14)
      }),
      RUNS,
    )
    fc.assert(
      fc.property(probability, probability, probability, probability, (a, one, other, coverage) => {
        const worse = failoverPair({ a, b: Math.min(one, other), coverage, spurious: 0.3 })
        const better = failoverPair({ a, b: Math.max(one, other), coverage, spurious: 0.3 })
        expect(worse.system.reliability).toBeLessThanOrEqual(better.system.reliability + 1e-14)
      }),
      RUNS,
    )
  })

  it('sees a gain of 1e-24 and its sign between parts of twenty nines', () => {
    // By hand: A fails with 1e-20, half of which B rescues; a needless handover loses half of 1e-20
    // more or less: gain = 1e-20/2 - s/2, so s = 1e-20 ± 2e-24 gives ∓ 1e-24.
    const a = fromUnreliability(1e-20)
    const pair = { a, b: 1, coverage: 0.5 }
    expect(failoverPair({ ...pair, spurious: 0.9998e-20 }).gainOverA / 1e-24).toBeCloseTo(1, 8)
    expect(failoverPair({ ...pair, spurious: 1.0002e-20 }).gainOverA / 1e-24).toBeCloseTo(-1, 8)
  })

  it('keeps a shared cause between parts that hardly ever work', () => {
    // By hand: A never works, B with 1e-20 and, all of B's failures being shared, exactly when the
    // shared cause spares: so the pair works with 1e-20, all of it rescue.
    const { system, branches } = failoverPair({ a: 0, b: 1e-20, coverage: 1, shared: 1 })
    expect(system.reliability * 1e20).toBeCloseTo(1, 12)
    expect(branches.rescued).toBe(system.reliability)
  })

  it('has a ratio where one of the two never fails', () => {
    expect(failoverPair({ a: 0.5, b: 1, coverage: 1 }).ratio).toBe(Infinity)
    expect(failoverPair({ a: 1, b: 1, coverage: 1 }).ratio).toBe(1)
    expect(failoverPair({ a: 1, b: 0, coverage: 1, path: 0.5 }).ratio).toBe(0)
  })

  it('answers where the shared cause always strikes', () => {
    const { system, branches } = failoverPair({ a: 0, b: 0, coverage: 1, shared: 1 })
    expect(system).toEqual({ reliability: 0, unreliability: 1 })
    expect(branches.lostToSharedCause).toBe(1)
  })

  it.each(['a', 'b', 'coverage', 'spurious', 'path', 'shared'])(
    'refuses %s of 1.5 by name',
    (name) => {
      const call = (): unknown => failoverPair({ a: 0.5, b: 0.5, coverage: 0.5, [name]: 1.5 })
      expect(call).toThrow(RangeError)
      expect(call).toThrow(`failoverPair: ${name} must lie in [0, 1], got 1.5`)
    },
  )
})
