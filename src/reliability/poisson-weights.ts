/** Weights below this share of the largest cannot change the last digit of a sum. */
const NEGLIGIBLE = 1e-20

/**
 * The Poisson probabilities of 0, 1, 2, … events as far as they matter.
 *
 * In the manner of Fox and Glynn they grow from the largest outwards by their ratios and are then
 * divided by their sum: no power, factorial or e^-mean that could overflow or vanish on the way.
 * None is left out on the side of 0; on the other side the list ends `reach` events after the
 * probabilities have become negligible.
 *
 * @param mean the mean, at least 0 and finite; the list is a little longer than the mean
 * @param reach how many further events to keep, a whole number, at least 0
 * @source fox-glynn-1988
 * @example poissonWeights(0, 0) // [1]
 */
export function poissonWeights(mean: number, reach: number): readonly number[] {
  const mode = Math.floor(mean)
  const weights = Array.from({ length: mode + 1 }, () => 0)
  weights[mode] = 1
  let weight = 1
  let sum = 1
  for (let events = mode; events > 0 && weight > 0; events -= 1) {
    weight *= events / mean
    weights[events - 1] = weight
    sum += weight
  }
  weight = 1
  for (let further = 0; further < reach || weight > NEGLIGIBLE;) {
    weight *= mean / weights.length
    if (weight === 0) break
    if (weight <= NEGLIGIBLE) further += 1
    weights.push(weight)
    sum += weight
  }
  return weights.map((entry) => entry / sum)
}

/**
 * The sums of weights from each on to the end, added from the end so that small ones keep their
 * digits: of Poisson weights, the probability of at least so many events.
 *
 * @param weights numbers of at least 0
 * @example tailSums([1, 2, 3]) // 6, 5, 3
 */
export function tailSums(weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(weights.length)
  let sum = 0
  for (let place = weights.length - 1; place >= 0; place -= 1) {
    sum += weights[place] ?? 0
    sums[place] = sum
  }
  return sums
}
