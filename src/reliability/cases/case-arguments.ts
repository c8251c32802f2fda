/** The arguments of a golden case as they stand in its file. */
export type CaseArguments = Readonly<Record<string, unknown>>

/** Answers one operation of the golden cases through the library's public functions. */
export type Evaluate = (args: CaseArguments) => unknown

function requireNumber(value: unknown, name: string): number {
  if (typeof value === 'number') return value
  throw new TypeError(`argument ${name} of a case must be a number, got ${JSON.stringify(value)}`)
}

/**
 * The argument of that name, which must be a number.
 *
 * @throws TypeError where the case lacks it or holds something else
 * @example numberOf({ n: 3 }, 'n') // 3
 */
export function numberOf(args: CaseArguments, name: string): number {
  return requireNumber(args[name], name)
}

/**
 * The argument of that name, which must be a list of numbers.
 *
 * @throws TypeError where the case lacks it or holds something else
 * @example numbersOf({ ps: [0.5, 0.25] }, 'ps') // [0.5, 0.25]
 */
export function numbersOf(args: CaseArguments, name: string): readonly number[] {
  const value = args[name]
  if (Array.isArray(value)) return value.map((entry) => requireNumber(entry, name))
  throw new TypeError(`argument ${name} of a case must be a list, got ${JSON.stringify(value)}`)
}

/** A golden case that was made of a recording. */
export interface RecordedCase {
  readonly op: string
  readonly args: CaseArguments
  readonly expected: unknown
  /** How far numbers may be from the expected ones; 0 where it is absent. */
  readonly absTol?: number
}

/**
 * Makes golden cases of a file that a program wrote in a form of its own, or says null where the
 * file is not of that program.
 */
export type Recording = (file: Readonly<Record<string, unknown>>) => readonly RecordedCase[] | null
