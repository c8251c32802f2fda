import { describe, expect, it } from 'vitest'
import type { MatchQuestion } from '../../question.ts'
import { isComplete, judge, rivals } from './judge.ts'

const swapped = { why: 'That is what the other one does.', misconception: 'swapped' }
const bell = { why: 'A bell only tells.', misconception: 'alarm-mends' }

const question: MatchQuestion = {
  kind: 'match',
  prompt: 'What does each do?',
  columns: [
    { id: 'stops', text: 'It stops calling' },
    { id: 'again', text: 'It calls again' },
    { id: 'rings', text: 'It rings a bell' },
  ],
  items: [
    {
      id: 'breaker',
      text: 'Breaker',
      in: 'stops',
      why: 'An open breaker refuses.',
      mistakes: { again: swapped, rings: bell },
    },
    {
      id: 'retry',
      text: 'Retry',
      in: 'again',
      why: 'That is all it does.',
      mistakes: { stops: swapped, rings: bell },
    },
  ],
  solution: [],
}

const given = (columns: Record<string, string>) => judge(question, { kind: 'match', columns })

describe('a match', () => {
  it('is right with each partner, one of which stays alone', () => {
    expect(given({ breaker: 'stops', retry: 'again' })).toEqual({
      right: true,
      credit: 1,
      remarks: [
        { about: 'breaker', right: true, text: 'An open breaker refuses.' },
        { about: 'retry', right: true, text: 'That is all it does.' },
      ],
    })
  })

  it('is half right with one of two, and answers the partner that was chosen', () => {
    expect(given({ breaker: 'rings', retry: 'again' })).toEqual({
      right: false,
      credit: 0.5,
      remarks: [
        {
          about: 'breaker',
          right: false,
          text: 'A bell only tells.',
          misconception: 'alarm-mends',
        },
        { about: 'retry', right: true, text: 'That is all it does.' },
      ],
    })
  })

  it('knows who else has the same partner', () => {
    const [breaker] = question.items
    if (!breaker) throw new Error('an item is missing')
    expect(rivals(question, { breaker: 'again', retry: 'again' }, breaker)).toEqual([
      question.items[1],
    ])
    expect(rivals(question, { breaker: 'again', retry: 'stops' }, breaker)).toEqual([])
    expect(rivals(question, {}, breaker)).toEqual([])
  })

  it('is complete when each has a partner, even the same', () => {
    expect(isComplete({ kind: 'match', columns: { breaker: 'stops' } }, question)).toBe(false)
    const columns = { breaker: 'stops', retry: 'stops' }
    expect(isComplete({ kind: 'match', columns }, question)).toBe(true)
  })
})
