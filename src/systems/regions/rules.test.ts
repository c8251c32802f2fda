// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { failureDetector } from '../../reliability/failure-detector.ts'
import { writesLost } from '../../reliability/replication-lag.ts'
import { serversNow } from './capacity.ts'
import { asFull, common, merged } from './log.ts'
import { othersOf, type RegionsParameters } from './parameters.ts'
import { play, type Played, USUAL } from './play.ts'
import { costOf, lossOf, recovery } from './report.ts'
import { TICK_MS, WRITES_PER_SECOND } from './rules.ts'
import { staleShare } from './steering.ts'
import { servedShare } from './traffic.ts'
import type { Batch, RegionsAction, RegionsNote } from './world.ts'

const END_MS = 400_000
const LOST_MS = 60_000
type Deeds = readonly (readonly [atMs: number, action: RegionsAction])[]

const run = (over: Partial<RegionsParameters>, deeds: Deeds, untilMs = END_MS, seed = 1): Played =>
  play(
    { ...USUAL, ...over },
    deeds.map(([atMs, action]) => ({ atMs, action })),
    untilMs,
    seed,
  )

const LOSE: Deeds = [[LOST_MS, { kind: 'lose', region: 'america' }]]
const RETURN: Deeds = [...LOSE, [200_000, { kind: 'restore', region: 'america' }]]
const CUT: Deeds = [[LOST_MS, { kind: 'cut', link: 'america-europe' }]]
const ISOLATE: Deeds = [...CUT, [LOST_MS, { kind: 'cut', link: 'america-asia' }]]

const timesOf = ({ entries }: Played, kind: RegionsNote['kind']) =>
  entries.filter(({ note }) => note.kind === kind).map(({ atMs }) => atMs)
const sampleAt = ({ samples }: Played, atMs: number) => {
  const sample = samples.findLast((each) => each.atMs <= atMs)
  if (!sample) throw new Error('no sample')
  return sample
}

describe('a recovery', () => {
  it('is the sum of its phases, each as long as it is by hand', () => {
    const played = run({ decideMs: 45_000, ttlMs: 30_000, stubborn: 0 }, LOSE)
    const found = recovery(played.entries, played.samples, 0.95, END_MS)
    const heardMs = played.worlds.findLast(({ atMs }) => atMs < LOST_MS)?.world.regions.europe
      .heardMs
    const lengths = Object.fromEntries(
      (found?.phases ?? []).map(({ id, fromMs, toMs }) => [id, toMs - fromMs]),
    )
    // Three intervals of 10 s after it was last heard.
    expect(lengths['detect']).toBe((heardMs ?? 0) + 30_000 - LOST_MS)
    expect(lengths['decide']).toBe(45_000)
    // To Asia and back with the vote, 85 ms each way, and 20 s.
    expect(lengths['promote']).toBe(20_170)
    const sum = Object.values(lengths).reduce((total, ms) => total + ms, 0)
    expect(sum).toBe((found?.servedMs ?? 0) - LOST_MS)
  })

  it('ends with the routes where these are the last to be ready', () => {
    const played = run({ steering: 'anycast', convergenceMs: 60_000, promoteMs: 0 }, LOSE)
    const found = recovery(played.entries, played.samples, 0.95, END_MS)
    const [steered = 0] = timesOf(played, 'steered')
    expect(found?.phases.at(-1)?.id).toBe('steer')
    // Of a third of all users 15 % may be left: by hand after 85 % of the convergence.
    expect(((found?.servedMs ?? 0) - steered) / 60_000).toBeCloseTo(0.85, 1)
  })

  // The library's mean for a failure at any phase of the period, with the way of 40 ms on top.
  it('takes as long to be noticed as a failure detector does', { timeout: 60_000 }, () => {
    const seeds = Array.from({ length: 100 }, (_, seed) => seed)
    const detected = seeds.map(
      (seed) => (timesOf(run({}, LOSE, 100_000, seed), 'suspected')[0] ?? 0) - LOST_MS,
    )
    const { best, mean, worst } = failureDetector({ period: 10_000, threshold: 3, timeout: 40 })
    expect(Math.min(...detected)).toBeGreaterThanOrEqual(best)
    expect(Math.max(...detected)).toBeLessThanOrEqual(worst)
    // Standard error of a uniform phase of 10 s over 100 runs: 289 ms; four of them.
    const average = detected.reduce((sum, ms) => sum + ms, 0) / seeds.length
    expect(Math.abs(average - mean)).toBeLessThan(1155)
  })
})

