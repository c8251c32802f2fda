import { describe, expect, it } from 'vitest'
import { rateMatrix, reachable, startDistribution } from './markov-chain.ts'

describe('rateMatrix', () => {
  it('adds up jumps between the same states in a unit that costs no digit', () => {
    const matrix = rateMatrix(
      {
        states: 2,
        transitions: [
          [0, 1, 10],
          [0, 1, 2],
          [1, 0, 3],
        ],
      },
      'f',
    )
    expect(matrix.unit).toBe(8)
    expect([...matrix.rates]).toEqual([0, 1.5, 0.375, 0])
  })

  it('has a unit for the smallest and the largest rates', () => {
    for (const rate of [5e-324, 1.7e308]) {
      const { unit, rates } = rateMatrix({ states: 2, transitions: [[0, 1, rate]] }, 'f')
      expect((rates[1] ?? 0) * unit).toBe(rate)
    }
  })
})

describe('reachable', () => {
  it('follows jumps either way, but no rate of 0', () => {
    const matrix = rateMatrix(
      {
        states: 4,
        transitions: [
          [0, 1, 1],
          [1, 2, 1],
          [2, 3, 0],
        ],
      },
      'f',
    )
    expect(reachable(matrix, [1], false)).toEqual([false, true, true, false])
    expect(reachable(matrix, [1], true)).toEqual([true, true, false, false])
  })
})

describe('startDistribution', () => {
  it('is certain of a state and takes probabilities as they are', () => {
    expect([...startDistribution(1, 3, 'f')]).toEqual([0, 1, 0])
    expect([...startDistribution([0.5, 0, 0.5], 3, 'f')]).toEqual([0.5, 0, 0.5])
  })
})
