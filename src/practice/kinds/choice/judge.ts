import type { AnswerOf } from '../../answer.ts'
import type { Judgement } from '../../judgement.ts'
import type { ChoiceQuestion } from '../../question.ts'

export const isComplete = (
  draft: AnswerOf<'choice'> | undefined,
  { options }: ChoiceQuestion,
): boolean => options.some(({ id }) => id === draft?.option)

/**
 * Right is the one correct option, and there is nothing between right and wrong.
 *
 * @throws RangeError unless the answer is one of the options
 */
export function judge({ options }: ChoiceQuestion, { option }: AnswerOf<'choice'>): Judgement {
  const chosen = options.find(({ id }) => id === option)
  if (!chosen) throw new RangeError(`judge: there is no option ${option}`)
  const { id: about, why: text } = chosen
  return chosen.correct
    ? { right: true, credit: 1, remarks: [{ about, right: true, text }] }
    : {
        right: false,
        credit: 0,
        remarks: [{ about, right: false, text, misconception: chosen.misconception }],
      }
}
