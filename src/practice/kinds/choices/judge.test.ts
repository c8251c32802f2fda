import { describe, expect, it } from 'vitest'
import type { ChoicesQuestion } from '../../question.ts'
import { isComplete, judge } from './judge.ts'

/** Of five options the first and the fourth hold. */
const question: ChoicesQuestion = {
  kind: 'choices',
  prompt: 'What do two power feeds share?',
  options: [
    { id: 'roof', text: 'A roof', why: 'Both end in one house.', correct: true },
    { id: 'cable', text: 'A cable', why: 'They are two.', misconception: 'one-cable' },
    { id: 'bill', text: 'A bill', why: 'Each has its own.', misconception: 'one-bill' },
    { id: 'crew', text: 'A crew', why: 'One crew serves both.', correct: true },
    { id: 'fuse', text: 'A fuse', why: 'Each has its own.', misconception: 'one-fuse' },
  ],
  solution: [],
}

const given = (...options: string[]) => judge(question, { kind: 'choices', options })

describe('a choice of several', () => {
  it('is right with all that hold and nothing else, in whatever order they were chosen', () => {
    expect(given('crew', 'roof')).toEqual({
      right: true,
      credit: 1,
      remarks: [
        { about: 'roof', right: true, text: 'Both end in one house.' },
        { about: 'crew', right: true, text: 'One crew serves both.' },
      ],
    })
  })

  it('is worth the share of options judged rightly, and speaks first of those chosen', () => {
    // Chosen: one that holds, one that does not. Missed: one. Rightly left out: two. 3 of 5.
    expect(given('cable', 'crew')).toEqual({
      right: false,
      credit: 0.6,
      remarks: [
        { about: 'cable', right: false, text: 'They are two.', misconception: 'one-cable' },
        { about: 'crew', right: true, text: 'One crew serves both.' },
        { about: 'roof', right: false, text: 'Both end in one house.' },
      ],
    })
  })

  it('is not right when one that holds is missed, though nothing wrong was chosen', () => {
    expect(given('roof')).toMatchObject({ right: false, credit: 0.8 })
  })

  it('is not right with everything chosen', () => {
    expect(given('roof', 'cable', 'bill', 'crew', 'fuse')).toMatchObject({
      right: false,
      credit: 0.4,
    })
  })

  it('is worth nothing when each option is judged wrongly', () => {
    expect(given('cable', 'bill', 'fuse')).toMatchObject({ right: false, credit: 0 })
  })

  it('counts an option that is named twice once', () => {
    expect(given('roof', 'crew', 'roof').remarks).toHaveLength(2)
  })

  it('cannot be judged with an option that the question has not', () => {
    expect(() => given('roof', 'moat')).toThrow('moat')
  })

  it('is complete as soon as one is chosen', () => {
    expect(isComplete(undefined, question)).toBe(false)
    expect(isComplete({ kind: 'choices', options: [] }, question)).toBe(false)
    expect(isComplete({ kind: 'choices', options: ['bill'] }, question)).toBe(true)
  })
})
