import { describe, expect, it } from 'vitest'
import type { FreeQuestion } from '../../question.ts'
import { isComplete, judge } from './judge.ts'

const question: FreeQuestion = {
  kind: 'free',
  prompt: 'Why was the backup of no use?',
  model: 'Nobody had restored it.',
  points: [
    { id: 'restore', text: 'It was never restored.' },
    { id: 'alarm', text: 'Nobody was told that it failed.' },
    { id: 'place', text: 'It lay on the same disk.' },
    { id: 'keys', text: 'The keys were inside.' },
  ],
  solution: [],
}

const given = (...points: string[]) => judge(question, { kind: 'free', text: 'So.', points })

describe('a free answer', () => {
  it('is right when its writer finds every point in it', () => {
    expect(given('keys', 'place', 'alarm', 'restore')).toMatchObject({ right: true, credit: 1 })
  })

  it('is worth the share of points found, and shows those that are missing', () => {
    expect(given('place')).toEqual({
      right: false,
      credit: 0.25,
      remarks: [
        { about: 'restore', right: false, text: 'It was never restored.' },
        { about: 'alarm', right: false, text: 'Nobody was told that it failed.' },
        { about: 'place', right: true, text: 'It lay on the same disk.' },
        { about: 'keys', right: false, text: 'The keys were inside.' },
      ],
    })
  })

  it('is worth nothing when no point is found', () => {
    expect(given()).toMatchObject({ right: false, credit: 0 })
  })

  it('cannot be judged by a point that the question has not', () => {
    expect(() => given('luck')).toThrow('luck')
  })

  it('is complete when it is written and compared, even if nothing was found', () => {
    expect(isComplete(undefined, question)).toBe(false)
    expect(isComplete({ kind: 'free', text: 'So.' }, question)).toBe(false)
    expect(isComplete({ kind: 'free', text: ' \n', points: [] }, question)).toBe(false)
    expect(isComplete({ kind: 'free', text: 'So.', points: [] }, question)).toBe(true)
  })
})
