import type { Course } from './history.ts'
import { BrokenInvariantError, type Machine, machine } from './machine.ts'
import type { Rules } from './rules.ts'

/**
 * Runs a course to a moment, this one included.
 *
 * @throws BrokenInvariantError at the first breach
 */
export function runTo<Parameters, World, Event, Action, Note>(
  rules: Rules<Parameters, World, Event, Action, Note>,
  { parameters, seed, deeds }: Course<Parameters, Action>,
  untilMs: number,
): Machine<World, Event, Action, Note> {
  const run = machine(rules, { parameters }, seed)
  let done = 0
  for (;;) {
    const next = deeds[done]
    if (Math.min(run.nextAtMs(), next?.atMs ?? Infinity) > untilMs) return run
    if (next && next.atMs < run.nextAtMs()) {
      run.act(next.action, next.atMs)
      done += 1
    } else run.advance()
  }
}

/** The first breach of an invariant by a course; nothing where all of them hold. */
export function breachOf<Parameters, World, Event, Action, Note>(
  rules: Rules<Parameters, World, Event, Action, Note>,
  course: Course<Parameters, Action>,
  untilMs: number,
): BrokenInvariantError | undefined {
  try {
    runTo(rules, course, untilMs)
    return undefined
  } catch (error) {
    if (error instanceof BrokenInvariantError) return error
    throw error
  }
}
