import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absorption } from './absorption.ts'
import type { Transition } from './markov-chain.ts'
import { steadyState } from './steady-state.ts'
import { timeInStates } from './time-in-states.ts'
import { transientState } from './transient-state.ts'

const RUNS = { seed: 20_090_115, numRuns: 150 }

function relativeError(got: number | undefined, expected: number): number {
  return got === expected ? 0 : Math.abs((got ?? NaN) - expected) / Math.abs(expected)
}

const rate = fc.double({ min: -3, max: 3, noNaN: true }).map((exponent) => 10 ** exponent)
const time = fc.double({ min: -3, max: 2, noNaN: true }).map((exponent) => 10 ** exponent)

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

const REPAIRED: readonly Transition[] = [
  [0, 1, 0.001],
  [1, 0, 0.5],
]

describe('timeInStates', () => {
  it('leaves a state after 1 - 1/e of a mean life, in the mean over one mean life', () => {
    // By hand: the integral of e^-u from 0 to 1.
    const [first, second] = timeInStates({ states: 2, transitions: [[0, 1, 1]] }, 0, 1)
    expect(first).toBeCloseTo(1 - 1 / Math.E, 15)
    expect(second).toBeCloseTo(1 / Math.E, 15)
  })

  it.each([
    // Computed apart with 80 digits, by the power series of the integral and doubling.
    [1e-9, [9.999999999995e-10, 4.999999999165e-22]],
    [1e-3, [0.00099999950008348954, 4.9991651045732716e-10]],
    [0.3, [0.29995717227118571, 4.2827728814292906e-5]],
    [2, [1.9985293109686506, 0.0014706890313493612]],
    [17, [16.97005111518025, 0.029948884819749785]],
    [400, [399.20558085425954, 0.79441914574045522]],
    [1e4, [9980.043904207553, 19.956095792447042]],
    [1e8, [99800399.205580854, 199600.79441914574]],
  ])(
    'is up and down for the times of the differential equation within %d hours',
    (hours, times) => {
      const got = timeInStates({ states: 2, transitions: REPAIRED }, 0, hours)
      for (const [state, expected] of times.entries()) {
        expect(relativeError(got[state], expected)).toBeLessThan(1e-13)
      }
    },
  )

  it.each([
    // Computed apart with 80 digits: states that settle early and late, one that is left for good
    // after 1e9 ticks of the clock, and one that two jumps reach sooner than one.
    [
      [
        [0, 1, 1e6],
        [1, 0, 1e6],
        [1, 2, 1e-6],
        [2, 1, 2e-6],
      ],
      1e5,
      [48847.96867741619, 48847.96867689407, 2304.0626456897395],
    ],
    [
      [
        [0, 1, 1],
        [1, 0, 2],
        [1, 2, 1e-9],
        [2, 1, 1e-3],
      ],
      7,
      [4.77777777322159, 2.2222222193690366, 7.4093734550911313e-9],
    ],
    [
      [
        [0, 1, 1e3],
        [1, 0, 1e3],
        [1, 2, 1e-6],
      ],
      1e6,
      [393469.34075665225, 393469.34005991758, 213061.31918343016],
    ],
    [
      [
        [0, 1, 1e-30],
        [1, 2, 1],
        [2, 0, 1],
        [0, 2, 1e-12],
      ],
      50,
      [49.999999999951, 4.8999999999952004e-29, 4.8999999999951999e-11],
    ],
  ] as const)('keeps its digits where rates are far apart: %j', (transitions, hours, times) => {
    const got = timeInStates({ states: 3, transitions }, 0, hours)
    for (const [state, expected] of times.entries()) {
      expect(relativeError(got[state], expected)).toBeLessThan(2e-11)
    }
  })

  it('keeps the digits of a state that takes five rare jumps to reach', () => {
    // By hand: the integral of u^5/120 · (1 - …) from 0 to 1e-8.
    const transitions = [0, 1, 2, 3, 4].map((state): Transition => [state, state + 1, 1])
    const last = timeInStates({ states: 6, transitions }, 0, 1e-8)[5]
    expect(relativeError(last, 1e-48 / 720)).toBeLessThan(1e-7)
  })

  it('adds up to the time, and goes on from where the chain is', () => {
    fc.assert(
      fc.property(chains, time, time, (chain, first, second) => {
        const before = timeInStates(chain, 0, first)
        const after = timeInStates(chain, transientState(chain, 0, first), second)
        const whole = timeInStates(chain, 0, first + second)
        const sum = whole.reduce((total, hours) => total + hours, 0)
        expect(relativeError(sum, first + second)).toBeLessThan(1e-13)
        for (const [state, hours] of whole.entries()) {
          const inTwo = (before[state] ?? 0) + (after[state] ?? 0)
          expect(relativeError(inTwo, hours)).toBeLessThan(1e-10)
        }
      }),
      RUNS,
    )
  })

  it('is shared out as in the steady state in the long run', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const before = timeInStates(chain, 0, 1e12)
        const times = timeInStates(chain, 0, 2e12)
        for (const [state, share] of steadyState(chain).entries()) {
          const later = (times[state] ?? 0) - (before[state] ?? 0)
          expect(relativeError(later / 1e12, share)).toBeLessThan(1e-11)
        }
      }),
      RUNS,
    )
  })

  it('is the mean time to absorption where the chain has long been absorbed', () => {
    fc.assert(
      fc.property(chains, ({ states, transitions }) => {
        const open = transitions.filter(([from]) => from !== states - 1)
        const end = absorption({ states, transitions: open }, [states - 1], 0).meanTime
        const times = timeInStates({ states, transitions: open }, 0, 1e7 * end)
        const alive = times.slice(0, -1).reduce((sum, hours) => sum + hours, 0)
        expect(relativeError(alive, end)).toBeLessThan(1e-10)
      }),
      RUNS,
    )
  })

  it('has spent no time at the start, and all of it where nothing happens', () => {
    expect(timeInStates({ states: 2, transitions: REPAIRED }, 0, 0)).toEqual([0, 0])
    expect(timeInStates({ states: 2, transitions: [] }, [0.25, 0.75], 8)).toEqual([2, 6])
  })

  it.each([
    [0, -1, 'timeInStates: time must be a finite number of at least 0, got -1'],
    [0, Infinity, 'timeInStates: time must be a finite number of at least 0, got Infinity'],
    [2, 1, 'timeInStates: start must be a whole number from 0 to 1, got 2'],
  ])('refuses to start from %d for %d hours', (start, hours, message) => {
    const chain = { states: 2, transitions: REPAIRED }
    expect(() => timeInStates(chain, start, hours)).toThrow(RangeError)
    expect(() => timeInStates(chain, start, hours)).toThrow(message)
  })
})
