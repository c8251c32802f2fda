import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Course } from '../../frame/course.ts'
import {
  type ChoiceParameter,
  type NumberParameter,
  type ValuesOf,
  evenStops,
} from '../../frame/parameters.ts'
import { history } from '../../simulation/history.ts'
import type { Entry } from '../../simulation/machine.ts'
import type { Fault, TrafficParameters } from '../../systems/traffic/parameters.ts'
import { type TrafficReport, reportOf } from '../../systems/traffic/report.ts'
import { traffic } from '../../systems/traffic/rules.ts'
import type { TrafficNote } from '../../systems/traffic/world.ts'
import { percent } from '../../ui/format.ts'

export type Happening = 'crash' | 'hang' | 'same-bug' | 'jumpy'

/** How many probes a jumpy detector loses, of those that a healthy server answered. */
const LOST_PROBES = 0.45

const happening: ChoiceParameter<Happening> = {
  kind: 'choice',
  label: m.haft_happening,
  default: 'crash',
  options: {
    crash: m.haft_happening_crash,
    hang: m.haft_happening_hang,
    'same-bug': m.haft_happening_bug,
    jumpy: () => m.haft_happening_jumpy({ share: percent(getLocale(), LOST_PROBES) }),
  },
}

const count = (
  label: () => string,
  usual: number,
  minimum: number,
  maximum: number,
  stops: readonly number[],
): NumberParameter => ({
  kind: 'number',
  unit: 'count',
  label,
  default: usual,
  minimum,
  maximum,
  stops,
})

/** Times are in milliseconds, and named so where a reader sees them. */
export const parameters = {
  happening,
  checkMs: count(m.haft_check, 1000, 200, 5000, [200, 500, 1000, 2000, 3000, 4000, 5000]),
  fall: count(m.haft_fall, 2, 1, 5, evenStops(1, 5, 1)),
  promoteMs: count(m.haft_promote, 8000, 0, 20_000, evenStops(0, 20_000, 1000)),
  warmUpMs: count(m.haft_warm_up, 0, 0, 10_000, evenStops(0, 10_000, 1000)),
  arrivals: count(m.haft_arrivals, 2, 1, 3, evenStops(1, 3, 1)),
  retries: count(m.haft_retries, 0, 0, 4, evenStops(0, 4, 1)),
  lagMs: count(m.haft_lag, 0, 0, 3000, evenStops(0, 3000, 500)),
}

export type HaFtValues = ValuesOf<typeof parameters>

/** When the fault strikes: just after a probe, so that the next one is a whole interval away. */
export const STRUCK_MS = 5001

/** What no control changes; said among the assumptions. */
export const FIXED = {
  /** How long a server works on a request, and on how many at once. */
  serviceMs: 700,
  workers: 8,
  /** How long a client waits for an answer, and at most and first before it tries again. */
  patienceMs: 3000,
  retryBaseMs: 1000,
  retryCapMs: 8000,
  /** How long a probe is waited for, or half the time between two if that is less. */
  probeMs: 1000,
} as const

/** Seconds of quiet that are shown after the last event. */
const AFTER_MS = 5000

/** A stretch of time in which nobody answers. */
export interface Outage {
  readonly fromMs: number
  readonly toMs: number
}

/** One design on this fault. */
export interface Lane {
  readonly design: 'active-passive' | 'lockstep'
  readonly entries: readonly Entry<TrafficNote>[]
  readonly report: TrafficReport
  readonly outages: readonly Outage[]
}

export interface HaFtModel {
  readonly values: HaFtValues
  readonly available: Lane
  readonly tolerant: Lane
  readonly lengthMs: number
  readonly struckMs: number | undefined
}

