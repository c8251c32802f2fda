import * as m from '#messages/messages.js'
import { type Course, type Deed, targetOf } from '../../frame/course.ts'
import {
  type ChoiceParameter,
  type NumberParameter,
  type ValuesOf,
  evenStops,
} from '../../frame/parameters.ts'
import { spareCapacity } from '../../reliability/spare-capacity.ts'
import type { Entry } from '../../simulation/machine.ts'
import { TARGET_UTILISATION } from '../../systems/regions/capacity.ts'
import {
  type Flaw,
  HOME,
  type LinkId,
  LINKS,
  REGIONS,
  type RegionId,
  type RegionsParameters,
} from '../../systems/regions/parameters.ts'
import { play, type Seen } from '../../systems/regions/play.ts'
import {
  type Cost,
  costOf,
  type Loss,
  lossOf,
  type Recovery,
  recovery,
} from '../../systems/regions/report.ts'
import { TICK_MS } from '../../systems/regions/rules.ts'
import { servedShare } from '../../systems/regions/traffic.ts'
import type {
  RegionsAction,
  RegionsNote,
  RegionsView,
  RegionsWorld,
  Traffic,
} from '../../systems/regions/world.ts'
import { ENOUGH, LENGTH_MS, OVER_MS, STRUCK_MS } from './fixed.ts'
import { type Life, livesOf } from './lives.ts'
import { seconds } from './words.ts'

export type Planned = 'outage' | 'for-good' | 'link' | 'isolated' | 'nothing'
export type Rule = 'all' | Flaw

const planned: ChoiceParameter<Planned> = {
  kind: 'choice',
  label: () => m.regions_planned({ time: seconds(STRUCK_MS) }),
  default: 'outage',
  options: {
    outage: () => m.regions_planned_outage({ time: seconds(OVER_MS) }),
    'for-good': m.regions_planned_for_good,
    link: () => m.regions_planned_link({ time: seconds(OVER_MS) }),
    isolated: () => m.regions_planned_isolated({ time: seconds(OVER_MS) }),
    nothing: m.regions_planned_nothing,
  },
}

const strategy: ChoiceParameter<RegionsParameters['strategy']> = {
  kind: 'choice',
  label: m.regions_strategy,
  default: 'active-active',
  options: {
    'active-active': m.regions_strategy_active,
    'hot-standby': m.regions_strategy_hot,
    'warm-standby': m.regions_strategy_warm,
    'pilot-light': m.regions_strategy_pilot,
  },
}

const steer: ChoiceParameter<RegionsParameters['steering']> = {
  kind: 'choice',
  label: m.regions_steering,
  default: 'dns',
  options: { dns: m.regions_steering_dns, anycast: m.regions_steering_anycast },
}

const confirm: ChoiceParameter<RegionsParameters['replication']> = {
  kind: 'choice',
  label: m.regions_replication,
  default: 'async',
  options: { async: m.regions_replication_async, sync: m.regions_replication_sync },
}

const rule: ChoiceParameter<Rule> = {
  kind: 'choice',
  label: m.regions_rule,
  default: 'all',
  options: {
    all: m.regions_rule_all,
    'promotes-unasked': m.regions_rule_unasked,
    'keeps-writing': m.regions_rule_keeps,
    'ignores-logs': m.regions_rule_logs,
    'fails-back-early': m.regions_rule_early,
  },
}

const number = (
  unit: NumberParameter['unit'],
  label: () => string,
  usual: number,
  stops: readonly number[],
  only?: NumberParameter['only'],
): NumberParameter => ({
  kind: 'number',
  unit,
  label,
  default: usual,
  minimum: stops.at(0) ?? 0,
  maximum: stops.at(-1) ?? 0,
  stops,
  ...(only && { only }),
})

const DNS = { choice: 'steer', is: ['dns'] }
const ALL_WORK = { choice: 'strategy', is: ['active-active'] }

