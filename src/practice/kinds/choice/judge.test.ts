import { describe, expect, it } from 'vitest'
import type { ChoiceQuestion } from '../../question.ts'
import { isComplete, judge } from './judge.ts'

const question: ChoiceQuestion = {
  kind: 'choice',
  prompt: 'How many geese?',
  options: [
    { id: 'none', text: 'No goose', why: 'There was one.', misconception: 'no-geese' },
    { id: 'flock', text: 'A flock', why: 'They come in flocks.', correct: true },
  ],
  solution: [],
}

describe('a choice', () => {
  it('is right with the correct option, and says why', () => {
    expect(judge(question, { kind: 'choice', option: 'flock' })).toEqual({
      right: true,
      credit: 1,
      remarks: [{ about: 'flock', right: true, text: 'They come in flocks.' }],
    })
  })

  it('is worth nothing with another option, and names what that rests on', () => {
    expect(judge(question, { kind: 'choice', option: 'none' })).toEqual({
      right: false,
      credit: 0,
      remarks: [{ about: 'none', right: false, text: 'There was one.', misconception: 'no-geese' }],
    })
  })

  it('cannot be judged with an option that the question has not', () => {
    expect(() => judge(question, { kind: 'choice', option: 'duck' })).toThrow(RangeError)
  })

  it('is complete with an option of its own, and not before', () => {
    expect(isComplete(undefined, question)).toBe(false)
    expect(isComplete({ kind: 'choice', option: 'duck' }, question)).toBe(false)
    expect(isComplete({ kind: 'choice', option: 'none' }, question)).toBe(true)
  })
})
