import { history } from '../../src/simulation/history.ts'
import { drawFrom } from '../../src/simulation/draw.ts'
import type { TrafficAction } from '../../src/systems/traffic/world.ts'
import { QUIET } from '../../src/systems/traffic/quiet.ts'
import { traffic } from '../../src/systems/traffic/rules.ts'

const DESIGNS = ['active-passive', 'active-active', 'lockstep'] as const

/** The hash by Fowler, Noll and Vo of a text. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** Actions that follow from a seed, a few of them, in the order of their time. */
function deedsOf(seed: number) {
  const { draw } = drawFrom(seed)
  const count = draw.whole('count', 0, 5)
  return Array.from({ length: count }, () => {
    const atMs = draw.whole('at', 0, 6000)
    const kinds = ['kill', 'hang', 'restart', 'balancer'] as const
    const kind = kinds[draw.whole('kind', 0, 3)] ?? 'kill'
    const action: TrafficAction =
      kind === 'balancer'
        ? { kind, up: draw.happens('up', 0.6) }
        : { kind, server: draw.whole('server', 0, 1) }
    return { atMs, action }
  }).toSorted((first, second) => first.atMs - second.atMs)
}

/** The event table of one run per seed, as one number each. */
export function hashes(runs: number): readonly number[] {
  return Array.from({ length: runs }, (_, seed) => {
    const run = history(traffic, {
      parameters: {
        ...QUIET,
        design: DESIGNS[seed % 3] ?? 'lockstep',
        servers: 2,
        untilMs: 6000,
        service: 'exponential',
        arrivals: 'poisson',
        retry: { retries: 2, baseMs: 100, capMs: 1000 },
        check: { ...QUIET.check, loss: 0.1 },
      },
      seed,
      deeds: deedsOf(seed),
    })
    return hashOf(JSON.stringify(run.entries(run.countAt(60_000))))
  })
}
