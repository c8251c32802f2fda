const UNIT_MS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
}

/**
 * A duration as Go writes it: `5s`, `1m30s`, `1.5h`, `-1s`, `0`.
 *
 * @returns milliseconds, or Go's words for what is wrong
 * @example durationMs('1m30s') // 90000
 */
export function durationMs(text: string): number | string {
  const quoted = JSON.stringify(text)
  const [, sign = '', body = ''] = /^([+-]?)([\s\S]*)$/.exec(text) ?? []
  if (body === '0') return 0
  if (body === '') return `time: invalid duration ${quoted}`
  let rest = body
  let total = 0
  while (rest !== '') {
    const [whole, digits = '', unit = ''] = /^(\d+\.?\d*|\.\d+)([^\d.]*)/.exec(rest) ?? []
    if (whole === undefined) return `time: invalid duration ${quoted}`
    if (unit === '') return `time: missing unit in duration ${quoted}`
    const factor = UNIT_MS[unit]
    if (factor === undefined)
      return `time: unknown unit ${JSON.stringify(unit)} in duration ${quoted}`
    total += Number(digits) * factor
    rest = rest.slice(whole.length)
  }
  return sign === '-' ? -total : total
}
