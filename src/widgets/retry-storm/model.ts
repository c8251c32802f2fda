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
import { retryAmplification } from '../../reliability/retry-amplification.ts'
import { history } from '../../simulation/history.ts'
import type { Entry } from '../../simulation/machine.ts'
import type { ChainParameters, Wait } from '../../systems/call-chain/parameters.ts'
import { type Fate, type Slice, fatesOf, slicesOf } from '../../systems/call-chain/report.ts'
import { callChain } from '../../systems/call-chain/rules.ts'
import type { ChainNote } from '../../systems/call-chain/world.ts'
import { percent } from '../../ui/format.ts'
import {
  BUDGET,
  BUDGET_SAVED,
  BURST,
  CAPACITY,
  CAP_MS,
  CHANCE,
  LAYERS,
  LENGTH_MS,
  PATIENCE_MS,
  QUEUE,
  SERVICE_MS,
  SLICE_MS,
  SLOWNESS,
  STRUCK_MS,
} from './fixed.ts'

export type Trouble = 'down' | 'slow' | 'burst' | 'chance'

const trouble: ChoiceParameter<Trouble> = {
  kind: 'choice',
  label: m.storm_trouble,
  default: 'down',
  options: {
    down: m.storm_trouble_down,
    slow: m.storm_trouble_slow,
    burst: () => m.storm_trouble_burst({ count: BURST }),
    chance: () => m.storm_trouble_chance({ share: percent(getLocale(), CHANCE) }),
  },
}

const wait: ChoiceParameter<Wait> = {
  kind: 'choice',
  label: m.storm_wait,
  default: 'jitter',
  options: {
    none: m.storm_wait_none,
    exponential: m.storm_wait_exponential,
    jitter: m.storm_wait_jitter,
  },
}

const budget: FlagParameter = {
  kind: 'flag',
  label: () => m.storm_budget({ share: percent(getLocale(), BUDGET) }),
  default: false,
}

const drops: FlagParameter = { kind: 'flag', label: m.storm_drops, default: false }

const count = (
  label: () => string,
  usual: number,
  stops: readonly number[],
  only?: Only,
): NumberParameter => ({
  kind: 'number',
  unit: 'count',
  label,
  default: usual,
  minimum: stops.at(0) ?? 0,
  maximum: stops.at(-1) ?? 0,
  stops,
  ...(only && { only }),
})

export const parameters = {
  trouble,
  wait,
  budget,
  drops,
  troubleSeconds: count(m.storm_seconds_long, 5, evenStops(1, 10, 1), {
    choice: 'trouble',
    is: ['down', 'slow'],
  }),
  layers: count(m.storm_layers, 3, evenStops(1, LAYERS, 1)),
  retries: count(m.storm_retries, 3, evenStops(0, 3, 1)),
  load: count(m.storm_load, 50, evenStops(10, 100, 10)),
  baseMs: count(m.storm_base, 100, [100, 200, 500, 1000], {
    choice: 'wait',
    is: ['exponential', 'jitter'],
  }),
}

export type StormValues = ValuesOf<typeof parameters>

/** Long enough for the last request to know its fate. */
const TAIL_MS = 40_000

export interface StormModel {
  readonly values: StormValues
  readonly entries: readonly Entry<ChainNote>[]
  readonly fates: readonly Fate[]
  /** The same users, and nobody tries again. */
  readonly plain: readonly Fate[]
  /** By the second. */
  readonly slices: readonly Slice[]
  /** When each part was called, in ascending order: the three layers from the top, then the store. */
  readonly calledMs: readonly (readonly number[])[]
  /** When the trouble is over; nothing where it has no end. */
  readonly overMs: number | undefined
  /** How long users went on failing after the trouble; 0 where they did not. */
  readonly staysMs: number
  /** They still do at the end. */
  readonly stuck: boolean
  /** Calls of the store for one request that fails whatever is done, by the formula. */
  readonly most: number
}

