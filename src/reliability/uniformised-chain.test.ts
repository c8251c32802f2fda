import { expect, it } from 'vitest'
import { rateMatrix } from './markov-chain.ts'
import { addWeighted, normalise, tick, uniformise } from './uniformised-chain.ts'

it('ticks as fast as the fastest state is left, and the others mostly stay', () => {
  // By hand, in units of 2: states are left at 1.5 and 0.5, so 0 always jumps and 1 one time in three.
  const matrix = rateMatrix(
    {
      states: 3,
      transitions: [
        [0, 1, 1],
        [0, 2, 2],
        [1, 0, 1],
      ],
    },
    'f',
  )
  const clock = uniformise(matrix)
  expect(clock.pace).toBe(1.5)
  const next = tick(clock, Float64Array.of(0.5, 0.5, 0))
  expect(next[0]).toBeCloseTo(1 / 6, 15)
  expect(next[1]).toBeCloseTo(1 / 6 + 1 / 3, 15)
  expect(next[2]).toBeCloseTo(1 / 3, 15)
})

it('brings weights to a sum of 1 and adds them with a factor', () => {
  const weights = Float64Array.of(1, 3)
  normalise(weights)
  expect([...weights]).toEqual([0.25, 0.75])
  const sum = Float64Array.of(1, 1)
  addWeighted(sum, weights, 2)
  expect([...sum]).toEqual([1.5, 2.5])
})
