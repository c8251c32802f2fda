import type { ComponentType, ReactNode } from 'react'
import { createElement } from 'react'
import { type Course, FIRST_COURSE, targetOf } from './course.ts'
import type { Expression } from './expression.ts'
import type { InstanceStore } from './instance.ts'
import { complete, type Schema, type Value, type Values, type ValuesOf } from './parameters.ts'

/** A state worth linking to. Its values stand over the schema's defaults. */
export interface Scene<S extends Schema = Schema> {
  readonly id: string
  readonly label: () => string
  readonly values: Partial<ValuesOf<S>>
}

/** One of the few numbers under the picture: large, with unit, beside what it compares to. */
export interface Reading {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly unit?: string
  /** How it comes about, with the numbers of now. */
  readonly formula?: Expression
}

/** The sentence that says what the state means for the reader, and whether that is good. */
export interface Verdict {
  readonly text: string
  readonly tone: 'works' | 'fails' | 'neutral'
}

/** What the reader is asked before the first move. Each option becomes a mark on the picture. */
export interface Prediction<Mark> {
  readonly question: () => string
  readonly options: readonly {
    readonly id: string
    readonly label: () => string
    readonly mark: Mark
    /** Said once the reader has committed: what the model says, against this guess. */
    readonly answer: () => string
  }[]
}

export interface Reference {
  readonly title: string
  readonly authors: readonly string[]
  readonly year: number
  readonly where: string
  readonly url?: string
}

/** How a figure that runs lies in its own time. */
export interface Timeline {
  readonly lengthMs: number
  /** Where it stands untouched: the moment that makes the point. */
  readonly restMs: number
  /** How many of its milliseconds pass in one second of the reader's. */
  readonly pace: number
  /** What its clock shows at a moment, where that is not seconds: a film with scales of its own. */
  readonly clock?: (atMs: number) => string
  /** Whether other luck would make another run of it: the player then offers one. */
  readonly chance?: boolean
  /**
   * The run told step by step: one sentence for each event that teaches, in the order of time.
   * Steps that do not come about in this run are left out.
   */
  readonly walk?: readonly { readonly atMs: number; readonly text: string }[]
  /** The event table: what happens and when, in words, in the order of time. */
  readonly entries: readonly { readonly atMs: number; readonly text: string }[]
}

/** Numbers to take along: what a figure plots, in columns with their unit. */
export interface DataTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** Something that a reader can do to a figure while it runs. */
export interface Action {
  /** In addresses: lower-case words joined by hyphens. */
  readonly id: string
  readonly label: () => string
}

/** One thing of a kind, at a moment. */
export interface Target {
  /** In addresses: lower-case letters, digits and hyphens, at most twelve. */
  readonly id: string
  readonly label: string
}

/**
 * A kind of thing in the picture that something can be done to: messages on their way, servers,
 * links. A deed is then named by both, as in `drop-12`; course.ts joins and parts them.
 */
export interface Subject<Model> {
  readonly id: string
  readonly label: () => string
  /** What there is of it at a moment, the most telling first. Pure. */
  readonly targets: (model: Model, atMs: number) => readonly Target[]
  readonly actions: readonly Action[]
}

export interface PlayerProps {
  readonly timeline: Timeline
  readonly actions: readonly Action[]
  readonly subjects: View['subjects']
  readonly store: InstanceStore
}

/** What a figure that runs needs beside the others; see running.ts. It ships with those alone. */
export interface Running {
  readonly Player: ComponentType<PlayerProps>
  /** The course that an address names over another one, and the keys that could not be read. */
  readonly readCourse: (
    first: Course,
    search: string,
    can: (action: string) => boolean,
  ) => { readonly course: Course; readonly unreadable: readonly string[] }
  /** The part of a query that brings a course back. */
  readonly writeCourse: (course: Course) => string
}

export interface FigureProps<Model, Mark> {
  readonly model: Model
  /** The playhead of a figure that runs. */
  readonly atMs: number
  /** The reader's own guess, drawn hatched; absent until there is one. */
  readonly guess: Mark | undefined
  /**
   * Does something now, where a part of the picture is clicked; absent on paper. Whatever a click
   * does, an action or a subject of the widget does too: nobody needs a pointer.
   */
  readonly act: Act | undefined
  /**
   * Gives a parameter a value, where a part of the picture is clicked; absent on paper. The
   * parameter's own control does the same.
   */
  readonly choose?: Choose | undefined
}

/** Takes an action's id, or that and a target's. */
export type Act = (action: string) => void

/** Takes the key of a parameter, and a value that it allows. */
export type Choose = (key: string, value: Value) => void

