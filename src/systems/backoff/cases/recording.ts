import type { Evaluate, Recording } from '../../../reliability/cases/case-arguments.ts'
import { numberOf } from '../../../reliability/cases/case-arguments.ts'
import { machine } from '../../../simulation/machine.ts'
import { type ContentionParameters, type ContentionWorld, contention } from '../contention.ts'
import type { BackoffKind } from '../wait.ts'
import type recorded from './backoff-jitter.json'

/** The recorded simulator's names. */
const KINDS: Readonly<Record<string, BackoffKind>> = {
  None: 'none',
  Exponential: 'exponential',
  FullJitter: 'full-jitter',
  EqualJitter: 'equal-jitter',
  Decorr: 'decorrelated',
}

const SEEDS = 100

/** The recorded simulator's network and waits. */
export const RECORDED: ContentionParameters = {
  clients: 10,
  backoff: { kind: 'none', baseMs: 5, capMs: 2000 },
  latencyMs: 10,
  latencyDeviationMs: 2,
  stepsPerMs: 1000,
}

/** A run to its end: when the last client is done, and how many writes it took. */
export function run(
  change: Partial<ContentionParameters>,
  seed = 1,
): { readonly completionMs: number; readonly calls: number; readonly world: ContentionWorld } {
  const own = { ...RECORDED, ...change }
  const running = machine(contention, { parameters: own }, seed)
  while (running.nextAtMs() < Infinity) running.advance()
  const world = running.world()
  return { completionMs: running.nowMs() / own.stepsPerMs, calls: world.calls, world }
}

/** Mean of a sample, and the variance of that mean. */
function estimate(sample: readonly number[]): { readonly mean: number; readonly variance: number } {
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length
  const squares = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, variance: squares / (sample.length - 1) / sample.length }
}

/**
 * How many standard errors lie between a sample and a recorded mean. Both were measured, so both
 * have an error: the variances of the two means add up.
 */
function distance(
  sample: readonly number[],
  mean: number,
  deviation: number,
  trials: number,
): number {
  const own = estimate(sample)
  return Math.abs(own.mean - mean) / Math.sqrt(own.variance + deviation ** 2 / trials)
}

const isRecorded = (file: object): file is typeof recorded =>
  'source' in file && 'results' in file && 'model' in file

/** The rows of the AWS simulator. Expected is a distance of no more than 3 standard errors. */
export const recording: Recording = (file) =>
  isRecorded(file)
    ? file.results.map((args) => ({
        op: 'backoffContention',
        args,
        expected: { completion: 0, calls: 0 },
        absTol: 3,
      }))
    : null

/** How far 100 of our runs are from a row of the recording, in standard errors. */
export const backoffContention: Evaluate = (row) => {
  const kind = KINDS[String(row['algorithm'])]
  if (!kind) throw new TypeError(`no such backoff: ${String(row['algorithm'])}`)
  const backoff = { ...RECORDED.backoff, kind }
  const clients = numberOf(row, 'clients')
  const runs = Array.from({ length: SEEDS }, (_, seed) => run({ clients, backoff }, seed + 1))
  const trials = numberOf(row, 'trials')
  return {
    completion: distance(
      runs.map(({ completionMs }) => completionMs),
      numberOf(row, 'mean_completion_ms'),
      numberOf(row, 'sd_completion'),
      trials,
    ),
    calls: distance(
      runs.map((one) => one.calls),
      numberOf(row, 'mean_calls'),
      numberOf(row, 'sd_calls'),
      trials,
    ),
  }
}
