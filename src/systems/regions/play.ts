import { type Entry, machine } from '../../simulation/machine.ts'
import type { RegionsParameters } from './parameters.ts'
import { regions } from './rules.ts'
import type { RegionsAction, RegionsNote, RegionsView, RegionsWorld, Traffic } from './world.ts'

/** A design as one meets it: probes of every ten seconds, names kept for five minutes. */
export const USUAL: RegionsParameters = {
  strategy: 'active-active',
  steering: 'dns',
  ttlMs: 300_000,
  stubborn: 0.1,
  stubbornFactor: 4,
  convergenceMs: 30_000,
  replication: 'async',
  lagMs: 2000,
  intervalMs: 10_000,
  threshold: 3,
  decideMs: 0,
  promoteMs: 20_000,
  headroom: 1.5,
  toNearest: 0.5,
}

/** A world at a moment, without its data: a run has thousands of them. */
export interface Seen {
  readonly atMs: number
  readonly world: RegionsView
}

function seen(atMs: number, world: RegionsWorld): Seen {
  const { parameters, regions: all, network, resolvers, checks, steering } = world
  const { flights, traffic, breaches } = world
  const view = { parameters, regions: all, network, resolvers, checks, steering }
  return { atMs, world: { ...view, flights, traffic, breaches } }
}

/** A run up to a time: its end, what happened, and the traffic of each second. */
export interface Played {
  readonly world: RegionsWorld
  readonly entries: readonly Entry<RegionsNote>[]
  readonly worlds: readonly Seen[]
  readonly samples: readonly Traffic[]
}

/**
 * Runs three regions.
 *
 * @param parameters see {@link RegionsParameters}
 * @param deeds what is done to them, in the order of time
 * @param untilMs when it ends
 * @param seed a whole number from 0 to 4,294,967,295
 * @throws RangeError if a parameter is out of its range
 */
export function play(
  parameters: RegionsParameters,
  deeds: readonly { readonly atMs: number; readonly action: RegionsAction }[],
  untilMs: number,
  seed: number,
): Played {
  const run = machine(regions, { parameters }, seed)
  const entries = [...run.begun]
  const worlds = [seen(0, run.world())]
  const samples: Traffic[] = []
  let done = 0
  for (;;) {
    const deed = deeds[done]
    const dueMs = Math.min(run.nextAtMs(), deed?.atMs ?? Infinity)
    if (dueMs > untilMs) return { world: run.world(), entries, worlds, samples }
    if (deed && deed.atMs < run.nextAtMs()) {
      done += 1
      entries.push(...run.act(deed.action, deed.atMs))
    } else entries.push(...run.advance())
    const world = run.world()
    worlds.push(seen(dueMs, world))
    if (world.traffic.atMs === dueMs && samples.at(-1) !== world.traffic)
      samples.push(world.traffic)
  }
}
