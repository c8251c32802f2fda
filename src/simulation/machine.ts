import { type DrawState, drawFrom } from './draw.ts'
import { type Scheduled, eventQueue } from './event-queue.ts'
import type { Moment, Rules, Step } from './rules.ts'

/** A simulation at one moment, as plain JSON: all that it takes to go on from there. */
export interface Simulation<World, Event> {
  readonly nowMs: number
  /** Events and actions so far. */
  readonly count: number
  /** The number that the next scheduled event gets. */
  readonly sequence: number
  readonly draws: DrawState
  readonly queue: readonly Scheduled<Event>[]
  readonly world: World
}

/** One line of the event table. */
export interface Entry<Note> {
  readonly atMs: number
  /** After how many events and actions it stands. */
  readonly count: number
  readonly note: Note
}

/** A rule of the world's own that did not hold. */
export class BrokenInvariantError extends Error {
  override readonly name = 'BrokenInvariantError'
  /** The invariant's name. */
  readonly invariant: string
  readonly atMs: number

  constructor(invariant: string, atMs: number) {
    super(`invariant “${invariant}” does not hold at ${atMs} ms`)
    this.invariant = invariant
    this.atMs = atMs
  }
}

/** A simulation that runs. */
export interface Machine<World, Event, Action, Note> {
  /** What was noted as the world began; nothing where it was taken up again. */
  readonly begun: readonly Entry<Note>[]
  readonly world: () => World
  readonly nowMs: () => number
  readonly count: () => number
  /** When the next event comes; Infinity when none will. */
  readonly nextAtMs: () => number
  /** Lets the next event happen and says what was noted. */
  readonly advance: () => readonly Entry<Note>[]
  /** Takes an action now, after everything that has happened up to this millisecond. */
  readonly act: (action: Action, atMs: number) => readonly Entry<Note>[]
  readonly save: () => Simulation<World, Event>
}

/** A time as the engine counts it. */
function wholeMs(afterMs: number): number {
  if (!(afterMs >= 0 && afterMs < Number.MAX_SAFE_INTEGER)) {
    throw new RangeError(`schedule: afterMs must be a finite number of at least 0, got ${afterMs}`)
  }
  return Math.round(afterMs)
}

/**
 * Sets a world going, or takes up a saved one.
 *
 * @param rules how the world behaves
 * @param start its parameters, or a simulation that was saved
 * @param seed where its luck begins, a whole number from 0 to 4,294,967,295
 * @throws RangeError if a rule schedules an event at no time
 * @throws BrokenInvariantError if the world breaks a rule of its own
 */
export function machine<Parameters, World, Event, Action, Note>(
  rules: Rules<Parameters, World, Event, Action, Note>,
  start: { readonly parameters: Parameters } | { readonly saved: Simulation<World, Event> },
  seed: number,
): Machine<World, Event, Action, Note> {
  const saved = 'saved' in start ? start.saved : undefined
  const { draw, save: saveDraws } = drawFrom(seed, saved?.draws)
  const queue = eventQueue(saved?.queue)
  const invariants = Object.entries(rules.invariants ?? {})
  let nowMs = saved?.nowMs ?? 0
  let count = saved?.count ?? 0
  let sequence = saved?.sequence ?? 0

  const accept = ({ world: next, schedule, notes }: Step<World, Event, Note>): World => {
    if (schedule) {
      for (const { afterMs, event } of schedule) {
        queue.add({ at: nowMs + wholeMs(afterMs), sequence, event })
        sequence += 1
      }
    }
    noted = notes ? notes.map((note) => ({ atMs: nowMs, count, note })) : NOTHING
    for (const [name, holds] of invariants) {
      if (!holds(next)) throw new BrokenInvariantError(name, nowMs)
    }
    return next
  }
  const moment = (): Moment => ({ nowMs, draw })
  const NOTHING: readonly Entry<Note>[] = []
  let noted: readonly Entry<Note>[] = NOTHING
  let world: World =
    'saved' in start ? start.saved.world : accept(rules.begin(start.parameters, moment()))

  return {
    begun: noted,
    world: () => world,
    nowMs: () => nowMs,
    count: () => count,
    nextAtMs: () => queue.first()?.at ?? Infinity,
    advance() {
      const next = queue.take()
      if (!next) return NOTHING
      nowMs = next.at
      count += 1
      world = accept(rules.happen(world, next.event, moment()))
      return noted
    },
    act(action, atMs) {
      nowMs = Math.max(nowMs, atMs)
      count += 1
      world = accept(rules.act(world, action, moment()))
      return noted
    },
    save: () => ({ nowMs, count, sequence, draws: saveDraws(), queue: queue.save(), world }),
  }
}
