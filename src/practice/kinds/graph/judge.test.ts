import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Axis, GraphQuestion } from '../../question.ts'
import { withLine } from './drawn.ts'
import { isComplete, judge } from './judge.ts'
import { roundStep, snapped, stepOf, ticksOf } from './ticks.ts'

const axis = (from: number, to: number): Axis => ({ label: '', unit: 'number', from, to })
// An axis of 200 and a tolerance of a twentieth: each value may be 10 off.
const question: GraphQuestion = {
  kind: 'graph',
  prompt: 'Predict.',
  solution: [],
  x: axis(0, 10),
  y: axis(0, 200),
  at: [
    { x: 2, y: 20 },
    { x: 5, y: 50 },
    { x: 8, y: 150 },
  ],
  tolerance: 0.05,
  curve: [],
  traps: [
    { values: [20, 50, 80], why: 'It is no straight line.', misconception: 'linear' },
    { values: [20, 50, 86], why: 'Nor nearly one.', misconception: 'nearly' },
  ],
  otherwise: { why: 'It turns up.', misconception: 'lost' },
  why: 'It turns up after five.',
}
const judged = (...values: number[]) => judge(question, { kind: 'graph', values })

describe('a curve', () => {
  it('is right where every value is close enough, at the edge of the tolerance too', () => {
    expect(judged(30, 40, 160)).toEqual({
      right: true,
      credit: 1,
      remarks: [{ right: true, text: 'It turns up after five.' }],
    })
    expect(judged(30.1, 40, 160).right).toBe(false)
  })

  it('earns the share of its values that are close enough', () => {
    expect(judged(20, 50, 100).credit).toBeCloseTo(2 / 3, 12)
    expect(judged(100, 100, 100).credit).toBe(0)
  })

  it('names the mistake whose whole curve it is, of two the nearer one', () => {
    expect(judged(20, 50, 82).remarks).toEqual([
      { right: false, text: 'It is no straight line.', misconception: 'linear' },
    ])
    expect(judged(20, 50, 85).remarks[0]?.misconception).toBe('nearly')
  })

  it('names the general mistake where one value follows no known curve', () => {
    expect(judged(20, 70, 80).remarks[0]?.misconception).toBe('lost')
  })

  it('is complete with a value for each place, and refused without', () => {
    expect(isComplete(undefined, question)).toBe(false)
    expect(isComplete({ kind: 'graph', values: [1, 2] }, question)).toBe(false)
    expect(isComplete({ kind: 'graph', values: [1, 2, 3] }, question)).toBe(true)
    expect(() => judged(1, 2)).toThrow(RangeError)
  })
})

describe('drawing', () => {
  const none = [undefined, undefined, undefined]

  it('sets the place nearest to the pointer, and no other', () => {
    expect(withLine(question, none, undefined, { x: 6, y: 71.2 })).toEqual([
      undefined,
      72,
      undefined,
    ])
  })

  it('sets every place that a quick line passes, to its height there', () => {
    // From (0, 0) to (9, 180): 20 for each step to the right, and the end is nearest to 8.
    expect(withLine(question, none, { x: 0, y: 0 }, { x: 9, y: 180 })).toEqual([40, 100, 180])
    expect(withLine(question, none, { x: 9, y: 180 }, { x: 4, y: 80 })).toEqual([
      undefined,
      80,
      160,
    ])
  })
})

describe('an axis', () => {
  it('has round values along it', () => {
    expect(ticksOf(axis(0, 1), 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(ticksOf(axis(3, 60), 3)).toEqual([20, 40, 60])
    expect(ticksOf(axis(-1, 1), 2)).toEqual([-1, 0, 1])
  })

  it('is divided into steps that a reader can count', () => {
    expect([0.011, 0.02, 3, 7, 10].map(roundStep)).toEqual([0.02, 0.02, 5, 10, 10])
    expect([axis(0, 1), axis(0, 60), axis(0, 1440)].map(stepOf)).toEqual([0.01, 1, 20])
  })

  it('has a step within reach of every value on it, and nothing beyond its ends', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.double({ min: -0.5, max: 1.5, noNaN: true }),
        (from, length, share) => {
          const one = axis(from, from + length)
          const value = snapped(from + share * length, one)
          const slack = 1e-9 * (Math.abs(from) + length)
          expect(value).toBeGreaterThanOrEqual(one.from - slack)
          expect(value).toBeLessThanOrEqual(one.to + slack)
          if (share >= 0 && share <= 1)
            expect(Math.abs(value - (from + share * length))).toBeLessThanOrEqual(
              stepOf(one) * 0.51 + slack,
            )
        },
      ),
    )
  })
})
