import type { AnswerOf } from '../../answer.ts'
import type { Judgement } from '../../judgement.ts'
import type { ClassifyQuestion } from '../../question.ts'
import { allPlaced, judgeItems } from '../judge-items.ts'

export const isComplete = (
  draft: AnswerOf<'classify'> | undefined,
  question: ClassifyQuestion,
): boolean => allPlaced(draft?.columns, question)

/** @throws RangeError unless each item is in a column */
export const judge = (question: ClassifyQuestion, answer: AnswerOf<'classify'>): Judgement =>
  judgeItems(question, answer.columns)
