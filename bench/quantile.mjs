/** The value below which a share of the numbers lies, interpolated between the two nearest. */
export function quantile(numbers, share) {
  if (numbers.length === 0) throw new RangeError('quantile: there are no numbers')
  const sorted = numbers.toSorted((one, other) => one - other)
  const at = share * (sorted.length - 1)
  const below = sorted[Math.floor(at)]
  return below + (sorted[Math.ceil(at)] - below) * (at - Math.floor(at))
}

export const median = (numbers) => quantile(numbers, 0.5)
