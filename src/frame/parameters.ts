/**
 * What must hold for a control to mean anything: another choice that is one of a few, or a rule;
 * elsewhere, and where that choice is itself off, the control is off.
 */
export type Only =
  | {
      readonly choice: string
      readonly is: readonly string[]
      /** Where it is off it is not shown either: one of several that stand in for one another. */
      readonly hides?: true
    }
  | ((values: Values) => boolean)

/**
 * The parameters of a widget as a schema: from it come the controls, the address, the checks of a
 * hostile address, the fuzz test and the presenter's controls.
 */
export interface NumberParameter {
  readonly kind: 'number'
  readonly label: () => string
  /** `share`: a probability or fraction in [0, 1], shown as per cent. `count`: a whole number. */
  readonly unit: 'share' | 'count'
  readonly minimum: number
  readonly maximum: number
  readonly default: number
  /** Where the slider rests, ascending, from the minimum to the maximum; typing may go between. */
  readonly stops: readonly number[]
  /** The flag that must be on for this number to mean anything. */
  readonly needs?: string
  readonly only?: Only
}

export interface FlagParameter {
  readonly kind: 'flag'
  readonly label: () => string
  readonly default: boolean
  readonly only?: Only
}

export interface ChoiceParameter<Option extends string = string> {
  readonly kind: 'choice'
  readonly label: () => string
  readonly default: Option
  /** What each is called where the others have these values; nothing where it is not on offer. */
  readonly options: Readonly<Record<Option, (values: Values) => string | undefined>>
  /** Too many to stand side by side: the control is a list to open. */
  readonly list?: boolean
  readonly only?: Only
}

export type Parameter = NumberParameter | FlagParameter | ChoiceParameter
export type Schema = Readonly<Record<string, Parameter>>
export type Value = number | boolean | string

export type ValueOf<P extends Parameter> = P extends NumberParameter
  ? number
  : P extends FlagParameter
    ? boolean
    : P extends ChoiceParameter<infer Option>
      ? Option
      : never
export type ValuesOf<S extends Schema> = { readonly [Key in keyof S]: ValueOf<S[Key]> }
export type Values = Readonly<Record<string, Value>>

export const defaultsOf = (schema: Schema): Values =>
  Object.fromEntries(Object.entries(schema).map(([key, parameter]) => [key, parameter.default]))

/** Stops that are decimal numbers as one writes them: 0.07, not 0.07000000000000001. */
const tidy = (value: number) => Number(value.toPrecision(12))

/** Evenly spaced stops. @throws RangeError unless the step divides the range. */
export function evenStops(minimum: number, maximum: number, step: number): number[] {
  const count = Math.round((maximum - minimum) / step)
  if (!(step > 0) || Math.abs(minimum + count * step - maximum) > 1e-9)
    throw new RangeError(`evenStops: step ${step} must divide ${minimum}..${maximum}`)
  return Array.from({ length: count + 1 }, (_, index) => tidy(minimum + index * step))
}

/**
 * Stops for a small share: 0, then 1 to 9 of each decade up to 1, so that a slider reaches one in
 * ten thousand as easily as one in two.
 * @param decades how many decades below 1, a positive integer
 */
export function smallShareStops(decades: number): number[] {
  const stops = [0]
  for (let decade = decades; decade >= 1; decade--)
    for (let digit = 1; digit <= 9; digit++) stops.push(tidy(digit * 10 ** -decade))
  return [...stops, 1]
}

/** Stops for a reliability: the small shares seen from the other end, 0 … 0.9 … 0.99 … 0.999 … 1. */
export const ninesStops = (decades: number): number[] =>
  smallShareStops(decades)
    .map((unreliability) => tidy(1 - unreliability))
    .reverse()

/** The stop nearest to a value, as an index: where the thumb of the slider stands. */
export function stopNear(stops: readonly number[], value: number): number {
  let nearest = 0
  for (let index = 1; index < stops.length; index++) {
    const distance = Math.abs((stops[index] ?? 0) - value)
    if (distance < Math.abs((stops[nearest] ?? 0) - value)) nearest = index
  }
  return nearest
}

/** A scene's values over the defaults, so that a scene names only what it changes. */
export const complete = (schema: Schema, values: Partial<Values>): Values => {
  const whole: Record<string, Value> = { ...defaultsOf(schema) }
  for (const [key, value] of Object.entries(values)) if (value !== undefined) whole[key] = value
  return whole
}
