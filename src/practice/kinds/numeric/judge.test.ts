import { describe, expect, it } from 'vitest'
import type { NumericQuestion } from '../../question.ts'
import { readTyped } from '../../typed-number.ts'
import { isComplete, judge, maybeShare } from './judge.ts'

// Two of three machines that each work 0.9 of the time: 3 × 0.9² × 0.1 + 0.9³ = 0.972. Whoever
// squares gets 0.81, and whoever cubes 0.729.
const question: NumericQuestion = {
  kind: 'numeric',
  prompt: 'How available?',
  solution: [],
  answer: 0.972,
  unit: 'percent',
  tolerance: { relative: 0.01 },
  traps: [
    { value: 0.81, why: 'Two named ones.', misconception: 'squared' },
    { value: 0.82, why: 'Close to the square.', misconception: 'near-squared' },
    { value: 0.729, why: 'All three.', misconception: 'cubed' },
  ],
  otherwise: { why: 'Count the pairs.', misconception: 'lost' },
  why: 'Three pairs and the three.',
}
const judged = (value: number, change: Partial<NumericQuestion> = {}) =>
  judge({ ...question, ...change }, { kind: 'numeric', value })
const beliefOf = (...of: Parameters<typeof judged>) => judged(...of).remarks[0]?.misconception

describe('a number', () => {
  it('is right within a share of the right one, and not beyond', () => {
    expect(judged(0.972)).toEqual({
      right: true,
      credit: 1,
      remarks: [{ right: true, text: 'Three pairs and the three.' }],
    })
    // One per cent of 0.972 is 0.00972.
    expect(judged(0.9817).right).toBe(true)
    expect(judged(0.9818).right).toBe(false)
  })

  it('is right within a distance, where the tolerance is one', () => {
    const tolerance = { absolute: 0.001 }
    expect(judged(0.973, { tolerance }).right).toBe(true)
    expect(judged(0.9731, { tolerance }).right).toBe(false)
  })

  it('must be exact where nothing else is allowed, but for the last digit of a fraction', () => {
    const exact = { tolerance: { absolute: 0 }, answer: 0.3 }
    expect(judged(0.1 + 0.2, exact).right).toBe(true)
    expect(judged(0.30001, exact).right).toBe(false)
    expect(judged(0, { tolerance: { relative: 0.5 }, answer: 0 }).right).toBe(true)
  })

  it('names the mistake that leads to it, of two the nearer one', () => {
    expect(judged(0.729).remarks).toEqual([
      { right: false, text: 'All three.', misconception: 'cubed' },
    ])
    // Both are within one per cent of 0.8145 and 0.8160.
    expect(beliefOf(0.8145)).toBe('squared')
    expect(beliefOf(0.816)).toBe('near-squared')
  })

  it('names the general mistake where no known one leads to it, and earns nothing', () => {
    expect(beliefOf(0.5)).toBe('lost')
    expect(judged(0.5).credit).toBe(0)
  })
})

describe('a share typed for per cent', () => {
  const slip = (text: string) => maybeShare(readTyped(text, 'percent', 'en'), question)

  it('is noticed whether it is right or wrong, so that nobody learns which', () => {
    expect([slip('0.972'), slip('.97'), slip('0.81'), slip('0.5')]).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  it('is nobody’s slip where it has its sign, or is near as it stands', () => {
    expect(['0.972 %', '97.2', '50', '0'].map(slip)).toEqual([false, false, false, false])
    // Asked for is 0.5 %. Of that 0.5 is right, and 0.9 too much by less than twice; 0.005 is the share.
    const small = { ...question, answer: 0.005 }
    const slips = ['0.5', '0.9', '0.005'].map((text) =>
      maybeShare(readTyped(text, 'percent', 'en'), small),
    )
    expect(slips).toEqual([false, false, true])
  })
})

it('is complete as soon as it is a number', () => {
  expect(isComplete(undefined)).toBe(false)
  expect(isComplete({ kind: 'numeric', value: 0 })).toBe(true)
})
