// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Deed } from '../../simulation/history.ts'
import { machine } from '../../simulation/machine.ts'
import { splitBrain } from './rules.ts'
import type { NodeId, SplitBrainAction, SplitBrainParameters, SplitBrainWorld } from './world.ts'

const USUAL: SplitBrainParameters = {
  arbitration: 'none',
  detectMs: 1000,
  heartbeatMs: 200,
  latencyMs: 10,
  ttlMs: 1000,
  headStartMs: 800,
  fenceMs: 300,
  rebootMs: 1000,
  writeEveryMs: 500,
  patienceMs: 3000,
  keys: 1,
}

type Done = readonly Deed<SplitBrainAction>[]

/** A run to its end, and when each kind of note was made, by which node. */
function play(parameters: Partial<SplitBrainParameters>, deeds: Done, untilMs = 9000) {
  const run = machine(splitBrain, { parameters: { ...USUAL, ...parameters } }, 1)
  const noted = [...run.begun]
  let done = 0
  for (;;) {
    const deed = deeds[done]
    if (Math.min(run.nextAtMs(), deed?.atMs ?? Infinity) > untilMs) break
    if (deed && deed.atMs < run.nextAtMs()) {
      noted.push(...run.act(deed.action, deed.atMs))
      done += 1
    } else noted.push(...run.advance())
  }
  const at = (kind: string, node: NodeId) =>
    noted.find(({ note }) => note.kind === kind && 'node' in note && note.node === node)?.atMs
  return { world: run.world(), at }
}

const cut = (atMs: number, ...links: string[]) =>
  ({ atMs, action: { kind: 'cut', links } }) satisfies Deed<SplitBrainAction>
const mend = (atMs: number, ...links: string[]) =>
  ({ atMs, action: { kind: 'mend', links } }) satisfies Deed<SplitBrainAction>
const crash = (atMs: number, node: NodeId) =>
  ({ atMs, action: { kind: 'crash', node } }) satisfies Deed<SplitBrainAction>
const restart = (atMs: number, node: NodeId) =>
  ({ atMs, action: { kind: 'restart', node } }) satisfies Deed<SplitBrainAction>

const CABLE = ['A>B', 'B>A']
const ISOLATED = [...CABLE, 'A>W', 'W>A']
const MANAGEMENT = ['A#B', 'B#A']

const leaders = ({ nodes }: SplitBrainWorld) =>
  (['A', 'B'] as const).filter(
    (id) => nodes[id].role === 'primary' && nodes[id].life.condition === 'up',
  )
const lostOf = ({ fates }: SplitBrainWorld) =>
  fates.filter(
    ({ answeredMs, discardedMs }) => answeredMs !== undefined && discardedMs !== undefined,
  )

describe('two nodes that are well', () => {
  // By hand: the first write is A's at 250; its copy needs 10 ms to B and 10 back. B's client asks at
  // 500: B passes it on (10), A sends it back as a copy and hears (20), and the answer goes to B (10).
  it('answer a write once both have it', () => {
    const { world } = play({}, [], 1000)
    expect(world.fates.slice(0, 2)).toMatchObject([
      { side: 'A', at: 'A', sentMs: 250, answeredMs: 270 },
      { side: 'B', at: 'A', sentMs: 500, answeredMs: 540 },
    ])
    expect(world.nodes.B.log).toEqual(world.nodes.A.log)
  })
})

describe('where silence is enough', () => {
  // By hand: a write of B's client at 2000 reaches A at 2010, its copy B at 2020, and that is confirmed
  // at 2030. Of A's beats, each 200 ms, the first at which that is 1000 ms ago is 3200. B beats at 100,
  // 300 and so on, and last hears A at 2020: 3100.
  it('both lead once each has missed the other, and one history is thrown away', () => {
    const { world, at } = play({ writeEveryMs: 1000 }, [cut(2050, ...CABLE), mend(6000, ...CABLE)])
    expect(at('goes-alone', 'A')).toBe(3200)
    expect(at('promoted', 'B')).toBe(3100)
    expect(world.breaches.onePrimary).toBe(3100)
    // A's clients wrote at 2500, 3500, 4500 and 5500, and heard; B is the newer primary.
    expect(lostOf(world).map(({ sentMs }) => sentMs)).toEqual([2500, 3500, 4500, 5500])
    expect(world.discards).toHaveLength(1)
    expect(leaders(world)).toEqual(['B'])
  })

  it('is right where the other one is dead indeed', () => {
    const { world } = play({}, [crash(2050, 'A'), restart(6000, 'A')])
    expect(world.breaches).toEqual({})
    expect(leaders(world)).toEqual(['B'])
  })
})

