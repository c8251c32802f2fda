import * as m from '#messages/messages.js'
import type { Course } from '../../frame/course.ts'
import {
  type ChoiceParameter,
  type NumberParameter,
  type ValuesOf,
  evenStops,
} from '../../frame/parameters.ts'
import { type Entry, machine } from '../../simulation/machine.ts'
import type { Good } from '../../systems/multi-primary/basket.ts'
import { shownAt } from '../../systems/multi-primary/ledger.ts'
import { concurrentPairs } from '../../systems/multi-primary/meaning.ts'
import { multiPrimary } from '../../systems/multi-primary/rules.ts'
import { siteIds } from '../../systems/multi-primary/turn.ts'
import type { SiteId } from '../../systems/multi-primary/version-vector.ts'
import type {
  ConflictRule,
  MultiPrimaryNote,
  MultiPrimaryParameters,
  MultiPrimaryWorld,
  Write,
} from '../../systems/multi-primary/world.ts'
import { actionOf } from './deeds.ts'
import { JITTER, LENGTH_MS, PATIENCE } from './fixed.ts'
import { type Planned, plan } from './plan.ts'

const rule: ChoiceParameter<ConflictRule> = {
  kind: 'choice',
  label: m.multi_primary_rule,
  default: 'clock',
  options: {
    clock: m.multi_primary_rule_clock,
    lamport: m.multi_primary_rule_lamport,
    siblings: m.multi_primary_rule_siblings,
    union: m.multi_primary_rule_union,
    'or-set': m.multi_primary_rule_or_set,
    arrival: m.multi_primary_rule_arrival,
  },
}

