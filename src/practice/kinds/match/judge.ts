import type { AnswerOf } from '../../answer.ts'
import type { Judgement } from '../../judgement.ts'
import type { Item, MatchQuestion } from '../../question.ts'
import { allPlaced, judgeItems } from '../judge-items.ts'

/** Also where a partner was chosen twice: that is said, and whoever lets it stand gets it judged. */
export const isComplete = (
  draft: AnswerOf<'match'> | undefined,
  question: MatchQuestion,
): boolean => allPlaced(draft?.columns, question)

/** The other items that have the same partner. */
export function rivals(
  { items }: MatchQuestion,
  columns: AnswerOf<'match'>['columns'],
  item: Item,
): readonly Item[] {
  const partner = columns[item.id]
  if (partner === undefined) return []
  return items.filter(({ id }) => id !== item.id && columns[id] === partner)
}

/** @throws RangeError unless each item has a partner */
export const judge = (question: MatchQuestion, answer: AnswerOf<'match'>): Judgement =>
  judgeItems(question, answer.columns)
