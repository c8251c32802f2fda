import { type Deed, type Frame, type History, history } from '../simulation/history.ts'
import type { Entry } from '../simulation/machine.ts'
import { cluster } from '../systems/kubernetes/rules.ts'
import type {
  ClusterAction,
  ClusterNote,
  ClusterParameters,
  World,
} from '../systems/kubernetes/world.ts'

export type ClusterDeed = Deed<ClusterAction>
export type ClusterEntry = Entry<ClusterNote>
type ClusterHistory = History<ClusterParameters, World, ClusterAction, ClusterNote>

/** A cluster at one moment of its time, with all that led there and what is known to follow. */
export interface Session {
  readonly run: ClusterHistory
  /** The moment that is looked at, in whole milliseconds. */
  readonly atMs: number
  /** How far time has been let run; from here on nothing is known yet. */
  readonly endMs: number
  readonly frame: Frame<World>
}

/** Chance of the laboratory: the same for everybody, so that readers can compare notes. */
export const SEED = 1

/** A step goes to the next thing that is noted, or so far where nothing comes. */
const LONGEST_STEP_MS = 60_000

/** A step looks at so many events at most. */
const MOST_LOOKED_AT = 3000

/** A stretch of time is let run in at most so many parts, between which the time left is asked. */
const PARTS = 16

const SHORTEST_PART_MS = 10

/**
 * Sets a cluster up, with what was done to it before anybody came.
 *
 * @param startMs when the reader takes over
 */
export function beginSession(
  parameters: ClusterParameters,
  deeds: readonly ClusterDeed[],
  startMs: number,
): Session {
  const run = history(cluster, { parameters, seed: SEED, deeds })
  return { run, atMs: startMs, endMs: startMs, frame: run.at(startMs) }
}

/** Looks at a moment that has been. */
export function look(session: Session, atMs: number): Session {
  const wanted = Math.round(Math.min(Math.max(0, atMs), session.endMs))
  return wanted === session.atMs
    ? session
    : { ...session, atMs: wanted, frame: session.run.at(wanted) }
}

/**
 * Lets time run to a moment, or as far as there is time for.
 *
 * @param hasTime asked between the parts of a long stretch; the first part runs in any case
 */
export function advance(session: Session, toMs: number, hasTime: () => boolean): Session {
  const target = Math.round(toMs)
  if (target <= session.atMs) return session
  const part = Math.max(SHORTEST_PART_MS, Math.ceil((target - session.atMs) / PARTS))
  let atMs = session.atMs
  let frame = session.frame
  do {
    atMs = Math.min(target, atMs + part)
    frame = session.run.at(atMs)
  } while (atMs < target && hasTime())
  return { ...session, atMs, frame, endMs: Math.max(session.endMs, atMs) }
}

/** Whether there is a known future that an action now would replace. */
export const isPast = ({ atMs, endMs }: Session): boolean => atMs < endMs

/** Does something now. What is known to come later is given up. */
export function act(session: Session, action: ClusterAction): Session {
  const { atMs } = session
  const run = session.run.fork(atMs, action)
  return { run, atMs, endMs: atMs, frame: run.at(atMs) }
}

/** Does several things at times of their own, the first of them not before now. */
export function plan(session: Session, deeds: readonly ClusterDeed[]): Session {
  const { atMs, run } = session
  const { parameters, seed } = run.course
  const kept = run.course.deeds.filter((deed) => deed.atMs <= atMs)
  const planned = history(cluster, { parameters, seed, deeds: [...kept, ...deeds] })
  return { run: planned, atMs, endMs: atMs, frame: planned.at(atMs) }
}

/** The entries of the event table and the terminals up to the moment that is looked at. */
export const entriesOf = ({ run, frame }: Session): readonly ClusterEntry[] =>
  run.entries(frame.count)

/** Goes on to the next thing that is noted, or a minute where nothing comes. */
export function stepOn(session: Session): Session {
  const { run, atMs, frame } = session
  const limit = atMs + LONGEST_STEP_MS
  for (let count = frame.count + 1; count <= frame.count + MOST_LOOKED_AT; count += 1) {
    const next = run.after(count)
    if (next.count < count || next.nowMs > limit) break
    if (next.nowMs > atMs && run.entries(count).at(-1)?.count === count) {
      const reached = run.at(next.nowMs)
      return {
        ...session,
        atMs: next.nowMs,
        frame: reached,
        endMs: Math.max(session.endMs, next.nowMs),
      }
    }
  }
  return advance(session, limit, () => true)
}

/** Goes back to the last thing that was noted before this moment, or to the beginning. */
export function stepBack(session: Session): Session {
  const before = entriesOf(session).findLast(({ atMs }) => atMs < session.atMs)
  return look(session, before?.atMs ?? 0)
}

/** What has been done up to the moment that is looked at. */
export const deedsOf = ({ run, atMs }: Session): readonly ClusterDeed[] =>
  run.course.deeds.filter((deed) => deed.atMs <= atMs)
