// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { actionsOf } from './deeds.ts'
import { staleOf, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { HEALED_MS, LENGTH_MS, STRUCK_MS } from './fixed.ts'
import { type ReplicationModel, type ReplicationValues, replicationRun, worldAt } from './model.ts'
import { parameters } from './parameters.ts'
import { scenes } from './scenes.ts'
import { subjects } from './subjects.ts'
import { lengthOf, phaseMs } from './takeovers.ts'

type Deeds = readonly { readonly atMs: number; readonly action: string }[]

const valuesOf = (over: Partial<ReplicationValues>): ReplicationValues =>
  complete(parameters, over) as ReplicationValues
const run = (over: Partial<ReplicationValues> = {}, deeds: Deeds = []): ReplicationModel =>
  replicationRun(valuesOf(over), { ...FIRST_COURSE, deeds })
const inScene = (id: string): ReplicationModel =>
  run((scenes.find((scene) => scene.id === id)?.values ?? {}) as Partial<ReplicationValues>)
const lostWrites = (model: ReplicationModel) => model.lost.map(({ write }) => write)

describe('the scenes', () => {
  it.each([
    ['asynchronous', 'fails'],
    ['one-confirmation', 'works'],
    ['no-lag-check', 'fails'],
    ['all-confirm', 'neutral'],
    ['apply-lag', 'neutral'],
    ['stale-reads', 'fails'],
    ['confirmed-unread', 'fails'],
    ['own-writes', 'works'],
    ['two-primaries', 'fails'],
    ['fenced', 'works'],
    ['your-turn', 'neutral'],
  ])('%s: %s', (id, tone) => {
    expect(verdict(inScene(id)).tone).toBe(tone)
  })

  it('each rest at the moment that makes its point', () => {
    for (const { id } of scenes) {
      const model = inScene(id)
      const world = worldAt(model, timeline(model).restMs)
      const broken = Object.keys(model.last.breaches)
      expect(Object.keys(world.breaches), id).toEqual(broken)
    }
  })
})

describe('a primary that answers at once and dies', () => {
  // By hand: write n reaches it at 100n - 80 ms. It dies at 1005, and what it sent after 805 is not
  // there after 200 ms of lag: writes 9 (820) and 10 (920). All were answered 20 ms later.
  it('takes along what no replica had received', () => {
    const model = run()
    expect(lostWrites(model)).toEqual([9, 10])
    expect(model.lostMs).toBe(STRUCK_MS - 840)
  })

  // By hand: half a second until it is missed for good, 120 ms to decide; everything received was
  // applied meanwhile; 150 ms until the client knows, and two ways of 20 ms for its first write.
  it('is followed in five phases', () => {
    const [takeover] = run().takeovers
    expect(takeover?.phases.map(({ fromMs, toMs }) => toMs - fromMs)).toEqual([
      500, 120, 0, 150, 40,
    ])
    expect(takeover && lengthOf(takeover)).toBe(810)
  })

  it('loses nothing where one confirmation is waited for and the promotion looks at the lag', () => {
    expect(lostWrites(run({ mode: 'semi' }))).toEqual([])
    expect(lostWrites(run({ mode: 'semi', nearMs: 20, lagCheck: false }))).not.toEqual([])
  })
})

describe('what a write waits for', () => {
  // By hand: two ways of 20 ms, and two more to the slowest replica that is waited for.
  it.each([
    [{ mode: 'async' }, 40],
    [{ mode: 'semi', farMs: 100, nearMs: 50 }, 140],
    [{ mode: 'semi', acks: 2, farMs: 100, nearMs: 50 }, 240],
    [{ mode: 'sync', farMs: 100, nearMs: 50 }, 240],
    [{ mode: 'sync', farMs: 100, nearMs: 50, applied: true, applyMs: 10 }, 250],
  ] as const)('is, with %j, %i ms', (over, ms) => {
    const model = run({ ...over, planned: 'nothing' })
    expect([model.writeMs, model.expectedMs]).toEqual([ms, ms])
  })

  it('does not come while a replica is down that all writes wait for', () => {
    const model = inScene('all-confirm')
    const heard = model.last.fates.flatMap(({ acknowledgedMs }) => acknowledgedMs ?? [])
    expect(heard.filter((ms) => ms > STRUCK_MS && ms < HEALED_MS)).toEqual([])
    expect(heard.some((ms) => ms > HEALED_MS)).toBe(true)
  })

  it('is longer to promote where much was received and not applied, and loses nothing', () => {
    const [takeover] = inScene('apply-lag').takeovers
    expect(takeover && phaseMs(takeover, 'promote')).toBeGreaterThan(1000)
    expect(lostWrites(inScene('apply-lag'))).toEqual([])
  })
})

describe('a read', () => {
  it('at a replica may miss the own write; with a session it never does', () => {
    expect(staleOf(inScene('stale-reads')).length).toBeGreaterThan(5)
    const session = inScene('own-writes')
    expect(staleOf(session)).toEqual([])
    // Some are answered by a replica all the same.
    expect(session.last.reads.some(({ at }) => at === 'R2')).toBe(true)
    expect(session.last.reads.some(({ at }) => at === 'P')).toBe(true)
  })

  // By hand: a confirmation is back after 40 ms, and what it confirmed is applied after 320 ms.
  it('at a replica misses what that replica has confirmed, until it is applied', () => {
    const model = inScene('confirmed-unread')
    expect(lostWrites(model)).toEqual([])
    expect(staleOf(model)).toHaveLength(model.last.reads.length)
  })
})

describe('an old primary that is cut off', () => {
  it('goes on answering where nobody fences it, and not where somebody does', () => {
    const cut = { planned: 'isolate', reconnectMs: 400 } as const
    expect(run({ ...cut, fencing: false }).last.breaches.oneHistory?.server).toBe('P')
    expect(run(cut).last.breaches.oneHistory).toBeUndefined()
  })
})

describe('what a reader does', () => {
  const calm = { planned: 'nothing' } as const

  it('is understood for every target that is offered, and nothing else is', () => {
    const model = run(calm)
    for (const { targets, actions } of subjects)
      for (const { id } of targets(model, 850))
        for (const action of actions)
          expect(actionsOf(`${action.id}-${id}`).length, `${action.id}-${id}`).toBeGreaterThan(0)
    for (const nothing of ['kill', 'drop-x', 'cut-p', 'fly-p', ''])
      expect(actionsOf(nothing), nothing).toEqual([])
  })

  it('happens to servers, links and messages', () => {
    const killed = run(calm, [{ atMs: 850, action: 'kill-p' }])
    expect(lostWrites(killed).length).toBeGreaterThan(0)
    const cut = run(calm, [{ atMs: 850, action: 'cut-p-r1' }])
    expect(cut.last.servers['R1']?.log.length).toBeLessThan(10)
    const [flight] = worldAt(run(calm), 850).flights
    const dropped = run(calm, [{ atMs: 850, action: `drop-${flight?.number}` }])
    expect(dropped.deaths.map((death) => death.flight.number)).toEqual([flight?.number])
  })

  it('leaves a run alone that has nothing of that name', () => {
    const strange = ['kill-r9', 'drop-99999', 'cut-p-p', 'mend-x-y', 'promote-p', 'heal-r1']
    const model = run(
      calm,
      strange.map((action) => ({ atMs: 500, action })),
    )
    expect(model.last.fates).toEqual(run(calm).last.fates)
  })

  it('promotes by hand whoever has everything, and with a look at the lag nobody else', () => {
    const both = { ...calm, mode: 'semi', nearMs: 20 } as const
    const byHand = (server: string, lagCheck: boolean) =>
      run({ ...both, lagCheck }, [{ atMs: 850, action: `promote-${server}` }]).last.primary
    expect(byHand('r2', true)).toBe('R2')
    expect(byHand('r1', true)).toBe('P')
    expect(byHand('r1', false)).toBe('R1')
  })
})

it('ends in time', () => {
  expect(run().entries.every(({ atMs }) => atMs <= LENGTH_MS)).toBe(true)
})
