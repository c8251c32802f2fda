// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { history } from '../../simulation/history.ts'
import { failover } from './failover.ts'
import { ETCD, PAPER, type RaftParameters, type Written } from './parameters.ts'
import { raft } from './rules.ts'
import { runSchedule } from './schedule.ts'
import type { RaftAction, RaftWorld } from './world.ts'

/** Nobody stands for election unless told to, and messages take a millisecond. */
const STILL: RaftParameters = {
  ...PAPER,
  heartbeatMs: 20,
  electionLowMs: 100_000,
  electionHighMs: 200_000,
  noOp: false,
  link: { latency: { kind: 'fixed', ms: 1 }, loss: 0, duplication: 0 },
  clients: 0,
}

const play = (
  parameters: RaftParameters,
  deeds: readonly (readonly [number, RaftAction])[],
  untilMs: number,
): RaftWorld =>
  runSchedule(
    { parameters, seed: 1, deeds: deeds.map(([atMs, action]) => ({ atMs, action })) },
    raft,
    untilMs,
  ).world()

const termsOf = ({ servers }: RaftWorld) =>
  Object.fromEntries(
    Object.entries(servers).map(([id, { log }]) => [id, log.map(({ term }) => term).join('')]),
  )
const leadersOf = ({ servers }: RaftWorld) =>
  Object.entries(servers).flatMap(([id, { role }]) => (role === 'leader' ? [id] : []))

// Figure 7 of the paper: a leader that begins term 8, and six followers that may stand as they do.
describe('figure 7 of the paper', () => {
  const log = (terms: string): Written => ({ term: 7, log: [...terms].map(Number) })
  const written = {
    S1: log('1114455666'),
    S2: log('111445566'),
    S3: log('1114'),
    S4: log('11144556666'),
    S5: log('111445566677'),
    S6: log('1114444'),
    S7: log('11122233333'),
  }
  const parameters = { ...STILL, servers: 7, written }

  it('elects the leader by those whose logs are no further than its own', () => {
    const run = history(raft, {
      parameters,
      seed: 1,
      deeds: [{ atMs: 10, action: { kind: 'elect', server: 'S1' } }],
    })
    const votes = run
      .entries(run.countAt(15))
      .flatMap(({ note }) => (note.kind === 'voted' ? [note.server] : []))
    expect(votes).toEqual(['S2', 'S3', 'S6', 'S7'])
    expect(leadersOf(run.at(15).world)).toEqual(['S1'])
  })

  it('agrees with every follower as far as its own log goes, and commits nothing of old terms', () => {
    const world = play(parameters, [[10, { kind: 'elect', server: 'S1' }]], 400)
    for (const terms of Object.values(termsOf(world))) expect(terms).toMatch(/^1114455666/)
    expect(world.servers['S1']?.commit).toBe(0)
  })

  it('ends with every log like the leader’s, whatever was in it, with its first own entry', () => {
    const world = play({ ...parameters, noOp: true }, [[10, { kind: 'elect', server: 'S1' }]], 400)
    expect(new Set(Object.values(termsOf(world)))).toEqual(new Set(['11144556668']))
    expect(world.servers['S1']?.commit).toBe(11)
  })

  // By hand, from last terms and lengths: S2 has the votes of S3, S6 and S7, which is four with its
  // own; S3 that of S7; S6 those of S3 and S7; S7 none.
  it.each([
    ['S2', true],
    ['S3', false],
    ['S4', true],
    ['S5', true],
    ['S6', false],
    ['S7', false],
  ])('whether %s could be elected: %s', (server, could) => {
    const world = play(parameters, [[10, { kind: 'elect', server }]], 400)
    expect(leadersOf(world)).toEqual(could ? [server] : [])
  })
})

// Figure 8: an entry of term 2 on a majority may still be overwritten by one of term 3.
describe('figure 8 of the paper', () => {
  const parameters: RaftParameters = {
    ...STILL,
    written: {
      S1: { term: 3, log: [1, 2] },
      S2: { term: 2, log: [1, 2] },
      S3: { term: 3, log: [1], votedFor: 'S5' },
      S4: { term: 3, log: [1], votedFor: 'S5' },
      S5: { term: 4, log: [1, 3] },
    },
  }
  const upToC: readonly (readonly [number, RaftAction])[] = [
    [1, { kind: 'crash', server: 'S5' }],
    [5, { kind: 'elect', server: 'S1' }],
    [8, { kind: 'cut', from: 'S1', to: 'S4' }],
  ]
  const upToD: typeof upToC = [
    ...upToC,
    [100, { kind: 'crash', server: 'S1' }],
    [110, { kind: 'restart', server: 'S5' }],
    [120, { kind: 'elect', server: 'S5' }],
  ]

  it('(c): a majority holds the entry of term 2, and it is not committed', () => {
    const world = play(parameters, upToC, 100)
    expect(leadersOf(world)).toEqual(['S1'])
    expect(termsOf(world)).toMatchObject({ S1: '12', S2: '12', S3: '12', S4: '1' })
    expect(world.servers['S1']?.commit).toBe(0)
  })

  it('(d): S5 may overwrite it', () => {
    const world = play(parameters, upToD, 300)
    expect(leadersOf(world)).toEqual(['S5'])
    expect(termsOf(world)).toMatchObject({ S2: '13', S3: '13', S4: '13', S5: '13' })
    expect(world.ledger.breaches).toEqual({})
  })

  it('(d) is a loss where entries of earlier terms are counted', () => {
    const flawed: RaftParameters = { ...parameters, flaw: 'counts-old-terms' }
    expect(play(flawed, upToC, 100).servers['S1']?.commit).toBe(2)
    expect(Object.keys(play(flawed, upToD, 300).ledger.breaches)).toContain('leaderCompleteness')
  })

  it('(e): with an entry of term 4 on a majority S5 cannot win', () => {
    const world = play({ ...parameters, clients: 1, writeEveryMs: 20, untilMs: 60 }, upToD, 300)
    expect(world.ledger.committed.length).toBeGreaterThan(2)
    expect(leadersOf(world)).toEqual([])
    expect(termsOf(world)['S2']).toMatch(/^124/)
  })
})

