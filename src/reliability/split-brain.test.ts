import { describe, expect, it } from 'vitest'
import { fromUnreliability } from './probability.ts'
import { splitBrain } from './split-brain.ts'

describe('splitBrain', () => {
  it('takes a partition and fencing that fails', () => {
    // By hand: 1/4 · 1/2, and an eighth of 1000.
    const pair = splitBrain({ partition: 0.25, fencing: 0.5, lossPerSplit: 1000 })
    expect(pair).toEqual({ reliability: 0.875, unreliability: 0.125, expectedLoss: 125 })
  })

  it('does not round fencing of twenty nines up to perfect', () => {
    const fencing = fromUnreliability(1e-20)
    const { unreliability, expectedLoss } = splitBrain({
      partition: 0.5,
      fencing,
      lossPerSplit: 1e20,
    })
    expect(unreliability).toBe(5e-21)
    expect(expectedLoss).toBe(0.5)
  })

  it('is as likely as the partition without fencing', () => {
    const pair = splitBrain({ partition: 0.125, fencing: 0, lossPerSplit: 0 })
    expect(pair).toEqual({ reliability: 0.875, unreliability: 0.125, expectedLoss: 0 })
  })

  it.each([
    [{ partition: 2 }, 'partition must lie in [0, 1], got 2'],
    [{ fencing: NaN }, 'fencing must lie in [0, 1], got NaN'],
    [{ lossPerSplit: -1 }, 'lossPerSplit must be a finite number of at least 0, got -1'],
  ])('refuses %o', (wrong, message) => {
    const call = () => splitBrain({ partition: 0.5, fencing: 0.5, lossPerSplit: 1, ...wrong })
    expect(call).toThrow(RangeError)
    expect(call).toThrow(`splitBrain: ${message}`)
  })
})