/** Times are in seconds, as their names say; capacity in per cent of a region's own load. */
export const parameters = {
  planned,
  strategy,
  steer,
  ttlS: number('count', m.regions_ttl, 300, [5, 30, 60, 120, 300, 600], DNS),
  stubborn: number('share', m.regions_stubborn, 0.1, evenStops(0, 0.5, 0.05), DNS),
  longer: number('count', m.regions_stubborn_factor, 4, [1, 2, 4, 10, 50], DNS),
  routesS: number('count', m.regions_convergence, 30, [0, 5, 15, 30, 60, 180], {
    choice: 'steer',
    is: ['anycast'],
  }),
  probeS: number('count', m.regions_interval, 10, [2, 5, 10, 30]),
  misses: number('count', m.regions_threshold, 3, evenStops(2, 6, 1)),
  decideS: number('count', m.regions_decide, 0, [0, 30, 60, 120, 300]),
  promoteS: number('count', m.regions_promote_time, 20, [0, 10, 20, 60, 120]),
  confirm,
  lagS: number('count', m.regions_lag, 2, [0, 1, 2, 5, 10, 30], {
    choice: 'confirm',
    is: ['async'],
  }),
  headroom: number('count', m.regions_headroom, 150, [100, 125, 150, 200, 300], ALL_WORK),
  nearest: number('share', m.regions_to_nearest, 0.5, evenStops(0.5, 1, 0.1), ALL_WORK),
  backS: number('count', m.regions_fail_back_after, 120, [5, 30, 60, 120, 180], {
    choice: 'planned',
    is: ['outage'],
  }),
  rule,
}

export type RegionsValues = ValuesOf<typeof parameters>

export interface RegionsModel {
  readonly values: RegionsValues
  readonly world: RegionsParameters
  readonly worlds: readonly Seen[]
  readonly entries: readonly Entry<RegionsNote>[]
  readonly samples: readonly Traffic[]
  readonly last: RegionsWorld
  readonly lives: readonly Life[]
  readonly recovery: Recovery | undefined
  readonly loss: Loss
  readonly cost: Cost
  /** Load of each survivor over what it may carry, when one of the three is lost, spread evenly. */
  readonly perSurvivor: number
}

/** Links by the name that they have in an address, which is short. */
export const LINK_CODES: Readonly<Record<LinkId, string>> = {
  'america-europe': 'am-eu',
  'america-asia': 'am-as',
  'europe-asia': 'eu-as',
}

function plan({ planned: what, backS }: RegionsValues) {
  const at = (atMs: number, action: RegionsAction) => ({ atMs, action })
  const links = (names: readonly LinkId[]) => [
    ...names.map((link) => at(STRUCK_MS, { kind: 'cut', link })),
    ...names.map((link) => at(OVER_MS, { kind: 'mend', link })),
  ]
  switch (what) {
    case 'nothing':
      return []
    case 'for-good':
      return [at(STRUCK_MS, { kind: 'lose', region: HOME })]
    case 'outage':
      return [
        at(STRUCK_MS, { kind: 'lose', region: HOME }),
        at(OVER_MS, { kind: 'restore', region: HOME }),
        at(OVER_MS + backS * 1000, { kind: 'fail-back' }),
      ]
    case 'link':
      return links(['america-europe'])
    case 'isolated':
      return links(['america-europe', 'america-asia'])
  }
}

/** What the reader did, in the words of the world; nothing for what does not exist. */
function actionOf({ action }: Deed): RegionsAction | undefined {
  if (action === 'fail-back') return { kind: 'fail-back' }
  for (const kind of ['lose', 'restore', 'promote'] as const) {
    const region = REGIONS.find((id) => targetOf(kind, action) === id)
    if (region) return { kind, region }
  }
  for (const kind of ['cut', 'mend'] as const) {
    const link = LINKS.find((id) => targetOf(kind, action) === LINK_CODES[id])
    if (link) return { kind, link }
  }
  return undefined
}

