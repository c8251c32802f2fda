import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { corners, decades, fullBar, logTicks, roundTicks, segments } from './layout.ts'
import { detector, parameters, type DetectorValues } from './model.ts'

// The edge between scenes and types, as in the frame.
const at = (over: Partial<DetectorValues>) => detector(complete(parameters, over) as DetectorValues)

describe('the plot', () => {
  // 137,111 and 1.6e-9 a year at thresholds 1 and 8; below 1e-4 there is only a floor.
  it('reaches from the floor to the decade above the jumpiest threshold', () => {
    expect(decades(at({}))).toEqual([1e-4, 1e6])
  })

  // At ten times the interval the jumpiest has 30,617 a year: nine decades, and one for the tick.
  it('ends on a tick where only every other power of ten has one', () => {
    expect(decades(at({ intervalMs: 10_000 }))).toEqual([1e-4, 1e6])
  })

  it('keeps a height where no probe is ever lost', () => {
    expect(decades(at({ probeLoss: 0 }))).toEqual([1e-4, 1])
  })

  it('has ticks at powers of ten, and skips every other one where there are many', () => {
    expect(logTicks([1e-4, 1])).toEqual([1e-4, 1e-3, 1e-2, 0.1, 1])
    expect(logTicks([1e-4, 1e6])).toEqual([1e-4, 1e-2, 1, 100, 1e4, 1e6])
  })

  it.each([
    [16, [0, 5, 10, 15]],
    [0.8, [0, 0.2, 0.4, 0.6, 0.8]],
    [470, [0, 100, 200, 300, 400]],
  ])('has round ticks up to %d', (most, ticks) => {
    expect(roundTicks(most)).toEqual(ticks)
  })

  // Between thresholds 5 (1.56e-3) and 6 (1.56e-5) the line falls below 1e-4 after
  // log(15.6) / log(100) = 0.597 of the way from 10 s to 12 s: at 11.19 s.
  it('ends the line where it falls below the floor', () => {
    const line = corners(at({}).costs, (seconds) => seconds, [1e-4, 1e6], [100, 0])
    expect(line).toHaveLength(6)
    expect(line.at(-1)?.x).toBeCloseTo(11.193, 2)
    expect(line.at(-1)?.y).toBe(100)
  })

  it('has no line where there is no false failover', () => {
    expect(corners(at({ probeLoss: 0 }).costs, (each) => each, [1e-4, 1], [100, 0])).toEqual([])
  })
})

describe('a bar', () => {
  const model = at({})
  const lengths = (threshold: number) => {
    const cost = model.costs[threshold - 1] ?? model.least
    return segments(cost, fullBar(model), 300).map(({ width }) => width)
  }

  // The least, 460.7 s, is a third of the full bar: 96 s, 360 s and 4.7 s are 20.8, 78.1 and 1.0.
  it('has its parts end to end, the least a third of the full length', () => {
    expect(lengths(4).map((each) => Number(each.toFixed(1)))).toEqual([20.8, 78.1, 1])
  })

  it('is cut off at its full length, however long it would be', () => {
    expect(lengths(1).reduce((sum, each) => sum + each, 0)).toBeCloseTo(300, 9)
  })
})
