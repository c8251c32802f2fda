import { type Draw, drawFrom } from '../../simulation/draw.ts'
import type { Deed } from '../../simulation/history.ts'
import { BrokenInvariantError, type Machine, machine } from '../../simulation/machine.ts'
import type { Rules } from '../../simulation/rules.ts'
import { GOODS, goodsIn } from './basket.ts'
import { shown } from './conflict.ts'
import { strictMultiPrimary } from './rules.ts'
import { siteIds } from './turn.ts'
import type {
  ConflictRule,
  MultiPrimaryAction,
  MultiPrimaryEvent,
  MultiPrimaryNote,
  MultiPrimaryParameters,
  MultiPrimaryWorld,
} from './world.ts'

/** Sites, their luck, and everything that befalls them: the same schedule is the same run. */
export interface Schedule {
  readonly parameters: MultiPrimaryParameters
  readonly seed: number
  readonly deeds: readonly Deed<MultiPrimaryAction>[]
}

/** How long things befall the sites; then all links are mended, and what is on its way arrives. */
export const BUSY_MS = 3000
export const SCHEDULE_MS = 60_000

const pick = <T>(draw: Draw, stream: string, from: readonly [T, ...T[]]): T =>
  from[draw.whole(stream, 0, from.length - 1)] ?? from[0]

/** Sites whose clocks differ, on a network that delays, loses, repeats and reorders. */
const randomParameters = (draw: Draw, rule: ConflictRule): MultiPrimaryParameters => ({
  sites: pick(draw, 'sites', [2, 3, 3]),
  rule,
  aheadMs: {
    A: draw.whole('ahead', -1, 1) * 400,
    B: draw.whole('ahead', -1, 1) * 400,
  },
  latency: pick(draw, 'latency', [
    { kind: 'uniform', fromMs: 1, toMs: 20 },
    { kind: 'uniform', fromMs: 20, toMs: 600 },
    { kind: 'exponential', leastMs: 1, meanMs: 200 },
  ]),
  loss: pick(draw, 'loss', [0, 0.1, 0.3]),
  duplication: pick(draw, 'duplication', [0, 0.3]),
  retryMs: pick(draw, 'retry', [100, 500]),
})

/** What befalls the sites next: mostly customers, who put in and throw out what they see. */
function befall(draw: Draw, { parameters, sites, sent }: MultiPrimaryWorld): MultiPrimaryAction {
  const ids = siteIds(parameters)
  const first = draw.whole('one', 0, ids.length - 1)
  const second = (first + draw.whole('other', 1, ids.length - 1)) % ids.length
  const [one = 'A', other = 'B'] = [ids[first], ids[second]]
  const kind = pick(draw, 'kind', [
    ...(['add', 'add', 'add', 'remove', 'remove', 'remove', 'settle'] as const),
    ...(['cut', 'cut', 'mend', 'mend', 'drop', 'delay'] as const),
  ])
  switch (kind) {
    case 'add':
      // A few goods only: the same one is put in and thrown out again and again.
      return { kind, site: one, good: GOODS[draw.whole('good', 0, 3)] ?? 'bread' }
    case 'remove': {
      const seen = shown(parameters.rule, sites[one]?.versions ?? [])
      const goods = seen.flatMap(({ basket }) => goodsIn(basket))
      return { kind, site: one, good: goods[draw.whole('good', 0, goods.length)] ?? 'bread' }
    }
    case 'settle':
      return { kind, site: one }
    case 'cut':
    case 'mend':
      return { kind, one, other }
    case 'drop':
      return { kind, flight: Math.max(1, sent - draw.whole('flight', 0, 3)) }
    case 'delay':
      return {
        kind,
        flight: Math.max(1, sent - draw.whole('flight', 0, 3)),
        byMs: draw.whole('by', 1, 1500),
      }
  }
}

type Run = Machine<MultiPrimaryWorld, MultiPrimaryEvent, MultiPrimaryAction, MultiPrimaryNote>

/** A run that was looked for, and the schedule that brings it about again. */
export interface Explored {
  readonly schedule: Schedule
  readonly world: MultiPrimaryWorld
  readonly broken: BrokenInvariantError | undefined
}

/** Lets everything happen until a time. */
function passUntil(run: Run, untilMs: number): void {
  while (run.nextAtMs() <= untilMs) run.advance()
}

/**
 * A random schedule, made up while it runs; at its end all links are mended.
 *
 * @param seed a whole number from 0 to 4,294,967,295
 * @param rules those that stop at a breach, unless others are given
 */
export function explore(
  seed: number,
  rule: ConflictRule,
  rules: Rules<
    MultiPrimaryParameters,
    MultiPrimaryWorld,
    MultiPrimaryEvent,
    MultiPrimaryAction,
    MultiPrimaryNote
  > = strictMultiPrimary,
): Explored {
  const { draw } = drawFrom(seed)
  const parameters = randomParameters(draw, rule)
  const run = machine(rules, { parameters }, seed)
  const deeds: Deed<MultiPrimaryAction>[] = []
  const everyMs = pick(draw, 'pace', [30, 120, 300])
  const strike = (atMs: number, action: MultiPrimaryAction): void => {
    passUntil(run, atMs)
    deeds.push({ atMs, action })
    run.act(action, atMs)
  }
  let broken: BrokenInvariantError | undefined
  try {
    for (let atMs = 1; atMs < BUSY_MS; atMs += draw.whole('gap', 1, 2 * everyMs))
      strike(atMs, befall(draw, run.world()))
    for (const [one, other] of [
      ['A', 'B'],
      ['A', 'C'],
      ['B', 'C'],
    ] as const)
      strike(BUSY_MS, { kind: 'mend', one, other })
    passUntil(run, SCHEDULE_MS)
  } catch (error) {
    if (!(error instanceof BrokenInvariantError)) throw error
    broken = error
  }
  return { schedule: { parameters, seed, deeds }, world: run.world(), broken }
}

/** Runs a schedule to its end. @throws BrokenInvariantError at the first breach */
export function runSchedule({ parameters, seed, deeds }: Schedule): MultiPrimaryWorld {
  const run = machine(strictMultiPrimary, { parameters }, seed)
  for (const { atMs, action } of deeds) {
    passUntil(run, atMs)
    run.act(action, atMs)
  }
  passUntil(run, SCHEDULE_MS)
  return run.world()
}