export const worldOf = (values: RegionsValues): RegionsParameters => ({
  strategy: values.strategy,
  steering: values.steer,
  ttlMs: values.ttlS * 1000,
  stubborn: values.stubborn,
  stubbornFactor: values.longer,
  convergenceMs: values.routesS * 1000,
  replication: values.confirm,
  lagMs: values.lagS * 1000,
  intervalMs: values.probeS * 1000,
  threshold: values.misses,
  decideMs: values.decideS * 1000,
  promoteMs: values.promoteS * 1000,
  headroom: values.headroom / 100,
  toNearest: values.nearest,
  ...(values.rule !== 'all' && { flaw: values.rule }),
})

/**
 * Three regions, and what befalls the one that writes.
 *
 * @param values sound values of {@link parameters}
 * @param course its seed decides when caches last asked and when probes fall
 */
export function regionsRun(values: RegionsValues, { seed, deeds: done }: Course): RegionsModel {
  const deeds = [
    ...plan(values),
    ...done.flatMap((deed) => {
      const action = actionOf(deed)
      return action ? [{ atMs: deed.atMs, action }] : []
    }),
  ].toSorted((one, other) => one.atMs - other.atMs)
  const world = worldOf(values)
  const { entries, worlds, samples, world: last } = play(world, deeds, LENGTH_MS, seed)
  return {
    values,
    world,
    worlds,
    entries,
    samples,
    last,
    lives: livesOf(worlds),
    recovery: recovery(entries, samples, ENOUGH, LENGTH_MS),
    loss: lossOf(entries, TICK_MS),
    cost: costOf(world),
    perSurvivor: spareCapacity({
      replicas: REGIONS.length,
      failed: 1,
      utilisation: TARGET_UTILISATION / world.headroom,
    }).perSurvivor,
  }
}

/** The world at a moment. */
export function worldAt({ worlds }: Pick<RegionsModel, 'worlds'>, atMs: number): RegionsView {
  let [low, high] = [0, worlds.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((worlds[middle]?.atMs ?? Infinity) <= atMs) low = middle
    else high = middle - 1
  }
  const found = worlds[low]
  if (!found) throw new RangeError('regions: a run has a beginning')
  return found.world
}

/** When something first happened, from a time on. */
export const firstOf = (
  { entries }: RegionsModel,
  kind: RegionsNote['kind'],
  fromMs = 0,
): Entry<RegionsNote> | undefined =>
  entries.find(({ atMs, note }) => note.kind === kind && atMs >= fromMs)

/** The second in which most of something was so. */
export function worst(
  { samples }: RegionsModel,
  of: (traffic: Traffic) => number,
): { readonly atMs: number; readonly most: number } {
  let [atMs, most] = [0, 0]
  for (const sample of samples) {
    const value = of(sample)
    if (value > most + 1e-9) [atMs, most] = [sample.atMs, value]
  }
  return { atMs, most }
}

/** For how long fewer users were served than it takes, in milliseconds. */
export const lowMs = ({ samples }: RegionsModel): number =>
  samples.filter((sample) => servedShare(sample) < ENOUGH).length * TICK_MS

/** The first handover that did not wait for the data, where writes were lost from then on. */
export function earlyHandover(
  model: RegionsModel,
): { readonly to: RegionId; readonly writes: number } | undefined {
  const back = model.values.rule === 'fails-back-early' ? firstOf(model, 'handed-over') : undefined
  if (back?.note.kind !== 'handed-over') return undefined
  const { writes } = lossOf(
    model.entries.filter(({ atMs }) => atMs >= back.atMs),
    TICK_MS,
  )
  return writes > 0 ? { to: back.note.to, writes } : undefined
}

/** Highest utilisation of any region in a second. */
export const busiest = ({ utilisation }: Traffic): number =>
  Math.max(...REGIONS.map((id: RegionId) => utilisation[id]))

/** The reader's guess: the share of all users that is sent to the dark region. */
export type GuessMark = number
