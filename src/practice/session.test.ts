import { describe, expect, it } from 'vitest'
import type { Confidence } from './confidences.ts'
import { formatOf } from './format.ts'
import type { Judgement } from './judgement.ts'
import type { Question } from './question.ts'
import { SAMPLES } from './sample-questions.ts'
import { answer as answerIn, begin, outcomeOf, type Session } from './session.ts'
import { LARGEST_SEED, variantOf } from './variant.ts'

const right: Judgement = { right: true, credit: 1, remarks: [{ right: true, text: 'Y' }] }
const wrong: Judgement = { right: false, credit: 0, remarks: [{ right: false, text: 'N' }] }

const format = formatOf('en')
const answer = (session: Session, judgement: Judgement, confidence: Confidence) =>
  answerIn(session, judgement, confidence, format)

const question = (id: string, parameters: Question['parameters'] = {}): Question => ({
  id,
  outcome: 'o',
  lesson: 'l',
  aim: 'A',
  depth: 'recall',
  kind: 'choice',
  parameters,
  lay: () => SAMPLES.choice,
})
/** One with so many numbers that two in a row are never the same. */
const drawn = question('drawn', { n: { from: 0, to: 1, step: 1e-9 } })
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

  it('brings it back with other numbers even where there are two alone', () => {
    const coin: Question = {
      ...question('coin', { n: { of: [3, 5] } }),
      lay: (numbers) => ({ ...SAMPLES.choice, prompt: String(numbers['n']) }),
    }
    const promptOf = (seed: number) => variantOf(coin, seed, format).prompt
    for (let seed = 0; seed < 50; seed += 1) {
      const [again] = answer(
        begin([coin], () => seed),
        wrong,
        'sure',
      ).waiting
      expect(promptOf(again?.seed ?? seed)).not.toBe(promptOf(seed))
    }
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
