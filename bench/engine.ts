// npm run bench:engine: how fast the engine runs, seeks, and how much its history holds. The world
// is the traffic world at work: exponential services, retries, probes, a takeover every so often.
import { history } from '../src/simulation/history.ts'
import type { TrafficParameters } from '../src/systems/traffic/parameters.ts'
import { QUIET } from '../src/systems/traffic/quiet.ts'
import { traffic } from '../src/systems/traffic/rules.ts'
import { tableOf } from './table.mjs'

const BUSY: TrafficParameters = {
  ...QUIET,
  design: 'active-passive',
  servers: 2,
  workers: 8,
  service: 'exponential',
  arrivals: 'poisson',
  arrivalsPerSecond: 60,
  untilMs: 3_600_000,
  retry: { retries: 2, baseMs: 100, capMs: 2000 },
  faults: Array.from({ length: 60 }, (_, minute) => ({
    atMs: minute * 60_000 + 5000,
    servers: [minute % 2],
    kind: 'crash' as const,
    forMs: 10_000,
  })),
}

const begin = (seed: number) => history(traffic, { parameters: BUSY, seed, deeds: [] })

function milliseconds(work: () => void): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

const median = (values: readonly number[]): number =>
  values.toSorted((first, second) => first - second)[Math.floor(values.length / 2)] ?? NaN

/** Events a second while a run is simulated and its history kept. */
function speed(): number {
  const events = 200_000
  const rates = Array.from({ length: 7 }, (_, seed) => {
    const run = begin(seed)
    return (events / milliseconds(() => run.after(events))) * 1000
  })
  return median(rates.slice(2))
}

/** The slowest of many looks, there and back, at a run of 10,000 events. */
function seek(): number {
  const run = begin(1)
  run.after(10_000)
  const looks = Array.from({ length: 400 }, (_, look) => (look * 7919) % 10_000)
  return Math.max(...looks.map((count) => milliseconds(() => run.after(count))))
}

/** What the history of a run of 10,000 events holds, in bytes. */
function memory(): number {
  const collect = () => globalThis.gc?.()
  collect()
  const before = process.memoryUsage().heapUsed
  const run = begin(2)
  run.after(10_000)
  collect()
  const held = process.memoryUsage().heapUsed - before
  // Kept until here, or there would be nothing to measure.
  return run.ended() === 'no' ? held : NaN
}

export function main(): void {
  const [rate, worst, held] = [speed(), seek(), memory()]
  const verdict = (reached: boolean): string => (reached ? 'met' : 'not met')
  console.log(
    tableOf([
      {
        what: 'events a second, with history',
        value: Math.round(rate).toLocaleString('en'),
        target: 'at least 300,000',
        verdict: verdict(rate >= 300_000),
      },
      {
        what: 'slowest of 400 seeks in 10,000 events',
        value: `${worst.toFixed(2)} ms`,
        target: 'under 50 ms',
        verdict: verdict(worst < 50),
      },
      {
        what: 'history of 10,000 events',
        value: `${(held / 1e6).toFixed(1)} MB`,
        target: 'at most 40 MB',
        verdict: verdict(held <= 40e6),
      },
    ]),
  )
}
