/**
 * The long-run share of time at each level of a count that moves one up or one down at a time.
 *
 * The weights grow from the highest one outwards, by ratios of at most 1, so that none can overflow.
 *
 * @param levels the highest level, a whole number, at least 0
 * @param ratio rate from a level to the next over the rate back, at least 0; it falls with the level
 * @source cooper-1981
 * @example birthDeathShares(1, () => 3) // 0.25, 0.75
 */
export function birthDeathShares(levels: number, ratio: (level: number) => number): Float64Array {
  let peak = 0
  while (peak < levels && ratio(peak) >= 1) peak += 1
  const shares = new Float64Array(levels + 1)
  let sum = 1
  let weight = 1
  shares[peak] = 1
  for (let level = peak; level < levels; level += 1) {
    weight *= ratio(level)
    shares[level + 1] = weight
    sum += weight
  }
  weight = 1
  for (let level = peak; level > 0; level -= 1) {
    weight /= ratio(level - 1)
    shares[level - 1] = weight
    sum += weight
  }
  return shares.map((share) => share / sum)
}