describe('caches', () => {
  it(
    'have forgotten by the closed form: 1 - t / TTL of them still know the old answer',
    { timeout: 60_000 },
    () => {
      const seeds = Array.from({ length: 40 }, (_, seed) => seed)
      const runs = seeds.map((seed) => run({ ttlMs: 200_000, stubborn: 0 }, LOSE, 300_000, seed))
      for (const part of [0.1, 0.25, 0.5, 0.75, 0.9]) {
        const shares = runs.map((played) => {
          const [steered = 0] = timesOf(played, 'steered')
          return 3 * sampleAt(played, steered + part * 200_000).deadEnd
        })
        const mean = shares.reduce((sum, each) => sum + each, 0) / shares.length
        // 2,400 caches: a standard error of at most 1 %, four of them, and half a second of the step.
        expect(Math.abs(mean - (1 - part))).toBeLessThan(0.045)
      }
      for (const played of runs)
        expect(sampleAt(played, (timesOf(played, 'steered')[0] ?? 0) + 201_000).deadEnd).toBe(0)
    },
  )

  // By hand: 0.9 (1 - 1/2) + 0.1 (1 - 1/8), then the stubborn tenth alone, 0.1 (1 - 1/4) and nobody.
  it('some of which keep their answer longer have a tail', () => {
    expect(staleShare(USUAL, 150_000)).toBeCloseTo(0.5375, 12)
    expect(staleShare(USUAL, 300_000)).toBeCloseTo(0.075, 12)
    expect(staleShare(USUAL, 1_200_000)).toBe(0)
    expect(staleShare({ ...USUAL, steering: 'anycast' }, 15_000)).toBe(0.5)
  })

  it('point at the dark region until it is back, and are served again when it is', () => {
    const played = run({ stubborn: 1, stubbornFactor: 50 }, RETURN)
    expect(sampleAt(played, 190_000).deadEnd).toBeGreaterThan(0.3)
    expect(sampleAt(played, 201_000).deadEnd).toBe(0)
    // Its servers hear of the new primary with the next heartbeat.
    expect(servedShare(sampleAt(played, 212_000))).toBeGreaterThan(0.99)
  })
})

describe('survivors', () => {
  const after = (over: Partial<RegionsParameters>) =>
    sampleAt(run({ ttlMs: 1000, stubborn: 0, ...over }, LOSE), 300_000)

  // By hand: 16 busy servers of 20 a region; the survivors get 24 each. 1.5 times 20 are 30.
  it('need half as much again, N / (N - 1), and no more', () => {
    const { utilisation, turnedAway } = after({ headroom: 1.5 })
    expect(utilisation.europe).toBeCloseTo(24 / 30, 12)
    expect(utilisation.asia).toBeCloseTo(24 / 30, 12)
    expect(turnedAway).toBeLessThan(1e-4)
  })

  it('without headroom are overloaded, and the queue turns users away', () => {
    const { utilisation, turnedAway } = after({ headroom: 1 })
    expect(utilisation.asia).toBeCloseTo(24 / 20, 12)
    // What 20 servers cannot do of 24 is a sixth; a queue that is full turns away no less.
    expect(turnedAway).toBeGreaterThan(1 / 6)
    expect(turnedAway).toBeLessThan(0.2)
  })

  it('need twice as much where all go to the nearest', () => {
    expect(after({ toNearest: 1 }).utilisation.europe).toBeCloseTo(32 / 30, 12)
    expect(after({ toNearest: 1, headroom: 2 }).utilisation.europe).toBeCloseTo(32 / 40, 12)
  })

  // 60 servers carry everybody; a quarter of them is 15, and half of the rest 22.5.
  it('that sleep start one by one', () => {
    const warm = { ...USUAL, strategy: 'warm-standby' } as const
    const at = (nowMs: number) => serversNow(warm, 'europe', { scaledMs: 1000 }, nowMs)
    expect([at(0), at(1000), at(121_000), at(241_000)]).toEqual([15, 15, 37, 60])
    expect(serversNow(warm, 'america', { scaledMs: undefined }, 0)).toBe(60)
  })
})

