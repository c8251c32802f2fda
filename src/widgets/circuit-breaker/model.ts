import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Course } from '../../frame/course.ts'
import {
  type ChoiceParameter,
  type FlagParameter,
  type NumberParameter,
  type Only,
  type ValuesOf,
  evenStops,
} from '../../frame/parameters.ts'
import type { BreakerState } from '../../systems/circuit-breaker/breaker.ts'
import { optionsOf } from '../../systems/circuit-breaker/design.ts'
import type { BreakerOptions } from '../../systems/circuit-breaker/options.ts'
import { percent } from '../../ui/format.ts'
import {
  SLOW_MS,
  TIMEOUT_MS,
  USUAL_FAILURES,
  callsOf,
} from '../../systems/circuit-breaker/calls.ts'
import type { Turning } from '../../systems/circuit-breaker/run-trace.ts'
import { type Drive, type Driven, drive } from './drive.ts'
import {
  type Health,
  LENGTH_MS,
  type Trouble,
  healthOf,
  inTrouble,
} from '../../systems/circuit-breaker/provider.ts'

export type Library = BreakerOptions['semantics']
export type Fallback = 'error' | 'cached' | 'default'

const library: ChoiceParameter<Library> = {
  kind: 'choice',
  label: m.breaker_library,
  default: 'cockatiel',
  options: {
    cockatiel: m.breaker_cockatiel,
    opossum: m.breaker_opossum,
    resilience4j: m.breaker_resilience4j,
  },
}

const trouble: ChoiceParameter<Trouble> = {
  kind: 'choice',
  label: m.breaker_trouble,
  default: 'outage',
  options: {
    outage: m.breaker_trouble_outage,
    blip: m.breaker_trouble_blip,
    'brown-out': m.breaker_trouble_brown,
    flapping: m.breaker_trouble_flapping,
    slow: m.breaker_trouble_slow,
    none: () => m.breaker_trouble_none({ share: percent(getLocale(), USUAL_FAILURES) }),
  },
}

const fallback: ChoiceParameter<Fallback> = {
  kind: 'choice',
  label: m.breaker_fallback,
  default: 'error',
  options: {
    error: m.breaker_fallback_error,
    cached: m.breaker_fallback_cached,
    default: m.breaker_fallback_default,
  },
}

const count = (
  label: () => string,
  usual: number,
  stops: readonly number[],
): NumberParameter & { readonly unit: 'count' } => ({
  kind: 'number',
  unit: 'count',
  label,
  default: usual,
  minimum: stops[0] ?? 0,
  maximum: stops.at(-1) ?? 0,
  stops,
})

const flag = (label: () => string, on: boolean, only?: Only): FlagParameter => ({
  kind: 'flag',
  label,
  default: on,
  ...(only && { only }),
})

const threshold: NumberParameter = {
  kind: 'number',
  unit: 'share',
  label: m.breaker_threshold,
  default: 0.5,
  minimum: 0.1,
  maximum: 0.9,
  stops: evenStops(0.1, 0.9, 0.1),
}

const failures: NumberParameter = {
  ...count(m.breaker_failures, 5, evenStops(1, 10, 1)),
  needs: 'inRow',
  only: { choice: 'library', is: ['cockatiel'] },
}

export const parameters = {
  trouble,
  library,
  fallback,
  inRow: flag(m.breaker_in_row, true, { choice: 'library', is: ['cockatiel'] }),
  failures,
  threshold,
  window: count(m.breaker_window, 20, evenStops(5, 50, 5)),
  openSeconds: count(m.breaker_open_seconds, 10, [1, 2, 5, 10, 15, 20, 30, 40, 50, 60]),
  probes: {
    ...count(m.breaker_probes, 3, evenStops(1, 10, 1)),
    only: { choice: 'library', is: ['resilience4j'] },
  },
  givesUp: flag(m.breaker_gives_up, true),
  bulkhead: flag(m.breaker_bulkhead, false),
  atOnce: { ...count(m.breaker_at_once, 5, evenStops(1, 20, 1)), needs: 'bulkhead' },
}

