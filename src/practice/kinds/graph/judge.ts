import type { AnswerOf } from '../../answer.ts'
import type { Judgement } from '../../judgement.ts'
import type { GraphQuestion, Mistake } from '../../question.ts'

type Points = readonly number[]

/** How far a value may be off, in the unit of the axis. */
export const mostOff = ({ tolerance, y }: Pick<GraphQuestion, 'tolerance' | 'y'>): number =>
  tolerance * Math.abs(y.to - y.from)

const offs = (values: Points, from: Points): Points =>
  from.map((one, at) => Math.abs((values[at] ?? NaN) - one))

/** Whether each value is close enough to another curve's. */
const close = (question: GraphQuestion, values: Points, to: Points): readonly boolean[] => {
  // The last digit of a binary fraction is nobody's mistake.
  const most = mostOff(question) * (1 + 1e-9)
  return offs(values, to).map((off) => off <= most)
}

/** Whether each value is close enough to the right one. */
export const closeEnough = (question: GraphQuestion, values: Points): readonly boolean[] =>
  close(
    question,
    values,
    question.at.map(({ y }) => y),
  )

export const isComplete = (draft: AnswerOf<'graph'> | undefined, { at }: GraphQuestion): boolean =>
  draft !== undefined && draft.values.length === at.length && draft.values.every(Number.isFinite)

/** The known mistake whose curve this is; of several the one that it follows most closely. */
function trapOf(question: GraphQuestion, values: Points): Mistake | undefined {
  const furthest = (trap: { readonly values: Points }) => Math.max(...offs(values, trap.values))
  return question.traps
    .filter((trap) => close(question, values, trap.values).every(Boolean))
    .toSorted((one, other) => furthest(one) - furthest(other))[0]
}

/**
 * Right is a curve that is close enough everywhere; each place counts the same.
 *
 * @throws RangeError unless there is a value for each place
 */
export function judge(question: GraphQuestion, answer: AnswerOf<'graph'>): Judgement {
  if (!isComplete(answer, question))
    throw new RangeError(
      `judge: ${question.at.length} values are asked for, not ${answer.values.length}`,
    )
  const rights = closeEnough(question, answer.values).filter(Boolean).length
  if (rights === question.at.length)
    return { right: true, credit: 1, remarks: [{ right: true, text: question.why }] }
  const { why, misconception } = trapOf(question, answer.values) ?? question.otherwise
  return {
    right: false,
    credit: rights / question.at.length,
    remarks: [{ right: false, text: why, misconception }],
  }
}
