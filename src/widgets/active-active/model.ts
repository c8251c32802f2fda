import * as m from '#messages/messages.js'
import type { Course } from '../../frame/course.ts'
import {
  type ChoiceParameter,
  type NumberParameter,
  type ValuesOf,
  evenStops,
} from '../../frame/parameters.ts'
import { type AfterFailure, queueAfterFailure } from '../../reliability/queue.ts'
import { spareCapacity } from '../../reliability/spare-capacity.ts'
import { history } from '../../simulation/history.ts'
import type { Entry } from '../../simulation/machine.ts'
import type { TrafficParameters } from '../../systems/traffic/parameters.ts'
import { type Fate, reportOf } from '../../systems/traffic/report.ts'
import { traffic } from '../../systems/traffic/rules.ts'
import type { TrafficNote } from '../../systems/traffic/world.ts'
import {
  BALANCER_DOWN_MS,
  DRAIN_MS,
  FALL,
  MAINTENANCE_MS,
  PATIENCE_MS,
  SERVICE_MS,
  STRUCK_MS,
  WORKERS,
} from './fixed.ts'
import { type Life, livesOf } from './lives.ts'
import { type Span, silencesOf } from './silence.ts'

export type Happening = 'silent' | 'crash' | 'drained' | 'cut-off' | 'balancer'

const happening: ChoiceParameter<Happening> = {
  kind: 'choice',
  label: m.aa_happening,
  default: 'silent',
  options: {
    silent: m.aa_happening_silent,
    crash: m.aa_happening_crash,
    drained: m.aa_happening_drained,
    'cut-off': m.aa_happening_cut_off,
    balancer: m.aa_happening_balancer,
  },
}

const count = (label: () => string, usual: number, stops: readonly number[]): NumberParameter => ({
  kind: 'number',
  unit: 'count',
  label,
  default: usual,
  minimum: stops.at(0) ?? 0,
  maximum: stops.at(-1) ?? 0,
  stops,
})

/** Times are in milliseconds, and named so where a reader sees them. */
export const parameters = {
  happening,
  load: count(m.aa_load, 100, evenStops(20, 300, 10)),
  active: count(m.aa_active, 2, [2, 3, 4]),
  checkMs: count(m.aa_check, 1000, [200, 500, 1000, 2500, 5000]),
  promoteMs: count(m.aa_promote, 8000, evenStops(0, 16_000, 1000)),
  lagMs: count(m.aa_lag, 0, evenStops(0, 3000, 500)),
}

export type PairValues = ValuesOf<typeof parameters>

/** What is shown after the last event. */
const AFTER_MS = 5000
/** The world runs before the picture begins, so that its servers are as busy as they will be. */
const LEAD_MS = 5000
/** And after it ends, so that the fate of the last request is known. */
const TAIL_MS = PATIENCE_MS + 1

/** One design on this fault. */
export interface Lane {
  readonly design: 'active-passive' | 'active-active'
  readonly servers: number
  /** What happened, in the picture's time, from before its start to its end. */
  readonly entries: readonly Entry<TrafficNote>[]
  /** What became of each request that arrived while the picture lasts. */
  readonly fates: readonly Fate[]
  readonly failed: number
  readonly lost: number
  readonly lives: readonly Life[]
  /** When nobody could have answered. */
  readonly silences: readonly Span[]
}

export interface PairModel {
  readonly values: PairValues
  readonly lengthMs: number
  readonly passive: Lane
  readonly active: Lane
  /** Load as a share of what one server can carry. */
  readonly load: number
  /** Load of each server of active-active while one is missing, by arithmetic. */
  readonly perSurvivor: number
  /** What a queue with chance in it would come to there. */
  readonly afterFailure: AfterFailure
}

function lengthOf({ happening: what, checkMs, promoteMs }: PairValues): number {
  const noticedMs = checkMs * (FALL + 1)
  const taken = what === 'drained' ? DRAIN_MS : 0
  const away = what === 'drained' || what === 'cut-off' ? taken + MAINTENANCE_MS : 0
  const quietMs = STRUCK_MS + Math.max(noticedMs + promoteMs, away + noticedMs) + AFTER_MS
  return Math.ceil(quietMs / 5000) * 5000
}

