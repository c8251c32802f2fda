import type { AnswerOf } from '../../answer.ts'
import type { Judgement } from '../../judgement.ts'
import type { FreeQuestion } from '../../question.ts'

/** Points are there only once the text was held against the model answer. */
export type FreeDraft = Omit<AnswerOf<'free'>, 'points'> & Partial<Pick<AnswerOf<'free'>, 'points'>>

export const isWritten = (draft: FreeDraft | undefined): draft is FreeDraft =>
  draft !== undefined && draft.text.trim() !== ''

/** Written and compared; that no point was in it is an answer too. */
export const isComplete = (
  draft: FreeDraft | undefined,
  { points }: FreeQuestion,
): draft is AnswerOf<'free'> =>
  isWritten(draft) &&
  draft.points !== undefined &&
  draft.points.every((id) => points.some((point) => point.id === id))

/**
 * The reader's own judgement: the credit is the share of points that they found in their text.
 *
 * @throws RangeError where a point is ticked that there is not
 */
export function judge({ points }: FreeQuestion, { points: ticked }: AnswerOf<'free'>): Judgement {
  const stray = ticked.find((id) => points.every((point) => point.id !== id))
  if (stray !== undefined) throw new RangeError(`judge: there is no point ${stray}`)
  const remarks = points.map(({ id: about, text }) => ({
    about,
    right: ticked.includes(about),
    text,
  }))
  const found = remarks.filter(({ right }) => right).length
  return { right: found === points.length, credit: found / points.length, remarks }
}
