import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { queue } from '../../reliability/queue.ts'
import { retryAmplification } from '../../reliability/retry-amplification.ts'
import { spareCapacity } from '../../reliability/spare-capacity.ts'
import { type Deed, history } from '../../simulation/history.ts'
import { loadPerServer } from './load.ts'
import type { TrafficParameters } from './parameters.ts'
import { QUIET } from './quiet.ts'
import { type Stretch, reportOf } from './report.ts'
import { traffic } from './rules.ts'
import type { TrafficAction } from './world.ts'

const END = 1e7

function runOf(
  change: Partial<TrafficParameters>,
  seed = 1,
  deeds: readonly Deed<TrafficAction>[] = [],
) {
  const run = history(traffic, { parameters: { ...QUIET, ...change }, seed, deeds })
  const entries = run.entries(run.countAt(END))
  return { run, entries, report: reportOf(entries) }
}

const crash = { atMs: 5050, servers: [0], kind: 'crash', forMs: Infinity } as const
const pair = { design: 'active-passive', servers: 2, faults: [crash] } as const
const of = (stretches: readonly Stretch[], kind: Stretch['kind']) =>
  stretches.filter((stretch) => stretch.kind === kind)
const length = (stretch: Stretch | undefined) => (stretch ? stretch.toMs - stretch.fromMs : NaN)

describe('a single server', () => {
  it('serves every request in its own time while nothing is wrong', () => {
    const { report } = runOf({})
    // 10 a second for 20 seconds.
    expect(report).toMatchObject({ served: 200, failed: 0, availability: 1, attemptsPerRequest: 1 })
    expect(new Set(report.latenciesMs)).toEqual(new Set([100]))
  })

  it('cuts what it was working on when it crashes, and nothing comes after', () => {
    const { report } = runOf({ faults: [crash] })
    const [cut] = report.fates.filter(({ why }) => why === 'cut')
    expect(report.fates.filter(({ why }) => why === 'cut')).toHaveLength(1)
    expect(cut).toMatchObject({ bornMs: 5000, endMs: 5050, outcome: 'failed' })
    expect(report.served).toBe(50)
    expect(report.fates.filter(({ why }) => why === 'refused')).toHaveLength(149)
  })

  it('leaves clients waiting until their patience ends when it hangs', () => {
    const { report } = runOf({ faults: [{ ...crash, kind: 'hang' }] })
    const late = report.fates.filter(({ outcome }) => outcome === 'failed')
    expect(late.length).toBeGreaterThan(100)
    expect(late.every(({ bornMs, endMs }) => (endMs ?? 0) - bornMs === 1000)).toBe(true)
  })

  it('makes clients wait as Erlang’s formula says', { timeout: 60_000 }, () => {
    // Three workers at 80 %: 24 arrivals a second of 100 ms each.
    const system = { workers: 3, queue: 10_000, arrivalsPerSecond: 24, timeoutMs: 1e6 }
    const means = Array.from({ length: 30 }, (_, seed) => {
      const { report } = runOf(
        { ...system, service: 'exponential', arrivals: 'poisson', untilMs: 120_000 },
        seed,
      )
      return report.latenciesMs.reduce((sum, one) => sum + one, 0) / report.latenciesMs.length
    })
    const mean = means.reduce((sum, one) => sum + one, 0) / means.length
    const spread = Math.sqrt(
      means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (means.length - 1) / means.length,
    )
    const theory = queue({ servers: 3, arrivalRate: 24, serviceRate: 10 }).meanResponse * 1000
    // Within three standard errors of 30 seeds, and those are small enough to say something.
    expect(Math.abs(mean - theory)).toBeLessThan(3 * spread)
    expect(spread).toBeLessThan(theory / 20)
  })
})

