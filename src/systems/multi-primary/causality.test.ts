// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { drawFrom } from '../../simulation/draw.ts'
import { machine } from '../../simulation/machine.ts'
import { merge } from './conflict.ts'
import { goodsIn } from './basket.ts'
import { multiPrimary } from './rules.ts'
import { SCHEDULE_MS, type Schedule, explore } from './schedule.ts'
import { type Order, compare } from './version-vector.ts'
import type { ConflictRule, MultiPrimaryWorld, Version, Write } from './world.ts'

const SEEDS = Array.from({ length: 80 }, (_, seed) => seed)

/** Every world that a schedule passes through. */
function worldsOf({ parameters, seed, deeds }: Schedule): readonly MultiPrimaryWorld[] {
  const run = machine(multiPrimary, { parameters }, seed)
  const worlds = [run.world()]
  const pass = (untilMs: number) => {
    while (run.nextAtMs() <= untilMs) {
      run.advance()
      worlds.push(run.world())
    }
  }
  for (const { atMs, action } of deeds) {
    pass(atMs)
    run.act(action, atMs)
    worlds.push(run.world())
  }
  pass(SCHEDULE_MS)
  return worlds
}

/**
 * What happened before what, after Lamport, from the outside: each site's steps in their order, and
 * every message from its sending to its arrival. No stamp and no vector is looked at.
 */
function happenedBefore(worlds: readonly MultiPrimaryWorld[]) {
  const after = new Map<string, string[]>()
  const latest = new Map<string, string>()
  const step = (site: string, name: string) => {
    const previous = latest.get(site)
    if (previous !== undefined) after.get(previous)?.push(name)
    after.set(name, after.get(name) ?? [])
    latest.set(site, name)
  }
  worlds.forEach((world, index) => {
    const before = worlds[index - 1]
    if (!before) return
    for (const ended of world.ended.slice(before.ended.length))
      if (ended.fate === 'arrived') {
        step(ended.to, `arrival ${ended.number}`)
        after.get(`sending ${ended.number}`)?.push(`arrival ${ended.number}`)
      }
    for (const { site, number } of world.writes.slice(before.writes.length))
      step(site, `write ${number}`)
    for (const { from, number } of world.flights.filter((flight) => flight.number > before.sent))
      step(from, `sending ${number}`)
  })
  /** Every step that a write happened before. */
  return (write: number): ReadonlySet<string> => {
    const seen = new Set<string>()
    const open = [...(after.get(`write ${write}`) ?? [])]
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (seen.has(name)) continue
      seen.add(name)
      open.push(...(after.get(name) ?? []))
    }
    return seen
  }
}

describe('what happened before what', () => {
  it(
    'is what vectors say, neither more nor less; Lamport’s clocks say no less',
    { timeout: 60_000 },
    () => {
      let [pairs, concurrent] = [0, 0]
      for (const seed of SEEDS) {
        const rule = (['siblings', 'union', 'or-set', 'clock'] as const)[seed % 4] ?? 'siblings'
        const worlds = worldsOf(explore(seed, rule, multiPrimary).schedule)
        const after = happenedBefore(worlds)
        const writes = (worlds.at(-1)?.writes ?? []).slice(1)
        const reached = new Map(writes.map(({ number }) => [number, after(number)]))
        const before = (one: Write, other: Write): boolean =>
          reached.get(one.number)?.has(`write ${other.number}`) ?? false
        const wrong = writes.flatMap((one) =>
          writes.filter((other) => {
            if (one === other) return false
            const earlier = before(one, other)
            const order: Order = earlier ? 'before' : before(other, one) ? 'after' : 'concurrent'
            pairs += 1
            if (order === 'concurrent') concurrent += 1
            return (
              compare(one.vector, other.vector) !== order ||
              other.past.includes(one.number) !== earlier ||
              (earlier && one.lamport >= other.lamport)
            )
          }),
        )
        expect(wrong, `seed ${seed}`).toEqual([])
      }
      expect(pairs).toBeGreaterThan(10_000)
      expect(concurrent / pairs).toBeGreaterThan(0.1)
    },
  )
})

/** What versions say, apart from the order in which they are kept. */
const saying = (versions: readonly Version[]) =>
  versions
    .map(({ basket, history }) => `${goodsIn(basket).join()} ${history.join()}`)
    .toSorted()
    .join(' or ')

describe.each<ConflictRule>(['clock', 'lamport', 'siblings', 'union', 'or-set'])(
  'what %s makes of states',
  (rule) => {
    it('is the same in any order and as often as they come', { timeout: 60_000 }, () => {
      let different = 0
      for (const seed of SEEDS.slice(0, 60)) {
        const states = worldsOf(explore(seed, rule, multiPrimary).schedule).flatMap(({ sites }) =>
          Object.values(sites).map(({ versions }) => versions),
        )
        const { draw } = drawFrom(seed)
        const any = (): readonly Version[] =>
          states[draw.whole('state', 0, states.length - 1)] ?? []
        for (let trial = 0; trial < 40; trial += 1) {
          const [a, b, c] = [any(), any(), any()]
          const both = merge(rule, a, b)
          const laws = [
            [merge(rule, b, a), both],
            [merge(rule, a, a), a],
            [merge(rule, both, b), both],
            [merge(rule, both, c), merge(rule, a, merge(rule, b, c))],
          ] as const
          if (laws.some(([one, other]) => saying(one) !== saying(other)))
            expect(laws, `seed ${seed}`).toEqual([])
          if (saying(a) !== saying(b)) different += 1
        }
      }
      expect(different).toBeGreaterThan(1000)
    })
  },
)

it('what whoever comes last makes of them is not', () => {
  const [seed = 0] = SEEDS
  const states = worldsOf(explore(seed, 'arrival', multiPrimary).schedule).flatMap(({ sites }) =>
    Object.values(sites).map(({ versions }) => versions),
  )
  const [first = [], last = []] = [states.at(0), states.at(-1)]
  expect(saying(merge('arrival', first, last))).not.toBe(saying(merge('arrival', last, first)))
})
