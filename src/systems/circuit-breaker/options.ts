import { requireWholeNumber } from '../../reliability/domain.ts'
import type { ConsecutiveRule } from './consecutive.ts'
import type { SamplingRule } from './sampling.ts'
import type { TripRule } from './tally.ts'

/** Trips at a share of failures among the last calls, as cockatiel counts them. */
export interface CountRule {
  readonly kind: 'count'
  /** Share of failures, above 0 and below 1; more than this trips. */
  readonly threshold: number
  /** How many calls are looked back upon, a whole number of at least 1. */
  readonly size: number
  /** With fewer calls it never trips, a whole number from 1 to `size`; `size` by default. */
  readonly minimumNumberOfCalls?: number
}

/**
 * A breaker that works as cockatiel's: the first call after the wait is the probe, and whoever
 * comes meanwhile waits to see how it ends.
 */
export interface CockatielOptions {
  readonly semantics: 'cockatiel'
  readonly rule: ConsecutiveRule | CountRule | SamplingRule
  /** How long it stays open at least, a whole number of milliseconds of at least 0. */
  readonly halfOpenAfterMs: number
}

/**
 * A breaker that works as opossum's: a timer makes it half-open, one call is the probe, and whoever
 * comes meanwhile is turned away.
 */
export interface OpossumOptions {
  readonly semantics: 'opossum'
  /** Per cent of failures, from 0 to 100; more than this trips. 50 by default. */
  readonly errorThresholdPercentage?: number
  /** With fewer calls it never trips, a whole number of at least 0; 0 by default. */
  readonly volumeThreshold?: number
  /** How far it looks back, a whole number of milliseconds of at least 1; 10,000 by default. */
  readonly rollingCountTimeoutMs?: number
  /** In how many buckets, a whole number of at least 1; 10 by default. */
  readonly rollingCountBuckets?: number
  /** How long it stays open, a whole number of milliseconds of at least 0; 30,000 by default. */
  readonly resetTimeoutMs?: number
}

/**
 * A breaker that works as resilience4j's with a window of calls: the first calls after the wait are
 * probes, and the share of failures among them decides.
 */
export interface Resilience4jOptions {
  readonly semantics: 'resilience4j'
  /** Per cent of failures, above 0 and at most 100; this or more trips. 50 by default. */
  readonly failureRateThreshold?: number
  /** How many calls are looked back upon, a whole number of at least 1; 100 by default. */
  readonly slidingWindowSize?: number
  /**
   * With fewer calls it never trips, a whole number of at least 1; 100 by default. More than the
   * window holds counts as the whole window.
   */
  readonly minimumNumberOfCalls?: number
  /** It stays open for longer than this, a whole number of milliseconds; 60,000 by default. */
  readonly waitDurationInOpenStateMs?: number
  /** How many probes there are, a whole number of at least 1; 10 by default. */
  readonly permittedNumberOfCallsInHalfOpenState?: number
}

/** Whose breaker, and how it is set. */
export type BreakerOptions = CockatielOptions | OpossumOptions | Resilience4jOptions

/** What the machine goes by, whatever the library calls it. */
export interface Settings {
  readonly semantics: BreakerOptions['semantics']
  readonly rule: TripRule
  /** How long it stays open, in milliseconds. */
  readonly openForMs: number
  /** How many calls may go through while it is half-open. */
  readonly probes: number
  /** After how many of their results it is decided; only resilience4j asks for more than one. */
  readonly probesToDecide: number
  /** The share of failures among them at which it opens anew. */
  readonly probeThreshold: number
}

function countRule({ threshold, size, minimumNumberOfCalls = size }: CountRule): TripRule {
  if (threshold === 1) throw new RangeError('createBreaker: threshold must be below 1, got 1')
  return { kind: 'last-calls', threshold, size, minimumCalls: minimumNumberOfCalls, trips: 'above' }
}

function ofResilience4j(options: Resilience4jOptions): Settings {
  const {
    failureRateThreshold = 50,
    slidingWindowSize: size = 100,
    minimumNumberOfCalls: minimum = 100,
    waitDurationInOpenStateMs: openForMs = 60_000,
    permittedNumberOfCallsInHalfOpenState: probes = 10,
  } = options
  const threshold = failureRateThreshold / 100
  requireWholeNumber(
    probes,
    1,
    Number.MAX_SAFE_INTEGER,
    'permittedNumberOfCallsInHalfOpenState',
    'createBreaker',
  )
  const minimumCalls = Math.min(minimum, size)
  return {
    semantics: 'resilience4j',
    rule: { kind: 'last-calls', size, threshold, trips: 'at', minimumCalls },
    openForMs,
    probes,
    probesToDecide: Math.min(minimum, probes),
    probeThreshold: threshold,
  }
}

/**
 * What the options come to; ranges of the rule are checked with the rule.
 *
 * @param options see the interface of each library for ranges and defaults
 * @throws RangeError if a time or a number of probes is out of its range
 * @source cockatiel-3
 * @source opossum-9
 * @source resilience4j
 * @example settingsOf({ semantics: 'opossum' }).openForMs // 30000
 */
export function settingsOf(options: BreakerOptions): Settings {
  const one = { probes: 1, probesToDecide: 1, probeThreshold: 1 }
  switch (options.semantics) {
    case 'cockatiel': {
      const { semantics, rule, halfOpenAfterMs } = options
      return {
        semantics,
        rule: rule.kind === 'count' ? countRule(rule) : rule,
        openForMs: halfOpenAfterMs,
        ...one,
      }
    }
    case 'opossum':
      return {
        semantics: 'opossum',
        rule: {
          kind: 'rolling-percentage',
          errorThresholdPercentage: options.errorThresholdPercentage ?? 50,
          volumeThreshold: options.volumeThreshold ?? 0,
          rollingCountTimeoutMs: options.rollingCountTimeoutMs ?? 10_000,
          rollingCountBuckets: options.rollingCountBuckets ?? 10,
        },
        openForMs: options.resetTimeoutMs ?? 30_000,
        ...one,
      }
    case 'resilience4j':
      return ofResilience4j(options)
  }
}
