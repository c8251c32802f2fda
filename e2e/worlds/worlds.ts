import { history } from '../../src/simulation/history.ts'
import { drawFrom } from '../../src/simulation/draw.ts'
import { callChain } from '../../src/systems/call-chain/rules.ts'
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

const WAITS = ['none', 'exponential', 'jitter'] as const
const TROUBLES = ['down', 'slow', 'burst'] as const

/** What is run in the browser and in Node: the event table of one run per seed, as one number each. */
export const worlds: Readonly<Record<string, (runs: number) => readonly number[]>> = {
  traffic: trafficHashes,
  'call chain': chainHashes,
}

/** Callers that retry; nothing can be done to them, so that the seed draws what befalls them. */
function chainHashes(runs: number): readonly number[] {
  return Array.from({ length: runs }, (_, seed) => {
    const { draw } = drawFrom(seed)
    const run = history(callChain, {
      parameters: {
        layers: draw.whole('layers', 0, 3),
        retries: draw.whole('retries', 0, 3),
        wait: WAITS[seed % 3] ?? 'none',
        baseMs: 100,
        capMs: 1000,
        budget: draw.happens('budget', 0.3) ? 0.2 : Infinity,
        budgetSaved: 2,
        patienceMs: 400,
        usersPerSecond: 6,
        untilMs: 6000,
        workers: 1,
        serviceMs: 100,
        service: 'exponential',
        queue: 8,
        dropsAbandoned: draw.happens('drops', 0.5),
        usualFailures: 0.1,
        trouble: {
          kind: TROUBLES[draw.whole('trouble', 0, 2)] ?? 'down',
          atMs: 1500,
          forMs: draw.whole('long', 0, 2000),
          size: 8,
        },
      },
      seed,
      deeds: [],
    })
    return hashOf(JSON.stringify(run.entries(run.countAt(20_000))))
  })
}

function trafficHashes(runs: number): readonly number[] {
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
