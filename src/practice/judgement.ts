import type { MisconceptionId } from './question.ts'

/** What is said of one thing in an answer. */
export interface Remark {
  /** The option, item, step, blank or part that it is about; nothing where it is about the whole. */
  readonly about?: string
  readonly right: boolean
  readonly text: string
  readonly misconception?: MisconceptionId
}

/** What an answer is worth, and why. */
export interface Judgement {
  readonly right: boolean
  /** In [0, 1]: how much of it was right; 1 exactly where `right`. */
  readonly credit: number
  /** At least one; first those about what the answer says, in the order of the question. */
  readonly remarks: readonly Remark[]
}

/** What a wrong answer rests on, each once. */
export const restsOn = ({ remarks }: Judgement): readonly MisconceptionId[] => [
  ...new Set(
    remarks.flatMap(({ right, misconception }) =>
      right || misconception === undefined ? [] : [misconception],
    ),
  ),
]
