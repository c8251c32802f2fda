import type { Confidence } from './confidences.ts'
import type { Judgement } from './judgement.ts'
import type { Format, Question } from './question.ts'
import { LARGEST_SEED, seedUnlike, varies } from './variant.ts'

/** A question that is to be asked, as one of its variants. */
export interface Asked {
  readonly question: Question
  readonly seed: number
  /** It was missed before in this session, and comes back with other numbers. */
  readonly again: boolean
}

export interface Answered extends Asked {
  readonly judgement: Judgement
  readonly confidence: Confidence
}

/** A row of questions, of which the reader answers one after the other. */
export interface Session {
  readonly waiting: readonly Asked[]
  readonly answered: readonly Answered[]
}

/** @param seedOf the variant of each question */
export const begin = (
  questions: readonly Question[],
  seedOf: (question: Question) => number,
): Session => ({
  waiting: questions.map((question) => ({ question, seed: seedOf(question), again: false })),
  answered: [],
})

/**
 * The session after its first waiting question was answered. What was missed comes back once, at the
 * end, with other numbers; a question that has no numbers would only ask for what was just read, and
 * comes back on another day.
 *
 * @param format how the language writes numbers, on which it may hang whether some make a good question
 */
export function answer(
  session: Session,
  judgement: Judgement,
  confidence: Confidence,
  format: Format,
): Session {
  const [asked, ...rest] = session.waiting
  if (!asked) return session
  const returns = !judgement.right && !asked.again && varies(asked.question)
  const next = asked.seed === LARGEST_SEED ? 0 : asked.seed + 1
  const back: readonly Asked[] = returns
    ? [{ ...asked, seed: seedUnlike(asked.question, asked.seed, next, format), again: true }]
    : []
  return {
    waiting: [...rest, ...back],
    answered: [...session.answered, { ...asked, judgement, confidence }],
  }
}

/** What came of a session; those that came back count apart, and nobody is judged by them. */
export interface Outcome {
  readonly asked: number
  readonly right: number
  readonly missed: readonly Answered[]
  /** Missed at first, and right when it came back. */
  readonly recovered: number
}

export function outcomeOf({ answered }: Session): Outcome {
  const first = answered.filter(({ again }) => !again)
  const missed = first.filter(({ judgement }) => !judgement.right)
  return {
    asked: first.length,
    right: first.length - missed.length,
    missed,
    recovered: answered.filter(({ again, judgement }) => again && judgement.right).length,
  }
}
