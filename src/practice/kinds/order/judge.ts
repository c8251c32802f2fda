import type { AnswerOf } from '../../answer.ts'
import type { Judgement } from '../../judgement.ts'
import { keyOf } from '../../key.ts'
import type { Named, OrderQuestion } from '../../question.ts'

/** The steps stand in some order from the start; an answer is one in which somebody moved a step. */
export const isComplete = (
  draft: AnswerOf<'order'> | undefined,
  { steps }: OrderQuestion,
): boolean => draft !== undefined && isOrderOf(draft.steps, steps)

const isOrderOf = (ids: readonly string[], steps: readonly Named[]): boolean =>
  ids.length === steps.length && steps.every(({ id }) => ids.includes(id))

/** The steps as the answer has them. */
export const stepsIn = (
  { steps }: OrderQuestion,
  ids: readonly string[] | undefined,
): readonly Named[] =>
  ids && isOrderOf(ids, steps)
    ? steps.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
    : steps

/** The step moved by one place: -1 is earlier, 1 is later. At its end it stays where it is. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const from = ids.indexOf(id)
  const neighbour = ids[from + by]
  if (from === -1 || neighbour === undefined) return ids
  return ids.map((other) => (other === id ? neighbour : other === neighbour ? id : other))
}

/** An order that keeps every rule, and of those one near to the answer. */
export function mended(question: OrderQuestion, ids: readonly string[]): readonly Named[] {
  const key = keyOf({ ...question, steps: stepsIn(question, ids) })
  return key.kind === 'order' ? stepsIn(question, key.steps) : question.steps
}

/**
 * Right is every order that keeps all rules; the credit is the share of rules kept. A broken rule is
 * said of the step that came too early, the one that should follow.
 *
 * @throws RangeError unless the answer has each step once
 */
export function judge(question: OrderQuestion, answer: AnswerOf<'order'>): Judgement {
  const { steps, rules, why } = question
  if (!isOrderOf(answer.steps, steps)) throw new RangeError('judge: not an order of these steps')
  const place = (id: string) => answer.steps.indexOf(id)
  const broken = rules.filter(({ earlier, later }) => place(earlier) > place(later))
  if (broken.length === 0) return { right: true, credit: 1, remarks: [{ right: true, text: why }] }
  return {
    right: false,
    credit: (rules.length - broken.length) / rules.length,
    remarks: broken.map(({ later: about, why: text, misconception }) => ({
      about,
      right: false,
      text,
      misconception,
    })),
  }
}
