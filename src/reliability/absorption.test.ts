import { describe, expect, it } from 'vitest'
import { absorption } from './absorption.ts'
import type { Transition } from './markov-chain.ts'

/** A walk over five states, one either way at rate 1, that ends at 0 or 4. */
const WALK = {
  states: 5,
  transitions: [1, 2, 3].flatMap((state): Transition[] => [
    [state, state - 1, 1],
    [state, state + 1, 1],
  ]),
}

describe('absorption', () => {
  it('takes 3 times the square of a mean life for a pair with one slow repair', () => {
    // By hand: (3λ + μ)/(2λ²) with λ = 1 and μ = 3.
    const pair = {
      states: 3,
      transitions: [
        [0, 1, 2],
        [1, 0, 3],
        [1, 2, 1],
      ],
    } as const
    expect(absorption(pair, [2], 0)).toEqual({ meanTime: 3, probabilities: [1] })
  })

  it('is the ruin of a gambler', () => {
    // By hand: from stake i of 4 the chance of all is i/4, and i(4 - i) games of half a unit each.
    const { meanTime, probabilities } = absorption(WALK, [0, 4], 1)
    expect(meanTime).toBeCloseTo(1.5, 14)
    expect(probabilities[0]).toBeCloseTo(0.75, 15)
    expect(probabilities[1]).toBeCloseTo(0.25, 15)
  })

  it('mixes what becomes of each state of a start that is not certain', () => {
    // By hand: a quarter each from 0, 1, 2 and 4, so means (0 + 1.5 + 2 + 0)/4.
    const { meanTime, probabilities } = absorption(WALK, [4, 0], [0.25, 0.25, 0.25, 0, 0.25])
    expect(meanTime).toBeCloseTo(0.875, 14)
    expect(probabilities[0]).toBeCloseTo((0 + 0.25 + 0.5 + 1) / 4, 15)
    expect(probabilities[1]).toBeCloseTo((1 + 0.75 + 0.5 + 0) / 4, 15)
  })

  it('is over at once where it starts absorbed, whatever leads out of there', () => {
    const chain = {
      states: 2,
      transitions: [
        [1, 0, 5],
        [0, 1, 1],
      ],
    } as const
    expect(absorption(chain, [1], 1)).toEqual({ meanTime: 0, probabilities: [1] })
  })

  it('keeps the digits of an end as rare as 1e-30', () => {
    const chain = {
      states: 3,
      transitions: [
        [0, 1, 1],
        [0, 2, 1e-30],
      ],
    } as const
    const { probabilities } = absorption(chain, [1, 2], 0)
    expect(Math.abs((probabilities[1] ?? 0) / 1e-30 - 1)).toBeLessThan(1e-15)
  })

  it('may never come where the chain can be trapped', () => {
    // By hand: from 0 one in four ends in 2, the rest is trapped in 1 or 3.
    const chain = {
      states: 4,
      transitions: [
        [0, 1, 3],
        [0, 2, 1],
        [1, 3, 1],
        [3, 1, 1],
      ],
    } as const
    expect(absorption(chain, [2], 0)).toEqual({ meanTime: Infinity, probabilities: [0.25] })
    expect(absorption(chain, [2], 1)).toEqual({ meanTime: Infinity, probabilities: [0] })
  })

  it('has its mean in the unit of the rates', () => {
    const fast = { states: 2, transitions: [[0, 1, 3e200]] } as const
    expect(Math.abs(absorption(fast, [1], 0).meanTime * 3e200 - 1)).toBeLessThan(1e-15)
  })

  it.each([
    [[], 0, 'absorption: absorbing must name at least one state and none twice, got []'],
    [[1, 1], 0, 'absorption: absorbing must name at least one state and none twice, got [1,1]'],
    [[5], 0, 'absorption: absorbing must be a whole number from 0 to 4, got 5'],
    [[4], -1, 'absorption: start must be a whole number from 0 to 4, got -1'],
    [[4], [1, 0], 'absorption: start must be 5 probabilities that add up to 1, got 2'],
    [[4], [0.5, 0, 0, 0, 0], 'absorption: start must be 5 probabilities that add up to 1, got 5'],
    [[4], [-0.5, 1.5, 0, 0, 0], 'absorption: start must lie in [0, 1], got -0.5'],
  ])('refuses to end in %j from %j', (absorbing, start, message) => {
    expect(() => absorption(WALK, absorbing, start)).toThrow(RangeError)
    expect(() => absorption(WALK, absorbing, start)).toThrow(message)
  })

  it('refuses a path that a double cannot hold', () => {
    // The way out is found once in 1e400 units.
    const transitions = [
      [0, 1, 1],
      [1, 0, 1],
      [1, 2, 1e-200],
      [2, 1, 1],
      [2, 3, 1e-200],
    ] as const
    expect(() => absorption({ states: 4, transitions }, [3], 0)).toThrow(
      /^absorption: paths must not be slower/,
    )
  })
})