const planned: ChoiceParameter<Planned> = {
  kind: 'choice',
  label: m.multi_primary_planned,
  default: 'both-add',
  options: {
    'both-add': m.multi_primary_planned_both_add,
    'in-turn': m.multi_primary_planned_in_turn,
    'remove-and-add': m.multi_primary_planned_remove,
    'remove-and-again': m.multi_primary_planned_again,
    partition: m.multi_primary_planned_partition,
    nothing: m.multi_primary_planned_nothing,
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

const loss: NumberParameter = {
  kind: 'number',
  unit: 'share',
  label: m.multi_primary_loss,
  default: 0,
  minimum: 0,
  maximum: 0.5,
  stops: evenStops(0, 0.5, 0.05),
}

/** Times are in the unit that their names end in. */
export const parameters = {
  rule,
  planned,
  sites: count(m.multi_primary_sites, 3, [2, 3]),
  latencyMs: count(m.multi_primary_latency, 900, [50, 100, 200, 300, 500, 700, 900, 1100]),
  aheadMs: {
    ...count(m.multi_primary_ahead, 0, [0, 100, 200, 300, 500, 1000, 2000]),
    only: { choice: 'rule', is: ['clock'] },
  },
  loss,
}

export type MultiPrimaryValues = ValuesOf<typeof parameters>

/** The world at a moment: it stands until the next one. */
export interface Moment {
  readonly atMs: number
  readonly world: MultiPrimaryWorld
}

/** A stretch of time. */
export interface Span {
  readonly fromMs: number
  readonly toMs: number
}

export interface MultiPrimaryModel {
  readonly values: MultiPrimaryValues
  readonly ids: readonly SiteId[]
  readonly moments: readonly Moment[]
  readonly entries: readonly Entry<MultiPrimaryNote>[]
  /** As the run ends. */
  readonly last: MultiPrimaryWorld
  /** Every acknowledged write. */
  readonly writes: readonly Write[]
  /** The writes of which neither had heard of the other. */
  readonly pairs: ReturnType<typeof concurrentPairs>
  /** When customers of different sites were shown different things. */
  readonly differ: readonly Span[]
  /** Which links were cut, and when. */
  readonly cuts: readonly (Span & { readonly links: readonly string[] })[]
}

export const worldOf = (values: MultiPrimaryValues): MultiPrimaryParameters => ({
  sites: values.sites,
  rule: values.rule,
  aheadMs: { A: values.aheadMs },
  latency: {
    kind: 'uniform',
    fromMs: JITTER[0] * values.latencyMs,
    toMs: JITTER[1] * values.latencyMs,
  },
  loss: values.loss,
  duplication: 0,
  retryMs: PATIENCE * values.latencyMs,
})

/** The stretches in which something stays as it is, of those in which it is something at all. */
function stretches<Kept>(
  moments: readonly Moment[],
  lookAt: (world: MultiPrimaryWorld) => Kept | undefined,
): readonly (Span & { readonly kept: Kept })[] {
  const spans: (Span & { readonly kept: Kept })[] = []
  moments.forEach(({ atMs: fromMs, world }, index) => {
    const kept = lookAt(world)
    const toMs = moments[index + 1]?.atMs ?? LENGTH_MS
    if (kept === undefined || toMs <= fromMs) return
    const before = spans.at(-1)
    if (before?.toMs === fromMs && before.kept === kept) spans.splice(-1, 1, { ...before, toMs })
    else spans.push({ fromMs, toMs, kept })
  })
  return spans
}

/** Whether all sites show their customers the same. */
export const agree = (world: MultiPrimaryWorld): boolean =>
  siteIds(world.parameters).every((id) => shownAt(world, id) === shownAt(world, 'A'))

/** The links that are cut, as `A-B`, each once. */
const cutLinks = ({ network }: MultiPrimaryWorld): readonly string[] =>
  network.cut
    .map((name) => name.split('>'))
    .filter(([one = '', other = '']) => one < other)
    .map((ends) => ends.join('-'))
    .toSorted()

/**
 * Sites that all take writes, and what befalls them.
 *
 * @param values sound values of {@link parameters}
 * @param course its seed decides latencies and losses; its deeds are those of deeds.ts
 * @source parker-1983
 * @source decandia-2007
 */
export function multiPrimaryRun(
  values: MultiPrimaryValues,
  { seed, deeds: done }: Course,
): MultiPrimaryModel {
  const ids = siteIds(values)
  const deeds = [
    ...plan(values),
    ...done.flatMap(({ atMs, action }) => {
      const known = actionOf(action)
      return known ? [{ atMs, action: known }] : []
    }),
  ].toSorted((one, other) => one.atMs - other.atMs)
  const run = machine(multiPrimary, { parameters: worldOf(values) }, seed)
  const entries = [...run.begun]
  const moments: Moment[] = [{ atMs: 0, world: run.world() }]
  for (;;) {
    const deed = deeds[0]
    const atMs = Math.min(run.nextAtMs(), deed?.atMs ?? Infinity)
    if (atMs > LENGTH_MS) break
    if (deed && deed.atMs < run.nextAtMs()) {
      deeds.shift()
      entries.push(...run.act(deed.action, deed.atMs))
    } else entries.push(...run.advance())
    moments.push({ atMs, world: run.world() })
  }
  const last = run.world()
  const writes = last.writes.slice(1)
  return {
    values,
    ids,
    moments,
    entries,
    last,
    writes,
    pairs: concurrentPairs(writes),
    differ: stretches(moments, (world) => (agree(world) ? undefined : true)),
    cuts: stretches(moments, (world) => cutLinks(world).join() || undefined).map(
      ({ kept, ...span }) => ({ ...span, links: kept.split(',') }),
    ),
  }
}

/** The world at a moment. */
export function worldAt({ moments }: MultiPrimaryModel, atMs: number): MultiPrimaryWorld {
  let [low, high] = [0, moments.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((moments[middle]?.atMs ?? Infinity) <= atMs) low = middle
    else high = middle - 1
  }
  const moment = moments[low]
  if (!moment) throw new RangeError('multi-primary: a run has a beginning')
  return moment.world
}

/** For how long customers of different sites were shown different things, in milliseconds. */
export const differMs = ({ differ }: MultiPrimaryModel): number =>
  differ.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)

/** Whether a write is one of those that are gone at the end. */
export const isLost = ({ last }: MultiPrimaryModel, { number }: Write): boolean =>
  last.lost.some(({ write }) => write === number)

/** The reader's guess: what lies in the basket of every site, or that they differ. */
export type GuessMark = readonly Good[] | 'differ'
