/** How far apart two samples lie, and how often samples of one distribution lie as far. */
export interface Comparison {
  /** The greatest difference of their empirical distribution functions, in [0, 1]. */
  readonly distance: number
  /** Asymptotic; good from about 20 values each. In [0, 1]. */
  readonly pValue: number
}

/**
 * The test of Kolmogorov and Smirnov for two samples.
 *
 * @throws RangeError if one of them is empty
 * @example compareSamples([1, 2], [1, 2]).distance // 0
 */
export function compareSamples(one: readonly number[], other: readonly number[]): Comparison {
  if (one.length === 0 || other.length === 0)
    throw new RangeError('compareSamples: a sample has no value')
  const below = (sample: readonly number[], limit: number) =>
    sample.filter((value) => value <= limit).length / sample.length
  const distance = Math.max(
    ...[...one, ...other].map((limit) => Math.abs(below(one, limit) - below(other, limit))),
  )
  const size = Math.sqrt((one.length * other.length) / (one.length + other.length))
  // Stephens' correction makes the limit good for small samples.
  const lambda = (size + 0.12 + 0.11 / size) * distance
  if (lambda < 0.2) return { distance, pValue: 1 }
  let pValue = 0
  for (let term = 1; term <= 100; term += 1)
    pValue += 2 * (term % 2 === 1 ? 1 : -1) * Math.exp(-2 * term * term * lambda * lambda)
  return { distance, pValue: Math.min(1, Math.max(0, pValue)) }
}
