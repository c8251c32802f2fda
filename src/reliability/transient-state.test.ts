import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Transition } from './markov-chain.ts'
import { steadyState } from './steady-state.ts'
import { transientState } from './transient-state.ts'

const RUNS = { seed: 20_090_115, numRuns: 150 }

function relativeError(got: number | undefined, expected: number): number {
  return got === expected ? 0 : Math.abs((got ?? NaN) - expected) / Math.abs(expected)
}

const rate = fc.integer({ min: -30_000, max: 30_000 }).map((count) => 10 ** (count / 10_000))
const time = fc.integer({ min: -30_000, max: 20_000 }).map((count) => 10 ** (count / 10_000))

const chains = fc.integer({ min: 2, max: 6 }).chain((states) =>
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

describe('transientState', () => {
  it('halves a state in the half-life of its jump', () => {
    const [left, gone] = transientState({ states: 2, transitions: [[0, 1, 1]] }, 0, Math.LN2)
    expect(left).toBeCloseTo(0.5, 15)
    expect(gone).toBeCloseTo(0.5, 15)
  })

  it.each([1e-9, 1e-3, 0.3, 2, 17, 400, 1e4, 1e8])(
    'is that of two states in closed form at %d hours',
    (hours) => {
      // λ/(λ + μ) · (1 - e^(-(λ + μ)t)), from the differential equation.
      const chain = {
        states: 2,
        transitions: [
          [0, 1, 0.001],
          [1, 0, 0.5],
        ],
      } as const
      const down = (0.001 / 0.501) * -Math.expm1(-0.501 * hours)
      expect(relativeError(transientState(chain, 0, hours)[1], down)).toBeLessThan(1e-13)
    },
  )

  it('keeps the digits of a state that takes five rare jumps to reach', () => {
    // A Poisson number of at least 5 at t = 1e-8, by its series t^5/120 · (1 - 5t/6 + …).
    const transitions = [0, 1, 2, 3, 4].map((state): Transition => [state, state + 1, 1])
    const last = transientState({ states: 6, transitions }, 0, 1e-8)[5]
    expect(relativeError(last, 1e-40 / 120)).toBeLessThan(1e-7)
  })

  it('keeps the digits of a state that is nearly emptied', () => {
    // The closed form e^-300.
    const chain = { states: 2, transitions: [[0, 1, 3]] } as const
    expect(relativeError(transientState(chain, 0, 100)[0], Math.exp(-300))).toBeLessThan(1e-12)
  })

  it.each([
    // Computed apart with 80 digits. Fast states that settle, and slow ones that have only begun to,
    // after a hundred thousand million ticks of the clock.
    [1e6, 1e6, 1e-6, 2e-6, 1e5, [0.47788007830734006, 0.47788007830714536, 0.04423984338551459]],
    [1, 2, 1e-9, 1e-3, 7, [0.6666666655164832, 0.33333333226870394, 2.2148128459139456e-9]],
  ])('reaches no further than it can at rates %d, %d, %d, %d', (a, b, c, d, hours, expected) => {
    const transitions: Transition[] = [
      [0, 1, a],
      [1, 0, b],
      [1, 2, c],
      [2, 1, d],
    ]
    const end = transientState({ states: 3, transitions }, 0, hours)
    for (const [state, probability] of expected.entries()) {
      expect(relativeError(end[state], probability)).toBeLessThan(1e-11)
    }
  })

  it('leaks out of two fast states at the slow rate of their way out', () => {
    // From the differential equation: S = (r2 e^(r1 t) - r1 e^(r2 t))/(r2 - r1) for the roots of
    // r² + (2a + e) r + ae, the fast one gone after a thousand million ticks.
    const [fast, slow] = [1e3, 1e-6]
    const root = Math.sqrt(4 * fast * fast + slow * slow)
    const slowRoot = (-2 * fast * slow) / (2 * fast + slow + root)
    const fastRoot = -(2 * fast + slow + root) / 2
    const left = (fastRoot / (fastRoot - slowRoot)) * Math.exp(slowRoot * 1e6)
    const transitions: Transition[] = [
      [0, 1, fast],
      [1, 0, fast],
      [1, 2, slow],
    ]
    const [first = 0, second = 0] = transientState({ states: 3, transitions }, 0, 1e6)
    expect(relativeError(first + second, left)).toBeLessThan(1e-11)
  })

  it.each([0.5, 3, 5, 9, 40])(
    'fails ten units as if each were alone where each has a crew, at %d hours',
    (hours) => {
      // Each is down with q = 1/3 · (1 - e^-3t) from the differential equation; of ten, C(10, i) q^i ….
      const transitions = Array.from({ length: 10 }, (_, failed): Transition[] => [
        [failed, failed + 1, 10 - failed],
        [failed + 1, failed, 2 * (failed + 1)],
      ]).flat()
      const end = transientState({ states: 11, transitions }, 0, hours)
      const down = -Math.expm1(-3 * hours) / 3
      let ways = 1
      for (const [failed, probability] of end.entries()) {
        const expected = ways * down ** failed * (1 - down) ** (10 - failed)
        expect(relativeError(probability, expected)).toBeLessThan(2e-12)
        ways *= (10 - failed) / (failed + 1)
      }
    },
  )

  it('tends to the steady state', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const end = transientState(chain, 0, 1e9)
        for (const [state, share] of steadyState(chain).entries()) {
          expect(relativeError(end[state], share)).toBeLessThan(1e-11)
        }
      }),
      RUNS,
    )
  })

  it('settles where some states are too rare for a double', () => {
    // A crew for each of 149 units, each up for 1 / 1.001 of the time: all down together, 1e-447.
    const transitions = Array.from({ length: 149 }, (_, failed): Transition[] => [
      [failed, failed + 1, (149 - failed) * 1e-3],
      [failed + 1, failed, failed + 1],
    ]).flat()
    const chain = { states: 150, transitions }
    const end = transientState(chain, 0, 1e3)
    for (const [state, share] of steadyState(chain).entries()) {
      if (share > 1e-290) expect(relativeError(end[state], share)).toBeLessThan(1e-11)
      else expect(end[state]).toBeLessThan(1e-289)
    }
    expect(end[0]).toBeCloseTo(1.001 ** -149, 12)
  })

  it('comes to the same place in one stretch of time or in two', () => {
    fc.assert(
      fc.property(chains, time, time, (chain, first, second) => {
        const between = transientState(chain, 0, first)
        const sum = between.reduce((total, probability) => total + probability, 0)
        const inTwo = transientState(chain, between, second)
        const inOne = transientState(chain, 0, first + second)
        expect(Math.abs(sum - 1)).toBeLessThan(1e-13)
        for (const [state, probability] of inOne.entries()) {
          expect(relativeError(inTwo[state], probability)).toBeLessThan(1e-10)
        }
      }),
      RUNS,
    )
  })

  it.each([
    [{ states: 2, transitions: [[0, 1, 5]] as const }, 0],
    [{ states: 2, transitions: [] }, 1e9],
  ])('has not moved in %o after %d hours', (chain, hours) => {
    expect(transientState(chain, [0.25, 0.75], hours)).toEqual([0.25, 0.75])
  })

  it('takes rates and times at the ends of what a double holds', () => {
    const chain = {
      states: 2,
      transitions: [
        [0, 1, 1e300],
        [1, 0, 1e300],
      ],
    } as const
    expect(transientState(chain, 0, 1e300)).toEqual([0.5, 0.5])
    expect(transientState(chain, 0, 1e-320)[1]).toBeCloseTo(1e-20, 22)
  })

  it.each([-1, NaN, Infinity])('refuses a time of %d', (hours) => {
    const chain = { states: 1, transitions: [] }
    expect(() => transientState(chain, 0, hours)).toThrow(
      `transientState: time must be a finite number of at least 0, got ${hours}`,
    )
  })
})
