/** Odd terms of the series of artanh, enough for a double where |s| < 0.172. */
const TERMS = 13

/**
 * The natural logarithm of a number in (0, 1], the same to the last bit everywhere.
 *
 * `Math.log` may differ in its last place from one browser to the next, and a run that is to be the
 * same everywhere cannot rest on it. Here are only operations that IEEE 754 prescribes exactly:
 * ln x = k · ln 2 + 2 · artanh((m - 1) / (m + 1)) with x = m · 2^k. Relative error below 1e-15.
 *
 * @param x a number in (0, 1]; smaller ones down to 2^-53 are what a draw can give
 * @throws RangeError if `x` is not in (0, 1]
 * @example logarithm(0.5) // -0.6931471805599453
 */
export function logarithm(x: number): number {
  if (!(x > 0 && x <= 1)) throw new RangeError(`logarithm: x must lie in (0, 1], got ${x}`)
  let mantissa = x
  let exponent = 0
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2
    exponent -= 1
  }
  const s = (mantissa - 1) / (mantissa + 1)
  const square = s * s
  let sum = 0
  for (let term = TERMS; term >= 0; term -= 1) sum = sum * square + 1 / (2 * term + 1)
  return exponent * Math.LN2 + 2 * s * sum
}
