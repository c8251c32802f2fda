import type { Evaluate, Recording } from '../../../reliability/cases/case-arguments.ts'
import type { BreakerOptions } from '../options.ts'
import { type TraceCall, runTrace } from '../run-trace.ts'
import type scripted from './scripted.json'

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

const word = (theirs: unknown): string => WORDS[String(theirs)] ?? String(theirs)

type Script = readonly (readonly (number | string)[])[]

interface Recorded {
  readonly steps: readonly {
    readonly t?: number
    readonly stateBefore?: string
    readonly stateAfter?: string
    readonly result?: string
    readonly doneAt?: number
    readonly final?: string
  }[]
  readonly transitions: Script
}

const isScripted = (file: object): file is typeof scripted =>
  'traces' in file && 'results' in file && 'opossum' in file && 'cockatiel' in file

const expectedOf = ({ steps, transitions }: Recorded): unknown => ({
  calls: steps
    .filter(({ final }) => final === undefined)
    .map(({ t, stateBefore, stateAfter, result, doneAt }) => ({
      at: t,
      before: word(stateBefore),
      outcome: word(result),
      settledAt: doneAt,
      after: word(stateAfter),
    })),
  transitions: transitions.map(([at, to]) => ({ at, to: word(to) })),
})

/** Seven schedules that were run through five breakers of two libraries. */
export const recording: Recording = (file) => {
  if (!isScripted(file)) return null
  const scripts: Readonly<Record<string, Script>> = file.traces
  const results: Readonly<Record<string, Readonly<Record<string, Recorded>>>> = file.results
  return Object.entries(results).flatMap(([breaker, runs]) =>
    Object.entries(runs).map(([script, recorded]) => ({
      op: 'breakerScript',
      args: { breaker, script, calls: scripts[script] ?? [] },
      expected: expectedOf(recorded),
    })),
  )
}

function callOf(entry: unknown): TraceCall {
  if (!Array.isArray(entry)) throw new TypeError('a call of a script must be a list')
  const [atMs, input]: readonly unknown[] = entry
  return {
    atMs: Number(atMs),
    durationMs: Number(/^slow:(\d+)$/.exec(String(input))?.[1] ?? 0),
    fails: input === 'fail',
  }
}

/** A script through the breaker of that name. */
export const breakerScript: Evaluate = ({ breaker, calls: script }) => {
  const options = BREAKERS[String(breaker)]
  if (!options || !Array.isArray(script)) throw new TypeError(`no such breaker: ${String(breaker)}`)
  const { calls, changes } = runTrace(options, script.map(callOf))
  return {
    calls: calls.map(({ atMs, settledAtMs, ...rest }) => ({
      at: atMs,
      settledAt: settledAtMs,
      ...rest,
    })),
    transitions: changes.map(({ atMs, to }) => ({ at: atMs, to })),
  }
}
