// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Deed } from '../../simulation/history.ts'
import { machine } from '../../simulation/machine.ts'
import { replication, staleRows } from './rules.ts'
import { primaryOf, rowsOf, serverOf, visibleAt } from './turn.ts'
import type {
  ReplicationAction,
  ReplicationParameters,
  ReplicationWorld,
  SERVER_DEEDS,
} from './world.ts'

const USUAL: ReplicationParameters = {
  replicas: 2,
  confirmations: 1,
  confirms: 'received',
  latencyMs: 10,
  applyMsPerRow: 1,
  detectMs: 1000,
  lagCheck: true,
  fencing: true,
}

function play(
  parameters: Partial<ReplicationParameters>,
  deeds: readonly Deed<ReplicationAction>[],
  untilMs: number,
): ReplicationWorld {
  const run = machine(replication, { parameters: { ...USUAL, ...parameters } }, 1)
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

const at = (atMs: number, action: ReplicationAction): Deed<ReplicationAction> => ({ atMs, action })
const write = (rows = 1): ReplicationAction => ({ kind: 'write', rows })
const on = (kind: (typeof SERVER_DEEDS)[number], server: string): ReplicationAction => ({
  kind,
  server,
})
const acknowledgedMs = ({ fates }: ReplicationWorld) => fates.map((fate) => fate.acknowledgedMs)

describe('an acknowledgement', () => {
  // By hand: the client hears 10 ms after the commit; a confirmation takes 10 ms there and 10 back;
  // applying one row takes 1 ms more.
  it.each([
    [{ confirmations: 0 }, 110],
    [{ confirmations: 1 }, 130],
    [{ confirmations: 2 }, 130],
    [{ confirmations: 1, confirms: 'applied' as const }, 131],
  ])('with %j comes at %i ms', (parameters, ms) => {
    expect(acknowledgedMs(play(parameters, [at(100, write())], 1000))).toEqual([ms])
  })

  it.each([
    [0, 3],
    [1, 3],
    [2, 1],
  ])(
    'that waits for %i is given to %i of three writes where one replica is away',
    (confirmations, count) => {
      const world = play(
        { confirmations },
        [at(0, write()), at(100, on('stop-receiving', 'R2')), at(200, write()), at(300, write())],
        2000,
      )
      expect(acknowledgedMs(world).filter((ms) => ms !== undefined)).toHaveLength(count)
    },
  )

  it('comes late where the replica comes back', () => {
    const world = play(
      { confirmations: 2 },
      [at(100, on('stop-receiving', 'R2')), at(200, write()), at(500, on('receive-again', 'R2'))],
      2000,
    )
    // By hand: sent again at 500, there at 510, back at 520, with the client at 530.
    expect(acknowledgedMs(world)).toEqual([530])
  })
})

describe('a read', () => {
  it('at a replica misses what was acknowledged and is not applied; one that waits for it does not', () => {
    const deeds = [at(0, on('stop-replay', 'R1')), at(100, write(5))]
    const stopped = play({}, deeds, 1000)
    expect(staleRows(stopped, 'R1')).toBe(5)
    expect(staleRows(stopped, 'R2')).toBe(0)
    expect(staleRows(stopped, 'P')).toBe(0)
    const again = play({}, [...deeds, at(1000, on('replay-again', 'R1'))], 1100)
    expect(staleRows(again, 'R1')).toBe(0)
    // With `applied` and all replicas nobody is told before everybody could read it.
    const strict = play({ confirmations: 2, confirms: 'applied' }, deeds, 1000)
    expect(acknowledgedMs(strict)).toEqual([undefined])
    expect(staleRows(strict, 'R1')).toBe(0)
  })

  it('at the primary does not see what waits for a confirmation', () => {
    const world = play(
      { confirmations: 2 },
      [at(0, on('stop-receiving', 'R1')), at(10, write(7))],
      900,
    )
    expect(rowsOf(serverOf(world, 'P').log)).toBe(7)
    expect(visibleAt(world, 'P')).toEqual([])
  })
})

describe('a failover', () => {
  const trouble = [
    at(0, write()),
    at(100, on('stop-receiving', 'R1')),
    at(200, write()),
    at(300, write()),
    at(500, on('kill', 'P')),
  ]

  it('promotes who received most, and loses nothing', () => {
    const world = play({}, trouble, 5000)
    expect(primaryOf(world)).toBe('R2')
    expect(world.fates.filter(({ lost }) => lost)).toEqual([])
    expect(world.breaches).toEqual({})
  })

  it('without a look at the lag promotes the first, and loses what it had not received', () => {
    const world = play({ lagCheck: false }, trouble, 5000)
    expect(primaryOf(world)).toBe('R1')
    expect(world.fates.filter(({ lost }) => lost).map((fate) => fate.write)).toEqual([2, 3])
  })

  // By hand: a second until the decision; replay had been stopped, so all 300 rows are still to apply.
  it('takes as long as detection, and the applying of what was received', () => {
    const world = play(
      { replicas: 1 },
      [at(0, on('stop-replay', 'R1')), at(100, write(300)), at(500, on('kill', 'P'))],
      5000,
    )
    expect(world.outages).toEqual([{ detectMs: 1000, decideMs: 0, applyMs: 300 }])
  })

  it('turns clients away until somebody is promoted, and takes their writes then', () => {
    const world = play({}, [at(500, on('kill', 'P')), at(900, write()), at(2000, write())], 5000)
    expect(world.fates).toHaveLength(1)
    expect(world.fates[0]).toMatchObject({ at: 'R1' })
  })
})

describe('two primaries', () => {
  const split = (fencing: boolean) =>
    play(
      { replicas: 1, confirmations: 0, fencing },
      [
        at(0, write()),
        at(100, on('promote', 'R1')),
        at(500, { kind: 'write', rows: 1, at: 'P' }),
        at(500, { kind: 'write', rows: 1, at: 'R1' }),
      ],
      2000,
    )

  it('both acknowledge where nobody fences the old one, and their histories part', () => {
    const world = split(false)
    expect(acknowledgedMs(world).every((ms) => ms !== undefined)).toBe(true)
    const writes = (id: string) => serverOf(world, id).log.map((one) => one.write)
    expect([writes('P'), writes('R1')]).toEqual([
      [1, 2],
      [1, 3],
    ])
  })

  it('are one where the old one is fenced: its write is refused', () => {
    const world = split(true)
    expect(world.fates).toHaveLength(2)
    expect(serverOf(world, 'P').log).toHaveLength(1)
  })
})

describe('what is refused', () => {
  it.each([
    ['no replica', { replicas: 0 }],
    ['more confirmations than replicas', { confirmations: 3 }],
    ['a latency that is none', { latencyMs: -1 }],
    ['an apply time that is none', { applyMsPerRow: NaN }],
  ])('%s', (_, part) => {
    expect(() => play(part, [], 1)).toThrow(RangeError)
  })
})
