import { type Attempt, byQuestion } from './attempt.ts'
import type { Kind, MisconceptionId } from './question.ts'

/** What progress needs to know of a question. */
export interface Listed {
  readonly id: string
  readonly lesson: string
  readonly outcome: string
  readonly kind: Kind
}

/** Each question counts once, by its latest attempt. */
export interface Count {
  /** How many there are. */
  readonly questions: number
  /** Of these, how many have been answered at all. */
  readonly tried: number
  /** Of those, how many were right when they were answered last. */
  readonly right: number
}

export interface Progress {
  /** Judged by their key. */
  readonly judged: Count
  /** Judged by whoever answered them: these are no measure, and counted apart. */
  readonly selfRated: Count
}

const NONE: Count = { questions: 0, tried: 0, right: 0 }

/** How far a reader is with these questions. Attempts of other questions are none of its business. */
export function progressOf(
  questions: readonly Pick<Listed, 'id' | 'kind'>[],
  attempts: readonly Attempt[],
): Progress {
  const made = byQuestion(attempts)
  let judged = NONE
  let selfRated = NONE
  for (const { id, kind } of questions) {
    const last = made.get(id)?.at(-1)
    const counted = (before: Count): Count => ({
      questions: before.questions + 1,
      tried: before.tried + (last ? 1 : 0),
      right: before.right + (last?.right ? 1 : 0),
    })
    if (kind === 'free') selfRated = counted(selfRated)
    else judged = counted(judged)
  }
  return { judged, selfRated }
}

export interface GroupProgress extends Progress {
  readonly id: string
}

/** Progress by lesson or by outcome, in the order in which these first occur among the questions. */
export function progressBy(
  field: 'lesson' | 'outcome',
  questions: readonly Listed[],
  attempts: readonly Attempt[],
): readonly GroupProgress[] {
  const groups = new Map<string, Listed[]>()
  for (const question of questions) {
    const group = groups.get(question[field])
    if (group) group.push(question)
    else groups.set(question[field], [question])
  }
  return [...groups].map(([id, group]) => ({ id, ...progressOf(group, attempts) }))
}

/** A misconception that wrong answers rested on, and that has not been put right since. */
export interface Met {
  readonly misconception: MisconceptionId
  /** In how many attempts. */
  readonly times: number
  /** The questions in which it was met; it goes when all of them were answered rightly. */
  readonly questions: readonly string[]
  /** When it was met last, in milliseconds since 1970. */
  readonly lastAt: number
}

/**
 * The misconceptions met since each question was last answered rightly, the most frequent first and
 * of equal ones the latest. A right answer clears what was met in that question, and no other.
 */
export function misconceptionsMet(attempts: readonly Attempt[]): readonly Met[] {
  const met = new Map<MisconceptionId, Met>()
  for (const [question, made] of byQuestion(attempts)) {
    const open = made.slice(made.findLastIndex(({ right }) => right) + 1)
    for (const { at, misconceptions } of open)
      for (const misconception of new Set(misconceptions)) {
        const before = met.get(misconception)
        met.set(misconception, {
          misconception,
          times: (before?.times ?? 0) + 1,
          questions: [...new Set([...(before?.questions ?? []), question])],
          lastAt: Math.max(before?.lastAt ?? 0, at),
        })
      }
  }
  return [...met.values()].sort(
    (a, b) =>
      b.times - a.times || b.lastAt - a.lastAt || (a.misconception < b.misconception ? -1 : 1),
  )
}