describe('an active-passive pair', () => {
  it('is out for detection, decision, promotion and warm-up, one after the other', () => {
    const { report, entries } = runOf(pair)
    const [detecting] = of(report.stretches, 'detecting')
    const [deciding] = of(report.stretches, 'deciding')
    const [promoting] = of(report.stretches, 'promoting')
    const [warming] = of(report.stretches, 'warming')
    expect([deciding, promoting, warming].map(length)).toEqual([500, 2000, 1500])
    // Probes of the first server are sent at whole seconds: those at 6, 7 and 8 s fail.
    expect(detecting).toMatchObject({ fromMs: 5050, toMs: 8000 })
    const serving = entries.find(({ note }) => note.kind === 'phase' && note.phase === 'serving')
    expect(serving?.atMs).toBe(8000 + 500 + 2000 + 1500)
    // Every request between is refused, and none after.
    const failed = report.fates.filter(({ outcome }) => outcome === 'failed')
    expect(failed.length).toBeGreaterThanOrEqual(70)
    expect(failed.every(({ bornMs }) => bornMs >= 5000 && bornMs < 12_000)).toBe(true)
    expect(report.fates.at(-1)?.outcome).toBe('served')
  })

  it.each([1, 2, 3, 5])('finds a crash after %d failed probes in a row', (fall) => {
    fc.assert(
      fc.property(fc.integer({ min: 4000, max: 6000 }), (atMs) => {
        const check = { ...QUIET.check, fall }
        const { report } = runOf({ ...pair, check, faults: [{ ...crash, atMs }] })
        const took = length(of(report.stretches, 'detecting')[0])
        expect(took).toBeGreaterThanOrEqual((fall - 1) * 1000)
        expect(took).toBeLessThanOrEqual(fall * 1000)
      }),
      { seed: 20_090_115, numRuns: 20 },
    )
  })

  it('finds a server that hangs later by the time a probe waits', () => {
    const { report } = runOf({ ...pair, faults: [{ ...crash, kind: 'hang' }] })
    expect(of(report.stretches, 'detecting')[0]).toMatchObject({ fromMs: 5050, toMs: 8500 })
  })

  it('is not tripped by a blip of two probes, but is by a faster interval', () => {
    const blip = { ...crash, forMs: 1900 }
    expect(of(runOf({ ...pair, faults: [blip] }).report.stretches, 'deciding')).toEqual([])
    const check = { ...QUIET.check, intervalMs: 200, timeoutMs: 100 }
    expect(of(runOf({ ...pair, check, faults: [blip] }).report.stretches, 'deciding')).toHaveLength(
      1,
    )
  })

  it('loses what was answered and not yet copied', () => {
    const { report } = runOf({ ...pair, replicationLagMs: 1000 })
    // Answers go out every 100 ms, and those of the last second are not copied: 4.1 s to 5.0 s.
    expect(report.lost).toBe(10)
    expect(
      report.fates.filter(({ lost }) => lost).every(({ outcome }) => outcome === 'served'),
    ).toBe(true)
    expect(runOf(pair).report.lost).toBe(0)
  })

  it('promotes the standby at once where maintenance is announced, and cuts nothing', () => {
    const planned = { atMs: 5050, server: 0, forMs: 60_000, drainMs: 1000 }
    const { report } = runOf({ ...pair, faults: [], maintenance: [planned], replicationLagMs: 500 })
    // QUIET: 2 s of promotion and 1.5 s of warm-up, and nobody has to decide.
    expect(of(report.stretches, 'deciding')).toEqual([])
    expect(of(report.stretches, 'promoting')[0]).toMatchObject({ fromMs: 5050, toMs: 7050 })
    expect(of(report.stretches, 'warming')[0]).toMatchObject({ fromMs: 7050, toMs: 8550 })
    // The arrivals from 5.1 to 8.5 s find nobody; the one of 5.0 s is finished.
    expect(report.fates.filter(({ outcome }) => outcome === 'failed')).toHaveLength(35)
    expect(report.lost).toBe(0)
  })

  it('ends a phase where the next begins, though a detection of another server fell into it', () => {
    // B, still sick, is found while A is being promoted again.
    const three = { ...pair, servers: 3, faults: [] } as const
    const at = (atMs: number, servers: readonly number[]) => ({ ...crash, atMs, servers })
    const { report } = runOf({ ...three, faults: [at(5050, [0]), at(6100, [2])] })
    const phases = report.stretches.filter(({ kind }) => kind !== 'detecting')
    expect(of(report.stretches, 'detecting')).toHaveLength(2)
    expect(phases.map(({ kind }) => kind)).toEqual(['deciding', 'promoting', 'warming'])
    expect(phases.every(({ toMs }) => Number.isFinite(toMs))).toBe(true)
  })

  it('fails over for nothing where probes are lost, and cuts what the primary was doing', () => {
    const check = { ...QUIET.check, loss: 0.5, fall: 2 }
    const { report } = runOf({ ...pair, faults: [], check })
    expect(report.falseAlarms).toBeGreaterThan(0)
    expect(report.failed).toBeGreaterThan(0)
  })
})

