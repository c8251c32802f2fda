// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { readWriteQuorum } from '../../reliability/quorum.ts'
import { staleAfter } from '../../reliability/stale-after.ts'
import { freshRead } from '../../reliability/staleness.ts'
import { drawFrom } from '../../simulation/draw.ts'
import type { Deed } from '../../simulation/history.ts'
import { machine } from '../../simulation/machine.ts'
import { INVARIANTS, KEPT, overlaps } from './promises.ts'
import { quorumStore } from './rules.ts'
import { serving } from './serving.ts'
import { COORDINATOR, copiesOf, nodeIds } from './turn.ts'
import type { QuorumAction, QuorumParameters, QuorumWorld } from './world.ts'

const fixed = (ms: number) => ({ kind: 'fixed', ms }) as const
const exponential = (meanMs: number) => ({ kind: 'exponential', leastMs: 0, meanMs }) as const

const USUAL: QuorumParameters = {
  nodes: 5,
  n: 3,
  read: 2,
  write: 2,
  delays: { write: fixed(10), ack: fixed(5), read: fixed(10), response: fixed(5) },
  slowness: {},
  patienceMs: 1000,
  repair: 'none',
  sloppy: false,
  handOffMs: 200,
}

const begin = (parameters: Partial<QuorumParameters>, seed = 1) =>
  machine(quorumStore, { parameters: { ...USUAL, ...parameters } }, seed)

function play(
  parameters: Partial<QuorumParameters>,
  deeds: readonly Deed<QuorumAction>[],
  untilMs = 5000,
  seed = 1,
): QuorumWorld {
  const run = begin(parameters, seed)
  let done = 0
  for (;;) {
    const deed = deeds[done]
    const due = Math.min(run.nextAtMs(), deed?.atMs ?? Infinity)
    if (due > untilMs) return run.world()
    if (deed && deed.atMs < run.nextAtMs()) {
      run.act(deed.action, deed.atMs)
      done += 1
    } else run.advance()
  }
}

const at = (atMs: number, action: QuorumAction): Deed<QuorumAction> => ({ atMs, action })
const write: QuorumAction = { kind: 'write' }
const read: QuorumAction = { kind: 'read' }
const versions = ({ nodes }: QuorumWorld) => Object.values(nodes).map(({ version }) => version)
const ends = ({ operations }: QuorumWorld) =>
  operations.map(({ outcome, endMs, result }) => [outcome, endMs, result])

describe('an operation', () => {
  // By hand: 10 ms there and 5 back; three times slower, 45.
  it('ends with the last answer that it waits for', () => {
    expect(ends(play({}, [at(100, write), at(200, read)]))).toEqual([
      ['done', 115, undefined],
      ['done', 215, 1],
    ])
    const slow = { slowness: { N2: 3, N3: 4 } }
    expect(ends(play(slow, [at(100, write)]))).toEqual([['done', 145, undefined]])
    expect(ends(play({ ...slow, write: 3 }, [at(100, write)]))).toEqual([['done', 160, undefined]])
    expect(ends(play({ ...slow, write: 1 }, [at(100, write)]))).toEqual([['done', 115, undefined]])
  })

  it('fails after the client’s patience where too few copies live, and may have happened all the same', () => {
    const world = play({}, [
      at(0, { kind: 'crash', node: 'N1' }),
      at(0, { kind: 'crash', node: 'N2' }),
      at(100, write),
    ])
    expect(ends(world)).toEqual([['failed', 1100, undefined]])
    expect(versions(world)).toEqual([0, 0, 1, 0, 0])
  })
})

