import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Transition } from './markov-chain.ts'
import { ReducibleChainError } from './reducible-chain-error.ts'
import { steadyState } from './steady-state.ts'

const RUNS = { seed: 20_090_115, numRuns: 200 }

/** Rates up to twelve orders of magnitude apart. */
const rate = fc.integer({ min: -6000, max: 6000 }).map((count) => 10 ** (count / 1000))

/** Chains in which a ring through all states makes each reachable. */
const chains = fc.integer({ min: 2, max: 7 }).chain((states) =>
  fc
    .tuple(
      fc.array(rate, { minLength: states, maxLength: states }),
      fc.array(fc.tuple(fc.nat({ max: states - 1 }), fc.nat({ max: states - 1 }), rate)),
    )
    .map(([ring, others]) => ({
      states,
      transitions: [
        ...ring.map((entry, from): Transition => [from, (from + 1) % states, entry]),
        ...others,
      ],
    })),
)

describe('steadyState', () => {
  it('is shared out in the mean times of a ring', () => {
    // By hand: stays of 1, 1/2 and 1/4 are 4/7, 2/7 and 1/7 of a turn.
    const ring = {
      states: 3,
      transitions: [
        [0, 1, 1],
        [1, 2, 2],
        [2, 0, 4],
      ],
    } as const
    const [first, second, third] = steadyState(ring)
    expect(first).toBeCloseTo(4 / 7, 15)
    expect(second).toBeCloseTo(2 / 7, 15)
    expect(third).toBeCloseTo(1 / 7, 15)
  })

  it('keeps the digits of a share of 1e-48', () => {
    // By hand: each further failure is 1e-12 times as likely, and the sum is 1 + 1e-12 + ….
    const transitions = [0, 1, 2, 3].flatMap((state): Transition[] => [
      [state, state + 1, 1e-9],
      [state + 1, state, 1e3],
    ])
    const last = steadyState({ states: 5, transitions })[4] ?? 0
    expect(Math.abs(last / (1e-48 * (1 - 1e-12)) - 1)).toBeLessThan(1e-14)
  })

  it('does not overflow where the first state is nearly never seen', () => {
    // By hand: state 0 has a share of 1e-468, too small for a double, and the last of 1 - 1e-12.
    const transitions = Array.from({ length: 39 }, (_, state): Transition[] => [
      [state, state + 1, 1e3],
      [state + 1, state, 1e-9],
    ]).flat()
    const shares = steadyState({ states: 40, transitions })
    expect(shares[0]).toBe(0)
    expect(shares[39]).toBeCloseTo(1, 11)
    expect(Math.abs((shares[20] ?? 0) / 1e-228 - 1)).toBeLessThan(1e-10)
  })

  it('takes several jumps between two states together and ignores one that goes nowhere', () => {
    const transitions = [
      [0, 1, 1],
      [0, 1, 2],
      [1, 0, 1],
      [1, 1, 50],
    ] as const
    expect(steadyState({ states: 2, transitions })).toEqual([0.25, 0.75])
  })

  it('is all of the one state of a chain without jumps', () => {
    expect(steadyState({ states: 1, transitions: [] })).toEqual([1])
  })

  it('balances what enters and what leaves each state', () => {
    fc.assert(
      fc.property(chains, ({ states, transitions }) => {
        const shares = steadyState({ states, transitions })
        const enters = shares.map(() => 0)
        const leaves = shares.map(() => 0)
        for (const [from, to, entry] of transitions) {
          if (from === to) continue
          enters[to] = (enters[to] ?? 0) + (shares[from] ?? 0) * entry
          leaves[from] = (leaves[from] ?? 0) + (shares[from] ?? 0) * entry
        }
        for (const [state, flow] of enters.entries()) {
          expect(Math.abs(flow / (leaves[state] ?? 0) - 1)).toBeLessThan(1e-13)
        }
        expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(1e-14)
      }),
      RUNS,
    )
  })

  it.each([
    ['never leaves the last', [[0, 1, 1]], 'no path from 1 to 0'],
    ['never enters the last', [[1, 0, 1]], 'no path from 0 to 1'],
    [
      'has a rate of 0 on its only way',
      [
        [0, 1, 1],
        [1, 0, 0],
      ],
      'no path from 1 to 0',
    ],
  ] as const)('refuses a chain that %s', (_, transitions, message) => {
    expect(() => steadyState({ states: 2, transitions })).toThrow(ReducibleChainError)
    expect(() => steadyState({ states: 2, transitions })).toThrow(message)
  })

  it('refuses rates so far apart that a path would be lost', () => {
    // State 0 is entered once in 1e400 units, and would have to be given up.
    const lost = [
      [0, 1, 1],
      [1, 2, 1e-200],
      [2, 1, 1],
      [2, 0, 1e-200],
    ] as const
    expect(() => steadyState({ states: 3, transitions: lost })).toThrow(/^steadyState: paths must/)
    const apart = [
      [0, 1, 1e-200],
      [1, 0, 1e200],
    ] as const
    expect(() => steadyState({ states: 2, transitions: apart })).toThrow(
      'steadyState: rates must lie within 1e308 of the largest, got 1e-200 beside 1e+200',
    )
  })

  it.each([
    [0, [], 'steadyState: states must be a whole number from 1 to 2000, got 0'],
    [2, [[0, 2, 1]], 'steadyState: state must be a whole number from 0 to 1, got 2'],
    [2, [[0.5, 1, 1]], 'steadyState: state must be a whole number from 0 to 1, got 0.5'],
    [2, [[0, 1, -1]], 'steadyState: rate must be a finite number of at least 0, got -1'],
    [2, [[0, 1, NaN]], 'steadyState: rate must be a finite number of at least 0, got NaN'],
    [
      2,
      [[1, 1, Infinity]],
      'steadyState: rate must be a finite number of at least 0, got Infinity',
    ],
  ] as const)('refuses %d states with jumps %j', (states, transitions, message) => {
    expect(() => steadyState({ states, transitions })).toThrow(RangeError)
    expect(() => steadyState({ states, transitions })).toThrow(message)
  })
})
