/** One line of an answer: where it stands in it, and its value. The path is '' for a bare value. */
export interface Line {
  readonly path: string
  readonly value: string
}

/** As many digits as the library promises, and one more. */
const DIGITS = 13

/** Lines of an answer that are shown; the rest is counted. */
export const MOST_LINES = 60

/** A number in as many digits as are meant: 0.1 + 0.2 is 0.3. */
const numeral = (value: number) => String(Number(value.toPrecision(DIGITS)))

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function plain(value: unknown): string {
  if (typeof value === 'number') return numeral(value)
  if (Array.isArray(value)) return `[${value.map(plain).join(', ')}]`
  return JSON.stringify(value)
}

/**
 * An answer of the library line by line: the fields of records by their path, and lists of plain
 * values in one line each. Functions in it are left out.
 */
export function linesOf(answer: unknown, path = ''): readonly Line[] {
  if (typeof answer === 'function' || answer === undefined) return []
  if (isRecord(answer))
    return Object.entries(answer).flatMap(([key, value]) =>
      linesOf(value, path === '' ? key : `${path}.${key}`),
    )
  if (Array.isArray(answer) && answer.some(isRecord))
    return answer.flatMap((item, index) => linesOf(item, `${path}[${index}]`))
  return [{ path, value: plain(answer) }]
}