describe('availability', () => {
  // Every set of living copies, with its probability: exactly what the library sums up.
  it.each([
    [3, 2, 2],
    [4, 2, 3],
    [5, 1, 5],
    [5, 3, 3],
  ])('of %i copies, read %i, write %i, is that of the library', (n, r, w) => {
    const up = 0.9
    let [reads, writes] = [0, 0]
    for (let alive = 0; alive < 2 ** n; alive += 1) {
      const dead = copiesOf({ nodes: n, n }).filter((_, index) => (alive & (1 << index)) === 0)
      const world = play({ nodes: n, n, read: r, write: w }, [
        ...dead.map((node) => at(0, { kind: 'crash', node } as const)),
        at(10, write),
        at(2000, read),
      ])
      const served = [world.operations[1]?.outcome, world.operations[0]?.outcome]
      const { read: canRead, write: canWrite } = serving(world.parameters, n - dead.length, 0)
      expect(served).toEqual([canRead, canWrite].map((can) => (can ? 'done' : 'failed')))
      const weight = up ** (n - dead.length) * (1 - up) ** dead.length
      if (world.operations[0]?.outcome === 'done') writes += weight
      if (world.operations[1]?.outcome === 'done') reads += weight
    }
    const expected = readWriteQuorum({ n, read: r, write: w, copy: up })
    expect(reads).toBeCloseTo(expected.read.reliability, 12)
    expect(writes).toBeCloseTo(expected.write.reliability, 12)
  })
})

describe('availability of a sloppy quorum', () => {
  // Any machine stands in for a copy, so that a write needs any w of all; a read needs copies.
  it('is that of the rules for every set of living machines, and the library’s of all machines', () => {
    const [nodes, n, up] = [5, 3, 0.8]
    const parameters = { nodes, n, read: 2, write: 2, sloppy: true }
    let writes = 0
    for (let alive = 0; alive < 2 ** nodes; alive += 1) {
      const ids = copiesOf({ nodes, n: nodes })
      const dead = ids.filter((_, index) => (alive & (1 << index)) === 0)
      const deadCopies = dead.filter((id) => copiesOf({ nodes, n }).includes(id)).length
      const world = play({ ...parameters, handOffMs: 9000 }, [
        ...dead.map((node) => at(0, { kind: 'crash', node } as const)),
        at(10, write),
        at(2000, read),
      ])
      const served = serving(parameters, n - deadCopies, nodes - n - (dead.length - deadCopies))
      expect(world.operations.map(({ outcome }) => outcome)).toEqual(
        [served.write, served.read].map((can) => (can ? 'done' : 'failed')),
      )
      if (served.write) writes += up ** (nodes - dead.length) * (1 - up) ** dead.length
    }
    const expected = readWriteQuorum({ n: nodes, read: 2, write: 2, copy: up })
    expect(writes).toBeCloseTo(expected.write.reliability, 12)
  })
})

describe('staleness', () => {
  const RUNS = 4000
  /** How often a read that begins so long after the end of a write sees it. */
  function fresh(parameters: Partial<QuorumParameters>, afterMs: number): number {
    let count = 0
    for (let seed = 0; seed < RUNS; seed += 1) {
      const run = begin(parameters, seed)
      run.act(write, 0)
      while (run.world().operations[0]?.endMs === undefined) run.advance()
      const startMs = (run.world().operations[0]?.endMs ?? 0) + afterMs
      while (run.nextAtMs() <= startMs) run.advance()
      run.act(read, startMs)
      while (run.world().operations[1]?.endMs === undefined) run.advance()
      if (run.world().operations[1]?.result === 1) count += 1
    }
    return count / RUNS
  }
  const delays = {
    write: exponential(1000),
    ack: exponential(200),
    read: exponential(200),
    response: exponential(200),
  }
  const slow = { delays, patienceMs: 1e7 }

  // The library simulates the same without an engine; four standard errors of both are 0.044.
  it.each([
    [3, 1, 1, 0],
    [3, 1, 1, 500],
    [3, 1, 2, 0],
    [5, 2, 2, 200],
  ])('of %i copies, read %i, write %i, %i ms later is that of the library', (n, r, w, ms) => {
    const expected = staleAfter({
      n,
      read: r,
      write: w,
      meanWrite: 1000,
      meanAck: 200,
      meanRead: 200,
      meanResponse: 200,
      time: ms,
      runs: 20_000,
      seed: 7,
    })
    const measured = fresh({ ...slow, nodes: n, n, read: r, write: w }, ms)
    expect(Math.abs(measured - expected.fresh)).toBeLessThan(0.044)
  })

  // The closed form: the write is on exactly w copies, and the first r to answer are any.
  it.each([
    [3, 1, 1],
    [4, 2, 2],
    [5, 1, 3],
  ])('of a write that stays on %i: read %i, write %i is the closed form', (n, r, w) => {
    let count = 0
    for (let seed = 0; seed < RUNS; seed += 1) {
      const reached = copiesOf({ nodes: n, n }).slice(0, w)
      const world = play(
        {
          nodes: n,
          n,
          read: r,
          write: w,
          delays: { ...USUAL.delays, read: exponential(1000) },
          patienceMs: 1e6,
        },
        [
          at(0, { kind: 'reach', nodes: reached }),
          at(1, write),
          at(100, { kind: 'heal' }),
          at(200, read),
        ],
        1e7,
        seed,
      )
      if (world.operations[1]?.result === 1) count += 1
    }
    const expected = freshRead({ n, read: r, write: w }).reliability
    expect(Math.abs(count / RUNS - expected)).toBeLessThan(0.032)
  })
})