describe('writes', () => {
  it('that waited for their way are lost: lag times rate', () => {
    const { entries } = run({ lagMs: 2000 }, LOSE)
    expect(lossOf(entries, TICK_MS)).toEqual({
      writes: writesLost(2, WRITES_PER_SECOND),
      spanMs: 2000,
    })
  })

  // By hand: two seconds with all that was written in them, long apart; ticks are a second.
  it('that were lost at two times count only the time that they were written in', () => {
    const lost = (fromMs: number) =>
      ({ kind: 'lost', writes: 2 * WRITES_PER_SECOND, fromMs, toMs: fromMs + 1000 }) as const
    const entries = [60_000, 300_000].map((atMs, count) => ({
      count,
      atMs,
      note: lost(atMs - 5000),
    }))
    expect(lossOf(entries, 1000)).toEqual({ writes: 4 * WRITES_PER_SECOND, spanMs: 4000 })
    expect(lossOf([], 1000)).toEqual({ writes: 0, spanMs: 0 })
  })

  it('that wait for a second region are not lost, and take its round trip longer', () => {
    const sync = run({ replication: 'sync' }, LOSE)
    expect(lossOf(sync.entries, TICK_MS).writes).toBe(0)
    const [quick, slow] = [run({}, LOSE), sync].map((played) => sampleAt(played, 30_000))
    for (const home of ['america', 'europe', 'asia'] as const)
      expect((slow?.writeMs[home] ?? 0) - (quick?.writeMs[home] ?? 0)).toBeCloseTo(80, 9)
    // From Asia 25 ms to its region and back, the work, and 220 ms to America and back.
    expect((quick?.writeMs.asia ?? 0) - (quick?.readMs.asia ?? 0)).toBeCloseTo(220, 9)
  })

  it('stop at an isolated primary before another one begins', () => {
    const played = run({}, ISOLATE)
    const [promoted = 0] = timesOf(played, 'promoted')
    const old = played.world.batches.filter(({ region }) => region === 'america')
    expect(old.at(-1)?.atMs).toBeLessThanOrEqual(LOST_MS + 30_000)
    expect(promoted).toBeGreaterThan(LOST_MS + 30_000)
    expect(played.world.breaches.onePrimary).toBeUndefined()
  })
})

describe('a cut link', () => {
  it('makes Europe ask, and Asia say no', () => {
    const played = run({}, CUT)
    expect(timesOf(played, 'refused')).toHaveLength(1)
    expect(timesOf(played, 'promoted')).toEqual([])
    // Europe's users read; all others are served.
    expect(sampleAt(played, 300_000).readOnly).toBeCloseTo(1 / 3, 4)
  })

  it('makes two primaries where nobody asks, and what the older one took is thrown away', () => {
    const played = run({ flaw: 'promotes-unasked' }, [
      ...CUT,
      [200_000, { kind: 'mend', link: 'america-europe' }],
    ])
    expect(played.world.breaches.onePrimary).toBeGreaterThan(LOST_MS)
    expect(lossOf(played.entries, TICK_MS).writes).toBeGreaterThan(1000)
    // After the links are whole again the copies are one.
    const { america, europe } = played.world.logs
    expect(common(america, europe)).toBeGreaterThan(europe.length - 5)
  })
})

