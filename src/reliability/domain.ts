/**
 * Passes a number through when it is a probability, and refuses it otherwise.
 *
 * @param value the number to look at; the rule is `0 <= value <= 1`, so `NaN` is refused
 * @param name what the caller calls the number, for the message
 * @param functionName the public function that was called, for the message
 * @returns `value` itself
 * @throws RangeError naming function, rule and value
 * @example requireProbability(0.5, 'coverage', 'failoverCoverage') // 0.5
 */
export function requireProbability(value: number, name: string, functionName: string): number {
  if (typeof value === 'number' && value >= 0 && value <= 1) return value
  throw new RangeError(`${functionName}: ${name} must lie in [0, 1], got ${String(value)}`)
}

/**
 * Passes a number through when it is whole and within bounds, and refuses it otherwise.
 *
 * @param value the number to look at
 * @param minimum smallest value allowed
 * @param maximum largest value allowed
 * @param name what the caller calls the number, for the message
 * @param functionName the public function that was called, for the message
 * @returns `value` itself
 * @throws RangeError naming function, rule and value
 * @example requireWholeNumber(3, 0, 10, 'n', 'kOfN') // 3
 */
export function requireWholeNumber(
  value: number,
  minimum: number,
  maximum: number,
  name: string,
  functionName: string,
): number {
  if (Number.isSafeInteger(value) && value >= minimum && value <= maximum) return value
  throw new RangeError(
    `${functionName}: ${name} must be a whole number from ${minimum} to ${maximum}, got ${String(value)}`,
  )
}

/**
 * Passes a finite number of at least zero through, and refuses anything else.
 *
 * @param value the number to look at, in whatever unit the caller uses
 * @param name what the caller calls the number, for the message
 * @param functionName the public function that was called, for the message
 * @returns `value` itself
 * @throws RangeError naming function, rule and value
 * @example requireDuration(8760, 'periodHours', 'downtime') // 8760
 */
export function requireDuration(value: number, name: string, functionName: string): number {
  if (Number.isFinite(value) && value >= 0) return value
  throw new RangeError(
    `${functionName}: ${name} must be a finite number of at least 0, got ${String(value)}`,
  )
}

/**
 * Passes a rate through, and refuses anything that is none.
 *
 * @param value the number to look at, per whatever unit of time the caller uses; 0 is never
 * @param name what the caller calls the number, for the message
 * @param functionName the public function that was called, for the message
 * @returns `value` itself
 * @throws RangeError naming function, rule and value
 * @example requireRate(0.001, 'failureRate', 'standby') // 0.001
 */
export function requireRate(value: number, name: string, functionName: string): number {
  return requireDuration(value, name, functionName)
}

/**
 * Passes a finite number above zero through, and refuses anything else.
 *
 * @param value the number to look at
 * @param name what the caller calls the number, for the message
 * @param functionName the public function that was called, for the message
 * @returns `value` itself
 * @throws RangeError naming function, rule and value
 * @example requirePositive(0.7, 'target', 'minimumReplicas') // 0.7
 */
export function requirePositive(value: number, name: string, functionName: string): number {
  if (Number.isFinite(value) && value > 0) return value
  throw new RangeError(
    `${functionName}: ${name} must be a finite number above 0, got ${String(value)}`,
  )
}
