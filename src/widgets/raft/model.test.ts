// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { breachesOf, candidacies, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { HEALED_MS, LENGTH_MS, STRUCK_MS } from './fixed.ts'
import {
  ACTIONS,
  type RaftModel,
  type RaftValues,
  lastWorld,
  parameters,
  raftRun,
  withoutMs,
  worldAt,
} from './model.ts'
import { scenes } from './scenes.ts'
import { widget } from './widget.ts'

type Deeds = readonly { readonly atMs: number; readonly action: string }[]

const valuesOf = (over: Partial<RaftValues>): RaftValues => complete(parameters, over) as RaftValues
const run = (over: Partial<RaftValues> = {}, seed = 1, deeds: Deeds = []): RaftModel =>
  raftRun(valuesOf(over), { ...FIRST_COURSE, seed, deeds })

const inScene = (id: string): RaftModel =>
  raftRun(valuesOf(scenes.find((scene) => scene.id === id)?.values ?? {}), FIRST_COURSE)

const statesAt = (model: RaftModel, atMs: number) =>
  model.ids.map(
    (id) => model.lives[id]?.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs)?.state,
  )

describe('a leader that dies', () => {
  it('is down from then until it is mended, and another one leads', () => {
    const model = run()
    expect(model.struck).toBe('S1')
    expect(statesAt(model, STRUCK_MS - 1)[0]).toBe('leads')
    expect(statesAt(model, STRUCK_MS + 1)[0]).toBe('down')
    expect(statesAt(model, HEALED_MS + 1)[0]).toBe('follows')
    expect(statesAt(model, LENGTH_MS - 1).filter((state) => state === 'leads')).toHaveLength(1)
  })

  // By hand: timeouts of 150 to 300 ms after a heartbeat that came at most 50 ms before the death
  // and 23 ms after it was sent, and two messages of at most 23 ms, where nobody else stands.
  it('is missed for at least a timeout less a heartbeat, and about as long as by arithmetic', () => {
    const times = Array.from({ length: 40 }, (_, seed) => run({}, seed + 1))
    for (const model of times) expect(withoutMs(model)).toBeGreaterThan(100)
    const clean = times.filter((model) => candidacies(model) === 1)
    for (const model of clean) expect(withoutMs(model)).toBeLessThan(300 + 23 + 2 * 23)
    // By hand: 150 + 150/5 - 50/2 + 3 · 15.
    expect(times[0]?.expectedMs).toBeCloseTo(200, 9)
    const mean = clean.reduce((sum, model) => sum + withoutMs(model), 0) / clean.length
    // The first of four timeouts has a standard deviation of 24 ms, the mean of about 30 of 4.5.
    expect(Math.abs(mean - 200)).toBeLessThan(15)
  })

  it('takes no answered write with it, whatever the luck', () => {
    for (let seed = 1; seed <= 20; seed += 1)
      expect(breachesOf(run({ loss: 0.2 }, seed))).toEqual([])
  })
})

describe('the scenes', () => {
  it.each([
    ['leader-dies', 'works'],
    ['split-votes', 'neutral'],
    ['cut-off', 'works'],
    ['pause', 'works'],
    ['halves-of-four', 'works'],
    ['majority-of-the-living', 'fails'],
    ['early-answer', 'fails'],
    ['your-turn', 'neutral'],
  ])('%s: %s', (id, tone) => {
    expect(verdict(inScene(id)).tone).toBe(tone)
  })

  it('show votes that are split again and again where all timeouts are the same', () => {
    expect(candidacies(inScene('split-votes'))).toBeGreaterThan(8)
    expect(withoutMs(inScene('split-votes'))).toBeGreaterThan(3 * withoutMs(inScene('leader-dies')))
  })

  // By hand: majority(4) is 3, and each half has 2.
  it('show that neither half of four can commit until the network is whole', () => {
    const model = inScene('halves-of-four')
    const at = (ms: number) => worldAt(model, ms).ledger.committed.length
    expect(at(HEALED_MS)).toBeLessThanOrEqual(at(STRUCK_MS) + 1)
    expect(withoutMs(model)).toBeGreaterThanOrEqual(HEALED_MS - STRUCK_MS)
  })

  it('rest where a rule that was left out is missed', () => {
    for (const id of ['majority-of-the-living', 'early-answer']) {
      const model = inScene(id)
      const [breach] = breachesOf(model)
      expect(timeline(model).restMs).toBe(breach?.atMs)
      // The same trouble does no harm with the rule.
      expect(breachesOf(raftRun({ ...model.values, rule: 'all' }, FIRST_COURSE))).toEqual([])
    }
  })
})

describe('what a reader does', () => {
  it('has the names that the widget shows', () => {
    expect(widget.actions?.map(({ id }) => id)).toEqual(ACTIONS)
  })

  it('happens when it is done', () => {
    const calm = { planned: 'nothing' } as const
    expect(withoutMs(run(calm))).toBe(0)
    const killed = run(calm, 1, [{ atMs: 800, action: 'kill-leader' }])
    expect(killed.without[0]?.fromMs).toBe(800)
    expect(statesAt(killed, 900)[0]).toBe('down')
    const paused = run(calm, 1, [
      { atMs: 800, action: 'pause-leader' },
      { atMs: 1500, action: 'recover' },
    ])
    expect(statesAt(paused, 900)[0]).toBe('paused')
    expect(statesAt(paused, LENGTH_MS - 1)[0]).toBe('follows')
    const cut = run(calm, 1, [{ atMs: 800, action: 'cut-off-leader' }])
    // It does not know, and leads on; it commits nothing.
    expect(statesAt(cut, 1900).filter((state) => state === 'leads')).toHaveLength(2)
    expect(breachesOf(cut)).toEqual([])
  })

  it('can kill everybody but a minority, and nobody leads then', () => {
    const model = run({ planned: 'nothing', servers: 3 }, 1, [
      { atMs: 300, action: 'kill-leader' },
      { atMs: 900, action: 'kill-leader' },
    ])
    expect(statesAt(model, LENGTH_MS - 1).filter((state) => state === 'down')).toHaveLength(2)
    expect(verdict(model).tone).toBe('fails')
    expect(Object.keys(lastWorld(model).servers)).toHaveLength(3)
  })
})
