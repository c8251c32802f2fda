import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { union } from './attempt.ts'
import { type Listed, misconceptionsMet, progressBy, progressOf } from './progress.ts'
import { attempts, sample } from './sample-attempts.ts'

const DAY_MS = 86_400_000
const START = 1_700_000_000_000
const day = (days: number) => START + days * DAY_MS

const listed = (id: string, lesson: string, kind: Listed['kind'] = 'choice'): Listed => ({
  id,
  lesson,
  outcome: `outcome-of-${lesson}`,
  kind,
})
const questions = [
  listed('a', 'quorums'),
  listed('b', 'regions'),
  listed('c', 'quorums'),
  listed('d', 'quorums', 'free'),
]
const right = (question: string, days: number) => sample({ question, at: day(days) })
const wrong = (question: string, days: number, ...misconceptions: readonly string[]) =>
  sample({
    question,
    at: day(days),
    right: false,
    credit: 0,
    misconceptions: [...misconceptions],
  })

// Counted by hand.
describe('progress', () => {
  it('counts each question once, by its latest attempt', () => {
    const made = [wrong('a', 0), right('a', 1), right('c', 0), wrong('c', 2), wrong('c', 3)]
    expect(progressOf(questions, made).judged).toEqual({ questions: 3, tried: 2, right: 1 })
  })

  it('counts apart what readers judge themselves', () => {
    expect(progressOf(questions, [right('d', 0)])).toEqual({
      judged: { questions: 3, tried: 0, right: 0 },
      selfRated: { questions: 1, tried: 1, right: 1 },
    })
  })

  it('is told by lesson and by outcome, with all that there are below the line', () => {
    const made = [right('a', 0), wrong('b', 0), right('gone-from-the-course', 0)]
    expect(progressBy('lesson', questions, made)).toEqual([
      {
        id: 'quorums',
        judged: { questions: 2, tried: 1, right: 1 },
        selfRated: { questions: 1, tried: 0, right: 0 },
      },
      {
        id: 'regions',
        judged: { questions: 1, tried: 1, right: 0 },
        selfRated: { questions: 0, tried: 0, right: 0 },
      },
    ])
    expect(progressBy('outcome', questions, made).map(({ id }) => id)).toEqual([
      'outcome-of-quorums',
      'outcome-of-regions',
    ])
  })

  it('never says more right than tried, nor more tried than there are', () => {
    const known = ['quorums', 'regions', 'hidden-causes'].map((id) => listed(id, 'any'))
    fc.assert(
      fc.property(fc.array(attempts, { maxLength: 30 }), (made) => {
        const { judged } = progressOf(known, made)
        expect(judged.questions).toBe(3)
        expect(judged.tried).toBe(new Set(union(made, []).map(({ question }) => question)).size)
        expect(judged.right).toBeLessThanOrEqual(judged.tried)
      }),
    )
  })
})

describe('a misconception', () => {
  it('is counted in every answer that rests on it, the most frequent first', () => {
    const made = [
      wrong('a', 0, 'half'),
      wrong('b', 1, 'free', 'half'),
      wrong('b', 2, 'half', 'half'),
      wrong('c', 3, 'lag'),
    ]
    expect(misconceptionsMet(made)).toEqual([
      { misconception: 'half', times: 3, questions: ['a', 'b'], lastAt: day(2) },
      { misconception: 'lag', times: 1, questions: ['c'], lastAt: day(3) },
      { misconception: 'free', times: 1, questions: ['b'], lastAt: day(1) },
    ])
  })

  it('goes when its question is answered rightly later, and not when another one is', () => {
    const missed = [wrong('a', 0, 'half'), wrong('b', 0, 'half')]
    expect(misconceptionsMet([...missed, right('c', 1)])[0]?.times).toBe(2)
    expect(misconceptionsMet([...missed, right('a', 1)])[0]?.questions).toEqual(['b'])
    expect(misconceptionsMet([...missed, right('a', 1), right('b', 1)])).toEqual([])
  })

  it('comes back when it is met again', () => {
    const made = [wrong('a', 0, 'half'), right('a', 1), wrong('a', 2, 'half')]
    expect(misconceptionsMet(made)).toEqual([
      { misconception: 'half', times: 1, questions: ['a'], lastAt: day(2) },
    ])
  })
})
