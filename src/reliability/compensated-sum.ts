/** A sum in two parts; the exact total is much nearer to `high + low` than to `high` alone. */
export interface CompensatedSum {
  readonly high: number
  readonly low: number
}

/**
 * Adds numbers and keeps what each rounding dropped (Neumaier's variant of Kahan's summation), so
 * that the error does not grow with the length of the list.
 *
 * @param values finite numbers, in any order; none gives 0
 * @source neumaier-1974
 * @example compensatedSum([1, 1e100, 1, -1e100]) // { high: 0, low: 2 }; a plain sum gives 0
 */
export function compensatedSum(values: readonly number[]): CompensatedSum {
  let high = 0
  let low = 0
  for (const value of values) {
    const next = high + value
    low += Math.abs(high) >= Math.abs(value) ? high - next + value : value - next + high
    high = next
  }
  return { high, low }
}
