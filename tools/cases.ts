// npm run cases -- FILE…
// Holds the models against golden cases and prints, for each op or kind, the number of cases, how
// many pass, the worst relative error, and the first failure in full.
// Exit code 0 if all pass, 1 if any fails, 2 if a file cannot be read.
import { readFileSync } from 'node:fs'
import { type Agreement, compare } from '../src/reliability/cases/agreement.ts'
import type { Evaluate } from '../src/reliability/cases/case-arguments.ts'
import { evaluators as reliability } from '../src/reliability/cases/evaluate.ts'
import { backoffContention, recording as backoff } from '../src/systems/backoff/cases/recording.ts'
import { evaluators as circuitBreaker } from '../src/systems/circuit-breaker/cases/evaluate.ts'
import { recording as scripts } from '../src/systems/circuit-breaker/cases/recording.ts'
import { haproxyServer, recording as haproxy } from '../src/systems/health-check/cases/recording.ts'
import { lineEvaluators } from '../src/systems/kubernetes/cases/evaluate.ts'
import { evaluators as raft } from '../src/systems/raft/cases/evaluate.ts'
import { etcdFailover, recording as etcd } from '../src/systems/raft/cases/recording.ts'
import {
  postgresqlScenario,
  recording as postgresql,
} from '../src/systems/replication/cases/recording.ts'
import { type GoldenCase, parseCaseFile } from './case-file.ts'

/** For each operation, the model that answers it; each folder brings its own. */
const evaluators: Readonly<Record<string, Evaluate>> = {
  ...reliability,
  ...circuitBreaker,
  ...raft,
  backoffContention,
  haproxyServer,
  etcdFailover,
  postgresqlScenario,
}

/** Recordings that have a form of their own. */
const recordings = [scripts, haproxy, backoff, etcd, postgresql]

interface Failure {
  readonly golden: GoldenCase
  readonly reason: string
  readonly got: unknown
}

interface Tally {
  cases: number
  passed: number
  worst: number
  firstFailure: Failure | null
}

interface Verdict extends Agreement {
  readonly got: unknown
}

function failed(reason: string): Verdict {
  return { got: undefined, disagreement: reason, relativeError: Infinity }
}

function answer(golden: GoldenCase): { readonly got: unknown; readonly expected: unknown } | null {
  const { operation, entry, args, expected } = golden
  if (expected === undefined) {
    return Object.hasOwn(lineEvaluators, operation)
      ? (lineEvaluators[operation]?.(entry) ?? null)
      : null
  }
  const evaluate = Object.hasOwn(evaluators, operation) ? evaluators[operation] : undefined
  return evaluate === undefined ? null : { got: evaluate(args), expected }
}

function judge(golden: GoldenCase): Verdict {
  try {
    const answered = answer(golden)
    if (answered === null) return failed('no such function yet')
    const { got, expected } = answered
    return { got, ...compare(got, expected, golden) }
  } catch (error) {
    return failed(`threw ${String(error)}`)
  }
}

function tally(cases: readonly GoldenCase[]): ReadonlyMap<string, Readonly<Tally>> {
  const tallies = new Map<string, Tally>()
  for (const golden of cases) {
    const entry = tallies.get(golden.operation) ?? {
      cases: 0,
      passed: 0,
      worst: 0,
      firstFailure: null,
    }
    tallies.set(golden.operation, entry)
    const { got, disagreement, relativeError } = judge(golden)
    entry.cases += 1
    entry.worst = Math.max(entry.worst, relativeError)
    if (disagreement === null) entry.passed += 1
    else entry.firstFailure ??= { golden, reason: disagreement, got }
  }
  return tallies
}

function worstError(worst: number): string {
  if (worst === 0) return 'exact'
  return Number.isFinite(worst) ? worst.toExponential(1) : '-'
}

function describe(tallies: ReadonlyMap<string, Readonly<Tally>>): readonly string[] {
  const width = Math.max(...[...tallies.keys(), 'op or kind'].map((name) => name.length))
  const lines = [`  ${'op or kind'.padEnd(width)}  cases   pass  worst relative error`]
  for (const [operation, { cases, passed, worst, firstFailure }] of tallies) {
    const counts = `${String(cases).padStart(5)}  ${String(passed).padStart(5)}`
    lines.push(`  ${operation.padEnd(width)}  ${counts}  ${worstError(worst)}`)
    if (firstFailure === null) continue
    lines.push(`    first failure: ${firstFailure.reason}`)
    lines.push(`      case ${JSON.stringify(firstFailure.golden.entry)}`)
    if (firstFailure.got !== undefined) lines.push(`      got  ${JSON.stringify(firstFailure.got)}`)
  }
  return lines
}

/**
 * Evaluates the files, prints the report line by line, and returns the exit code.
 *
 * @param files paths of `.json` suites and `.ndjson` lists; a path that cannot be read counts as 2
 * @param print where a line of the report goes
 * @param read how the text of a file is had
 */
export function main(
  files: readonly string[],
  print: (line: string) => void = console.log,
  read: (file: string) => string = (file) => readFileSync(file, 'utf8'),
): number {
  if (files.length === 0) {
    print('Usage: npm run cases -- FILE…   (.json suites or .ndjson lists of golden cases)')
    return 2
  }
  let cases = 0
  let passed = 0
  let unreadable = 0
  for (const file of files) {
    print(file)
    try {
      const tallies = tally(parseCaseFile(file, read(file), recordings))
      for (const line of describe(tallies)) print(line)
      for (const entry of tallies.values()) {
        cases += entry.cases
        passed += entry.passed
      }
    } catch (error) {
      unreadable += 1
      print(`  cannot be read as cases: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const rest = unreadable > 0 ? `, ${unreadable} unreadable` : ''
  print(`${cases} cases: ${passed} pass, ${cases - passed} fail${rest}`)
  if (unreadable > 0) return 2
  return passed === cases ? 0 : 1
}
