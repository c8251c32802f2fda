/**
 * What a question is once its numbers are drawn: plain data, with every sentence complete and every
 * key computed. Whatever shows, judges, prints or exports a question works on this and knows nothing
 * of how it was written. Texts may hold `code` between backticks and nothing else.
 */

/** What a wrong answer rests on; an id of `content/<language>/misconceptions.yaml`. */
export type MisconceptionId = string

/** Why something is wrong, and what it rests on. */
export interface Mistake {
  readonly why: string
  readonly misconception: MisconceptionId
}

/** A thing to choose; a wrong one names the misconception that leads to it. */
export type Option = { readonly id: string; readonly text: string; readonly why: string } & (
  { readonly correct: true } | { readonly correct?: never; readonly misconception: MisconceptionId }
)

/** How a number is typed and shown. */
export type Unit =
  /** In [0, 1], typed and shown as per cent. */
  | 'percent'
  /** Any number without a unit; the prompt says what is counted. */
  | 'number'
  /** A length of time, typed in this unit. */
  | 'milliseconds'
  | 'seconds'
  | 'minutes'
  | 'hours'
  | 'days'
  /** Whole dollars. */
  | 'money'

/** A number that a known mistake leads to, in the unit of the answer. */
export interface Trap extends Mistake {
  readonly value: number
}

/** How far an answer may be off: as a share of the right one, or in its own unit; 0 is exact. */
export type Tolerance =
  | { readonly relative: number; readonly absolute?: never }
  | { readonly absolute: number; readonly relative?: never }

/** A number to work out. The percentages of `percent` are kept as shares: 0.25, not 25. */
export interface Sum {
  readonly answer: number
  readonly unit: Unit
  readonly tolerance: Tolerance
  readonly traps: readonly Trap[]
  /** Said of a wrong number that no trap explains. */
  readonly otherwise: Mistake
}

interface Common {
  readonly prompt: string
  /** The worked solution, a step to a line. */
  readonly solution: readonly string[]
}

export interface ChoiceQuestion extends Common {
  readonly kind: 'choice'
  /** Exactly one is correct. */
  readonly options: readonly Option[]
}

export interface ChoicesQuestion extends Common {
  readonly kind: 'choices'
  /** One or more are correct, and all of those are asked for. */
  readonly options: readonly Option[]
}

export interface NumericQuestion extends Common, Sum {
  readonly kind: 'numeric'
  /** Said of the right number. */
  readonly why: string
}

/** A row of a grid: what it is, where it belongs, and why not elsewhere. */
export interface Item {
  readonly id: string
  readonly text: string
  /** The id of the column that it belongs in. */
  readonly in: string
  /** Said of the right column. */
  readonly why: string
  /** What is said of each other column, by its id. */
  readonly mistakes: Readonly<Record<string, Mistake>>
}

/** Something with a name of its own that is read by a person. */
export interface Named {
  readonly id: string
  readonly text: string
}

/** Several things go into each of a few classes. */
export interface ClassifyQuestion extends Common {
  readonly kind: 'classify'
  readonly columns: readonly Named[]
  readonly items: readonly Item[]
}

/** Each thing has a partner of its own; a partner may stay alone. */
export interface MatchQuestion extends Common {
  readonly kind: 'match'
  readonly columns: readonly Named[]
  readonly items: readonly Item[]
}

/** One thing must come before another. */
export interface Precedence extends Mistake {
  readonly earlier: string
  readonly later: string
}

/** Right is every order that keeps all rules; the steps stand in one that does. */
export interface OrderQuestion extends Common {
  readonly kind: 'order'
  readonly steps: readonly Named[]
  readonly rules: readonly Precedence[]
  /** Said of a right order. */
  readonly why: string
}

/** A gap in a text: one of a few words, or a number. */
export type Blank =
  | { readonly id: string; readonly options: readonly Option[]; readonly sum?: never }
  | {
      readonly id: string
      readonly sum: Sum & { readonly why: string }
      readonly options?: never
    }

/** A text with gaps; what stands between them comes in order with them. */
export interface FillQuestion extends Common {
  readonly kind: 'fill'
  readonly pieces: readonly (string | Blank)[]
}

export interface Axis {
  readonly label: string
  readonly unit: Unit
  readonly from: number
  readonly to: number
}

/** A curve of y over x, as points in order of x. */
export type Curve = readonly (readonly [x: number, y: number])[]

