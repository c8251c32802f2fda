import type { BaseIssue, BaseSchema } from 'valibot'
import type { Plain } from '../../simulation/decisions.ts'
import type { Course } from '../../simulation/history.ts'
import type { Rules } from '../../simulation/rules.ts'

/** What the reader wrote, by name. Nothing is known of what it gives back. */
export type Functions = Readonly<Record<string, (facts: Plain) => Plain>>

/** A promise that did not hold. */
export interface Breach {
  readonly invariant: string
  readonly atMs: number
}

/** Reads what comes from outside; throws at anything else. */
export type Reader<T> = BaseSchema<unknown, T, BaseIssue<unknown>>

/** A system of which the reader writes a few lines, and the schedules that these are tried on. */
export interface Trial<Parameters, World, Event, Action, Note> {
  /** What has to be written, each with the form of its answers. */
  readonly functions: Readonly<Record<string, Reader<Plain>>>
  /** How many schedules there are, by their seeds from 0 on. */
  readonly seeds: number
  /** How long each lasts. */
  readonly lengthMs: number
  /** The course's own answers. */
  readonly own: Functions
  /** Strict rules: what they promise is checked after each event. */
  readonly rules: (functions: Functions) => Rules<Parameters, World, Event, Action, Note>
  /**
   * What befalls the system under a seed; it may depend on what the functions answer. Nothing where it
   * was run to find that out, and held.
   */
  readonly course: (seed: number, functions: Functions) => Course<Parameters, Action> | undefined
  /** Less of the same, while `breaks` says that it still breaks. */
  readonly shrink: (
    course: Course<Parameters, Action>,
    breaks: (course: Course<Parameters, Action>) => boolean,
  ) => Course<Parameters, Action>
  /** What else must be true at the end; its name where it is not. */
  readonly atEnd?: (world: World, course: Course<Parameters, Action>) => string | undefined
  /** A course as it may come from the sandbox: in ranges for which the rules are quick and sound. */
  readonly courses: Reader<Course<Parameters, Action>>
}
