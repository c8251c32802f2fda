import type { AnswerOf } from '../../answer.ts'
import type { Judgement, Remark } from '../../judgement.ts'
import type { Blank, FillQuestion } from '../../question.ts'
import { remarkOnNumber } from '../numeric/judge.ts'

export const blanksOf = ({ pieces }: FillQuestion): readonly Blank[] =>
  pieces.filter((piece) => typeof piece !== 'string')

/** What fills a blank that asks for a number; nothing where it is none. */
export function numberIn(filled: string | undefined): number | undefined {
  const value = filled === undefined || filled.trim() === '' ? NaN : Number(filled)
  return Number.isFinite(value) ? value : undefined
}

export function isComplete(draft: AnswerOf<'fill'> | undefined, question: FillQuestion): boolean {
  return blanksOf(question).every(({ id, options }) => {
    const filled = draft?.blanks[id]
    return options ? options.some((option) => option.id === filled) : numberIn(filled) !== undefined
  })
}

function remarkOn(blank: Blank, filled: string | undefined): Remark {
  if (blank.sum) {
    const value = numberIn(filled)
    if (value === undefined) throw new RangeError(`judge: blank ${blank.id} holds no number`)
    return { about: blank.id, ...remarkOnNumber(blank.sum, value) }
  }
  const option = blank.options.find(({ id }) => id === filled)
  if (!option) throw new RangeError(`judge: blank ${blank.id} has no option ${filled}`)
  return option.correct
    ? { about: blank.id, right: true, text: option.why }
    : { about: blank.id, right: false, text: option.why, misconception: option.misconception }
}

/**
 * Right is a text with every gap filled rightly; each gap counts the same.
 *
 * @throws RangeError unless the answer is complete
 */
export function judge(question: FillQuestion, { blanks }: AnswerOf<'fill'>): Judgement {
  const remarks = blanksOf(question).map((blank) => remarkOn(blank, blanks[blank.id]))
  const right = remarks.filter((remark) => remark.right).length
  return { right: right === remarks.length, credit: right / remarks.length, remarks }
}
