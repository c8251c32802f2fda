import { type Entry, type Machine, type Simulation, machine } from './machine.ts'
import type { Rules } from './rules.ts'

/** An action, and when it was taken. */
export interface Deed<Action> {
  /** In whole milliseconds; what happens in the same millisecond comes first. */
  readonly atMs: number
  readonly action: Action
}

/** What makes a run: the same course always gives the same history. */
export interface Course<Parameters, Action> {
  readonly parameters: Parameters
  /** A whole number from 0 to 4,294,967,295. */
  readonly seed: number
  /** In the order of their time. */
  readonly deeds: readonly Deed<Action>[]
}

/** A world at one point of its history. */
export interface Frame<World> {
  readonly nowMs: number
  /** How many events and actions led here. */
  readonly count: number
  readonly world: World
}

/** A run that can be looked at anywhere, and taken another way from anywhere. */
export interface History<Parameters, World, Action, Note> {
  readonly course: Course<Parameters, Action>
  /** The world after all that happened up to and including this millisecond. */
  readonly at: (atMs: number) => Frame<World>
  /** The world after so many events and actions, or after the last one. */
  readonly after: (count: number) => Frame<World>
  /** The event table up to a count. */
  readonly entries: (count: number) => readonly Entry<Note>[]
  /** How many events and actions there are up to and including this millisecond. */
  readonly countAt: (atMs: number) => number
  /** The history in which an action was taken at this time, and none of the later ones. */
  readonly fork: (atMs: number, action: Action) => History<Parameters, World, Action, Note>
  /** Whether nothing more will happen after what has been looked at, or no more is simulated. */
  readonly ended: () => 'no' | 'over' | 'too-long'
}

/** A replay begins at most so many events back. */
const CHECKPOINT_EVERY = 128

/** Runs longer than this are not looked at further: a world that never rests would never end. */
const MOST_EVENTS = 250_000

/** A simulation, and how many of the deeds were done by then. */
interface Checkpoint<World, Event> {
  readonly saved: Simulation<World, Event>
  readonly done: number
}

/** What is known of a history already. */
interface Past<World, Event, Note> {
  /** When the event or action of each count happened, from 0, the start, on. */
  readonly times: readonly number[]
  readonly entries: readonly Entry<Note>[]
  readonly checkpoints: readonly Checkpoint<World, Event>[]
}