describe('overlap', () => {
  // By hand: r + w > n. Of four, two and two do not meet; majority(4) is 3.
  it.each([
    [3, 2, 2, true],
    [4, 2, 2, false],
    [4, 2, 3, true],
    [5, 3, 3, true],
    [5, 1, 4, false],
  ])('of %i with %i and %i: %s', (n, r, w, meets) => {
    expect(overlaps({ n, read: r, write: w, sloppy: false })).toBe(meets)
  })
})

describe('a copy that was away', () => {
  const away = [
    at(0, { kind: 'crash', node: 'N3' } as const),
    at(100, write),
    at(300, { kind: 'restart', node: 'N3' } as const),
  ]

  it('is old until a read finds it so', () => {
    expect(versions(play({}, away)).slice(0, 3)).toEqual([1, 1, 0])
    expect(versions(play({ repair: 'none' }, [...away, at(400, read)])).slice(0, 3)).toEqual([
      1, 1, 0,
    ])
    expect(versions(play({ repair: 'after' }, [...away, at(400, read)])).slice(0, 3)).toEqual([
      1, 1, 1,
    ])
    expect(versions(play({ repair: 'before' }, [...away, at(400, read)])).slice(0, 3)).toEqual([
      1, 1, 1,
    ])
  })

  // By hand: N1 has it and N2 and N3 have not, when a read that waits for one asks. N1 answers first,
  // at 1615. With a repair before the answer the others store it at 1625, and that is known at 1630.
  it('makes a read that repairs first wait for it', () => {
    const deeds = [
      at(0, { kind: 'crash', node: 'N2' } as const),
      at(0, { kind: 'crash', node: 'N3' } as const),
      at(100, write),
      at(1500, { kind: 'restart', node: 'N2' } as const),
      at(1500, { kind: 'restart', node: 'N3' } as const),
      at(1600, read),
    ]
    const parameters = { write: 3, read: 1 }
    const last = (repair: QuorumParameters['repair']) =>
      ends(play({ ...parameters, repair }, deeds)).at(-1)
    expect(last('after')).toEqual(['done', 1615, 1])
    expect(last('before')).toEqual(['done', 1630, 1])
  })

  it('does not make it wait for a copy of nothing', () => {
    expect(ends(play({ repair: 'before' }, [at(100, read)]))).toEqual([['done', 115, 0]])
  })
})

