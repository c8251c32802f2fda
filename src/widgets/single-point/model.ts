import * as m from '#messages/messages.js'
import type { Course, Deed } from '../../frame/course.ts'
import {
  type ChoiceParameter,
  type FlagParameter,
  type NumberParameter,
  type ValuesOf,
  evenStops,
} from '../../frame/parameters.ts'
import { history } from '../../simulation/history.ts'
import type { Entry } from '../../simulation/machine.ts'
import type { Fault, TrafficParameters } from '../../systems/traffic/parameters.ts'
import { type Fate, reportOf } from '../../systems/traffic/report.ts'
import { traffic } from '../../systems/traffic/rules.ts'
import type { TrafficAction, TrafficNote } from '../../systems/traffic/world.ts'
import {
  FALL,
  LENGTH_MS,
  PATIENCE_MS,
  PAUSE_MS,
  SECOND_MS,
  SERVICE_MS,
  STRUCK_MS,
  WORKERS,
} from './fixed.ts'
import { type Spell, spellsOf } from './spells.ts'

export type Planned = 'a' | 'then-b' | 'both' | 'balancer' | 'none'
export type Way = 'silent' | 'refusing'

const planned: ChoiceParameter<Planned> = {
  kind: 'choice',
  label: m.spof_planned,
  default: 'a',
  options: {
    a: m.spof_planned_a,
    'then-b': m.spof_planned_then_b,
    both: m.spof_planned_both,
    balancer: m.spof_planned_balancer,
    none: m.spof_planned_none,
  },
}

const way: ChoiceParameter<Way> = {
  kind: 'choice',
  label: m.spof_way,
  default: 'silent',
  options: { silent: m.spof_way_silent, refusing: m.spof_way_refusing },
}

const retry: FlagParameter = { kind: 'flag', label: m.spof_retry, default: false }

const count = (label: () => string, usual: number, stops: readonly number[]): NumberParameter => ({
  kind: 'number',
  unit: 'count',
  label,
  default: usual,
  minimum: stops.at(0) ?? 0,
  maximum: stops.at(-1) ?? 0,
  stops,
})

/** Times are in the unit that their names end in. */
export const parameters = {
  planned,
  way,
  retry,
  checkMs: count(m.spof_check, 1000, [200, 500, 1000, 2000, 3000, 5000]),
  repairSeconds: count(m.spof_repair, 12, evenStops(2, 20, 1)),
  arrivals: count(m.spof_arrivals, 3, evenStops(1, 5, 1)),
}

export type SpofValues = ValuesOf<typeof parameters>

/** What a reader can do, by the name that it has in an address. */
export const ACTIONS = ['kill-a', 'kill-b', 'kill-balancer', 'repair'] as const

/** The run goes on after the picture, so that the fate of the last request is known. */
const TAIL_MS = 2 * PATIENCE_MS + PAUSE_MS + 1

/** One way to serve the same requests. */
export interface Lane {
  readonly design: 'single' | 'active-active'
  readonly entries: readonly Entry<TrafficNote>[]
  /** What became of each request that arrived while the picture lasts. */
  readonly fates: readonly Fate[]
  readonly failed: number
  /** The life of each server. */
  readonly lives: readonly (readonly Spell[])[]
  /** When the balancer was away; never where there is none. */
  readonly balancerAway: readonly Spell[]
  /** When no server could have been reached. */
  readonly silences: readonly Spell[]
}

export interface SpofModel {
  readonly values: SpofValues
  /** Whether the reader has done something. */
  readonly touched: boolean
  readonly single: Lane
  readonly pair: Lane
  /** Attempts that A of the pair takes down with it when it first dies, by arithmetic. */
  readonly expectedLoss: number
  /** From the first death of A of the pair until the balancer knows; 0 where it refuses. */
  readonly noticedMs: number
}

function faultsOf({ planned: what, way: how, repairSeconds }: SpofValues, servers: number) {
  const fault = (server: number, atMs: number): Fault => ({
    atMs,
    servers: [server],
    kind: how === 'silent' ? 'hang' : 'crash',
    forMs: repairSeconds * 1000,
  })
  const first = what === 'a' || what === 'then-b' || what === 'both' ? [fault(0, STRUCK_MS)] : []
  if (servers < 2) return first
  if (what === 'both') return [...first, fault(1, STRUCK_MS)]
  return what === 'then-b' ? [...first, fault(1, STRUCK_MS + SECOND_MS)] : first
}

