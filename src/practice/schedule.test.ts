import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attempt } from './attempt.ts'
import { attempts, sample } from './sample-attempts.ts'
import { cardsOf, dueAt, dueNow, nextDue, ratingOf } from './schedule.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MONDAY = Date.UTC(2026, 0, 5, 9)

type Mark = 'wrong' | 'guess' | 'right'

const marked = (mark: Mark, at: number, question = 'quorums'): Attempt =>
  sample({
    question,
    at,
    right: mark !== 'wrong',
    credit: mark === 'wrong' ? 0 : 1,
    confidence: mark === 'guess' ? 'guess' : 'sure',
  })

/** Answers each time on the day on which the question is due; gives the days from one to the next. */
function daysBetween(marks: readonly Mark[]) {
  const made: Attempt[] = []
  const days: number[] = []
  let at = MONDAY
  for (const mark of marks) {
    made.push(marked(mark, at))
    const due = (dueAt(made, 'quorums') ?? 0) + 8 * HOUR_MS
    days.push((due - at) / DAY_MS)
    at = due
  }
  return { days, card: cardsOf(made)[0] }
}

// Intervals of FSRS-6 with its default weights, worked out from its formulas by a program in
// Python. Those of right answers alone are also what py-fsrs expects in its tests (tests/test_basic.py,
// test_review_card: 2, 11, 46, 163, 497 days).
describe('a question comes back', () => {
  it.each<[string, readonly Mark[], readonly number[]]>([
    ['ever later when it is answered rightly', Array(5).fill('right'), [2, 11, 46, 163, 497]],
    [
      'after three days when it is missed after a month and a half',
      ['right', 'right', 'right', 'wrong', 'right', 'right'],
      [2, 11, 46, 3, 8, 19],
    ],
    ['tomorrow when it was missed at first', ['wrong', 'right', 'right', 'right'], [1, 2, 6, 17]],
    ['sooner after a guess', ['guess', 'right', 'right'], [1, 5, 17]],
    ['still sooner after two, and a miss', ['guess', 'guess', 'wrong'], [1, 3, 1]],
  ])('%s', (_, marks, days) => {
    expect(daysBetween(marks).days).toEqual(days)
  })

  it('with the stability and difficulty of the formulas', () => {
    const { card } = daysBetween(['right', 'right', 'right', 'wrong', 'right', 'right'])
    expect(card?.stability).toBeCloseTo(18.7816, 3)
    expect(card?.difficulty).toBeCloseTo(7.3657, 3)
  })

  it('later, the longer one was late and still knew it', () => {
    // Stability after 10 days instead of 2, and after 1: 25.1087 and 7.3153, by the same program.
    const again = (days: number) =>
      cardsOf([marked('right', MONDAY), marked('right', MONDAY + days * DAY_MS)])[0]?.stability
    expect(again(10)).toBeCloseTo(25.1087, 3)
    expect(again(1)).toBeCloseTo(7.3153, 3)
  })
})

describe('ratings', () => {
  it('are again for wrong, hard for a guess, good for the rest', () => {
    expect(ratingOf({ right: false, confidence: 'sure' })).toBe(1)
    expect(ratingOf({ right: true, confidence: 'guess' })).toBe(2)
    expect(ratingOf({ right: true, confidence: 'unsure' })).toBe(3)
    expect(ratingOf({ right: true })).toBe(3)
  })
})

describe('within a session', () => {
  const missed = marked('wrong', MONDAY)

  it('a solution that was just read and is given back changes nothing', () => {
    const again = [missed, marked('right', MONDAY + HOUR_MS), marked('right', MONDAY + 2 * HOUR_MS)]
    expect(cardsOf(again)).toEqual(cardsOf([missed]))
  })

  it('missing it again is one miss', () => {
    expect(cardsOf([missed, marked('wrong', MONDAY + 60_000)])).toEqual(cardsOf([missed]))
  })

  it('missing it after it was right is a miss', () => {
    // Stability 0.5234, by the same program.
    const cards = cardsOf([marked('right', MONDAY), marked('wrong', MONDAY + HOUR_MS)])
    expect(cards[0]).toMatchObject({ lastRight: false, lastAt: MONDAY + HOUR_MS })
    expect(cards[0]?.stability).toBeCloseTo(0.5234, 3)
  })

  it('any number of right answers is worth one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(15 * 60), { maxLength: 8 }), (minutes) => {
        const more = minutes.map((minute) => marked('right', MONDAY + minute * 60_000))
        const first = marked('right', MONDAY - 1)
        expect(cardsOf([first, ...more])).toEqual(cardsOf([first]))
      }),
    )
  })
})

describe('what is due', () => {
  it('is nothing that was never attempted', () => {
    expect(dueAt([], 'quorums')).toBeUndefined()
    expect(dueNow([], MONDAY)).toEqual([])
    expect(nextDue([], MONDAY)).toBeUndefined()
  })

  it('goes on for a question that was once answered while the clock was a year ahead', () => {
    const made = [marked('wrong', MONDAY), marked('right', MONDAY + 365 * DAY_MS)]
    expect(dueNow(made, MONDAY + DAY_MS)).toHaveLength(1)
    expect(dueNow([...made, marked('right', MONDAY + DAY_MS)], MONDAY + DAY_MS)).toEqual([])
  })

  it('missed in the morning is not due that evening, missed in the evening is the next', () => {
    // 9 o'clock and 16 hours is 1 in the night; 20 o'clock and 16 hours is noon.
    expect(dueAt([marked('wrong', MONDAY)], 'quorums')).toBe(Date.UTC(2026, 0, 6, 1))
    expect(dueAt([marked('wrong', MONDAY + 11 * HOUR_MS)], 'quorums')).toBe(
      Date.UTC(2026, 0, 6, 12),
    )
  })

  it('comes with the longest waiting first, and the next after it', () => {
    const made = [
      marked('right', MONDAY, 'regions'),
      marked('wrong', MONDAY, 'quorums'),
      marked('wrong', MONDAY - DAY_MS, 'fencing'),
    ]
    const names = (hours: number) =>
      dueNow(made, MONDAY + hours * HOUR_MS).map(({ question }) => question)
    expect(names(15)).toEqual(['fencing'])
    expect(names(16)).toEqual(['fencing', 'quorums'])
    expect(nextDue(made, MONDAY + 16 * HOUR_MS)?.question).toBe('regions')
  })

  it('depends neither on the order of the list nor on doubles in it, and is always after the answer', () => {
    fc.assert(
      fc.property(fc.array(attempts, { maxLength: 20 }), (made) => {
        const unlike = [...new Map(made.map((attempt) => [attempt.id, attempt])).values()]
        const cards = cardsOf(unlike)
        expect(cardsOf([...unlike].reverse().concat(unlike))).toEqual(cards)
        for (const card of cards) {
          expect(card.dueAt - card.lastAt).toBeGreaterThanOrEqual(16 * HOUR_MS)
          expect(Number.isFinite(card.stability)).toBe(true)
        }
      }),
    )
  })
})
