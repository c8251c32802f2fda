import { describe, expect, it } from 'vitest'
import type { Judgement } from './judgement.ts'
import type { Question } from './question.ts'
import { answer, begin, outcomeOf, type Session } from './session.ts'
import { LARGEST_SEED } from './variant.ts'

const right: Judgement = { right: true, credit: 1, remarks: [{ right: true, text: 'Y' }] }
const wrong: Judgement = { right: false, credit: 0, remarks: [{ right: false, text: 'N' }] }

const question = (id: string, parameters: Question['parameters'] = {}): Question => ({
  id,
  outcome: 'o',
  lesson: 'l',
  aim: 'A',
  depth: 'recall',
  kind: 'choice',
  parameters,
  lay: () => undefined,
})
const drawn = question('drawn', { n: { of: [3, 5] } })
const fixed = question('fixed')
const waitingIn = ({ waiting }: Session) => waiting.map((asked) => [asked.question.id, asked.seed])

describe('a session', () => {
  it('asks its questions in order', () => {
    const first = begin([drawn, fixed], () => 7)
    expect(waitingIn(first)).toEqual([
      ['drawn', 7],
      ['fixed', 7],
    ])
    expect(waitingIn(answer(first, right, 'sure'))).toEqual([['fixed', 7]])
  })

  it('brings back what was missed, at the end and with other numbers', () => {
    const missed = answer(
      begin([drawn, fixed], () => 7),
      wrong,
      'sure',
    )
    expect(waitingIn(missed)).toEqual([
      ['fixed', 7],
      ['drawn', 8],
    ])
  })

  it('brings it back once', () => {
    const once = answer(
      begin([drawn], () => 7),
      wrong,
      'sure',
    )
    expect(waitingIn(answer(once, wrong, 'sure'))).toEqual([])
  })

  it('brings nothing back whose words would be the same', () => {
    expect(
      waitingIn(
        answer(
          begin([fixed], () => 7),
          wrong,
          'sure',
        ),
      ),
    ).toEqual([])
  })

  it('finds another seed also after the largest', () => {
    const last = begin([drawn], () => LARGEST_SEED)
    expect(waitingIn(answer(last, wrong, 'sure'))).toEqual([['drawn', 0]])
  })

  it('that is over takes no more answers', () => {
    const over = begin([], () => 7)
    expect(answer(over, right, 'sure')).toBe(over)
  })

  it('counts first answers, and apart from them what was right when it came back', () => {
    let session = begin([drawn, fixed], () => 7)
    for (const judgement of [wrong, right, right]) session = answer(session, judgement, 'guess')
    const { asked, right: count, missed, recovered } = outcomeOf(session)
    expect([asked, count, recovered]).toEqual([2, 1, 1])
    expect(missed.map((one) => one.question.id)).toEqual(['drawn'])
  })
})