/** A curve to predict at a few places, by drawing or by typing. */
export interface GraphQuestion extends Common {
  readonly kind: 'graph'
  readonly x: Axis
  readonly y: Axis
  /** Where a value is asked for, and the right one there. */
  readonly at: readonly { readonly x: number; readonly y: number }[]
  /** How far each value may be off, as a share of the length of the y axis. */
  readonly tolerance: number
  /** The right curve, drawn once the answer is given. */
  readonly curve: Curve
  /** Curves that known mistakes lead to, at the places that are asked for. */
  readonly traps: readonly (Mistake & { readonly values: readonly number[] })[]
  readonly otherwise: Mistake
  /** Said of a right curve. */
  readonly why: string
}

/** A part of a system in a diagram. It works where it is not lost itself and what it needs works. */
export interface Part {
  readonly id: string
  readonly text: string
  /** Everything that it cannot do without. */
  readonly needs: readonly string[]
  /** Of these one that works is enough. */
  readonly anyOf: readonly string[]
  /** Where it stands: column and row of a grid, from 0, left to right and top to bottom. */
  readonly at: readonly [column: number, row: number]
  /** Said of it when the answer is judged: what its loss takes along, or why it takes nothing. */
  readonly why: string
}

/** Which parts are such that the loss of one alone stops everything that is served? */
export interface DiagramQuestion extends Common {
  readonly kind: 'diagram'
  readonly parts: readonly Part[]
  /** What has to be served; the system is lost when none of these works. */
  readonly served: readonly string[]
  /** The parts asked for, found from the diagram; those served are not among them. */
  readonly key: readonly string[]
  /** What a part that was missed, and one that was named wrongly, rest on. */
  readonly overlooked: MisconceptionId
  readonly imagined: MisconceptionId
}

export interface Knob {
  readonly id: string
  readonly text: string
  readonly options: readonly Named[]
}

/** Something that a design must do; a design that does not rests on the misconception. */
export interface Demand {
  readonly text: string
  readonly misconception: MisconceptionId
}

/** One way to set all knobs, and what comes of it. */
export interface Design {
  readonly settings: Readonly<Record<string, string>>
  /** Demand by demand: whether it is met, and in a sentence with its number why. */
  readonly meets: readonly { readonly met: boolean; readonly why: string }[]
  /** What it costs; right is a design that meets all demands at the lowest cost of those. */
  readonly cost: number
  readonly costText: string
}

/** A design to choose by a few knobs. */
export interface DesignQuestion extends Common {
  readonly kind: 'design'
  readonly knobs: readonly Knob[]
  readonly demands: readonly Demand[]
  /** Every way to set the knobs. */
  readonly designs: readonly Design[]
  /** What a design that meets everything and costs more than needed rests on. */
  readonly dear: Mistake
  /** Said of a right design. */
  readonly why: string
}

/** A few sentences of one's own, held against a model answer by whoever wrote them. */
export interface FreeQuestion extends Common {
  readonly kind: 'free'
  readonly model: string
  /** What a good answer says; the reader ticks what their own did. */
  readonly points: readonly Named[]
}

export type Laid =
  | ChoiceQuestion
  | ChoicesQuestion
  | NumericQuestion
  | ClassifyQuestion
  | MatchQuestion
  | OrderQuestion
  | FillQuestion
  | GraphQuestion
  | DiagramQuestion
  | DesignQuestion
  | FreeQuestion

export type Kind = Laid['kind']

/** recall: say what is so; apply: work it out in a case; design: choose and defend. */
export type Depth = 'recall' | 'apply' | 'design'

/** The values that a parameter of a question may take. */
export type Range =
  | { readonly of: readonly (number | string)[] }
  | { readonly from: number; readonly to: number; readonly step: number }

export type Drawn = Readonly<Record<string, number | string>>

/** How numbers inside the sentences of a question are written. */
export interface Format {
  readonly percent: (share: number, digits?: number) => string
  readonly number: (value: number, digits?: number) => string
  /** A length of time, in the unit that reads best. */
  readonly hours: (value: number, digits?: number) => string
  readonly seconds: (value: number, digits?: number) => string
  readonly money: (value: number) => string
}

/** A question as written: what it is about, what is drawn, and how it reads with the numbers drawn. */
export interface Question {
  /** Of its language, unique. */
  readonly id: string
  /** The id of an outcome of the module. */
  readonly outcome: string
  /** The part of the course that it belongs to. */
  readonly lesson: string
  /** What it is a check of, in a few words. */
  readonly aim: string
  readonly depth: Depth
  readonly kind: Kind
  readonly parameters: Readonly<Record<string, Range>>
  /** The question with these numbers; nothing where they make no good question. */
  readonly lay: (drawn: Drawn, format: Format) => Laid | undefined
}
