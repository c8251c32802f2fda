// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { compare } from '../../reliability/cases/agreement.ts'
import { numberOf } from '../../reliability/cases/case-arguments.ts'
import { history } from '../../simulation/history.ts'
import recorded from './cases/backoff-jitter.json'
import { RECORDED as parameters, backoffContention, recording, run } from './cases/recording.ts'
import { contention } from './contention.ts'
import type { BackoffKind } from './wait.ts'

describe('the AWS simulator', () => {
  // The recording has 46 rows; those of 60 to 90 clients take longer than they tell. All 46 were
  // within 2.8 standard errors when `npm run cases` last ran them.
  const rows = (recording(recorded) ?? []).filter(({ args }) => {
    const clients = numberOf(args, 'clients')
    return clients <= 50 || clients === 100
  })

  it('is held against in 29 of its rows', () => {
    expect(rows).toHaveLength(29)
  })

  it.each(rows.map((row) => [row.args['clients'], row.args['algorithm'], row] as const))(
    'needs as long and as many calls for %i clients with %s',
    { timeout: 60_000 },
    (_, __, { args, expected, absTol = 0 }) => {
      const tolerance = { relative: 0, absolute: absTol }
      expect(compare(backoffContention(args), expected, tolerance).disagreement).toBeNull()
    },
  )

  it('is told from another kind of backoff', { timeout: 60_000 }, () => {
    const row = rows.find(({ args }) => args['algorithm'] === 'FullJitter')?.args
    const got = backoffContention({ ...row, algorithm: 'Exponential' })
    expect(
      compare(got, { completion: 0 }, { relative: 0, absolute: 10 }).disagreement,
    ).not.toBeNull()
  })
})

describe('clients that contend, on a network that always takes 10 ms', () => {
  const even = { latencyDeviationMs: 0 }
  const kind = (name: BackoffKind) => ({ backoff: { ...parameters.backoff, kind: name } })

  // By hand: one is done after four messages; all meet at each round, and one gets through.
  it.each([
    [1, 40, 1],
    [2, 80, 3],
    [3, 120, 6],
  ])('if they are %i are done after %i ms and %i calls without backoff', (clients, ms, calls) => {
    expect(run({ ...even, clients })).toMatchObject({ completionMs: ms, calls })
  })

  it('are as quick on a clock of whole milliseconds', () => {
    expect(run({ ...even, clients: 3, stepsPerMs: 1 })).toMatchObject({ completionMs: 120 })
  })

  // By hand: 10 ms of waiting after the first failure, 20 after the second.
  it('wait together and meet again if the backoff has no jitter', () => {
    const exponential = { ...even, ...kind('exponential') }
    expect(run({ ...exponential, clients: 2 })).toMatchObject({ completionMs: 90, calls: 3 })
    expect(run({ ...exponential, clients: 3 })).toMatchObject({ completionMs: 150, calls: 6 })
  })

  it('meet less often with full jitter: each attempt is worth more', () => {
    const plain = run({ clients: 50, ...kind('exponential') })
    const jitter = run({ clients: 50, ...kind('full-jitter') })
    expect(jitter.calls).toBeLessThan(plain.calls * 0.7)
    expect(jitter.completionMs).toBeLessThan(plain.completionMs / 5)
  })

  it('are drawn further apart by decorrelated jitter the longer they fail', () => {
    const backoff = { kind: 'decorrelated', baseMs: 5, capMs: 1e9 } as const
    const { world } = run({ ...even, clients: 60, backoff })
    expect(Math.max(...world.clients.map(({ previousMs }) => previousMs))).toBeGreaterThan(1000)
  })
})

describe('a run', () => {
  it('ends when everybody has written once', () => {
    expect(run({ clients: 25 }).world).toMatchObject({ version: 25, done: 25 })
  })

  it('is the same for the same seed, and can be looked at anywhere', () => {
    const course = { parameters, seed: 3, deeds: [] }
    const one = history(contention, course)
    const late = one.at(1e9)
    expect(one.ended()).toBe('over')
    expect(late.world).toEqual(run({}, 3).world)
    expect(history(contention, course).after(17)).toEqual(one.after(17))
    expect(JSON.parse(JSON.stringify(late.world))).toEqual(late.world)
  })

  it('tells each write, each conflict and each wait', () => {
    const one = history(contention, { parameters, seed: 3, deeds: [] })
    const { count, world } = one.at(1e9)
    const of = (kind: string) => one.entries(count).filter(({ note }) => note.kind === kind).length
    expect([of('written'), of('done')]).toEqual([10, 10])
    expect(of('conflict')).toBe(world.calls - 10)
    expect(of('waits')).toBe(world.calls - 10)
  })

  it.each([
    ['no clients', { clients: 0 }],
    ['half a client', { clients: 1.5 }],
    ['a negative latency', { latencyMs: -1 }],
    ['a deviation that is no number', { latencyDeviationMs: NaN }],
    ['no steps', { stepsPerMs: 0 }],
    [
      'a cap that is no number',
      { backoff: { kind: 'exponential', baseMs: 5, capMs: NaN } as const },
    ],
  ])('is refused with %s', (_, change) => {
    expect(() => run({ clients: 1, ...change })).toThrow(RangeError)
  })
})
