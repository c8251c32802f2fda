/** Values of named numbers, as a model takes them. */
export type NamedNumbers = Readonly<Record<string, number>>

/** What {@link sensitivities} varies. */
export interface InputRanges<Values extends NamedNumbers> {
  /** The lowest plausible value of each number, finite. */
  readonly low: Values
  /** The value that each has while another is varied, finite, from its `low` to its `high`. */
  readonly base: Values
  /** The highest plausible value of each number, finite. */
  readonly high: Values
}

/** What becomes of the model when one number is varied. */
export interface Swing {
  readonly name: string
  /** What the model answers with this number at its `low`, all others at their `base`. */
  readonly low: number
  /** The same with this number at its `high`. */
  readonly high: number
}

/**
 * Which input of a model matters most: each is moved alone from its lowest to its highest plausible
 * value, and the inputs are sorted by how far the answer swings, the furthest first (a tornado chart).
 *
 * A swing is the difference of `low` and `high`. It says nothing of inputs that only matter together,
 * and an answer that rises and falls again between both ends looks steady.
 *
 * @param model a function of all the numbers that answers with a finite number
 * @param inputs the numbers by name; see {@link InputRanges} for the range of each
 * @returns what the model answers for the `base`, and a swing for each number of `low`
 * @throws RangeError if a value is missing, not finite or out of order, or so is an answer
 * @category economics
 * @formula \Delta_i = \left| f(\ldots, x_i^{\text{high}}, \ldots) - f(\ldots, x_i^{\text{low}}, \ldots) \right|
 * @where f the model; x_i the number that is varied
 * @assumes Inputs can be moved one at a time, the others staying as they are.
 * @source eschenbach-1992
 * @example sensitivities(({ a, b }) => a * b, { low: { a: 1, b: 3 }, base: { a: 2, b: 4 }, high: { a: 3, b: 5 } }) // base 8; a from 4 to 12, then b from 6 to 10
 */
export function sensitivities<Values extends NamedNumbers>(
  model: (values: Values) => number,
  inputs: InputRanges<Values>,
): { readonly base: number; readonly swings: readonly Swing[] } {
  const { base } = inputs
  const middles: NamedNumbers = base
  const ends: NamedNumbers = inputs.high
  const answer = (values: Values): number => {
    const value = model(values)
    if (Number.isFinite(value)) return value
    throw new RangeError(`sensitivities: the answer must be finite, got ${String(value)}`)
  }
  const swings = Object.entries(inputs.low).map(([name, low]): Swing => {
    const [middle = NaN, high = NaN] = [middles[name], ends[name]]
    // The difference is not finite where one of them is not.
    if (!(low <= middle && middle <= high && high - low < Infinity)) {
      throw new RangeError(
        `sensitivities: ${name} must have finite low <= base <= high, got ${low}, ${middle}, ${high}`,
      )
    }
    return {
      name,
      low: answer({ ...base, [name]: low }),
      high: answer({ ...base, [name]: high }),
    }
  })
  const swing = ({ low, high }: Swing): number => Math.abs(high - low)
  return { base: answer(base), swings: swings.toSorted((one, other) => swing(other) - swing(one)) }
}