/** The world of these values, with as many layers that retry as are asked for. */
export function chainOf(values: StormValues, layers = values.layers): ChainParameters {
  const { trouble: kind, troubleSeconds } = values
  return {
    layers,
    retries: values.retries,
    wait: values.wait,
    baseMs: values.baseMs,
    capMs: CAP_MS,
    budget: values.budget ? BUDGET : Infinity,
    budgetSaved: BUDGET_SAVED,
    patienceMs: PATIENCE_MS,
    usersPerSecond: (values.load / 100) * CAPACITY,
    untilMs: LENGTH_MS,
    workers: 1,
    serviceMs: SERVICE_MS,
    service: 'fixed',
    queue: QUEUE,
    dropsAbandoned: values.drops,
    usualFailures: kind === 'chance' ? CHANCE : 0,
    ...(kind !== 'chance' && {
      trouble: {
        kind,
        atMs: STRUCK_MS,
        forMs: kind === 'burst' ? 0 : troubleSeconds * 1000,
        size: kind === 'burst' ? BURST : SLOWNESS,
      },
    }),
  }
}

function runOf(parameters: ChainParameters, seed: number): readonly Entry<ChainNote>[] {
  const run = history(callChain, { parameters, seed, deeds: [] })
  return run.entries(run.countAt(LENGTH_MS + TAIL_MS))
}

/** When each part was called: a call reaches down to the store through all that begin anew for it. */
function callsOf(
  entries: readonly Entry<ChainNote>[],
  { layers, retries }: StormValues,
): readonly (readonly number[])[] {
  const parts = Array.from({ length: LAYERS + 1 }, (): number[] => [])
  // One call of a part is worth so many of the store: as many as the layers below it make of it.
  const worth = parts.map((_, part) => (retries + 1) ** Math.min(layers, LAYERS - part))
  for (const { atMs, note } of entries) {
    if (note.kind !== 'called') continue
    parts.forEach((times, part) => {
      const top = part === 0
      if (top ? note.attempt === 0 : note.attempt % (worth[part] ?? 1) === 0) times.push(atMs)
    })
  }
  return parts
}

/** A user counts as failing where more than half of those who came around did. */
const WINDOW_MS = 3000

/** Until when users went on failing: the end of the last stretch in which most of them did. */
function failingUntil(fates: readonly Fate[], fromMs: number): number {
  let untilMs = fromMs
  for (let startMs = fromMs; startMs < LENGTH_MS; startMs += 500) {
    const near = fates.filter(({ bornMs }) => bornMs >= startMs && bornMs < startMs + WINDOW_MS)
    const failed = near.filter(({ outcome }) => outcome === 'failed')
    const last = failed.at(-1)
    if (last && failed.length * 2 > near.length) untilMs = Math.max(untilMs, last.bornMs)
  }
  return untilMs
}

/**
 * Users, three layers of callers and a store that cannot do more than it can; and the same users
 * where nobody tries again.
 *
 * @param values sound values of {@link parameters}
 * @param course its seed decides when users come and how long callers wait
 */
export function retryStorm(values: StormValues, { seed }: Course): StormModel {
  const entries = runOf(chainOf(values), seed)
  const fates = fatesOf(entries)
  const { trouble: kind, troubleSeconds, layers, retries } = values
  const overMs =
    kind === 'chance' ? undefined : STRUCK_MS + (kind === 'burst' ? 0 : troubleSeconds * 1000)
  // A second of failures after it is its own echo: calls that were under way.
  const untilMs = overMs === undefined ? 0 : failingUntil(fates, overMs + PATIENCE_MS)
  return {
    values,
    entries,
    fates,
    plain: fatesOf(runOf(chainOf(values, 0), seed)),
    slices: slicesOf(entries, SLICE_MS, LENGTH_MS),
    calledMs: callsOf(entries, values),
    overMs,
    staysMs: overMs === undefined || untilMs === overMs + PATIENCE_MS ? 0 : untilMs - overMs,
    stuck: overMs !== undefined && untilMs > LENGTH_MS - WINDOW_MS,
    most: retryAmplification({
      layers,
      retries,
      failureProbability: 1,
      ...(values.budget && { budget: BUDGET }),
    }).attempts,
  }
}

export const failedCount = (fates: readonly Fate[]): number =>
  fates.filter(({ outcome }) => outcome === 'failed').length

/** How many of these times lie in the second before a moment. */
export function rateAt(times: readonly number[], atMs: number): number {
  const upTo = (limit: number): number => {
    let [low, high] = [0, times.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((times[middle] ?? Infinity) <= limit) low = middle + 1
      else high = middle
    }
    return low
  }
  return upTo(atMs) - upTo(atMs - SLICE_MS)
}

/** The reader's guess: how many calls of the store one request becomes. */
export type GuessMark = number
