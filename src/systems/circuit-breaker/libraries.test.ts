// @vitest-environment node
import {
  CircuitState,
  ConsecutiveBreaker,
  CountBreaker,
  SamplingBreaker,
  bulkhead,
  circuitBreaker,
  handleAll,
  isBrokenCircuitError,
  isBulkheadRejectedError,
} from 'cockatiel'
import * as fc from 'fast-check'
import OpossumBreaker from 'opossum'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BreakerState, Change } from './breaker.ts'
import type { BreakerOptions, CockatielOptions, OpossumOptions } from './options.ts'
import { type TraceCall, type Traced, type TracedCall, runTrace } from './run-trace.ts'

// The expected values of this file are what cockatiel 3.2.1 and opossum 9.0.0 themselves do.
const RUNS = { seed: 20_261_125, numRuns: 300 }

/** Longer than any call or open time of the traces. */
const REST_MS = 500

/** A breaker of a library, as the trace sees it. */
interface Real {
  readonly state: () => BreakerState['kind']
  readonly execute: (call: number) => Promise<void>
  readonly rejected: (error: unknown) => boolean
  readonly close?: () => void
}

/** What a library is given to run, and to report to. */
interface Task {
  readonly action: (call: number) => Promise<void>
  readonly changed: (to: BreakerState['kind']) => void
}

const KINDS: Readonly<Record<CircuitState, BreakerState['kind']>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Isolated]: 'open',
}

function ruleOf(rule: CockatielOptions['rule']) {
  switch (rule.kind) {
    case 'consecutive':
      return new ConsecutiveBreaker(rule.threshold)
    case 'count':
      return new CountBreaker(rule)
    case 'sampling':
      return new SamplingBreaker({ ...rule, duration: rule.durationMs })
  }
}

function cockatiel({ rule, halfOpenAfterMs }: CockatielOptions, { action, changed }: Task): Real {
  const policy = circuitBreaker(handleAll, {
    halfOpenAfter: halfOpenAfterMs,
    breaker: ruleOf(rule),
  })
  policy.onStateChange((state) => changed(KINDS[state]))
  return {
    state: () => KINDS[policy.state],
    execute: (call) => policy.execute(() => action(call)),
    rejected: (error) => isBrokenCircuitError(error),
  }
}

function opossum(options: OpossumOptions, { action, changed }: Task): Real {
  const { errorThresholdPercentage = 50, volumeThreshold = 0, resetTimeoutMs = 30_000 } = options
  const { rollingCountTimeoutMs = 10_000, rollingCountBuckets = 10 } = options
  const breaker = new OpossumBreaker(action, {
    errorThresholdPercentage,
    volumeThreshold,
    rollingCountBuckets,
    rollingCountTimeout: rollingCountTimeoutMs,
    resetTimeout: resetTimeoutMs,
    timeout: false,
  })
  breaker.on('open', () => changed('open'))
  breaker.on('close', () => changed('closed'))
  breaker.on('halfOpen', () => changed('half-open'))
  return {
    state: () => (breaker.closed ? 'closed' : breaker.opened ? 'open' : 'half-open'),
    execute: (call) => breaker.fire(call),
    rejected: (error) => error instanceof Error && error.message === 'Breaker is open',
    close: () => breaker.shutdown(),
  }
}

/** Runs the trace through the library on a clock that starts at 0 and moves only when told. */
async function record(make: (task: Task) => Real, calls: readonly TraceCall[]): Promise<Traced> {
  vi.setSystemTime(0)
  const changes: Change[] = []
  const begun = new Set<number>()
  const real = make({
    async action(call) {
      begun.add(call)
      const { durationMs, fails } = calls[call] ?? { durationMs: 0, fails: false }
      if (durationMs > 0) await new Promise((resolve) => setTimeout(resolve, durationMs))
      if (fails) throw new Error('failed as told')
    },
    changed: (to) => changes.push({ atMs: Date.now(), to }),
  })
  const traced: TracedCall[] = []
  for (const [call, { atMs }] of calls.entries()) {
    await vi.advanceTimersByTimeAsync(atMs - Date.now())
    const before = real.state()
    const settled = (outcome: TracedCall['outcome']) => {
      const own = traced[call] ?? { atMs, before, admitted: false, after: before }
      traced[call] = { ...own, outcome, settledAtMs: Date.now() }
    }
    void real.execute(call).then(
      () => settled('success'),
      (error: unknown) => settled(real.rejected(error) ? 'rejected' : 'failure'),
    )
    await vi.advanceTimersByTimeAsync(0)
    const open = { outcome: 'success', settledAtMs: NaN } as const
    traced[call] = {
      ...open,
      ...traced[call],
      atMs,
      before,
      admitted: begun.has(call),
      after: real.state(),
    }
  }
  do {
    await vi.advanceTimersByTimeAsync(REST_MS)
  } while (traced.some(({ settledAtMs }) => Number.isNaN(settledAtMs)))
  await vi.advanceTimersByTimeAsync(REST_MS)
  real.close?.()
  vi.clearAllTimers()
  return { calls: traced, changes }
}

