/** From here on the continued fraction is exact to a double within its length; below, the series is. */
const FRACTION_FROM = 2
const FRACTION_LENGTH = 100

/**
 * The upper tail of the standard normal distribution over its density at the same place (Mills'
 * ratio): it stays a moderate number where both of them vanish. Relative error at most 1e-14.
 *
 * @param z at least 0
 * @source abramowitz-stegun-1964
 * @example millsRatio(0) // √(π/2)
 */
export function millsRatio(z: number): number {
  if (z >= FRACTION_FROM) {
    let fraction = z
    for (let step = FRACTION_LENGTH; step > 0; step -= 1) fraction = z + step / fraction
    return 1 / fraction
  }
  // What lies between 0 and z, from the series z + z³/3 + z⁵/15 + …, is less than the half here.
  let sum = 0
  let term = z
  for (let odd = 3; sum + term !== sum; odd += 2) {
    sum += term
    term *= (z * z) / odd
  }
  return Math.sqrt(Math.PI / 2) * Math.exp((z * z) / 2) - sum
}