describe('a message', () => {
  const flightsAt = (atMs: number, deeds: readonly Deed<QuorumAction>[] = []) =>
    play({}, [at(100, write), ...deeds], atMs).flights

  it('is on its way from the coordinator to a copy, and back', () => {
    expect(
      flightsAt(105).map(({ number, from, to, arrivesMs }) => [number, from, to, arrivesMs]),
    ).toEqual([
      [1, COORDINATOR, 'N1', 110],
      [2, COORDINATOR, 'N2', 110],
      [3, COORDINATOR, 'N3', 110],
    ])
    expect(flightsAt(112).map(({ from, message }) => [from, message.kind])).toEqual([
      ['N1', 'stored'],
      ['N2', 'stored'],
      ['N3', 'stored'],
    ])
    expect(flightsAt(115)).toEqual([])
  })

  it('that is dropped never comes, and one that is delayed comes later', () => {
    const dropped = play({}, [at(100, write), at(104, { kind: 'drop', flight: 3 })])
    expect(versions(dropped).slice(0, 3)).toEqual([1, 1, 0])
    const late: QuorumAction = { kind: 'delay', flight: 3, byMs: 50 }
    expect(versions(play({}, [at(100, write), at(104, late)], 159)).slice(0, 3)).toEqual([1, 1, 0])
    expect(versions(play({}, [at(100, write), at(104, late)], 160)).slice(0, 3)).toEqual([1, 1, 1])
    // Both acknowledgements are needed, so the write ends with the late one: 160 and 5 ms back.
    const all = play({ write: 3 }, [at(100, write), at(104, late)])
    expect(ends(all)).toEqual([['done', 165, undefined]])
  })

  it('that does not exist is left alone', () => {
    const deeds = [at(100, write), at(101, { kind: 'drop', flight: 99 } as const)]
    expect(ends(play({}, deeds))).toEqual([['done', 115, undefined]])
  })

  it('does not pass a link that is cut, and passes it when it is whole again', () => {
    const cut: QuorumAction = { kind: 'cut', node: 'N3' }
    expect(versions(play({}, [at(50, cut), at(100, write)])).slice(0, 3)).toEqual([1, 1, 0])
    const joined = play({}, [at(50, cut), at(60, { kind: 'join', node: 'N3' }), at(100, write)])
    expect(versions(joined).slice(0, 3)).toEqual([1, 1, 1])
  })

  it('of a machine that was slowed takes so many times as long', () => {
    const slow = [at(50, { kind: 'slow', node: 'N3', times: 4 } as const), at(100, write)]
    expect(ends(play({ write: 3 }, slow))).toEqual([['done', 160, undefined]])
  })
})

describe('the quorum of an operation', () => {
  it('is the machines whose answers it waited for, stand-ins among them', () => {
    const quorums = (world: QuorumWorld) => world.operations.map(({ quorum }) => quorum)
    expect(quorums(play({ slowness: { N1: 2 } }, [at(100, write), at(300, read)]))).toEqual([
      ['N2', 'N3'],
      ['N2', 'N3'],
    ])
    const sloppy = play({ sloppy: true }, [
      at(0, { kind: 'reach', nodes: ['N3', 'N4'] }),
      at(100, write),
    ])
    // N4 stands in for N1, the first that is out of reach.
    expect(quorums(sloppy)).toEqual([['N4', 'N3']])
  })
})

describe('a sloppy quorum', () => {
  const cut = [
    at(0, { kind: 'reach', nodes: ['N3', 'N4', 'N5'] } as const),
    at(100, write),
    at(600, { kind: 'heal' } as const),
  ]

  it('takes a write that a strict one refuses, on machines that keep it for others', () => {
    expect(ends(play({}, cut, 550))[0]?.[0]).toBe('open')
    const world = play({ sloppy: true }, cut, 550)
    expect(ends(world)).toEqual([['done', 115, undefined]])
    expect(world.nodes['N4']?.hints).toEqual({ N1: 1 })
    expect(world.nodes['N5']?.hints).toEqual({ N2: 1 })
  })

  it('hands it on, and keeps nothing then; a read before that may miss it', () => {
    const world = play({ sloppy: true }, cut)
    expect(versions(world).slice(0, 3)).toEqual([1, 1, 1])
    expect(world.nodes['N4']?.hints).toEqual({})
    // N3 has it, and answers last; N1 and N2 are asked and are old.
    const early = play(
      { sloppy: true, handOffMs: 5000, slowness: { N3: 3 } },
      [...cut, at(700, read)],
      900,
    )
    expect(early.operations.at(-1)).toMatchObject({ outcome: 'done', result: 0, due: 1 })
  })
})

