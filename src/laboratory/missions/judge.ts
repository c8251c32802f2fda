import { type Session, deedsOf, entriesOf } from '../session.ts'
import type { Evidence, Mission } from './mission.ts'

/** What is known of a mission's goals. */
export interface Met {
  /** For goals that stay met: when each was first seen so, in the whole course that is known. */
  readonly firstMs: Readonly<Record<string, number>>
  /** The goals that are met at the moment that is looked at. */
  readonly now: readonly string[]
}

export const nothingMet: Met = { firstMs: {}, now: [] }

/** What stays true of a course that is taken another way from a time on. */
export const metUntil = ({ firstMs, now }: Met, atMs: number): Met => ({
  firstMs: Object.fromEntries(Object.entries(firstMs).filter(([, first]) => first <= atMs)),
  now,
})

/** What may be looked at to judge, at the moment that is looked at. */
export const evidenceOf = (session: Session): Evidence => ({
  world: session.frame.world,
  nowMs: session.atMs,
  deeds: deedsOf(session),
  entries: entriesOf(session),
})

/** Which goals are met at the moment that is looked at. */
export function judge({ goals }: Mission, session: Session, known: Met): Met {
  const { atMs } = session
  const evidence = evidenceOf(session)
  const holds = new Set(goals.filter(({ met }) => met(evidence)).map(({ id }) => id))
  const firstMs = { ...known.firstMs }
  for (const { id, stays } of goals)
    if (stays && holds.has(id)) firstMs[id] = Math.min(atMs, firstMs[id] ?? atMs)
  return {
    firstMs,
    now: goals
      .filter(({ id, stays }) => (stays ? (firstMs[id] ?? Infinity) <= atMs : holds.has(id)))
      .map(({ id }) => id),
  }
}

/** Whether every goal is met. */
export const isSolved = ({ goals }: Mission, { now }: Met): boolean =>
  goals.length > 0 && goals.every(({ id }) => now.includes(id))
