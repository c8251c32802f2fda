import { drawFrom } from '../simulation/draw.ts'
import type { Depth, Question } from './question.ts'

/** Which questions a self-check is made of. */
export interface Selection {
  /** The id of an outcome, or of a part of the course; nothing for all. */
  readonly outcome?: string
  readonly lesson?: string
  /** How many at most, a whole number of at least 1. */
  readonly count: number
  /** Which of them, and in which order: a whole number from 0 to 4,294,967,295. */
  readonly seed: number
}

type Known = Pick<Question, 'id' | 'outcome' | 'lesson' | 'depth'>

const DEPTHS: readonly Depth[] = ['recall', 'apply', 'design']

/** Takes one of each list in turn until all are empty. */
function inTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, row) =>
    lists.flatMap((list) => list.slice(row, row + 1)),
  ).flat()
}

/**
 * The questions of a self-check: of each outcome as many as of any other, as far as there are any,
 * and within an outcome from recalling to designing. The same seed makes the same check everywhere.
 *
 * @param questions all that there are
 * @param selection which of them
 * @returns at most `count` questions, each once; none where nothing fits
 */
export function compose<Q extends Known>(
  questions: readonly Q[],
  { outcome, lesson, count, seed }: Selection,
): readonly Q[] {
  const { draw } = drawFrom(seed)
  const fitting = questions
    .filter((one) => outcome === undefined || one.outcome === outcome)
    .filter((one) => lesson === undefined || one.lesson === lesson)
    .map((question) => ({ question, luck: draw.uniform(question.id) }))
    .toSorted((one, other) => one.luck - other.luck)
    .map(({ question }) => question)
  const outcomes = [...new Set(fitting.map((one) => one.outcome))]
  const byOutcome = outcomes.map((own) =>
    inTurn(
      DEPTHS.map((depth) => fitting.filter((one) => one.outcome === own && one.depth === depth)),
    ),
  )
  const chosen = inTurn(byOutcome).slice(0, count)
  // What is recalled first, what is designed last.
  return DEPTHS.flatMap((depth) => chosen.filter((one) => one.depth === depth))
}