function worldOf(values: HaFtValues, design: Lane['design'], lengthMs: number): TrafficParameters {
  const { happening: what, checkMs, fall, promoteMs, warmUpMs, arrivals, retries, lagMs } = values
  const faults: readonly Fault[] =
    what === 'jumpy'
      ? []
      : [
          {
            atMs: STRUCK_MS,
            // The same input reaches both copies of the lockstep pair in the same instant; the
            // standby of the other pair has not met it yet.
            servers: what === 'same-bug' && design === 'lockstep' ? [0, 1] : [0],
            kind: what === 'hang' ? 'hang' : 'crash',
            forMs: Infinity,
          },
        ]
  return {
    design,
    servers: 2,
    workers: FIXED.workers,
    queue: 0,
    serviceMs: FIXED.serviceMs,
    service: 'fixed',
    arrivalsPerSecond: arrivals,
    arrivals: 'even',
    untilMs: lengthMs - 1000,
    timeoutMs: FIXED.patienceMs,
    retry: { retries, baseMs: FIXED.retryBaseMs, capMs: FIXED.retryCapMs },
    check: {
      intervalMs: checkMs,
      timeoutMs: Math.min(FIXED.probeMs, checkMs / 2),
      fall,
      rise: 2,
      loss: what === 'jumpy' ? LOST_PROBES : 0,
    },
    // Three of eight parts decide, as in the story of ten seconds; the rest is the promotion.
    promotion: { decideMs: (promoteMs * 3) / 8, promoteMs: (promoteMs * 5) / 8, warmUpMs },
    replicationLagMs: lagMs,
    faults,
    maintenance: [],
  }
}

function laneOf(values: HaFtValues, design: Lane['design'], lengthMs: number, seed: number): Lane {
  const run = history(traffic, { parameters: worldOf(values, design, lengthMs), seed, deeds: [] })
  const entries = run.entries(run.countAt(lengthMs))
  return {
    design,
    entries,
    report: reportOf(entries),
    outages: outagesOf(entries, design, lengthMs),
  }
}

/** The stretches in which nobody could have answered, from what happened. */
function outagesOf(
  entries: readonly Entry<TrafficNote>[],
  design: Lane['design'],
  lengthMs: number,
): readonly Outage[] {
  const outages: Outage[] = []
  let primary = 0
  let since: number | undefined
  let down = 0
  for (const { atMs, note } of entries) {
    if (note.kind === 'struck') down += 1
    const silent =
      design === 'lockstep'
        ? down === 2
        : down > 0 || (note.kind === 'taken-out' && note.server === primary)
    if (note.kind === 'phase' && note.phase === 'serving') {
      if (since !== undefined) outages.push({ fromMs: since, toMs: atMs })
      since = undefined
      primary = note.server
      down = 0
    } else if (silent) since ??= atMs
  }
  if (since !== undefined) outages.push({ fromMs: since, toMs: lengthMs })
  return outages
}

/** Long enough for the slowest takeover that these values allow, in whole five seconds. */
function lengthOf({ checkMs, fall, promoteMs, warmUpMs }: HaFtValues): number {
  const quietMs = STRUCK_MS + checkMs * (fall + 1) + promoteMs + warmUpMs + AFTER_MS
  return Math.ceil(quietMs / 5000) * 5000
}

/**
 * The same requests and the same fault for two designs: a standby that is promoted, and two copies
 * in step.
 *
 * @param values sound values of {@link parameters}
 * @param course its seed decides which probes a jumpy detector loses
 */
export function haVersusFt(values: HaFtValues, { seed }: Course): HaFtModel {
  const lengthMs = lengthOf(values)
  return {
    values,
    lengthMs,
    struckMs: values.happening === 'jumpy' ? undefined : STRUCK_MS,
    available: laneOf(values, 'active-passive', lengthMs, seed),
    tolerant: laneOf(values, 'lockstep', lengthMs, seed),
  }
}

/** The reader's guess: which requests fail where a standby takes over. */
export type GuessMark = 'none' | 'in-flight' | 'until-served'

/** When the requests arrived that a guess says fail; nothing where no fault strikes. */
export function guessedStretch(
  { struckMs, available }: HaFtModel,
  guess: GuessMark,
): Outage | undefined {
  if (struckMs === undefined) return undefined
  if (guess === 'none') return { fromMs: struckMs, toMs: struckMs }
  const servedMs = available.outages[0]?.toMs ?? struckMs
  return { fromMs: struckMs - FIXED.serviceMs, toMs: guess === 'in-flight' ? struckMs : servedMs }
}