export type BreakerValues = ValuesOf<typeof parameters>

/** A stretch of time in one state. */
export interface Phase {
  readonly kind: BreakerState['kind']
  readonly fromMs: number
  readonly toMs: number
}

export interface BreakerModel {
  readonly values: BreakerValues
  readonly health: readonly Health[]
  readonly guarded: Drive
  /** The same calls of somebody who has neither breaker nor fallback. */
  readonly plain: readonly Driven[]
  readonly phases: readonly Phase[]
  /** Openings while the provider was well. */
  readonly falseOpens: readonly Turning[]
  /** From the provider's recovery to its first answer; nothing where none came, or none was needed. */
  readonly againMs: number | undefined
  /** When the provider is well for good; nothing where it was so all along. */
  readonly recoveredMs: number | undefined
}

function phasesOf(turnings: readonly Turning[]): readonly Phase[] {
  const starts: readonly Pick<Turning, 'atMs' | 'to'>[] = [{ atMs: 0, to: 'closed' }, ...turnings]
  return starts.map(({ atMs, to }, index) => ({
    kind: to,
    fromMs: atMs,
    toMs: starts[index + 1]?.atMs ?? LENGTH_MS,
  }))
}

/**
 * The same calls with a breaker before the provider and without.
 *
 * @param values sound values of {@link parameters}
 * @param course its seed decides when calls come and which fail
 */
export function circuitBreaker(values: BreakerValues, { seed }: Course): BreakerModel {
  const health = healthOf(values.trouble)
  const calls = callsOf(health, seed, values.givesUp)
  const whole = drive(optionsOf(values), calls, values.bulkhead ? values.atOnce : Infinity)
  const turnings = whole.turnings.filter(({ atMs }) => atMs < LENGTH_MS)
  const sick = health.filter(inTrouble)
  const recoveredMs = sick.at(-1)?.toMs
  // A call that met the trouble may fail when it is over.
  const lastMs = values.givesUp ? TIMEOUT_MS : SLOW_MS
  const back =
    recoveredMs === undefined
      ? undefined
      : whole.calls.find(({ atMs, fate }) => atMs >= recoveredMs && fate === 'served')
  return {
    values,
    health,
    guarded: {
      ...whole,
      turnings,
      levels: whole.levels.filter(({ atMs }) => atMs < LENGTH_MS),
    },
    plain: calls.map(({ atMs, durationMs, fails }) => ({
      atMs,
      endMs: atMs + durationMs,
      fate: fails ? 'failed' : 'served',
      probe: false,
      shed: false,
    })),
    phases: phasesOf(turnings),
    falseOpens: turnings.filter(
      ({ atMs, to }) =>
        to === 'open' && !sick.some(({ fromMs, toMs }) => atMs >= fromMs && atMs <= toMs + lastMs),
    ),
    recoveredMs,
    againMs: back && recoveredMs !== undefined ? back.endMs - recoveredMs : undefined,
  }
}

/** What the client has of threads, for these calls and for everything else. */
export const THREADS = 20

/** How many calls were under way, whenever that changed. */
export interface Held {
  readonly atMs: number
  readonly count: number
}

/** The calls that held a thread each, through time. */
export function heldBy(calls: readonly Driven[]): readonly Held[] {
  const changes = calls
    .filter(({ fate }) => fate !== 'rejected')
    .flatMap(({ atMs, endMs }) => [
      { atMs, by: 1 },
      { atMs: endMs, by: -1 },
    ])
    // Of those at one moment what ends goes first, as it does in the run.
    .toSorted((one, other) => one.atMs - other.atMs || one.by - other.by)
  let count = 0
  return changes.map(({ atMs, by }) => {
    count += by
    return { atMs, count }
  })
}

/** The most that were under way at once. */
export const mostHeld = (calls: readonly Driven[]): number =>
  Math.max(0, ...heldBy(calls).map(({ count }) => count))

/** The reader's guess: what users see while the breaker is open. */
export type GuessMark = Driven['fate']
