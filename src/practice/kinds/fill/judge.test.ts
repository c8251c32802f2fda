import { describe, expect, it } from 'vitest'
import type { FillQuestion } from '../../question.ts'
import { around } from './around.ts'
import { isComplete, judge } from './judge.ts'

const question: FillQuestion = {
  kind: 'fill',
  prompt: 'Complete.',
  solution: [],
  pieces: [
    'A majority of five is ',
    {
      id: 'size',
      sum: {
        answer: 3,
        unit: 'number',
        tolerance: { absolute: 0 },
        traps: [{ value: 2, why: 'That is less than half.', misconception: 'minority' }],
        otherwise: { why: 'More than half.', misconception: 'half' },
        why: 'More than half of five.',
      },
    },
    ', and two of them always ',
    {
      id: 'overlap',
      options: [
        { id: 'share', text: 'share one', why: 'Six are more than five.', correct: true },
        { id: 'apart', text: 'stay apart', why: 'There are not six.', misconception: 'disjoint' },
      ],
    },
    '.',
  ],
}
const judged = (size: string, overlap: string) =>
  judge(question, { kind: 'fill', blanks: { size, overlap } })

describe('a text with gaps', () => {
  it('is right with every gap right, and says of each why', () => {
    expect(judged('3', 'share')).toEqual({
      right: true,
      credit: 1,
      remarks: [
        { about: 'size', right: true, text: 'More than half of five.' },
        { about: 'overlap', right: true, text: 'Six are more than five.' },
      ],
    })
  })

  it('earns the share of its gaps that are right, and names the belief behind the others', () => {
    expect(judged('2', 'share')).toEqual({
      right: false,
      credit: 0.5,
      remarks: [
        { about: 'size', right: false, text: 'That is less than half.', misconception: 'minority' },
        { about: 'overlap', right: true, text: 'Six are more than five.' },
      ],
    })
    expect(judged('7', 'apart').remarks.map(({ misconception }) => misconception)).toEqual([
      'half',
      'disjoint',
    ])
  })

  it('is complete when each gap holds what belongs there', () => {
    const complete = (blanks: Record<string, string>) =>
      isComplete({ kind: 'fill', blanks }, question)
    expect(isComplete(undefined, question)).toBe(false)
    expect(complete({ size: '3' })).toBe(false)
    expect(complete({ size: '', overlap: 'share' })).toBe(false)
    expect(complete({ size: 'three', overlap: 'share' })).toBe(false)
    expect(complete({ size: '3', overlap: 'other' })).toBe(false)
    expect(complete({ size: '2.5', overlap: 'apart' })).toBe(true)
  })

  it('is refused while it is not', () => {
    expect(() => judged('three', 'share')).toThrow(RangeError)
    expect(() => judged('3', 'other')).toThrow(/overlap/)
  })
})

it('a gap is told by the words around it', () => {
  expect(around(question, 1)).toBe('A majority of five is ___ , and two of them always')
  const pieces = [
    'one two `three` four five six seven ',
    question.pieces[1] ?? '',
    question.pieces[3] ?? '',
  ]
  expect(around({ ...question, pieces }, 1)).toBe('… two three four five six seven ___ ___')
})
