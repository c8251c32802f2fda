import type { AnswerOf } from '../../answer.ts'
import type { Judgement, Remark } from '../../judgement.ts'
import type { DiagramQuestion, Part } from '../../question.ts'

/** The parts that may be the answer: all but those that are served. */
export const asked = ({ parts, served }: DiagramQuestion): readonly Part[] =>
  parts.filter(({ id }) => !served.includes(id))

/** Something is always shared, so an answer without a part is none. */
export const isComplete = (draft: AnswerOf<'diagram'> | undefined): boolean =>
  draft !== undefined && draft.parts.length > 0

/**
 * Right are exactly the shared causes. The credit is what the answer and the key have in common, as
 * a share of all that is in either, so that ticking everything is worth little.
 */
export function judge(question: DiagramQuestion, answer: AnswerOf<'diagram'>): Judgement {
  const { key, overlooked, imagined } = question
  const remarkOn = ({ id, why }: Part): Remark => {
    const [named, shared] = [answer.parts.includes(id), key.includes(id)]
    if (named === shared) return { about: id, right: true, text: why }
    const misconception = shared ? overlooked : imagined
    return { about: id, right: false, text: why, misconception }
  }
  const all = asked(question)
  const named = all.filter(({ id }) => answer.parts.includes(id))
  const silent = all.filter(({ id }) => !answer.parts.includes(id))
  const remarks = [...named, ...silent].map(remarkOn)
  const hits = named.filter(({ id }) => key.includes(id)).length
  return {
    right: remarks.every(({ right }) => right),
    credit: hits / (named.length + key.length - hits),
    remarks,
  }
}
