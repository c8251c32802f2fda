import * as m from '#messages/messages.js'
import type { Course, Deed } from '../../frame/course.ts'
import {
  type ChoiceParameter,
  type NumberParameter,
  type ValuesOf,
  evenStops,
} from '../../frame/parameters.ts'
import type { Course as Run } from '../../simulation/history.ts'
import { type Entry, machine } from '../../simulation/machine.ts'
import { INVARIANTS, holderIds, lease } from '../../systems/lease/rules.ts'
import type {
  LeaseAction,
  LeaseNote,
  LeaseParameters,
  LeaseWorld,
} from '../../systems/lease/world.ts'
import {
  LATENCY_MS,
  LENGTH_MS,
  POWER_OFF_MS,
  PREPARE_MS,
  RENEW_MS,
  STRUCK_MS,
  WRITE_EVERY_MS,
} from './fixed.ts'
import { type Spell, joined, lockOf, stateOf } from './spells.ts'
import { seconds } from './words.ts'

export type Planned = 'nap' | 'crash' | 'nothing'
export type Protection = LeaseParameters['protection']

const planned: ChoiceParameter<Planned> = {
  kind: 'choice',
  label: () => m.fence_planned({ time: seconds(STRUCK_MS) }),
  default: 'nap',
  options: {
    nap: m.fence_planned_nap,
    crash: m.fence_planned_crash,
    nothing: m.fence_planned_nothing,
  },
}

const protection: ChoiceParameter<Protection> = {
  kind: 'choice',
  label: m.fence_protection,
  default: 'none',
  options: {
    none: m.fence_protection_none,
    fencing: m.fence_protection_fencing,
    'power-off': m.fence_protection_power_off,
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

/** Times are in the unit that their names end in. */
export const parameters = {
  planned,
  protection,
  napMs: count(m.fence_nap, 2000, evenStops(250, 3500, 250)),
  ttlMs: count(m.fence_ttl, 1000, [500, 750, 1000, 1500, 2000]),
  marginMs: count(m.fence_margin, 100, evenStops(0, 500, 50)),
  clock: count(m.fence_clock, 100, evenStops(50, 150, 5)),
}

export type FencingValues = ValuesOf<typeof parameters>

/** What a reader can do, by the name that it has in an address. */
export const ACTIONS = ['pause-a', 'wake-a', 'pause-b', 'wake-b'] as const

export interface FencingModel {
  readonly values: FencingValues
  readonly ids: readonly string[]
  readonly entries: readonly Entry<LeaseNote>[]
  readonly lives: readonly (readonly Spell[])[]
  readonly lock: readonly Spell[]
  readonly last: LeaseWorld
  readonly oneWriter: boolean
  /** How long both believed in their lease at once, in milliseconds. */
  readonly bothMs: number
  /** For how long at most a holder believes longer than the lock service, by arithmetic. */
  readonly overhangMs: number
}

const [A = 'H1', B = 'H2'] = holderIds({ holders: 2 })

function actionOf({ action }: Deed): LeaseAction {
  switch (action) {
    case 'pause-a':
      return { kind: 'pause', holder: A }
    case 'wake-a':
      return { kind: 'resume', holder: A }
    case 'pause-b':
      return { kind: 'pause', holder: B }
    default:
      return { kind: 'resume', holder: B }
  }
}

function plan({ planned: what, napMs }: FencingValues) {
  if (what === 'nothing') return []
  if (what === 'crash')
    return [
      { atMs: STRUCK_MS, action: { kind: 'crash', holder: A } as const },
      { atMs: STRUCK_MS + napMs, action: { kind: 'restart', holder: A } as const },
    ]
  return [
    { atMs: STRUCK_MS, action: { kind: 'pause', holder: A } as const },
    { atMs: STRUCK_MS + napMs, action: { kind: 'resume', holder: A } as const },
  ]
}

export const worldOf = (values: FencingValues): LeaseParameters => ({
  holders: 2,
  ttlMs: values.ttlMs,
  marginMs: Math.min(values.marginMs, values.ttlMs),
  renewMs: RENEW_MS,
  clocks: { [A]: values.clock / 100 },
  latencyMs: LATENCY_MS,
  writeEveryMs: WRITE_EVERY_MS,
  prepareMs: PREPARE_MS,
  protection: values.protection,
  powerOffMs: POWER_OFF_MS,
})

/** How finely lives are looked at between events: a belief ends by a clock, and no event says so. */
const STEP_MS = 10

/**
 * Two processes, one lease and a store, and what befalls the one that holds it.
 *
 * @param values sound values of {@link parameters}
 * @param course its deeds are {@link ACTIONS}; nothing is left to chance
 */
export function fencing(values: FencingValues, { seed, deeds: done }: Course): FencingModel {
  const deeds = [
    ...plan(values),
    ...done.map((deed) => ({ atMs: deed.atMs, action: actionOf(deed) })),
  ].toSorted((one, other) => one.atMs - other.atMs)
  return fencingRun(values, { parameters: worldOf(values), seed, deeds })
}

/**
 * Any run of two holders, as the picture shows it.
 *
 * @param values how the controls would stand for it
 * @param rules those of the lease, with whatever decisions
 */
export function fencingRun(
  values: FencingValues,
  { parameters: world, seed, deeds: done }: Run<LeaseParameters, LeaseAction>,
  rules = lease,
): FencingModel {
  const deeds = [...done]
  const run = machine(rules, { parameters: world }, seed)
  const entries: Entry<LeaseNote>[] = [...run.begun]
  const looks: { readonly atMs: number; readonly world: LeaseWorld }[] = []
  for (let atMs = 0; atMs <= LENGTH_MS; atMs += STEP_MS) {
    for (;;) {
      const deed = deeds[0]
      const dueMs = Math.min(run.nextAtMs(), deed?.atMs ?? Infinity)
      if (dueMs > atMs) break
      if (deed && deed.atMs < run.nextAtMs()) {
        deeds.shift()
        entries.push(...run.act(deed.action, deed.atMs))
      } else entries.push(...run.advance())
    }
    looks.push({ atMs, world: run.world() })
  }
  const ids = [A, B]
  const lives = ids.map((id) =>
    joined(looks.map((look) => ({ atMs: look.atMs, ...stateOf(look.world, id, look.atMs) }))),
  )
  const both = looks.filter((look) =>
    ids.every((id) => {
      const holder = look.world.holders[id]
      const clock = look.atMs * (world.clocks[id] ?? 1)
      return holder !== undefined && holder.token > 0 && clock < holder.validMs
    }),
  )
  return {
    values,
    ids,
    entries,
    lives,
    lock: joined(looks.map((look) => ({ atMs: look.atMs, ...lockOf(look.world, look.atMs) }))),
    last: run.world(),
    oneWriter: INVARIANTS.oneWriter(run.world()),
    bothMs: both.length * STEP_MS,
    // It counts from when it asked, the service from when it heard: a slow clock makes up for that.
    overhangMs: (world.ttlMs - world.marginMs) / (values.clock / 100) - world.ttlMs - LATENCY_MS,
  }
}

/** The reader's guess: what becomes of the write that A had prepared. */
export type GuessMark = 'accepted' | 'refused' | 'never-sent'
