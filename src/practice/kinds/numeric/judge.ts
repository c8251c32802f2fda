import type { AnswerOf } from '../../answer.ts'
import type { Judgement, Remark } from '../../judgement.ts'
import { isWithin } from '../../lay.ts'
import type { NumericQuestion, Sum, Trap } from '../../question.ts'
import type { Typed } from '../../typed-number.ts'

/** The known mistake that leads closest to a number, if one leads to it. */
function trapOf({ traps, tolerance }: Sum, value: number): Trap | undefined {
  const off = (trap: Trap) => Math.abs(trap.value - value)
  return traps
    .filter((trap) => isWithin(value, trap.value, tolerance))
    .toSorted((one, other) => off(one) - off(other))[0]
}

/** What is said of a number: why it is right, or which mistake leads to it. */
export function remarkOnNumber(sum: Sum & { readonly why: string }, value: number): Remark {
  if (isWithin(value, sum.answer, sum.tolerance)) return { right: true, text: sum.why }
  const { why, misconception } = trapOf(sum, value) ?? sum.otherwise
  return { right: false, text: why, misconception }
}

/**
 * Whether somebody may have typed a share where per cent are asked for, 0.9997 and not 99.97: as a share
 * it is fewer times too large or too small than as per cent. Wrong ones are noticed like the right one,
 * so that being asked tells nobody whether an answer is right.
 */
export const maybeShare = (typed: Typed, { answer }: Pick<Sum, 'answer'>): boolean =>
  typed.problem === undefined &&
  typed.share !== undefined &&
  typed.share !== 0 &&
  Math.abs(typed.value * typed.share) < answer ** 2

export const isComplete = (draft: AnswerOf<'numeric'> | undefined): boolean =>
  draft !== undefined && Number.isFinite(draft.value)

/** Right is a number within the tolerance; of a wrong one the nearest known mistake is named. */
export function judge(question: NumericQuestion, { value }: AnswerOf<'numeric'>): Judgement {
  const remark = remarkOnNumber(question, value)
  return { right: remark.right, credit: remark.right ? 1 : 0, remarks: [remark] }
}
