import { GAP_MS } from './calls.ts'
import type { BreakerOptions } from './options.ts'

/** What somebody decides who sets a breaker, in words that fit all three libraries. */
export interface BreakerDesign {
  readonly library: BreakerOptions['semantics']
  /** Whether failures in a row decide, and how many; only cockatiel has such a rule. */
  readonly inRow: boolean
  readonly failures: number
  /** The share of failures that trips, above 0 and below 1, among so many calls. */
  readonly threshold: number
  readonly window: number
  readonly openSeconds: number
  /** Calls that go through while it is half-open; only resilience4j asks. */
  readonly probes: number
}

/**
 * Whether failures in a row decide; only cockatiel has such a rule.
 *
 * @example countsInRow({ ...design, library: 'opossum', inRow: true }) // false
 */
export const countsInRow = ({
  inRow,
  library,
}: Pick<BreakerDesign, 'inRow' | 'library'>): boolean => inRow && library === 'cockatiel'

/**
 * With fewer calls in the window no rule trips: half of the window, rounded up.
 *
 * @example leastCalls({ window: 5 }) // 3
 */
export const leastCalls = ({ window }: Pick<BreakerDesign, 'window'>): number =>
  Math.ceil(window / 2)

/**
 * A design in the options of its library.
 *
 * @param design see {@link BreakerDesign}
 * @example optionsOf({ ...design, library: 'opossum', openSeconds: 5 }) // { semantics: 'opossum', resetTimeoutMs: 5000, … }
 */
export function optionsOf(design: BreakerDesign): BreakerOptions {
  const { library: semantics, threshold: share, window: size, openSeconds, probes } = design
  const minimumNumberOfCalls = leastCalls(design)
  switch (semantics) {
    case 'cockatiel':
      return {
        semantics,
        halfOpenAfterMs: openSeconds * 1000,
        rule: countsInRow(design)
          ? { kind: 'consecutive', threshold: design.failures }
          : { kind: 'count', threshold: share, size, minimumNumberOfCalls },
      }
    case 'opossum':
      return {
        semantics,
        errorThresholdPercentage: share * 100,
        volumeThreshold: minimumNumberOfCalls,
        // As long as so many calls take on average: opossum looks back upon a time.
        rollingCountTimeoutMs: size * GAP_MS,
        resetTimeoutMs: openSeconds * 1000,
      }
    case 'resilience4j':
      return {
        semantics,
        failureRateThreshold: share * 100,
        slidingWindowSize: size,
        minimumNumberOfCalls,
        waitDurationInOpenStateMs: openSeconds * 1000,
        permittedNumberOfCallsInHalfOpenState: probes,
      }
  }
}