describe('active-active', () => {
  const two = { design: 'active-active', servers: 2, faults: [crash] } as const

  it('loses half of the requests until the dead half is taken out, and none after', () => {
    const { report } = runOf(two)
    const failed = report.fates.filter(({ outcome }) => outcome === 'failed')
    // A crashed server refuses, so the other one is tried at once: only what it had is lost.
    expect(failed.length).toBeLessThanOrEqual(1)
    const hung = runOf({ ...two, faults: [{ ...crash, kind: 'hang' }] }).report
    const waiting = hung.fates.filter(({ outcome }) => outcome === 'failed')
    expect(waiting.length).toBeGreaterThanOrEqual(17)
    expect(waiting.every(({ bornMs }) => bornMs >= 5000 && bornMs <= 8500)).toBe(true)
  })

  it('gives the survivor the load that spare capacity promises', () => {
    // Four workers of 100 ms serve 40 a second; 32 a second are 40 % of each of two servers.
    const { run } = runOf({ ...two, arrivalsPerSecond: 32, arrivals: 'poisson', untilMs: 400_000 })
    const before = loadPerServer(run, 0, 5000)
    const [gone, survivor] = loadPerServer(run, 10_000, 400_000)
    const { perSurvivor } = spareCapacity({ replicas: 2, failed: 1, utilisation: 0.4 })
    expect(Math.abs((before[0] ?? 0) - 0.4)).toBeLessThan(0.1)
    expect(gone).toBe(0)
    // 12,480 requests of 0.1 s: the standard error of the mean load is about 0.01.
    expect(Math.abs((survivor ?? 0) - perSurvivor)).toBeLessThan(0.03)
    expect(() => loadPerServer(run, 5, 5)).toThrow(RangeError)
  })

  it('overloads the survivor where each ran above half of what it can', () => {
    // Two servers of 10 a second each; 16 a second are 80 % of both, and 160 % of one.
    const load = {
      ...two,
      workers: 1,
      queue: 5,
      arrivalsPerSecond: 16,
      arrivals: 'poisson',
    } as const
    const { report } = runOf(load)
    const after = report.fates.filter(({ bornMs }) => bornMs > 10_000)
    const refused = after.filter(({ why }) => why === 'refused').length / after.length
    // What is above the capacity cannot be served: 6 of 16.
    expect(Math.abs(refused - 6 / 16)).toBeLessThan(0.1)
  })

  it('empties a server before its maintenance without a single failure, and cuts without', () => {
    const planned = { atMs: 5000, server: 0, forMs: 3000 }
    const drained = runOf({ ...two, faults: [], maintenance: [{ ...planned, drainMs: 1000 }] })
    expect(drained.report.failed).toBe(0)
    const cut = runOf({ ...two, faults: [], maintenance: [{ ...planned, atMs: 5050, drainMs: 0 }] })
    expect(cut.report.failed).toBe(1)
  })
})

describe('copies in lockstep', () => {
  const lockstep = { design: 'lockstep', servers: 2 } as const

  it('mask the crash of one: nobody notices', () => {
    const { report } = runOf({ ...lockstep, faults: [crash] })
    expect(report).toMatchObject({ served: 200, failed: 0 })
    expect(report.fates.filter(({ masked }) => masked)).toHaveLength(1)
    expect(new Set(report.latenciesMs)).toEqual(new Set([100]))
  })

  it('fail together where they share the cause', () => {
    const { report } = runOf({ ...lockstep, faults: [{ ...crash, servers: [0, 1] }] })
    expect(report.served).toBe(50)
  })
})

