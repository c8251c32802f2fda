import { requireProbability } from './domain.ts'

/**
 * A probability with both of its sides. One side alone is not enough where nines matter: an
 * unreliability of 1e-20 leaves a reliability that is exactly 1 as a double.
 *
 * `reliability` is the probability of working and `unreliability` that of not working, each in
 * [0, 1]; they add up to 1 within rounding.
 */
export interface Probability {
  readonly reliability: number
  readonly unreliability: number
}

/** What the models take for a part: a bare number is its reliability, in [0, 1]. */
export type Component = number | Probability

/** How far the two sides of a given pair may miss a sum of 1: room for rounding, none for mistakes. */
const SUM_TOLERANCE = 1e-12

/**
 * The probability of a part that works with `reliability`.
 *
 * The subtraction is exact for a reliability of one half or more. A part better than about
 * 1 - 1e-16 cannot be told from a perfect one this way: use {@link fromUnreliability}.
 *
 * @param reliability probability of working, in [0, 1]
 * @throws RangeError if `reliability` is not in [0, 1]
 * @category structure
 * @formula U = 1 - R
 * @where R the reliability, U the unreliability
 * @example fromReliability(0.75) // { reliability: 0.75, unreliability: 0.25 }
 */
export function fromReliability(reliability: number): Probability {
  requireProbability(reliability, 'reliability', 'fromReliability')
  return { reliability, unreliability: 1 - reliability }
}

/**
 * The probability of a part that fails with `unreliability`.
 *
 * @param unreliability probability of not working, in [0, 1]
 * @throws RangeError if `unreliability` is not in [0, 1]
 * @category structure
 * @formula R = 1 - U
 * @where R the reliability, U the unreliability
 * @example fromUnreliability(1e-20) // { reliability: 1, unreliability: 1e-20 }
 */
export function fromUnreliability(unreliability: number): Probability {
  requireProbability(unreliability, 'unreliability', 'fromUnreliability')
  return { reliability: 1 - unreliability, unreliability }
}

/**
 * Joins two sides that were computed apart. The smaller one carries the digits; the larger one is
 * taken as its complement, so the pair never adds up to anything but 1.
 *
 * @param reliability probability of working, at least 0; may exceed 1 by rounding
 * @param unreliability probability of not working, at least 0; may exceed 1 by rounding
 * @throws RangeError if the smaller side is not in [0, 1]
 * @example fromBothSides(1, 1e-20) // { reliability: 1, unreliability: 1e-20 }
 */
export function fromBothSides(reliability: number, unreliability: number): Probability {
  return unreliability <= reliability
    ? fromUnreliability(unreliability)
    : fromReliability(reliability)
}

/**
 * Reads a component given either way.
 *
 * @param component a reliability in [0, 1], or a pair of sides that add up to 1 within 1e-12
 * @param functionName the public function that was called, for the message
 * @param name what that function calls the component, for the message
 * @throws RangeError if a side is not in [0, 1] or the sides do not add up to 1
 * @example toProbability(0.75, 'series') // { reliability: 0.75, unreliability: 0.25 }
 */
export function toProbability(
  component: Component,
  functionName: string,
  name = 'component',
): Probability {
  if (typeof component !== 'object' || component === null) {
    return fromReliability(requireProbability(component, name, functionName))
  }
  const { reliability, unreliability } = component
  requireProbability(reliability, `reliability of ${name}`, functionName)
  requireProbability(unreliability, `unreliability of ${name}`, functionName)
  if (Math.abs(reliability + unreliability - 1) > SUM_TOLERANCE) {
    throw new RangeError(
      `${functionName}: the sides of ${name} must add up to 1, got ${reliability} + ${unreliability}`,
    )
  }
  return component
}