/** What an author of a widget writes, all in one folder. */
export interface WidgetParts<S extends Schema, Model, Mark> {
  /** The folder's name: in addresses, in lessons, in stored guesses. Never changes. */
  readonly id: string
  readonly title: () => string
  /** What one unit of the picture stands for, at the right of the title. */
  readonly scale?: () => string
  readonly parameters: S
  readonly scenes: readonly Scene<S>[]
  /** The scene that stands on the page untouched: it must make the point. */
  readonly firstScene: string
  /**
   * Everything shown, from the parameters, and for a figure that runs from its luck and what was
   * done to it: the whole run. Pure; sound for every value of the schema.
   */
  readonly model: (values: ValuesOf<S>, course: Course) => Model
  /** The state in one or two sentences: text alternative, live region, transcript. Pure. */
  readonly describe: (model: Model) => string
  readonly verdict: (model: Model) => Verdict
  readonly readings: (model: Model) => readonly Reading[]
  readonly formula: (model: Model) => Expression
  /** What is plotted, for those who want the numbers. Pure. */
  readonly data: (model: Model) => DataTable
  /** The lesson of the picture: its first sentence is set in bold. */
  readonly caption: () => readonly [claim: string, rest: string]
  readonly assumptions: () => readonly string[]
  readonly sources: readonly Reference[]
  readonly prediction?: Prediction<Mark>
  /** For a figure that runs: how it lies in time, what moves it, and what can be done to it. */
  readonly timeline?: (model: Model) => Timeline
  readonly running?: Running
  readonly actions?: readonly Action[]
  readonly subjects?: readonly Subject<Model>[]
  readonly Figure: ComponentType<FigureProps<Model, Mark>>
}

/** What a widget shows at given values, free of the widget's own types. */
export interface View {
  readonly description: string
  readonly verdict: Verdict
  readonly readings: readonly Reading[]
  readonly formula: Expression
  readonly timeline: Timeline | undefined
  /** What something can be done to at a moment, by kind. */
  readonly subjects: (atMs: number) => readonly (Omit<Subject<never>, 'targets'> & {
    readonly targets: readonly Target[]
  })[]
  /** Worked out when it is asked for. */
  readonly data: () => DataTable
  /** The picture, at a time where it has one: at rest where none is given. */
  readonly figure: (
    guess: string | undefined,
    atMs?: number,
    act?: Act,
    choose?: Choose,
  ) => ReactNode
}

/** A widget as the frame, the registry and the tests see it. */
export interface Widget extends Omit<
  WidgetParts<Schema, never, unknown>,
  | 'model'
  | 'describe'
  | 'verdict'
  | 'readings'
  | 'formula'
  | 'data'
  | 'timeline'
  | 'subjects'
  | 'Figure'
  | 'scenes'
> {
  readonly scenes: readonly {
    readonly id: string
    readonly label: () => string
    readonly values: Values
  }[]
  readonly first: Values
  /** Whether something that an address names is something that can be done here. */
  readonly can: (action: string) => boolean
  /** What can be done to something, without its target. */
  readonly targeted: readonly Action[]
  readonly view: (values: Values, course?: Course) => View
}

const TARGET = /^(?=.{1,12}$)[a-z0-9]+(-[a-z0-9]+)*$/

/** Joins the parts of a widget. @throws RangeError when `firstScene` is not one of the scenes. */
export function defineWidget<S extends Schema, Model, Mark = never>(
  parts: WidgetParts<S, Model, Mark>,
): Widget {
  const { parameters, prediction, Figure, actions = [], subjects = [] } = parts
  const scenes = parts.scenes.map(({ id, label, values }) => ({
    id,
    label,
    values: complete(parameters, values),
  }))
  const first = scenes.find((scene) => scene.id === parts.firstScene)
  if (!first) throw new RangeError(`defineWidget: ${parts.id} has no scene ${parts.firstScene}`)
  const markOf = (guess: string | undefined) =>
    prediction?.options.find((option) => option.id === guess)?.mark
  const targeted = subjects.flatMap((subject) => subject.actions)
  return {
    ...parts,
    scenes,
    first: first.values,
    targeted,
    can: (action) =>
      actions.some(({ id }) => id === action) ||
      targeted.some(({ id }) => TARGET.test(targetOf(id, action) ?? '')),
    view(values, course = FIRST_COURSE) {
      // The edge between addresses and types: the frame only makes values that the schema allows.
      const model = parts.model(values as ValuesOf<S>, course)
      const timeline = parts.timeline?.(model)
      return {
        description: parts.describe(model),
        verdict: parts.verdict(model),
        readings: parts.readings(model),
        formula: parts.formula(model),
        timeline,
        subjects: (atMs) =>
          subjects.map((subject) => ({ ...subject, targets: subject.targets(model, atMs) })),
        data: () => parts.data(model),
        figure: (guess, atMs = timeline?.restMs ?? 0, act, choose) =>
          createElement(Figure, { model, atMs, guess: markOf(guess), act, choose }),
      }
    },
  }
}
