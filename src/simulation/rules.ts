import type { Draw } from './draw.ts'

/** An event to come. */
export interface Later<Event> {
  /** After how many milliseconds, at least 0; rounded to whole ones. */
  readonly afterMs: number
  readonly event: Event
}

/** What becomes of a world by one event or action. */
export interface Step<World, Event, Note> {
  readonly world: World
  readonly schedule?: readonly Later<Event>[]
  /** What the event table says about it; plain data, words are made elsewhere. */
  readonly notes?: readonly Note[]
}

/** What a rule may look at beside the world. */
export interface Moment {
  /** In whole milliseconds since the start. */
  readonly nowMs: number
  readonly draw: Draw
}

/**
 * The rules of a world, pure: the same world, event and luck always give the same step. A world is
 * plain JSON and never changed in place, so that history can keep it.
 */
export interface Rules<Parameters, World, Event, Action, Note> {
  readonly begin: (parameters: Parameters, moment: Moment) => Step<World, Event, Note>
  readonly happen: (world: World, event: Event, moment: Moment) => Step<World, Event, Note>
  readonly act: (world: World, action: Action, moment: Moment) => Step<World, Event, Note>
  /** What must hold in every world, by name; a run that breaks one stops there and says so. */
  readonly invariants?: Readonly<Record<string, (world: World) => boolean>>
}