/**
 * Calls that come in bursts and pauses and often fail in a row; times are multiples of 5 ms as
 * often as not, so that ends, timers and calls fall together.
 */
const traces: fc.Arbitrary<readonly TraceCall[]> = fc
  .array(
    fc.record({
      gapMs: fc.oneof(
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom(0, 5, 10, 20, 50, 100, 200, 400),
      ),
      durationMs: fc.oneof(
        fc.constant(0),
        fc.constantFrom(5, 10, 50, 100, 150),
        fc.integer({ min: 1, max: 400 }),
      ),
      fails: fc.boolean(),
      changes: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 60, size: 'max' },
  )
  .map((drawn) => {
    let atMs = 0
    let fails = true
    return drawn.map(({ gapMs, durationMs, ...rest }) => {
      atMs += gapMs
      // Three of four calls end as the one before did: bad times and good times.
      if (rest.changes === 0) fails = rest.fails
      return { atMs, durationMs, fails }
    })
  })

const share = fc.integer({ min: 1, max: 19 }).map((twentieth) => twentieth / 20)

const cockatiels: fc.Arbitrary<CockatielOptions> = fc.record({
  semantics: fc.constant('cockatiel' as const),
  halfOpenAfterMs: fc.constantFrom(0, 50, 100, 150, 333),
  rule: fc.oneof(
    fc.record({
      kind: fc.constant('consecutive' as const),
      threshold: fc.integer({ min: 1, max: 5 }),
    }),
    fc
      .record({ size: fc.integer({ min: 1, max: 12 }), threshold: share, of: share })
      .map(({ size, threshold, of }) => ({
        kind: 'count' as const,
        size,
        threshold,
        minimumNumberOfCalls: Math.ceil(of * size),
      })),
    fc.record({
      kind: fc.constant('sampling' as const),
      threshold: share,
      durationMs: fc.constantFrom(99, 250, 500, 1000, 7001),
      minimumRps: fc.constantFrom(0.5, 3, 10),
    }),
  ),
})

const opossums: fc.Arbitrary<OpossumOptions> = fc.record({
  semantics: fc.constant('opossum' as const),
  errorThresholdPercentage: fc.constantFrom(0, 20, 25, 50, 80),
  volumeThreshold: fc.integer({ min: 0, max: 8 }),
  rollingCountTimeoutMs: fc.constantFrom(100, 333, 1000, 2000),
  rollingCountBuckets: fc.constantFrom(1, 3, 10),
  resetTimeoutMs: fc.constantFrom(50, 100, 150, 333),
})

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})

afterEach(() => {
  vi.useRealTimers()
})

/** Compares, and counts changes of state and calls that waited: agreement must be about something. */
async function agree<T extends BreakerOptions>(
  options: fc.Arbitrary<T>,
  make: (one: T, task: Task) => Real,
): Promise<{ readonly changes: number; readonly waited: number }> {
  let changes = 0
  let waited = 0
  await fc.assert(
    fc.asyncProperty(options, traces, async (one, calls) => {
      const expected = await record((task) => make(one, task), calls)
      expect(runTrace(one, calls)).toMatchObject(expected)
      changes += expected.changes.length
      waited += expected.calls.filter(
        ({ admitted, outcome }) => !admitted && outcome !== 'rejected',
      ).length
    }),
    RUNS,
  )
  return { changes, waited }
}

describe('300 random traces', () => {
  it('go through cockatiel itself as they go through its model', { timeout: 60_000 }, async () => {
    const { changes, waited } = await agree(cockatiels, cockatiel)
    expect(changes).toBeGreaterThan(1000)
    expect(waited).toBeGreaterThan(100)
  })

  it('go through opossum itself as they go through its model', { timeout: 60_000 }, async () => {
    const { changes, waited } = await agree(opossums, opossum)
    expect(changes).toBeGreaterThan(1000)
    expect(waited).toBe(0)
  })

  it(
    'go through cockatiel’s breaker behind its bulkhead as they do here',
    { timeout: 60_000 },
    async () => {
      let shed = 0
      await fc.assert(
        fc.asyncProperty(
          cockatiels,
          traces,
          fc.integer({ min: 1, max: 3 }),
          async (one, calls, limit) => {
            const expected = await record((task) => {
              const real = cockatiel(one, task)
              const before = bulkhead(limit, 0)
              return {
                ...real,
                execute: (call) => before.execute(() => real.execute(call)),
                rejected: (error) => real.rejected(error) || isBulkheadRejectedError(error),
              }
            }, calls)
            const mine = runTrace(one, calls, limit)
            expect(mine).toMatchObject(expected)
            shed += mine.shed.length
          },
        ),
        RUNS,
      )
      expect(shed).toBeGreaterThan(300)
    },
  )
})