describe('a majority of two', () => {
  // By hand: B's last vote came with the copy that A sent at 2010, from where it counts 1000 ms.
  it('is two: the primary stops when its vote has run out, and nobody follows', () => {
    const { world, at } = play({ arbitration: 'both' }, [cut(2050, ...CABLE)])
    expect(at('stops', 'A')).toBe(3010)
    expect(at('promoted', 'B')).toBeUndefined()
    expect(leaders(world)).toEqual([])
    expect(world.breaches).toEqual({})
  })
})

describe('a witness', () => {
  it('lets the primary go on alone where only the cable is cut, and remembers who lags', () => {
    const { world, at } = play({ arbitration: 'witness' }, [cut(2050, ...CABLE)])
    // Two messages of 10 ms for leave, after the 3200 from above.
    expect(at('goes-alone', 'A')).toBe(3220)
    expect(leaders(world)).toEqual(['A'])
    expect(world.witness.fresh).toEqual(['A'])
  })

  // By hand: A's last vote, B's, counts from 2010 and ends at 3010. The witness heard A's beat of 2000
  // at 2010, and B the copy at 2020: they are free at 3010 and 3020. B stands at its beat of 3100, and
  // has the vote of the witness 20 ms later.
  it('makes an isolated primary stop before the other one starts', () => {
    const { world, at } = play({ arbitration: 'witness' }, [cut(2050, ...ISOLATED)])
    expect(at('stops', 'A')).toBe(3010)
    expect(at('promoted', 'B')).toBe(3120)
    expect(world.breaches).toEqual({})
  })

  const twice = [cut(2050, ...CABLE), crash(5000, 'A'), mend(7000, ...CABLE), restart(7000, 'A')]

  it('refuses a standby that lacks answered writes', () => {
    const { world, at } = play({ arbitration: 'witness' }, twice)
    expect(at('promoted', 'B')).toBeUndefined()
    expect(world.breaches).toEqual({})
    expect(leaders(world)).toEqual(['A'])
  })

  it('that forgets who lags loses what the primary answered for alone', () => {
    const { world, at } = play({ arbitration: 'witness', flaw: 'votes-for-stale' }, twice)
    expect(at('promoted', 'B')).toBeLessThan(7000)
    expect(world.breaches.onePrimary).toBeUndefined()
    expect(lostOf(world).length).toBeGreaterThan(0)
  })
})

describe('switching the other one off', () => {
  it('comes before answering alone, on either side', () => {
    const { world, at } = play({ arbitration: 'fence' }, [cut(2050, ...CABLE)], 4000)
    // The order at 3200 is certain 300 ms later; B would have waited until 3900.
    expect(at('powered-off', 'B')).toBe(3500)
    expect(at('goes-alone', 'A')).toBe(3500)
    expect(at('orders-off', 'B')).toBeUndefined()
    expect(leaders(world)).toEqual(['A'])
  })

  it('takes over from a primary that is dead', () => {
    const { world, at } = play({ arbitration: 'fence' }, [crash(2050, 'A')])
    // B's beat of 3900 is the first that is 1800 ms after 2020, when it last heard A.
    expect(at('promoted', 'B')).toBe(3900 + 300)
    expect(leaders(world)).toEqual(['B'])
  })

  it('without a head start switches both off', () => {
    const { world, at } = play(
      { arbitration: 'fence', headStartMs: 0 },
      [cut(2050, ...CABLE)],
      3600,
    )
    expect(at('powered-off', 'A')).toBe(3100 + 300)
    expect(at('powered-off', 'B')).toBe(3200 + 300)
    expect(leaders(world)).toEqual([])
  })

  it('that fails lets nobody go on; A still leads, and answers nobody', () => {
    const deeds = [cut(2050, ...CABLE, ...MANAGEMENT)]
    const { world, at } = play({ arbitration: 'fence' }, deeds)
    expect(at('fence-failed', 'B')).toBeDefined()
    expect(leaders(world)).toEqual(['A'])
    expect(world.fates.some(({ answeredMs }) => (answeredMs ?? 0) > 2100)).toBe(false)
    const flawed = play({ arbitration: 'fence', flaw: 'promotes-unfenced' }, deeds).world
    expect(leaders(flawed)).toEqual(['A', 'B'])
  })
})

describe('what is refused', () => {
  it.each([
    ['a network without delay', { latencyMs: 0 }],
    ['a heartbeat that never comes', { heartbeatMs: Infinity }],
    ['a vote for no time', { ttlMs: 0 }],
    ['a negative head start', { headStartMs: -1 }],
    ['no keys', { keys: 0 }],
    ['half a key', { keys: 1.5 }],
  ])('%s', (_, part) => {
    expect(() => play(part, [])).toThrow(RangeError)
  })
})
