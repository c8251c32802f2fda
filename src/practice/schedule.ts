import { FSRSAlgorithm, type FSRSState, Rating } from 'ts-fsrs'
import { type Attempt, byQuestion } from './attempt.ts'

/**
 * When a question comes back, by FSRS-6 with its default weights: each question has a card (whatever
 * its variant), and its whole past is played through anew each time.
 *
 * Nothing here is by chance, and no time zone is asked for: a day counts as over once two thirds of
 * it are, so that whoever practises every day at about the same hour always finds something.
 *
 * @source ye-2022
 */
const algorithm = new FSRSAlgorithm({
  request_retention: 0.9,
  enable_fuzz: false,
  enable_short_term: false,
})

const DAY_MS = 86_400_000
const EARLY_MS = DAY_MS / 3

/** What is known of the memory of one question, after its last attempt that counted. */
export interface Card {
  readonly question: string
  /** Days after which it is remembered with a probability of 0.9. */
  readonly stability: number
  /** From 1 to 10. */
  readonly difficulty: number
  /** The last attempt that counted, in milliseconds since 1970. */
  readonly lastAt: number
  readonly lastRight: boolean
  readonly dueAt: number
}

/** Wrong is "again"; right by a guess is "hard"; any other right answer is "good". */
export function ratingOf({
  right,
  confidence,
}: Pick<Attempt, 'right' | 'confidence'>): Rating.Again | Rating.Hard | Rating.Good {
  if (!right) return Rating.Again
  return confidence === 'guess' ? Rating.Hard : Rating.Good
}

function after(card: Card | undefined, attempt: Attempt): Card {
  const days = card ? Math.floor((attempt.at - card.lastAt + EARLY_MS) / DAY_MS) : 0
  // The solution has just been read. To give it back proves nothing about tomorrow, and to miss it
  // twice in a row is one miss; only the first miss after a right answer says something.
  if (card && days === 0 && (attempt.right || !card.lastRight)) return card
  const before: FSRSState | null = card ?? null
  const { stability, difficulty } = algorithm.next_state(before, days, ratingOf(attempt))
  return {
    question: attempt.question,
    stability,
    difficulty,
    lastAt: attempt.at,
    lastRight: attempt.right,
    dueAt: attempt.at + algorithm.next_interval(stability, days) * DAY_MS - EARLY_MS,
  }
}

/**
 * The cards of all questions that were attempted, those that are due first in front.
 *
 * @param nowMs an attempt more than a day ahead of it is left out: a wrong clock made it, and by that
 *   clock its question would not come back before that day
 */
export function cardsOf(attempts: readonly Attempt[], nowMs = Infinity): readonly Card[] {
  const made = attempts.filter(({ at }) => at <= nowMs + DAY_MS)
  return [...byQuestion(made).values()]
    .map(([first, ...later]) => later.reduce(after, after(undefined, first)))
    .sort((a, b) => a.dueAt - b.dueAt || (a.question < b.question ? -1 : 1))
}

/** When a question is due, in milliseconds since 1970; nothing for one that was never attempted. */
export const dueAt = (attempts: readonly Attempt[], question: string): number | undefined =>
  cardsOf(attempts.filter((attempt) => attempt.question === question))[0]?.dueAt

/** The questions that are due, the longest waiting first. */
export const dueNow = (attempts: readonly Attempt[], nowMs: number): readonly Card[] =>
  cardsOf(attempts, nowMs).filter((card) => card.dueAt <= nowMs)

/** The question that comes next after those that are due. */
export const nextDue = (attempts: readonly Attempt[], nowMs: number): Card | undefined =>
  cardsOf(attempts, nowMs).find((card) => card.dueAt > nowMs)