/** How many entries, in ascending order by `key`, have a key of at most `limit`. */
function upTo<T>(list: readonly T[], limit: number, key: (one: T) => number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const one = list[middle]
    if (one !== undefined && key(one) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** A machine with the deeds that are still to be done. */
interface Walk<World, Event, Note> {
  readonly count: () => number
  /** When the next event or deed is due; Infinity when none is. */
  readonly dueAtMs: () => number
  readonly step: () => readonly Entry<Note>[]
  readonly checkpoint: () => Checkpoint<World, Event>
  readonly frame: () => Frame<World>
}

function walk<World, Event, Action, Note>(
  running: Machine<World, Event, Action, Note>,
  deeds: readonly Deed<Action>[],
  doneBefore: number,
): Walk<World, Event, Note> {
  let done = doneBefore
  return {
    count: running.count,
    dueAtMs: () => Math.min(running.nextAtMs(), deeds[done]?.atMs ?? Infinity),
    step() {
      const deed = deeds[done]
      if (!deed || deed.atMs >= running.nextAtMs()) return running.advance()
      done += 1
      return running.act(deed.action, deed.atMs)
    },
    checkpoint: () => ({ saved: running.save(), done }),
    frame: () => ({ nowMs: running.nowMs(), count: running.count(), world: running.world() }),
  }
}

/**
 * The history of a run, simulated as far as it is looked at.
 *
 * Checkpoints are kept on the way, so that any point is a short replay away; worlds share whatever
 * did not change between them.
 *
 * @param rules how the world behaves
 * @param course parameters, luck and actions
 * @param past what is known already of a run that begins in the same way; used by `fork`
 * @throws RangeError if the deeds are not in order, or `seed` is no seed
 * @throws BrokenInvariantError from any look at a time when the world broke a rule of its own
 */
export function history<Parameters, World, Event, Action, Note>(
  rules: Rules<Parameters, World, Event, Action, Note>,
  course: Course<Parameters, Action>,
  past?: Past<World, Event, Note>,
): History<Parameters, World, Action, Note> {
  const { parameters, seed, deeds } = course
  deeds.forEach(({ atMs }, index) => {
    if (!Number.isSafeInteger(atMs) || atMs < (deeds[index - 1]?.atMs ?? 0)) {
      throw new RangeError(`history: deeds must be in order, at whole milliseconds, got ${atMs}`)
    }
  })
  const resume = ({ saved, done }: Checkpoint<World, Event>): Walk<World, Event, Note> =>
    walk(machine(rules, { saved }, seed), deeds, done)

  const fresh = (): Past<World, Event, Note> => {
    const begun = machine(rules, { parameters }, seed)
    return { times: [0], entries: begun.begun, checkpoints: [{ saved: begun.save(), done: 0 }] }
  }
  const known = past ?? fresh()
  const times = [...known.times]
  const entries = [...known.entries]
  const checkpoints = [...known.checkpoints]
  const nearest = (count: number): Walk<World, Event, Note> => {
    const place = upTo(checkpoints, count, ({ saved }) => saved.count) - 1
    const checkpoint = checkpoints[place]
    if (!checkpoint) throw new RangeError(`history: nothing is known before count ${count}`)
    return resume(checkpoint)
  }
  const frontier = nearest(times.length - 1)
  // What lies between the last checkpoint of the past and its end is known, and not noted again.
  while (frontier.count() < times.length - 1) frontier.step()

  const full = (): boolean => times.length > MOST_EVENTS
  /** What a broken world said; it is as far as the run goes. */
  let broken: { readonly dueAtMs: number; readonly error: unknown } | undefined
  const dueAtMs = (): number => broken?.dueAtMs ?? frontier.dueAtMs()
  const advance = (): void => {
    if (broken) throw broken.error
    const due = frontier.dueAtMs()
    try {
      entries.push(...frontier.step())
    } catch (error) {
      broken = { dueAtMs: due, error }
      throw error
    }
    times.push(frontier.frame().nowMs)
    if (frontier.count() % CHECKPOINT_EVERY === 0) checkpoints.push(frontier.checkpoint())
  }
  const countAt = (atMs: number): number => {
    while (dueAtMs() <= atMs && !full()) advance()
    return upTo(times, atMs, (time) => time) - 1
  }
  let shown = frontier
  const after = (count: number): Frame<World> => {
    while (times.length <= count && dueAtMs() < Infinity && !full()) advance()
    const wanted = Math.max(0, Math.min(count, times.length - 1))
    if (!broken && wanted === frontier.count()) return frontier.frame()
    // A little further than what was shown last needs no replay.
    const ahead = wanted - shown.count()
    if (shown === frontier || ahead < 0 || ahead > CHECKPOINT_EVERY) shown = nearest(wanted)
    while (shown.count() < wanted) shown.step()
    return shown.frame()
  }
  return {
    course,
    at: (atMs) => after(countAt(atMs)),
    after,
    entries: (count) =>
      entries.slice(
        0,
        upTo(entries, count, (entry) => entry.count),
      ),
    countAt,
    ended: () => (full() ? 'too-long' : dueAtMs() === Infinity ? 'over' : 'no'),
    fork(atMs, action) {
      const kept = deeds.slice(
        0,
        upTo(deeds, atMs, (deed) => deed.atMs),
      )
      const count = countAt(atMs)
      const until = <T>(list: readonly T[], countOf: (one: T) => number): readonly T[] =>
        list.slice(0, upTo(list, count, countOf))
      return history(
        rules,
        { parameters, seed, deeds: [...kept, { atMs, action }] },
        {
          times: times.slice(0, count + 1),
          entries: until(entries, (entry) => entry.count),
          checkpoints: until(checkpoints, ({ saved }) => saved.count),
        },
      )
    },
  }
}
