// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { history } from '../../simulation/history.ts'
import { machine } from '../../simulation/machine.ts'
import recorded from './cases/backoff-jitter.json'
import { type ContentionParameters, contention } from './contention.ts'
import type { BackoffKind } from './wait.ts'

/** The recorded simulator's names. */
const KINDS: Readonly<Record<string, BackoffKind>> = {
  None: 'none',
  Exponential: 'exponential',
  FullJitter: 'full-jitter',
  EqualJitter: 'equal-jitter',
  Decorr: 'decorrelated',
}

const SEEDS = 100

const parameters: ContentionParameters = {
  clients: 10,
  backoff: { kind: 'none', baseMs: 5, capMs: 2000 },
  latencyMs: 10,
  latencyDeviationMs: 2,
  stepsPerMs: 1000,
}

/** When the last client is done, and how many writes it took. */
function run(change: Partial<ContentionParameters>, seed = 1) {
  const own = { ...parameters, ...change }
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

describe('the AWS simulator', () => {
  // The recording has 46 rows; those of 60 to 90 clients take longer than they tell. All 46 were
  // within 2.8 standard errors when they were last run.
  const rows = recorded.results.filter(({ clients }) => clients <= 50 || clients === 100)

  it('is held against in 29 of its rows', () => {
    expect(rows).toHaveLength(29)
  })

  it.each(rows)(
    'needs as long and as many calls for $clients clients with $algorithm',
    { timeout: 60_000 },
    (row) => {
      const backoff = { ...parameters.backoff, kind: KINDS[row.algorithm] ?? 'none' }
      const runs = Array.from({ length: SEEDS }, (_, seed) =>
        run({ clients: row.clients, backoff }, seed + 1),
      )
      const { mean_completion_ms, sd_completion, mean_calls, sd_calls, trials } = row
      const times = runs.map(({ completionMs }) => completionMs)
      const calls = runs.map((one) => one.calls)
      expect(distance(times, mean_completion_ms, sd_completion, trials)).toBeLessThan(3)
      expect(distance(calls, mean_calls, sd_calls, trials)).toBeLessThan(3)
    },
  )
})

describe('clients that contend, on a network that always takes 10 ms', () => {
  const even = { latencyDeviationMs: 0 }
  const kind = (name: BackoffKind) => ({ backoff: { ...parameters.backoff, kind: name } })

  // By hand: one is done after four messages; all meet at each round, and one gets through.
  it.each([
    [1, 40, 1],
    [2, 80, 3],
    [3, 120, 6],
  ])('if they are %i are done after %i ms and %i calls without backoff', (clients, ms, calls) => {
    expect(run({ ...even, clients })).toMatchObject({ completionMs: ms, calls })
  })

  it('are as quick on a clock of whole milliseconds', () => {
    expect(run({ ...even, clients: 3, stepsPerMs: 1 })).toMatchObject({ completionMs: 120 })
  })

  // By hand: 10 ms of waiting after the first failure, 20 after the second.
  it('wait together and meet again if the backoff has no jitter', () => {
    const exponential = { ...even, ...kind('exponential') }
    expect(run({ ...exponential, clients: 2 })).toMatchObject({ completionMs: 90, calls: 3 })
    expect(run({ ...exponential, clients: 3 })).toMatchObject({ completionMs: 150, calls: 6 })
  })

  it('meet less often with full jitter: each attempt is worth more', () => {
    const plain = run({ clients: 50, ...kind('exponential') })
    const jitter = run({ clients: 50, ...kind('full-jitter') })
    expect(jitter.calls).toBeLessThan(plain.calls * 0.7)
    expect(jitter.completionMs).toBeLessThan(plain.completionMs / 5)
  })

  it('are drawn further apart by decorrelated jitter the longer they fail', () => {
    const backoff = { kind: 'decorrelated', baseMs: 5, capMs: 1e9 } as const
    const { world } = run({ ...even, clients: 60, backoff })
    expect(Math.max(...world.clients.map(({ previousMs }) => previousMs))).toBeGreaterThan(1000)
  })
})

describe('a run', () => {
  it('ends when everybody has written once', () => {
    expect(run({ clients: 25 }).world).toMatchObject({ version: 25, done: 25 })
  })

  it('is the same for the same seed, and can be looked at anywhere', () => {
    const course = { parameters, seed: 3, deeds: [] }
    const one = history(contention, course)
    const late = one.at(1e9)
    expect(one.ended()).toBe('over')
    expect(late.world).toEqual(run({}, 3).world)
    expect(history(contention, course).after(17)).toEqual(one.after(17))
    expect(JSON.parse(JSON.stringify(late.world))).toEqual(late.world)
  })

  it('tells each write, each conflict and each wait', () => {
    const one = history(contention, { parameters, seed: 3, deeds: [] })
    const { count, world } = one.at(1e9)
    const of = (kind: string) => one.entries(count).filter(({ note }) => note.kind === kind).length
    expect([of('written'), of('done')]).toEqual([10, 10])
    expect(of('conflict')).toBe(world.calls - 10)
    expect(of('waits')).toBe(world.calls - 10)
  })

  it.each([
    ['no clients', { clients: 0 }],
    ['half a client', { clients: 1.5 }],
    ['a negative latency', { latencyMs: -1 }],
    ['a deviation that is no number', { latencyDeviationMs: NaN }],
    ['no steps', { stepsPerMs: 0 }],
    [
      'a cap that is no number',
      { backoff: { kind: 'exponential', baseMs: 5, capMs: NaN } as const },
    ],
  ])('is refused with %s', (_, change) => {
    expect(() => run({ clients: 1, ...change })).toThrow(RangeError)
  })
})
