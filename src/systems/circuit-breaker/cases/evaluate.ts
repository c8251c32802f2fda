import {
  type CaseArguments,
  type Evaluate,
  numberOf,
} from '../../../reliability/cases/case-arguments.ts'
import type { BreakerOptions, CockatielOptions } from '../options.ts'
import { type TraceCall, runTrace } from '../run-trace.ts'
import { breakerScript } from './recording.ts'

function isRecord(value: unknown): value is CaseArguments {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function recordOf(value: unknown, name: string): CaseArguments {
  if (isRecord(value)) return value
  throw new TypeError(`${name} of a case must be an object, got ${JSON.stringify(value)}`)
}

function cockatielRule(rule: unknown, options: CaseArguments): CockatielOptions['rule'] {
  const threshold = numberOf(options, 'threshold')
  switch (rule) {
    case 'consecutive':
      return { kind: 'consecutive', threshold }
    case 'count': {
      const minimumNumberOfCalls = numberOf(options, 'minimumNumberOfCalls')
      return { kind: 'count', threshold, size: numberOf(options, 'size'), minimumNumberOfCalls }
    }
    case 'sampling': {
      const minimumRps = numberOf(options, 'minimumRps')
      return {
        kind: 'sampling',
        threshold,
        durationMs: numberOf(options, 'durationMs'),
        minimumRps,
      }
    }
    default:
      throw new TypeError(`a rule of cockatiel's is needed, got ${JSON.stringify(rule)}`)
  }
}

/** Whose breaker a recorded case ran through, and how that was set. */
function optionsOf(args: CaseArguments): BreakerOptions {
  const options = recordOf(args.options, 'options')
  const library = String(args.library)
  if (library.startsWith('cockatiel ')) {
    return {
      semantics: 'cockatiel',
      rule: cockatielRule(args.rule, options),
      halfOpenAfterMs: numberOf(options, 'halfOpenAfterMs'),
    }
  }
  if (library.startsWith('opossum ')) {
    return {
      semantics: 'opossum',
      errorThresholdPercentage: numberOf(options, 'errorThresholdPercentage'),
      volumeThreshold: numberOf(options, 'volumeThreshold'),
      rollingCountTimeoutMs: numberOf(options, 'rollingCountTimeoutMs'),
      rollingCountBuckets: numberOf(options, 'rollingCountBuckets'),
      resetTimeoutMs: numberOf(options, 'resetTimeoutMs'),
    }
  }
  throw new TypeError(`no such library: ${library}`)
}

function callsOf(args: CaseArguments): readonly TraceCall[] {
  if (!Array.isArray(args.calls)) throw new TypeError('calls of a case must be a list')
  return args.calls.map((entry: unknown) => {
    const call = recordOf(entry, 'a call')
    if (typeof call.fails !== 'boolean') throw new TypeError('fails of a call must be a boolean')
    return {
      atMs: numberOf(call, 'at'),
      durationMs: numberOf(call, 'durationMs'),
      fails: call.fails,
    }
  })
}

/** For each operation of the recorded cases, what our model answers. */
export const evaluators: Readonly<Record<string, Evaluate>> = {
  breakerScript,
  breakerTrace: (args) => {
    const { calls, changes } = runTrace(optionsOf(args), callsOf(args))
    return {
      calls: calls.map(({ atMs: at, settledAtMs: settledAt, ...rest }) => ({
        at,
        settledAt,
        ...rest,
      })),
      transitions: changes.map(({ atMs: at, to }) => ({ at, to })),
    }
  },
}