describe('a cluster', () => {
  it('of one leads itself and commits at once', () => {
    const world = play({ ...PAPER, servers: 1, untilMs: 2000 }, [], 2000)
    expect(leadersOf(world)).toEqual(['S1'])
    expect(world.ledger.acknowledged.length).toBeGreaterThan(10)
  })

  it.each([2, 3, 4, 5, 6, 7])('of %i elects one leader that everybody follows', (servers) => {
    const world = play({ ...PAPER, servers }, [], 3000)
    const [leader] = leadersOf(world)
    expect(leadersOf(world)).toHaveLength(1)
    for (const server of Object.values(world.servers)) expect(server.leader).toBe(leader)
    expect(world.ledger.acknowledged.length).toBeGreaterThan(10)
  })

  // By hand: majority(4) is 3, so half of four is no quorum; of five, three are one.
  it.each([
    [4, ['S1', 'S2'], 0],
    [5, ['S1', 'S2', 'S3'], 1],
    [6, ['S1', 'S2', 'S3'], 0],
    [6, ['S1', 'S2', 'S3', 'S4'], 1],
  ])('of %i, split off as %j, has %i side that can write', (servers, side, able) => {
    const ids = Array.from({ length: servers }, (_, index) => `S${index + 1}`)
    const rest = ids.filter((id) => !side.includes(id))
    const world = play(
      { ...PAPER, servers, untilMs: 6000 },
      [[2000, { kind: 'partition', sides: [side, rest] }]],
      6000,
    )
    const before = play({ ...PAPER, servers, untilMs: 2000 }, [], 2000).ledger.committed.length
    const more = world.ledger.committed.length - before
    if (able === 1) expect(more).toBeGreaterThan(10)
    else expect(more).toBeLessThan(3)
  })

  it('keeps term, vote and log through a crash, and nothing else', () => {
    const before = play(PAPER, [], 2000).servers['S2']
    const after = play(
      PAPER,
      [
        [2000, { kind: 'crash', server: 'S2' }],
        [2000, { kind: 'restart', server: 'S2' }],
      ],
      2000,
    ).servers['S2']
    expect(after).toMatchObject({
      term: before?.term,
      votedFor: before?.votedFor,
      log: before?.log,
      commit: 0,
      role: 'follower',
      leader: undefined,
    })
  })

  it('has two leaders for a while after a partition, and only one of them can commit', () => {
    const first = leadersOf(play(PAPER, [], 2000))[0] ?? ''
    const rest = ['S1', 'S2', 'S3', 'S4', 'S5'].filter((id) => id !== first)
    const world = play(PAPER, [[2000, { kind: 'partition', sides: [[first], rest] }]], 2900)
    expect(leadersOf(world)).toHaveLength(2)
    expect(leadersOf(world)).toContain(first)
    const stale = world.servers[first]
    const other = leadersOf(world).find((id) => id !== first) ?? ''
    expect(world.servers[other]?.commit).toBeGreaterThan(stale?.commit ?? Infinity)
  })

  it('whose quorum is checked has its old leader step down by itself', () => {
    const parameters = { ...PAPER, checkQuorum: true }
    const first = leadersOf(play(parameters, [], 2000))[0] ?? ''
    const rest = ['S1', 'S2', 'S3', 'S4', 'S5'].filter((id) => id !== first)
    const world = play(parameters, [[2000, { kind: 'partition', sides: [[first], rest] }]], 2900)
    expect(leadersOf(world)).toHaveLength(1)
    expect(leadersOf(world)).not.toContain(first)
  })

  it('that asks before it votes is not disturbed by a server that comes back', () => {
    const deeds = (id: string): readonly (readonly [number, RaftAction])[] => [
      [
        2000,
        {
          kind: 'partition',
          sides: [[id], ['S1', 'S2', 'S3', 'S4', 'S5'].filter((one) => one !== id)],
        },
      ],
      [4000, { kind: 'heal' }],
    ]
    for (const preVote of [false, true]) {
      const parameters = { ...PAPER, preVote, untilMs: 6000 }
      const [leader = ''] = leadersOf(play(parameters, [], 2000))
      const away = leader === 'S1' ? 'S2' : 'S1'
      const term = play(parameters, [], 2000).servers[leader]?.term
      const world = play(parameters, deeds(away), 6000)
      const after = world.servers[leadersOf(world)[0] ?? '']?.term
      if (preVote) expect(after).toBe(term)
      else expect(after).toBeGreaterThan(term ?? Infinity)
    }
  })
})

