import type { AnswerOf } from '../../answer.ts'
import type { Judgement, Remark } from '../../judgement.ts'
import type { ChoicesQuestion, Option } from '../../question.ts'

/** One at least: an answer that names nothing is one that was not given. */
export const isComplete = (
  draft: AnswerOf<'choices'> | undefined,
  { options }: ChoicesQuestion,
): boolean => options.some(({ id }) => draft?.options.includes(id))

const chosenRemark = (option: Option): Remark => {
  const { id: about, why: text } = option
  return option.correct
    ? { about, right: true, text }
    : { about, right: false, text, misconception: option.misconception }
}

/**
 * Each option is judged by itself, chosen or left out; the credit is the share judged rightly.
 * Nothing is said of what was rightly left out.
 *
 * @throws RangeError where the answer names something that is no option
 */
export function judge({ options }: ChoicesQuestion, answer: AnswerOf<'choices'>): Judgement {
  const stray = answer.options.find((id) => options.every((option) => option.id !== id))
  if (stray !== undefined) throw new RangeError(`judge: there is no option ${stray}`)
  const chosen = options.filter(({ id }) => answer.options.includes(id))
  const missed = options.filter(({ id, correct }) => correct && !answer.options.includes(id))
  const wrong = chosen.filter(({ correct }) => !correct).length + missed.length
  return {
    right: wrong === 0,
    credit: (options.length - wrong) / options.length,
    remarks: [
      ...chosen.map(chosenRemark),
      ...missed.map(({ id: about, why: text }) => ({ about, right: false, text })),
    ],
  }
}
