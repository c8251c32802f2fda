import { describe, expect, it } from 'vitest'
import type { BreakerOptions } from '../options.ts'
import { type TraceCall, runTrace } from '../run-trace.ts'
import scripted from './scripted.json'

/** The five breakers of the recording, by the names they have there. */
const BREAKERS: Readonly<Record<string, BreakerOptions>> = {
  'opossum{volumeThreshold:3,errorThresholdPercentage:50,resetTimeout:1000,rolling:10000}': {
    semantics: 'opossum',
    volumeThreshold: 3,
    resetTimeoutMs: 1000,
  },
  'opossum{defaults: 50%, volume 0, reset 1000}': { semantics: 'opossum', resetTimeoutMs: 1000 },
  'cockatiel.ConsecutiveBreaker(3)': {
    semantics: 'cockatiel',
    rule: { kind: 'consecutive', threshold: 3 },
    halfOpenAfterMs: 1000,
  },
  'cockatiel.SamplingBreaker{threshold:0.5,duration:10000,minimumRps:0.3}': {
    semantics: 'cockatiel',
    rule: { kind: 'sampling', threshold: 0.5, durationMs: 10_000, minimumRps: 0.3 },
    halfOpenAfterMs: 1000,
  },
  'cockatiel.CountBreaker{threshold:0.5,size:10,minimumNumberOfCalls:3}': {
    semantics: 'cockatiel',
    rule: { kind: 'count', threshold: 0.5, size: 10, minimumNumberOfCalls: 3 },
    halfOpenAfterMs: 1000,
  },
}

/** The recording writes states and outcomes in each library's own words. */
const WORDS: Readonly<Record<string, string>> = {
  closed: 'closed',
  Closed: 'closed',
  close: 'closed',
  open: 'open',
  Open: 'open',
  halfOpen: 'half-open',
  HalfOpen: 'half-open',
  ok: 'success',
  'fail:boom': 'failure',
  'rejected(open)': 'rejected',
}

interface Recorded {
  readonly steps: readonly {
    readonly t?: number
    readonly stateBefore?: string
    readonly stateAfter?: string
    readonly result?: string
    readonly doneAt?: number
    readonly final?: string
  }[]
  readonly transitions: readonly (readonly (number | string)[])[]
}

const scripts: Readonly<Record<string, readonly (readonly (number | string)[])[]>> = scripted.traces
const results: Readonly<Record<string, Readonly<Record<string, Recorded>>>> = scripted.results

function callsOf(script: string): readonly TraceCall[] {
  return (scripts[script] ?? []).map(([atMs, input]) => ({
    atMs: Number(atMs),
    durationMs: Number(/^slow:(\d+)$/.exec(String(input))?.[1] ?? 0),
    fails: input === 'fail',
  }))
}

const runs = Object.entries(results).flatMap(([name, recordings]) =>
  Object.entries(recordings).map(([script, recorded]) => ({ name, script, recorded })),
)

describe('a scripted schedule', () => {
  it.each(runs)('$script goes the same way through $name', ({ name, script, recorded }) => {
    const options = BREAKERS[name]
    if (!options) throw new Error(`no such breaker: ${name}`)
    const { calls, changes } = runTrace(options, callsOf(script))
    expect(
      calls.map(({ atMs, before, after, outcome, settledAtMs }) => [
        atMs,
        before,
        outcome,
        settledAtMs,
        after,
      ]),
    ).toEqual(
      recorded.steps
        .filter(({ final }) => final === undefined)
        .map(({ t, stateBefore, stateAfter, result, doneAt }) => [
          t,
          WORDS[stateBefore ?? ''],
          WORDS[result ?? ''],
          doneAt,
          WORDS[stateAfter ?? ''],
        ]),
    )
    expect(changes.map(({ atMs, to }) => [atMs, to])).toEqual(
      recorded.transitions.map(([atMs, to]) => [atMs, WORDS[String(to)]]),
    )
  })

  it('was recorded for seven schedules and five breakers', () => {
    expect(runs).toHaveLength(35)
  })
})