describe('clients', () => {
  it('repeat a write under its number, and it stands in the log once', () => {
    const parameters: RaftParameters = {
      ...PAPER,
      clients: 3,
      patienceMs: 30,
      link: { latency: { kind: 'uniform', fromMs: 5, toMs: 40 }, loss: 0.1, duplication: 0.2 },
      untilMs: 4000,
    }
    const { servers, ledger } = play(parameters, [], 5000)
    expect(ledger.acknowledged.length).toBeGreaterThan(20)
    for (const { log } of Object.values(servers)) {
      const writes = log.flatMap(({ write }) => (write ? [`${write.client} ${write.number}`] : []))
      expect(new Set(writes).size).toBe(writes.length)
    }
  })
})

describe('messages on their way', () => {
  const parameters: RaftParameters = {
    ...STILL,
    servers: 3,
    link: { latency: { kind: 'fixed', ms: 50 }, loss: 0, duplication: 0 },
  }
  const elect = [10, { kind: 'elect', server: 'S1' }] as const

  it('can be seen, delayed and dropped', () => {
    const sent = play(parameters, [elect], 20)
    expect(Object.values(sent.flights).map(({ to, arrivesMs }) => [to, arrivesMs])).toEqual([
      ['S2', 60],
      ['S3', 60],
    ])
    // Both asks are dropped: no election is won. One is enough for a majority of three.
    const drop = (flight: number) => [20, { kind: 'drop', flight }] as const
    expect(leadersOf(play(parameters, [elect, drop(1), drop(2)], 300))).toEqual([])
    expect(leadersOf(play(parameters, [elect, drop(1)], 300))).toEqual(['S1'])
    const delays = [1, 2].map((flight) => [20, { kind: 'delay', flight, byMs: 200 }] as const)
    expect(leadersOf(play(parameters, [elect, ...delays], 300))).toEqual([])
    expect(leadersOf(play(parameters, [elect, ...delays], 320))).toEqual(['S1'])
  })

  it('wait for a server that stands still, and find it where it was', () => {
    const world = (untilMs: number) =>
      play(
        parameters,
        [
          elect,
          [20, { kind: 'pause', server: 'S2' }],
          [20, { kind: 'crash', server: 'S3' }],
          [500, { kind: 'resume', server: 'S2' }],
        ],
        untilMs,
      )
    expect(leadersOf(world(499))).toEqual([])
    expect(leadersOf(world(560))).toEqual(['S1'])
  })
})

describe('what is refused', () => {
  it.each([
    ['no server', { servers: 0 }],
    ['eight servers', { servers: 8 }],
    ['no ticks', { tickMs: 0 }],
    ['a timeout under a tick', { electionLowMs: 0.5 }],
    ['timeouts in the wrong order', { electionHighMs: 100 }],
    ['empty messages', { batch: 0 }],
  ])('%s', (_, part) => {
    expect(() => play({ ...PAPER, ...part }, [], 1)).toThrow(RangeError)
  })

  it('a failover of two servers, of which one is no majority', () => {
    expect(() => failover({ ...ETCD, servers: 2 }, 1)).toThrow(RangeError)
  })
})

describe('two leaders of one term, where votes are not written down', () => {
  it('take each other’s entries, and one of them overwrites its own log', () => {
    const written = {
      S1: { term: 1, log: [1] },
      S2: { term: 1, log: [1, 1] },
      S3: { term: 1, log: [] },
    }
    const world = play(
      { ...STILL, noOp: true, servers: 3, written, flaw: 'forgets-votes' },
      [
        [10, { kind: 'partition', sides: [['S1', 'S3'], ['S2']] }],
        [11, { kind: 'elect', server: 'S1' }],
        // S3 has voted, and has not heard of an entry yet.
        [14, { kind: 'partition', sides: [['S1'], ['S2', 'S3']] }],
        [15, { kind: 'crash', server: 'S3' }],
        [16, { kind: 'restart', server: 'S3' }],
        [20, { kind: 'elect', server: 'S2' }],
        [40, { kind: 'heal' }],
      ],
      200,
    )
    expect(world.ledger.breaches.electionSafety).toBeDefined()
    expect(world.ledger.breaches.leaderAppendOnly).toBeDefined()
  })
})
