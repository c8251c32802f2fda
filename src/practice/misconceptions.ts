import type { MisconceptionId } from './question.ts'

/** What a wrong answer may rest on; see `content/<language>/misconceptions.yaml`. */
export interface Misconception {
  /** As somebody who holds it would say it. */
  readonly belief: string
  readonly truth: string
  /** A figure and a scene of it that show what is so. */
  readonly widget: string
  readonly scene: string
  /** The part of the course that teaches it. */
  readonly lesson: string
}

export type Misconceptions = Readonly<Record<MisconceptionId, Misconception>>

/** One of the list; nothing where an id, which a file may have brought, is none of it. */
export const misconceptionIn = (
  list: Misconceptions,
  id: MisconceptionId,
): Misconception | undefined => (Object.hasOwn(list, id) ? list[id] : undefined)