// Random schedules: what is promised holds, and the read that answers before it repairs is caught.
describe('on random schedules', () => {
  const schedule = (seed: number) => {
    const { draw } = drawFrom(seed)
    const n = draw.whole('n', 1, 5)
    const w = draw.whole('w', 1, n)
    const parameters: QuorumParameters = {
      ...USUAL,
      nodes: 6,
      n,
      read: Math.min(n, n - w + 1 + draw.whole('more', 0, 1)),
      write: w,
      delays: {
        write: exponential(60),
        ack: exponential(30),
        read: exponential(20),
        response: exponential(30),
      },
      patienceMs: 400,
      repair: 'before',
    }
    const deeds: Deed<QuorumAction>[] = []
    const ids = nodeIds(parameters)
    for (let atMs = 1; atMs < 2500; atMs += draw.whole('gap', 1, 60)) {
      const node = ids[draw.whole('node', 0, ids.length - 1)] ?? 'N1'
      const kind = draw.whole('kind', 0, 12)
      const flight = 1 + draw.whole('flight', 0, 20 * deeds.length)
      if (kind < 3) deeds.push(at(atMs, write))
      else if (kind < 7) deeds.push(at(atMs, read))
      else if (kind < 8) deeds.push(at(atMs, { kind: 'crash', node }))
      else if (kind < 9) deeds.push(at(atMs, { kind: 'restart', node }))
      else if (kind < 10)
        deeds.push(at(atMs, { kind: draw.happens('cut', 0.5) ? 'cut' : 'join', node }))
      else if (kind < 11)
        deeds.push(
          at(
            atMs,
            draw.happens('drop', 0.5)
              ? { kind: 'drop', flight }
              : { kind: 'delay', flight, byMs: draw.whole('by', 1, 300) },
          ),
        )
      else if (kind < 12)
        deeds.push(at(atMs, { kind: 'slow', node, times: draw.whole('slow', 1, 5) }))
      else
        deeds.push(
          at(
            atMs,
            draw.happens('heal', 0.6)
              ? { kind: 'heal' }
              : { kind: 'reach', nodes: ids.filter(() => draw.happens('side', 0.6)) },
          ),
        )
    }
    return { parameters, deeds }
  }

  it('no read is older than a write or a read that ended before it', () => {
    let reads = 0
    for (let seed = 0; seed < 2000; seed += 1) {
      const { parameters, deeds } = schedule(seed)
      const world = play(parameters, deeds, 4000, seed)
      expect(INVARIANTS.freshReads(world), `fresh, seed ${seed}`).toBe(true)
      expect(INVARIANTS.forwardReads(world), `forward, seed ${seed}`).toBe(true)
      reads += world.operations.filter(({ result }) => result !== undefined).length
    }
    expect(reads / 2000).toBeGreaterThan(5)
  })

  it.each(['after', 'none'] as const)(
    'a read that repairs %s goes backwards within 500 seeds, though quorums overlap',
    (repair) => {
      const found = Array.from({ length: 500 }, (_, seed) => seed).find((seed) => {
        const { parameters, deeds } = schedule(seed)
        const world = play({ ...parameters, repair }, deeds, 4000, seed)
        expect(INVARIANTS.freshReads(world), `fresh, seed ${seed}`).toBe(true)
        return !KEPT.forwardReads(world)
      })
      expect(found).toBeDefined()
    },
  )

  it('a sloppy quorum loses sight of an answered write within 500 seeds, though r + w > n', () => {
    const found = Array.from({ length: 500 }, (_, seed) => seed).find((seed) => {
      const { parameters, deeds } = schedule(seed)
      return !KEPT.freshReads(play({ ...parameters, sloppy: true }, deeds, 4000, seed))
    })
    expect(found).toBeDefined()
  })

  it('a read of all copies never goes backwards, whatever a write waits for', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const { parameters, deeds } = schedule(seed)
      const all = { read: parameters.n, write: 1, repair: 'none', sloppy: seed % 2 === 0 } as const
      const world = play({ ...parameters, ...all }, deeds, 4000, seed)
      expect(INVARIANTS.forwardReads(world), `seed ${seed}`).toBe(true)
    }
  })

  it('quorums that only add up to n are stale within 500 seeds', () => {
    const found = Array.from({ length: 500 }, (_, seed) => seed).find((seed) => {
      const { parameters, deeds } = schedule(seed)
      const short = parameters.n - parameters.write
      return short > 0 && !KEPT.freshReads(play({ ...parameters, read: short }, deeds, 4000, seed))
    })
    expect(found).toBeDefined()
  })
})

describe('what is refused', () => {
  it.each([
    ['more copies than machines', { n: 6 }],
    ['a quorum of none', { read: 0 }],
    ['a quorum of more than all', { write: 4 }],
    ['no patience', { patienceMs: 0 }],
    ['a machine that is faster than itself', { slowness: { N1: 0.5 } }],
  ])('%s', (_, part) => {
    expect(() => play(part, [])).toThrow(RangeError)
  })
})