describe('clients that try again', () => {
  it('multiply the load as the amplification formula says', () => {
    const retry = { retries: 3, baseMs: 100, capMs: 2000 }
    const dependencyFault = { atMs: 0, forMs: Infinity }
    const { report } = runOf({ retry, dependencyFault })
    const theory = retryAmplification({ retries: 3, failureProbability: 1 }).attempts
    expect(report.attemptsPerRequest).toBe(theory)
  })

  it('bridge an outage that is shorter than their patience', () => {
    const retry = { retries: 8, baseMs: 200, capMs: 4000 }
    const brief = { ...crash, forMs: 500 }
    expect(runOf({ faults: [brief] }).report.failed).toBeGreaterThan(0)
    expect(runOf({ faults: [brief], retry }).report.failed).toBe(0)
  })
})

describe('every run', () => {
  const fault = fc.record({
    atMs: fc.integer({ min: 0, max: 6000 }),
    servers: fc.constantFrom([0], [1], [0, 1]),
    kind: fc.constantFrom('crash' as const, 'hang' as const, 'slow' as const, 'errors' as const),
    forMs: fc.constantFrom(500, 2000, Infinity),
  })
  const parameters = fc
    .record({
      design: fc.constantFrom(
        'active-passive' as const,
        'active-active' as const,
        'lockstep' as const,
      ),
      workers: fc.integer({ min: 1, max: 4 }),
      queue: fc.integer({ min: 0, max: 5 }),
      service: fc.constantFrom('fixed' as const, 'exponential' as const),
      arrivals: fc.constantFrom('even' as const, 'poisson' as const),
      arrivalsPerSecond: fc.integer({ min: 1, max: 40 }),
      timeoutMs: fc.constantFrom(150, 1000),
      retries: fc.integer({ min: 0, max: 3 }),
      loss: fc.constantFrom(0, 0.2),
      replicationLagMs: fc.constantFrom(0, 500),
      faults: fc.array(fault, { maxLength: 4 }),
    })
    .map(({ retries, loss, ...rest }): TrafficParameters => ({
      ...QUIET,
      ...rest,
      servers: 2,
      untilMs: 8000,
      retry: { ...QUIET.retry, retries },
      check: { ...QUIET.check, loss },
    }))
  const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })
  const deeds = fc
    .array(
      fc.record({
        atMs: fc.integer({ min: 0, max: 8000 }),
        action: fc.oneof(
          fc.record({
            kind: fc.constantFrom('kill' as const, 'hang' as const, 'restart' as const),
            server: fc.constantFrom(0, 1),
          }),
          fc.record({ kind: fc.constant('balancer' as const), up: fc.boolean() }),
        ),
      }),
      { maxLength: 4 },
    )
    .map((all) => all.toSorted((a, b) => a.atMs - b.atMs))

  it('gives every request one fate, whatever befalls it', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(parameters, seeds, deeds, (given, seed, done) => {
        const { run, entries, report } = runOf(given, seed, done)
        const { requests } = run.at(END).world
        expect(run.ended()).toBe('over')
        expect(report.fates).toHaveLength(requests)
        expect(report.fates.filter(({ outcome }) => outcome === 'open')).toEqual([])
        const settled = entries.filter(
          ({ note }) => note.kind === 'served' || note.kind === 'failed',
        )
        expect(settled).toHaveLength(requests)
        expect(report.fates.every((fate) => fate.attempts <= given.retry.retries + 1)).toBe(true)
      }),
      { seed: 20_090_115, numRuns: 150 },
    )
  })

  it('is the same for the same seed and actions, byte for byte', () => {
    fc.assert(
      fc.property(parameters, seeds, deeds, (given, seed, done) => {
        const [one, other] = [runOf(given, seed, done), runOf(given, seed, done)]
        expect(JSON.stringify(one.entries)).toBe(JSON.stringify(other.entries))
      }),
      { seed: 20_090_115, numRuns: 30 },
    )
  })
})

describe('parameters', () => {
  it.each([
    [{ servers: 0 }, 'servers must be a whole number of at least 1, got 0'],
    [{ arrivalsPerSecond: 0 }, 'arrivalsPerSecond must be above 0'],
    [{ timeoutMs: NaN }, 'timeoutMs must be at least 0, got NaN'],
    [{ faults: [{ ...crash, servers: [1] }] }, 'a fault must strike a server that exists, got 1'],
  ])('%j is refused', (change, message) => {
    expect(() => runOf(change)).toThrow(message)
  })
})
