import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marshallOlkin } from './marshall-olkin.ts'

const RUNS = { seed: 19_670_301, numRuns: 150 }

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

/** Which of four units each shock hits: one own, one a pair, one for all. */
const UNITS = [0, 1, 2, 3]
const PAIRS = UNITS.flatMap((one) =>
  UNITS.filter((other) => other > one).map((other) => [one, other]),
)
const SHOCKS = [...UNITS.map((unit) => [unit]), ...PAIRS, UNITS]

/** By trying which of the eleven shocks come; [reliability, unreliability]. */
function enumerated(k: number, chances: readonly number[]): [number, number] {
  const sides: [number, number] = [0, 0]
  for (let state = 0; state < 2 ** SHOCKS.length; state += 1) {
    let chance = 1
    const dead = new Set<number>()
    for (const [index, hit] of SHOCKS.entries()) {
      const p = chances[Math.min(hit.length, 3) - 1] ?? 0
      const comes = ((state >> index) & 1) === 1
      chance *= comes ? p : 1 - p
      if (comes) for (const unit of hit) dead.add(unit)
    }
    sides[4 - dead.size >= k ? 0 : 1] += chance
  }
  return sides
}

describe('marshallOlkin', () => {
  it('survives as one of a pair by what each and both must be spared', () => {
    // By hand, with e^-1 for each of the three shocks: common spared, and not both own ones.
    const spared = Math.exp(-1)
    const pair = marshallOlkin({ n: 2, k: 1, ownRate: 1, commonRate: 1, time: 1 })
    expect(relativeError(pair.reliability, spared * spared * (2 - spared))).toBeLessThan(1e-14)
    // The shock of the one pair is one more for both.
    const more = marshallOlkin({
      n: 2,
      k: 1,
      ownRate: 1,
      pairRate: 0.75,
      commonRate: 0.25,
      time: 1,
    })
    expect(relativeError(more.reliability, pair.reliability)).toBeLessThan(1e-14)
  })

  it('is a single unit that both shocks hit', () => {
    const { reliability } = marshallOlkin({ n: 1, k: 1, ownRate: 2, commonRate: 1, time: 0.5 })
    expect(relativeError(reliability, Math.exp(-1.5))).toBeLessThan(1e-14)
  })

  it('keeps shocks of one in 1e20', () => {
    // By hand: the common one 1e-20, and three at once of the own ones, 1e-18 cubed, which is nothing.
    const rates = { ownRate: 1e-18, commonRate: 1e-20 }
    const { unreliability } = marshallOlkin({ n: 3, k: 1, ...rates, time: 1 })
    expect(relativeError(unreliability, 1e-20)).toBeLessThan(1e-14)
  })

  it('has lost every unit where shocks are certain to come', () => {
    const system = marshallOlkin({ n: 3, k: 1, ownRate: 1e200, commonRate: 0, time: 1e200 })
    expect(system).toEqual({ reliability: 0, unreliability: 1 })
  })

  it('agrees with enumeration of all shocks to four units', () => {
    const rate = fc.integer({ min: 0, max: 20 }).map((count) => count / 10)
    fc.assert(
      fc.property(rate, rate, rate, fc.integer({ min: 0, max: 5 }), (own, pair, common, k) => {
        const time = 0.5
        const chances = [own, pair, common].map((each) => -Math.expm1(-each * time))
        const [up, down] = enumerated(k, chances)
        const rates = { ownRate: own, pairRate: pair, commonRate: common }
        const got = marshallOlkin({ n: 4, k, ...rates, time })
        expect(Math.abs(got.reliability - up)).toBeLessThan(1e-12)
        expect(Math.abs(got.unreliability - down)).toBeLessThan(1e-12)
      }),
      { ...RUNS, numRuns: 50 },
    )
  })

  it.each([
    [{ n: 31 }, 'n must be a whole number from 1 to 30, got 31'],
    [{ ownRate: -1 }, 'ownRate must be a finite number of at least 0'],
    [{ pairRate: NaN }, 'pairRate must be a finite number of at least 0'],
    [{ commonRate: Infinity }, 'commonRate must be a finite number of at least 0'],
    [{ time: -1 }, 'time must be a finite number of at least 0'],
  ])('refuses %o', (wrong, message) => {
    const system = { n: 2, k: 1, ownRate: 1, commonRate: 1, time: 1, ...wrong }
    expect(() => marshallOlkin(system)).toThrow(RangeError)
    expect(() => marshallOlkin(system)).toThrow(`marshallOlkin: ${message}`)
  })
})
