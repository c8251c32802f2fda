import type { Confidence } from './confidences.ts'
import type { ChoiceQuestion } from './question.ts'
import { attemptStore } from './use-attempts.ts'

/**
 * Remembers the first answer to a question of a lesson, so that it comes back when it is due. What
 * is chosen after the explanation was read says nothing about what is known.
 *
 * @param question its id
 * @param options of the question
 * @param option the id of the one that was chosen
 * @param confidence how sure the reader said to be, before the explanation was there
 */
export function recordCheck(
  question: string,
  options: ChoiceQuestion['options'],
  option: string,
  confidence: Confidence,
): void {
  const chosen = options.find(({ id }) => id === option)
  if (!chosen) return
  const right = chosen.correct === true
  attemptStore.record({
    question,
    seed: 0,
    at: Date.now(),
    answer: { kind: 'choice', option },
    right,
    credit: right ? 1 : 0,
    confidence,
    misconceptions: chosen.correct ? [] : [chosen.misconception],
    where: 'lesson',
  })
}
