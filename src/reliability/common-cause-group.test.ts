import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alphaFactor } from './alpha-factor.ts'
import { betaFactor } from './beta-factor.ts'
import { binomialFailureRate } from './binomial-failure-rate.ts'
import { combinations, commonCauseGroup } from './common-cause-group.ts'
import { kOfN } from './k-of-n.ts'
import { multipleGreekLetters } from './multiple-greek-letters.ts'
import { fromUnreliability } from './probability.ts'

const RUNS = { seed: 20_090_115, numRuns: 200 }
const probability = fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000)

/** Ordinary chances and rare ones. */
const chance = fc.oneof(
  probability,
  fc.integer({ min: 0, max: 15_000 }).map((count) => 10 ** (-count / 1000)),
)

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

/** The chance that fewer than k of m are up, one event of one set after another over all sets of components. */
function enumerated(k: number, events: readonly number[]): { up: number; down: number } {
  const m = events.length
  const bits = (set: number): number => set.toString(2).replaceAll('0', '').length
  let chances = new Map([[0, 1]])
  for (let victims = 1; victims < 2 ** m; victims += 1) {
    const happens = events[bits(victims) - 1] ?? 0
    const next = new Map<number, number>()
    for (const [down, value] of chances) {
      next.set(down, (next.get(down) ?? 0) + value * (1 - happens))
      next.set(down | victims, (next.get(down | victims) ?? 0) + value * happens)
    }
    chances = next
  }
  let [up, down] = [0, 0]
  for (const [set, value] of chances) {
    if (m - bits(set) >= k) up += value
    else down += value
  }
  return { up, down }
}

describe('combinations', () => {
  it('is the thirtieth row of Pascal’s triangle in its middle', () => {
    // OEIS A000984(15).
    expect(combinations(30, 15)).toBe(155_117_520)
    expect(combinations(5, 0)).toBe(1)
    expect(combinations(5, 2)).toBe(10)
  })
})

