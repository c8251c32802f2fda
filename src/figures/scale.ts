/**
 * Scales for figures. d3-scale does more and brings colours, formats and interpolation with it,
 * which is a tenth of what a lesson may weigh; a figure needs a straight line and a logarithm.
 */
type Pair = readonly [number, number]

/** Maps the domain onto the range along a straight line, beyond its ends too. */
export const linearScale =
  ([from, to]: Pair, [start, end]: Pair) =>
  (value: number): number =>
    start + ((value - from) / (to - from)) * (end - start)

/**
 * Maps the domain onto the range by the logarithm; values beyond its ends, zero among them, stay
 * at the ends. @throws RangeError unless both ends of the domain are positive.
 */
export function logScale([from, to]: Pair, range: Pair): (value: number) => number {
  if (!(from > 0 && to > 0))
    throw new RangeError(`logScale: domain must be positive, got ${from}..${to}`)
  const along = linearScale([Math.log(from), Math.log(to)], range)
  return (value) => along(Math.log(Math.min(to, Math.max(from, value))))
}
