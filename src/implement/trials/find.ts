import { type Plain, recorded } from '../../simulation/decisions.ts'
import type { Course } from '../../simulation/history.ts'
import { BrokenInvariantError } from '../../simulation/machine.ts'
import { runTo } from '../../simulation/run.ts'
import type { Breach, Functions, Trial } from './trial.ts'

/** A schedule on which something breaks, with what the functions answered along it, and after. */
export interface Finding<Parameters, Action> {
  readonly seed: number
  readonly breach: Breach
  readonly course: Course<Parameters, Action>
  readonly answers: readonly Plain[]
}

/** The first promise that a course breaks; nothing where all hold to its end. */
export function breachOf<P, W, E, A, N>(
  trial: Trial<P, W, E, A, N>,
  course: Course<P, A>,
  functions: Functions,
): Breach | undefined {
  try {
    const world = runTo(trial.rules(functions), course, trial.lengthMs).world()
    const invariant = trial.atEnd?.(world, course)
    return invariant === undefined ? undefined : { invariant, atMs: trial.lengthMs }
  } catch (error) {
    if (!(error instanceof BrokenInvariantError)) throw error
    return { invariant: error.invariant, atMs: error.atMs }
  }
}

/** The picture goes on after the breach: so do the answers, where they are the same up to it. */
function toTheEnd<P, W, E, A, N>(
  trial: Trial<P, W, E, A, N>,
  { course, answers }: Finding<P, A>,
  make: () => Functions,
): readonly Plain[] {
  const more = recorded(make())
  try {
    runTo({ ...trial.rules(more.decisions), invariants: {} }, course, trial.lengthMs)
  } catch {
    // Up to here, then.
  }
  const same = answers.every(
    (answer, index) => JSON.stringify(answer) === JSON.stringify(more.answers[index]),
  )
  return same ? more.answers : answers
}

/**
 * Tries the functions on the schedule of a seed, and makes a schedule that breaks as small as it gets.
 *
 * @param make the functions anew for each run, so that none remembers another run
 */
export function find<P, W, E, A, N>(
  trial: Trial<P, W, E, A, N>,
  seed: number,
  make: () => Functions,
): Finding<P, A> | undefined {
  const look = (course: Course<P, A>) => {
    const { decisions, answers } = recorded(make())
    const breach = breachOf(trial, course, decisions)
    return breach && { seed, breach, course, answers }
  }
  const course = trial.course(seed, make())
  const found = course && look(course)
  if (!found) return undefined
  const { invariant } = found.breach
  const least = trial.shrink(found.course, (course) => look(course)?.breach.invariant === invariant)
  // Functions that answer as they like may break the whole schedule and not the small one.
  const broken = look(least) ?? found
  return { ...broken, answers: toTheEnd(trial, broken, make) }
}