describe('commonCauseGroup', () => {
  it('agrees with enumeration of every event of every set, up to five components', () => {
    const group = fc.integer({ min: 1, max: 5 }).chain((m) =>
      fc.tuple(
        fc.array(
          fc.integer({ min: 0, max: 500_000 }).map((count) => count / 1_000_000),
          { minLength: m, maxLength: m },
        ),
        fc.integer({ min: 1, max: m + 1 }),
      ),
    )
    fc.assert(
      fc.property(group, ([events, k]) => {
        const { up, down } = enumerated(k, events)
        const { reliability, unreliability } = commonCauseGroup(k, events.map(fromUnreliability))
        expect(relativeError(reliability, up)).toBeLessThan(1e-12)
        expect(relativeError(unreliability, down)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('is the independent system when components only fail alone, up to thirty of them', () => {
    for (const m of [1, 4, 30]) {
      const events = Array.from({ length: m }, (_, others) => fromUnreliability(others ? 0 : 1e-3))
      for (let k = 1; k <= m; k += 3) {
        const { unreliability } = commonCauseGroup(k, events)
        const expected = kOfN(m, k, fromUnreliability(1e-3)).unreliability
        expect(relativeError(unreliability, expected)).toBeLessThan(1e-12)
      }
    }
  })
})

describe('multipleGreekLetters', () => {
  it('splits one per cent over the sets of four as by hand', () => {
    // Q1 = 0.01·0.9; Q2 = 0.01·0.1·0.73/3; Q3 = 0.01·0.1·0.27·0.6/3; Q4 = 0.01·0.1·0.27·0.4.
    const { eventProbabilities } = multipleGreekLetters({
      m: 4,
      k: 2,
      unreliability: 0.01,
      letters: [0.1, 0.27, 0.4],
    })
    const expected = [0.009, 0.00073 / 3, 0.000162 / 3, 0.000108]
    for (const [index, value] of expected.entries()) {
      expect(relativeError(eventProbabilities[index] ?? NaN, value)).toBeLessThan(1e-14)
    }
  })

  it('is the beta factor where whatever is shared is shared by all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), chance, chance, (m, unreliability, beta) => {
        const k = Math.ceil(m / 2)
        const letters = Array.from({ length: m - 1 }, (_, index) => (index === 0 ? beta : 1))
        const group = multipleGreekLetters({ m, k, unreliability, letters })
        const expected = m === 1 ? { unreliability } : betaFactor({ n: m, k, unreliability, beta })
        expect(relativeError(group.unreliability, expected.unreliability)).toBeLessThan(1e-10)
      }),
      RUNS,
    )
  })

  it('keeps a component that hardly ever works although it is spared by its own event only', () => {
    // By hand for q = 1 and one letter b: a component works when its own event, 1 - b, and the common
    // one, b, both spare it: b(1 - b). With b = 1e-9 both of two work with b²(1 - b).
    const { reliability } = multipleGreekLetters({ m: 2, k: 2, unreliability: 1, letters: [1e-9] })
    expect(relativeError(reliability, 1e-18 * (1 - 1e-9))).toBeLessThan(1e-12)
  })

  it.each([
    [{ m: 3, letters: [0.5] }, 'multipleGreekLetters: there must be m - 1 = 2 letters, got 1'],
    [{ letters: [1.5] }, 'multipleGreekLetters: letter must lie in [0, 1], got 1.5'],
    [{ unreliability: NaN }, 'multipleGreekLetters: unreliability must lie in [0, 1], got NaN'],
    [{ m: 31 }, 'multipleGreekLetters: m must be a whole number from 1 to 30, got 31'],
    [{ k: 0.5 }, 'multipleGreekLetters: k must be a whole number'],
  ])('refuses %o by name', (change, message) => {
    const system = { m: 2, k: 1, unreliability: 0.1, letters: [0.1], ...change }
    expect(() => multipleGreekLetters(system)).toThrow(RangeError)
    expect(() => multipleGreekLetters(system)).toThrow(message)
  })
})

describe('alphaFactor', () => {
  const pair = { m: 2, k: 1, unreliability: 0.01, alphas: [0.9, 0.1] }

  it('gives a staggered pair by hand', () => {
    // Q1 = 0.009, Q2 = 0.001: 0.001 + 0.999·0.009² = 0.001080919.
    const { unreliability, eventProbabilities } = alphaFactor({ ...pair, staggered: true })
    expect(relativeError(unreliability, 0.001080919)).toBeLessThan(1e-13)
    expect(eventProbabilities[1]).toBeCloseTo(0.001, 15)
  })

  it('weighs events by their victims when all are tested at once', () => {
    // By hand: shares 1·0.9 and 2·0.1 of 1.1, so Q1 = 0.01·9/11 and Q2 = 0.01·2/11.
    const { eventProbabilities } = alphaFactor({ ...pair, staggered: false })
    expect(relativeError(eventProbabilities[0] ?? NaN, 0.09 / 11)).toBeLessThan(1e-14)
    expect(relativeError(eventProbabilities[1] ?? NaN, 0.02 / 11)).toBeLessThan(1e-14)
  })

  it('does not care for the scale of the alphas when all are tested at once', () => {
    fc.assert(
      fc.property(fc.array(probability, { minLength: 2, maxLength: 6 }), chance, (alphas, q) => {
        fc.pre(alphas.some((alpha) => alpha > 1e-200))
        const system = { m: alphas.length, k: 1, unreliability: q, staggered: false }
        const one = alphaFactor({ ...system, alphas })
        const half = alphaFactor({ ...system, alphas: alphas.map((alpha) => alpha / 2) })
        expect(relativeError(half.unreliability, one.unreliability)).toBeLessThan(1e-11)
      }),
      RUNS,
    )
  })

  it.each([
    [{ alphas: [1] }, 'alphaFactor: there must be m = 2 alphas, got 1'],
    [{ alphas: [0, 0] }, 'alphaFactor: alphas must not all be 0 without staggered testing, got 0'],
    [{ alphas: [0.5, -1] }, 'alphaFactor: alpha must lie in [0, 1], got -1'],
    [{ unreliability: 2 }, 'alphaFactor: unreliability must lie in [0, 1], got 2'],
    [{ m: 0, alphas: [] }, 'alphaFactor: m must be a whole number from 1 to 30, got 0'],
  ])('refuses %o by name', (change, message) => {
    const system = { ...pair, staggered: false, ...change }
    expect(() => alphaFactor(system)).toThrow(RangeError)
    expect(() => alphaFactor(system)).toThrow(message)
  })
})

describe('binomialFailureRate', () => {
  const calm = { n: 2, k: 1, unreliability: 0.1, shock: 0, shockFailure: 0.5, lethalShock: 0 }

  it('gives a pair in a shock by hand', () => {
    // 0.75·0.01 without the shock, and with it 0.25·0.55²; then 1/8 lost to the lethal one.
    const { unreliability } = binomialFailureRate({ ...calm, shock: 0.25, lethalShock: 0.125 })
    const expected = 0.125 + 0.875 * (0.0075 + 0.25 * 0.3025)
    expect(relativeError(unreliability, expected)).toBeLessThan(1e-14)
  })

  it('is the beta factor when only the lethal shock strikes, with its own cause apart', () => {
    // βq lethal and (1 - β)q alone, for q = 1/8 and β = 1/2.
    const shocked = binomialFailureRate({ ...calm, unreliability: 1 / 16, lethalShock: 1 / 16 })
    const expected = betaFactor({ n: 2, k: 1, unreliability: 1 / 8, beta: 1 / 2 })
    expect(relativeError(shocked.unreliability, expected.unreliability)).toBeLessThan(1e-14)
  })

  it('is worse with every cause', () => {
    const names = ['unreliability', 'shock', 'shockFailure', 'lethalShock'] as const
    fc.assert(
      fc.property(chance, chance, chance, chance, chance, fc.nat({ max: 9 }), (...given) => {
        const [unreliability, shock, shockFailure, lethalShock, other, k] = given
        const system = { n: 8, k, unreliability, shock, shockFailure, lethalShock }
        for (const name of names) {
          const low = binomialFailureRate({ ...system, [name]: Math.min(system[name], other) })
          const high = binomialFailureRate({ ...system, [name]: Math.max(system[name], other) })
          expect(low.unreliability).toBeLessThanOrEqual(high.unreliability * (1 + 1e-11))
        }
      }),
      RUNS,
    )
  })

  it('cannot fail where nothing needs to work', () => {
    const system = { ...calm, k: 0, lethalShock: 1 }
    expect(binomialFailureRate(system)).toEqual({ reliability: 1, unreliability: 0 })
    expect(commonCauseGroup(0, [fromUnreliability(1)]).unreliability).toBe(0)
  })

  it.each(['unreliability', 'shock', 'shockFailure', 'lethalShock'])(
    'refuses %s of 1.5 by name',
    (name) => {
      expect(() => binomialFailureRate({ ...calm, [name]: 1.5 })).toThrow(
        `binomialFailureRate: ${name} must lie in [0, 1], got 1.5`,
      )
    },
  )
})