describe('the way back', () => {
  const back: Deeds = [...RETURN, [202_000, { kind: 'fail-back' }]]

  it('waits for the data, and loses nothing', () => {
    const played = run({ replication: 'sync' }, back)
    expect(timesOf(played, 'handed-over')[0]).toBeGreaterThan(timesOf(played, 'caught-up')[0] ?? 0)
    expect(played.world.regions.america.role).toBe('primary')
    expect(lossOf(played.entries, TICK_MS).writes).toBe(0)
  })

  it('loses what was not copied where it does not wait', () => {
    const played = run({ replication: 'sync', flaw: 'fails-back-early' }, back)
    expect(lossOf(played.entries, TICK_MS).writes).toBeGreaterThan(1000)
  })

  it('is the same as any planned change', () => {
    const played = run({}, [[50_000, { kind: 'promote', region: 'asia' }]])
    expect(played.world.regions.asia.role).toBe('primary')
    expect(lossOf(played.entries, TICK_MS).writes).toBe(0)
  })

  it('is given up where the next one goes dark meanwhile', () => {
    const played = run({ lagMs: 10_000, ttlMs: 1000, stubborn: 0 }, [
      [50_000, { kind: 'promote', region: 'asia' }],
      [51_000, { kind: 'lose', region: 'asia' }],
    ])
    expect(timesOf(played, 'abandoned')).toHaveLength(1)
    expect(served(played)).toBeGreaterThan(0.99)
  })
  const served = (played: Played) => servedShare(sampleAt(played, END_MS))
})

it('accounts for every user in every second', () => {
  for (const deeds of [LOSE, CUT, ISOLATE, RETURN])
    for (const strategy of ['active-active', 'pilot-light'] as const)
      for (const sample of run({ strategy, headroom: 1 }, deeds).samples) {
        const { readOnly, turnedAway, deadEnd } = sample
        expect(servedShare(sample) + readOnly + turnedAway + deadEnd).toBeCloseTo(1, 9)
      }
})

// By hand, over 3 shares and one copy: (4.5 + 1.5 + 0.2) / 3.5, (6 + 1.7) / 3.5, and so on.
it.each([
  ['active-active', 6.2],
  ['hot-standby', 7.7],
  ['warm-standby', 5.45],
  ['pilot-light', 4.7],
] as const)('%s costs its servers, copies and traffic', (strategy, units) => {
  expect(costOf({ strategy, headroom: 1.5 }).relative).toBeCloseTo(units / 3.5, 12)
})

describe('logs', () => {
  const batches = [3, 3, 4].map((term) => ({ term }) as Batch)

  it('are compared by the term of their last entry, then by length', () => {
    expect(asFull([0, 2], [0, 1, 1, 1], batches)).toBe(true)
    expect(asFull([0], [0, 1], batches)).toBe(false)
    expect(asFull([], [], batches)).toBe(true)
  })

  it('lose only what contradicts what comes', () => {
    expect(merged([1, 2, 3], 1, [2])).toEqual([1, 2, 3])
    expect(merged([1, 2, 3], 1, [5])).toEqual([1, 5])
    expect(merged([1], 1, [2, 3])).toEqual([1, 2, 3])
    expect(common([1, 2, 3], [1, 2, 4])).toBe(2)
  })
})

it('takes for nearest what the table says', () => {
  expect(othersOf('asia')).toEqual(['europe', 'america'])
})

it.each([
  ['a time to live of nothing', { ttlMs: 0 }],
  ['a share above one', { stubborn: 1.1 }],
  ['a cache that keeps less than it may', { stubbornFactor: 0.5 }],
  ['one missed probe', { threshold: 1 }],
  ['no capacity', { headroom: 0 }],
  ['a lag that is none', { lagMs: NaN }],
])('refuses %s', (_, part) => {
  expect(() => run(part, [])).toThrow(RangeError)
})