export function worldOf(values: SpofValues, design: Lane['design']): TrafficParameters {
  const servers = design === 'single' ? 1 : 2
  const behindBalancer = design === 'active-active'
  return {
    design,
    servers,
    workers: WORKERS,
    queue: 0,
    serviceMs: SERVICE_MS,
    service: 'fixed',
    arrivalsPerSecond: values.arrivals,
    arrivals: 'even',
    untilMs: LENGTH_MS,
    timeoutMs: PATIENCE_MS,
    retry: { retries: values.retry ? 1 : 0, baseMs: PAUSE_MS, capMs: PAUSE_MS },
    check: {
      intervalMs: values.checkMs,
      timeoutMs: Math.min(500, values.checkMs / 2),
      fall: FALL,
      rise: 1,
      loss: 0,
    },
    promotion: { decideMs: 0, promoteMs: 0, warmUpMs: 0 },
    replicationLagMs: 0,
    faults: faultsOf(values, servers),
    maintenance: [],
    ...(behindBalancer &&
      values.planned === 'balancer' && {
        balancerFault: { atMs: STRUCK_MS, forMs: values.repairSeconds * 1000 },
      }),
  }
}

/** What the reader did, in the words of a world; nothing where the lane has no such part. */
function actionsOf(action: string, design: Lane['design'], how: Way): readonly TrafficAction[] {
  const kind = how === 'silent' ? 'hang' : 'kill'
  const paired = design === 'active-active'
  switch (action) {
    case 'kill-a':
      return [{ kind, server: 0 }]
    case 'kill-b':
      return paired ? [{ kind, server: 1 }] : []
    case 'kill-balancer':
      return paired ? [{ kind: 'balancer', up: false }] : []
    default:
      return paired
        ? [
            { kind: 'restart', server: 0 },
            { kind: 'restart', server: 1 },
            { kind: 'balancer', up: true },
          ]
        : [{ kind: 'restart', server: 0 }]
  }
}

function laneOf(values: SpofValues, design: Lane['design'], course: Course): Lane {
  const deeds = course.deeds.flatMap(({ atMs, action }: Deed) =>
    actionsOf(action, design, values.way).map((done) => ({ atMs, action: done })),
  )
  const run = history(traffic, { parameters: worldOf(values, design), seed: course.seed, deeds })
  const all = run.entries(run.countAt(LENGTH_MS + TAIL_MS))
  const { fates } = reportOf(all)
  const entries = all.filter(({ atMs }) => atMs <= LENGTH_MS)
  return {
    design,
    entries,
    fates,
    failed: fates.filter(({ outcome }) => outcome === 'failed').length,
    ...spellsOf(entries, design, LENGTH_MS),
  }
}

/**
 * The same requests and the same blows for one server, and for a pair behind a balancer of which
 * either could carry everything.
 *
 * @param values sound values of {@link parameters}
 * @param course what the reader did; its seed spreads the waits of those who try again
 */
export function singlePoint(values: SpofValues, course: Course): SpofModel {
  const pair = laneOf(values, 'active-active', course)
  const death = pair.lives[0]?.find(({ state }) => state !== 'works')
  const noticedMs = death?.state === 'unnoticed' ? death.toMs - death.fromMs : 0
  return {
    values,
    touched: course.deeds.length > 0,
    single: laneOf(values, 'single', course),
    pair,
    // Half of what comes goes to A: what it holds when it dies, and what follows until it is out.
    expectedLoss: death
      ? (values.arrivals * (1 / 2) * (SERVICE_MS + (values.way === 'silent' ? noticedMs : 0))) /
        1000
      : 0,
    noticedMs: values.way === 'silent' ? noticedMs : 0,
  }
}

/** The reader's guess: which requests the pair loses. */
export type GuessMark = 'none' | 'its-share' | 'all'

/** When the requests arrived that a guess says the pair loses. */
export function guessed({ pair }: SpofModel, guess: GuessMark): readonly number[] {
  const [death, out] = pair.lives[0]?.filter(({ state }) => state !== 'works') ?? []
  if (guess === 'none' || !death) return []
  const toMs = guess === 'all' ? (out ?? death).toMs : death.toMs
  return pair.fates
    .filter(({ bornMs, sent }) => {
      const toA = sent[0]?.servers.includes(0) ?? false
      return bornMs > death.fromMs - SERVICE_MS && bornMs <= toMs && (guess === 'all' || toA)
    })
    .map(({ bornMs }) => bornMs)
}