function worldOf(values: PairValues, design: Lane['design'], lengthMs: number): TrafficParameters {
  const { happening: what, load, active, checkMs, promoteMs, lagMs } = values
  const atMs = LEAD_MS + STRUCK_MS
  const planned = { atMs, server: 0, forMs: MAINTENANCE_MS }
  return {
    design,
    servers: design === 'active-passive' ? 2 : active,
    workers: WORKERS,
    queue: 2,
    serviceMs: SERVICE_MS,
    service: 'fixed',
    arrivalsPerSecond: ((load / 100) * WORKERS * 1000) / SERVICE_MS,
    arrivals: 'even',
    untilMs: LEAD_MS + lengthMs,
    timeoutMs: PATIENCE_MS,
    retry: { retries: 0, baseMs: 0, capMs: 0 },
    check: {
      intervalMs: checkMs,
      timeoutMs: Math.min(500, checkMs / 2),
      fall: FALL,
      rise: 2,
      loss: 0,
    },
    // As in the story of ten seconds: three of eight parts decide, the rest is the promotion.
    promotion: { decideMs: (promoteMs * 3) / 8, promoteMs: (promoteMs * 5) / 8, warmUpMs: 0 },
    replicationLagMs: lagMs,
    faults:
      what === 'silent' || what === 'crash'
        ? [
            {
              atMs,
              servers: [0],
              kind: what === 'crash' ? 'crash' : 'hang',
              forMs: Infinity,
            },
          ]
        : [],
    maintenance:
      what === 'drained'
        ? [{ ...planned, drainMs: DRAIN_MS }]
        : what === 'cut-off'
          ? [{ ...planned, drainMs: 0 }]
          : [],
    ...(what === 'balancer' && {
      balancerFault: { atMs, forMs: BALANCER_DOWN_MS },
    }),
  }
}

function laneOf(values: PairValues, design: Lane['design'], lengthMs: number, seed: number): Lane {
  const world = worldOf(values, design, lengthMs)
  const run = history(traffic, { parameters: world, seed, deeds: [] })
  const all = run
    .entries(run.countAt(LEAD_MS + lengthMs + TAIL_MS))
    .map((entry) => ({ ...entry, atMs: entry.atMs - LEAD_MS }))
  const entries = all.filter(({ atMs }) => atMs <= lengthMs)
  const fates = reportOf(all).fates.filter(({ bornMs }) => bornMs >= 0)
  return {
    design,
    servers: world.servers,
    entries,
    fates,
    failed: fates.filter(({ outcome }) => outcome === 'failed').length,
    lost: fates.filter(({ lost }) => lost).length,
    lives: livesOf({ design, servers: world.servers, entries, lengthMs }),
    silences: silencesOf(entries, design, world.servers, lengthMs),
  }
}

/**
 * The same requests and the same fault for two ways to use servers: one works and one waits, or all
 * work. Nothing in it is left to chance.
 *
 * @param values sound values of {@link parameters}
 * @param course its seed changes nothing here
 */
export function activeActive(values: PairValues, { seed }: Course): PairModel {
  const lengthMs = lengthOf(values)
  const load = values.load / 100
  const serviceRate = 1000 / SERVICE_MS
  return {
    values,
    lengthMs,
    passive: laneOf(values, 'active-passive', lengthMs, seed),
    active: laneOf(values, 'active-active', lengthMs, seed),
    load,
    perSurvivor: spareCapacity({
      replicas: values.active,
      failed: 1,
      utilisation: load / values.active,
    }).perSurvivor,
    afterFailure: queueAfterFailure(
      {
        servers: values.active * WORKERS,
        arrivalRate: load * WORKERS * serviceRate,
        serviceRate,
      },
      WORKERS,
    ),
  }
}

/** How long nobody could have answered, in milliseconds. */
export const silenceMs = ({ silences }: Lane): number =>
  silences.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)

/** When the first server was taken out; nothing where none was. */
export const takenOutMs = ({ entries }: Lane): number | undefined =>
  entries.find(({ note }) => note.kind === 'taken-out')?.atMs

/** The reader's guess: which requests active-active loses. */
export type GuessMark = 'none' | 'sent-to-it' | 'all'

/** When the requests arrived that a guess says active-active loses. */
export function guessed({ active }: PairModel, guess: GuessMark): readonly number[] {
  const noticedMs = takenOutMs(active)
  if (guess === 'none' || noticedMs === undefined) return []
  return active.fates
    .filter(({ bornMs, sent }) => {
      const last = sent.at(-1)
      if (bornMs > noticedMs || bornMs < STRUCK_MS - SERVICE_MS) return false
      return guess === 'all' || (last?.servers.includes(0) ?? false)
    })
    .map(({ bornMs }) => bornMs)
}
