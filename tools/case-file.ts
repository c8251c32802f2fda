import type { Recording } from '../src/reliability/cases/case-arguments.ts'

/** One golden case: what to evaluate, what must come out, and how near. */
export interface GoldenCase {
  /** The `op` of a JSON suite or the `kind` of a line. */
  readonly operation: string
  /** The whole entry as it stands in the file, for the report. */
  readonly entry: Readonly<Record<string, unknown>>
  /** Its arguments; for a line or case that does not set them apart, the whole entry. */
  readonly args: Readonly<Record<string, unknown>>
  /** What it expects; undefined for a line, whose evaluator knows which fields are results. */
  readonly expected: unknown
  readonly relative: number
  readonly absolute: number
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function tolerance(value: unknown, where: string): number {
  if (value === undefined) return 0
  if (typeof value === 'number' && value >= 0) return value
  throw new SyntaxError(`${where}: a tolerance must be a number of at least 0`)
}

function caseOf(value: unknown, index: number): GoldenCase {
  const where = `case ${index + 1}`
  if (!isRecord(value) || typeof value.op !== 'string') throw new SyntaxError(`${where}: no "op"`)
  const { args = value } = value
  if (!isRecord(args)) throw new SyntaxError(`${where}: "args" is no object`)
  if (value.expected === undefined) throw new SyntaxError(`${where}: no "expected"`)
  return {
    operation: value.op,
    entry: value,
    args,
    expected: value.expected,
    relative: tolerance(value.relTol, where),
    absolute: tolerance(value.absTol, where),
  }
}

function caseOfLine(line: string, index: number): GoldenCase {
  const value: unknown = JSON.parse(line)
  if (!isRecord(value) || typeof value.kind !== 'string') {
    throw new SyntaxError(`line ${index + 1}: no "kind"`)
  }
  return {
    operation: value.kind,
    entry: value,
    args: value,
    expected: undefined,
    relative: 0,
    absolute: 0,
  }
}

/**
 * Reads the text of a case file: `.ndjson` has one case a line with its `kind`; anything else is a
 * JSON suite, `{ cases: [{ op, args, expected, relTol, absTol }] }`; where a case has no `args`, its
 * arguments stand beside its `op`. A recording in a form of its own is read by whoever knows it.
 *
 * @throws SyntaxError where the text has not that shape, or holds no case at all
 */
export function parseCaseFile(
  name: string,
  text: string,
  recordings: readonly Recording[] = [],
): readonly GoldenCase[] {
  if (name.endsWith('.ndjson')) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    if (lines.length === 0) throw new SyntaxError('no case in it')
    return lines.map(caseOfLine)
  }
  const suite: unknown = JSON.parse(text)
  const cases = isRecord(suite) ? (suite.cases ?? readBy(recordings, suite)) : undefined
  if (!Array.isArray(cases)) throw new SyntaxError('no list of "cases"')
  if (cases.length === 0) throw new SyntaxError('no case in it')
  return cases.map(caseOf)
}

/** The cases of a recording, from the first who knows its form. */
function readBy(
  recordings: readonly Recording[],
  file: Readonly<Record<string, unknown>>,
): unknown {
  for (const read of recordings) {
    const cases = read(file)
    if (cases) return cases
  }
  return undefined
}
