import type { BreakerOptions } from '../../systems/circuit-breaker/options.ts'
import {
  type Explained,
  type TraceCall,
  type TracedCall,
  runTrace,
} from '../../systems/circuit-breaker/run-trace.ts'

/** What became of a call. */
export interface Driven {
  readonly atMs: number
  readonly endMs: number
  readonly fate: 'served' | 'failed' | 'rejected'
  /** It was let through to see how the provider does. */
  readonly probe: boolean
  /** The bulkhead turned it away; the breaker never saw it. */
  readonly shed: boolean
}

export interface Drive extends Pick<Explained, 'turnings' | 'levels'> {
  /** In the order in which they came. */
  readonly calls: readonly Driven[]
}

const FATES: Readonly<Record<TracedCall['outcome'], Driven['fate']>> = {
  success: 'served',
  failure: 'failed',
  rejected: 'rejected',
}

/**
 * Runs calls through a breaker, in the words of this figure.
 *
 * @param options whose breaker, and how it is set
 * @param calls in the order of their time
 * @param bulkhead how many may be under way at once
 * @throws RangeError if an option is out of its range
 */
export function drive(
  options: BreakerOptions,
  calls: readonly TraceCall[],
  bulkhead = Infinity,
): Drive {
  const { calls: traced, probes, shed, turnings, levels } = runTrace(options, calls, bulkhead)
  const [probing, turnedAway] = [new Set(probes), new Set(shed)]
  return {
    calls: traced.map(({ atMs, settledAtMs, outcome }, call) => ({
      atMs,
      endMs: settledAtMs,
      fate: FATES[outcome],
      probe: probing.has(call),
      shed: turnedAway.has(call),
    })),
    turnings,
    levels,
  }
}
