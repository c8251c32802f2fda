import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attempt } from './attempt.ts'
import type { Confidence } from './confidences.ts'
import {
  calibrationOf as levelsOf,
  FEWEST,
  firstAnswers,
  MEANING,
  overallOf,
} from './calibration.ts'
import { attempts, sample } from './sample-attempts.ts'

const calibrationOf = (made: readonly Attempt[]) => levelsOf(firstAnswers(made))

let asked = 0
/** First answers to questions of their own. */
const answers = (confidence: Confidence, right: number, wrong: number): readonly Attempt[] =>
  Array.from({ length: right + wrong }, (_, index) =>
    sample({
      question: `question-${asked++}`,
      confidence,
      right: index < right,
      credit: index < right ? 1 : 0,
    }),
  )
const level = (confidence: Confidence, right: number, wrong: number) =>
  calibrationOf(answers(confidence, right, wrong)).find((one) => one.confidence === confidence)

describe('the words', () => {
  it('part the line from never to always without a gap', () => {
    expect(MEANING.guess.lower).toBe(0)
    expect(MEANING.guess.upper).toBe(MEANING.unsure.lower)
    expect(MEANING.unsure.upper).toBe(MEANING.sure.lower)
    expect(MEANING.sure.upper).toBe(1)
  })
})

// Wilson's limits worked out by hand from his formula with z^2 = 3.841459: of 8 right among 10, the
// middle is (8 + 1.92073) / 13.841459 and half the width 1.959964 sqrt(10 * 0.8 * 0.2 + 0.96036) / 13.841459.
describe('an interval', () => {
  it('is Wilson’s, at 95 times in a hundred', () => {
    const interval = level('sure', 8, 2)?.interval
    expect(interval?.lower).toBeCloseTo(0.49016, 4)
    expect(interval?.upper).toBeCloseTo(0.94331, 4)
  })
})

describe('what is said of a word', () => {
  it.each<[Confidence, number, number, string]>([
    ['sure', 0, 0, 'none'],
    ['sure', 4, 0, 'few'],
    ['sure', 0, 4, 'few'],
    // Upper limits: 5 of 8: 0.863; 8 of 10: 0.943; 10 of 20: 0.701.
    ['sure', 5, 3, 'over'],
    ['sure', 8, 2, 'fits'],
    ['sure', 10, 10, 'over'],
    ['sure', 30, 0, 'fits'],
    // Lower limits: 5 of 5: 0.566; 40 of 40: 0.912. Upper limit of 1 of 10: 0.404.
    ['unsure', 5, 0, 'fits'],
    ['unsure', 40, 0, 'under'],
    ['unsure', 1, 9, 'over'],
    ['unsure', 7, 3, 'fits'],
    ['guess', 5, 0, 'under'],
    ['guess', 0, 20, 'fits'],
    ['guess', 3, 7, 'fits'],
  ])('of "%s" with %i right and %i wrong: %s', (confidence, right, wrong, fit) => {
    expect(level(confidence, right, wrong)?.fit).toBe(fit)
  })

  it('sums up to too much trust in one and too little in another', () => {
    const over = answers('sure', 10, 10)
    const under = answers('guess', 10, 0)
    expect(overallOf(calibrationOf([]))).toBe('none')
    expect(overallOf(calibrationOf(answers('sure', 1, 0)))).toBe('few')
    expect(overallOf(calibrationOf(answers('sure', 9, 1)))).toBe('fits')
    expect(overallOf(calibrationOf(over))).toBe('over')
    expect(overallOf(calibrationOf(under))).toBe('under')
    expect(overallOf(calibrationOf([...over, ...under]))).toBe('both')
  })
})

describe('what counts', () => {
  it('is the first answer, whatever was answered later', () => {
    const missed = sample({
      question: 'one',
      confidence: 'sure',
      right: false,
      credit: 0,
      at: 1.7e12,
    })
    const later = sample({ question: 'one', confidence: 'guess', at: 1.7e12 + 1 })
    const [guess, , sure] = calibrationOf([later, missed])
    expect(guess?.answers).toBe(0)
    expect(sure).toMatchObject({ answers: 1, right: 0 })
  })

  it('is nothing that readers judged themselves, nor where no confidence was given', () => {
    const free: Attempt['answer'] = { kind: 'free', text: 'x', points: [] }
    const made = [
      sample({ question: 'a', answer: free, confidence: 'sure' }),
      sample({ question: 'b' }),
    ]
    expect(calibrationOf(made).map(({ answers }) => answers)).toEqual([0, 0, 0])
  })

  it('never says anything of a word with too few answers, and keeps intervals within [0, 1]', () => {
    fc.assert(
      fc.property(fc.array(attempts, { maxLength: 30 }), (made) => {
        for (const { answers, right, interval, fit } of calibrationOf(made)) {
          if (answers < FEWEST) expect(['none', 'few']).toContain(fit)
          if (!interval) continue
          expect(interval.lower).toBeLessThanOrEqual(right / answers)
          expect(interval.upper).toBeGreaterThanOrEqual(right / answers)
        }
      }),
    )
  })
})
