// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { shownAt } from '../../systems/multi-primary/ledger.ts'
import { INVARIANTS } from '../../systems/multi-primary/world.ts'
import { verdict } from './describe.ts'
import { timeline } from './events.ts'
import { FIRST_MS, LENGTH_MS, MENDED_MS, REST_AFTER_MS, SECOND_MS } from './fixed.ts'
import {
  type MultiPrimaryModel,
  type MultiPrimaryValues,
  agree,
  differMs,
  multiPrimaryRun,
  parameters,
  worldAt,
} from './model.ts'
import { scenes } from './scenes.ts'
import { widget } from './widget.ts'

type Deeds = readonly { readonly atMs: number; readonly action: string }[]

const run = (
  over: Partial<MultiPrimaryValues> = {},
  deeds: Deeds = [],
  seed = 1,
): MultiPrimaryModel =>
  multiPrimaryRun(complete(parameters, over) as MultiPrimaryValues, {
    ...FIRST_COURSE,
    seed,
    deeds,
  })

const inScene = (id: string): MultiPrimaryModel =>
  run((scenes.find((scene) => scene.id === id)?.values ?? {}) as Partial<MultiPrimaryValues>)

const shownIn = ({ ids, last }: MultiPrimaryModel) => ids.map((id) => shownAt(last, id))
const brokenIn = ({ last }: MultiPrimaryModel) =>
  INVARIANTS.filter((invariant) => last.breaches[invariant] !== undefined)

describe('the scenes', () => {
  it.each([
    ['one-vanishes', 'fails', ['nothingLost'], 'bread+milk'],
    ['later-loses', 'fails', ['nothingLost', 'order'], 'bread+tea'],
    ['lamport', 'fails', ['nothingLost'], 'bread+milk'],
    ['siblings', 'neutral', [], 'bread+milk or bread+tea'],
    ['comes-back', 'fails', ['removals'], 'bread+tea'],
    ['stays-removed', 'works', [], 'tea'],
    ['add-wins', 'works', [], 'bread'],
    ['partition', 'works', [], 'tea+milk'],
    ['never-agree', 'fails', ['agreement'], 'bread+milk'],
    ['your-turn', 'neutral', [], 'bread'],
  ])('%s: %s', (id, tone, broken, atA) => {
    const model = inScene(id)
    expect(verdict(model).tone).toBe(tone)
    expect(brokenIn(model)).toEqual(broken)
    expect(shownIn(model)[0]).toBe(atA)
    expect(agree(model.last)).toBe(id !== 'never-agree')
  })

  // By hand: the milk is written at 1100 and reaches A and C 720 to 1080 ms later.
  it('begin with a write that is gone as soon as a later one is everywhere', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const model = run({}, [], seed)
      const goneMs = model.last.lost[0]?.atMs ?? 0
      expect(goneMs).toBeGreaterThanOrEqual(SECOND_MS + 720)
      expect(goneMs).toBeLessThanOrEqual(SECOND_MS + 1080)
      expect(timeline(model).restMs).toBe(goneMs + REST_AFTER_MS)
    }
  })

  it('have no conflict where the second writer has heard of the first', () => {
    for (const rule of ['clock', 'lamport', 'siblings', 'union', 'or-set'] as const)
      for (let seed = 1; seed <= 20; seed += 1) {
        const model = run({ rule, planned: 'in-turn' }, [], seed)
        expect(model.pairs).toEqual([])
        expect(new Set(shownIn(model))).toEqual(new Set(['bread+tea+milk']))
        expect(brokenIn(model)).toEqual([])
      }
  })

  // By hand: two writes 400 ms apart, and news that takes at most 1.2 times 300 ms.
  it('have none either where the network is quicker than the customers', () => {
    expect(run({ latencyMs: 300 }).pairs).toEqual([])
    expect(run({ latencyMs: 900 }).pairs).toHaveLength(1)
  })

  it('differ from the first write until they have heard, and longer while they are cut off', () => {
    const merged = run({ rule: 'or-set' })
    expect(merged.differ[0]?.fromMs).toBe(FIRST_MS)
    expect(differMs(merged)).toBeLessThan(SECOND_MS - FIRST_MS + 1080 + 1)
    const apart = inScene('partition')
    expect(apart.cuts).toMatchObject([{ links: ['A-B', 'A-C'], toMs: MENDED_MS }])
    expect(differMs(apart)).toBeGreaterThan(MENDED_MS - FIRST_MS)
  })
})

describe('the verdict', () => {
  const cutOff = (rule: MultiPrimaryValues['rule']) =>
    verdict(run({ rule, latencyMs: 300 }, [{ atMs: 500, action: 'cut-a-b' }])).text

  it('promises that sites agree once they are mended only where nothing is overwritten then', () => {
    for (const rule of ['siblings', 'union', 'or-set'] as const)
      expect(cutOff(rule)).toContain('once mended, the sites agree')
    for (const rule of ['clock', 'lamport', 'arrival'] as const)
      expect(cutOff(rule)).not.toContain('once mended')
    const apart = run({ sites: 2, latencyMs: 300 }, [{ atMs: 500, action: 'cut-a-b' }])
    expect(verdict(apart).text).toContain('one overwrites the other')
  })

  it('asks for another write only where no message comes any more', () => {
    const forGood = 'Only another write can make them agree.'
    expect(verdict(inScene('never-agree')).text).toContain(forGood)
    // Of a late write the news is on its way as the run ends.
    const late = run({ rule: 'arrival' }, [{ atMs: LENGTH_MS - 100, action: 'add-a' }])
    expect(verdict(late).text).toContain('still differ')
    expect(verdict(late).text).not.toContain(forGood)
  })
})

describe('what a reader does', () => {
  const calm = { planned: 'nothing', rule: 'siblings' } as const
  const quick = { ...calm, latencyMs: 300 }

  it('has the names that the widget shows', () => {
    const model = run()
    for (const action of ['add-a', 'settle-c', 'remove-b-bread', 'cut-a-c', 'mend-a-b', 'drop-1'])
      expect(widget.can(action), action).toBe(true)
    expect(widget.can('add')).toBe(false)
    const view = widget.view(model.values)
    const listed = view
      .subjects(FIRST_MS + 10)
      .map(({ id, targets }) => [id, targets.map((target) => target.id)])
    expect(listed).toEqual([
      ['site', ['a', 'b', 'c']],
      ['item', ['a-bread', 'a-tea', 'b-bread', 'c-bread']],
      ['siblings', []],
      ['link', ['a-b', 'a-c', 'b-c']],
      ['message', ['1', '2']],
    ])
  })

  it('happens when it is done', () => {
    const both = [
      { atMs: 1000, action: 'add-a' },
      { atMs: 1100, action: 'remove-b-bread' },
    ]
    expect(shownIn(run(quick, both))).toEqual(Array.from({ length: 3 }, () => ' or bread+tea'))
    const settled = run(quick, [...both, { atMs: 3000, action: 'settle-c' }])
    expect(shownIn(settled)).toEqual(['tea', 'tea', 'tea'])
    const cut = run(quick, [{ atMs: 500, action: 'cut-a-b' }, ...both])
    expect(shownIn(cut)).toEqual(['bread+tea', '', ' or bread+tea'])
    expect(verdict(cut).tone).toBe('neutral')
    const dropped = run(quick, [...both, { atMs: 1200, action: 'drop-1' }])
    expect(worldAt(dropped, 1200).flights.map(({ number }) => number)).not.toContain(1)
    // It is sent again.
    expect(agree(dropped.last)).toBe(true)
  })

  it('is nothing where it is done to nothing', () => {
    const none = ['add-x', 'remove-a-soap', 'drop-99', 'delay-no', 'cut-a-a', 'settle-a']
    const model = run(
      calm,
      none.map((action) => ({ atMs: 700, action })),
    )
    expect(model.writes).toEqual([])
    expect(model.last.network.cut).toEqual([])
  })

  it('makes a run of few steps, however much it is', () => {
    const deeds = Array.from({ length: 50 }, (_, index) => ({
      atMs: 500 + index * 20,
      action: `add-${'abc'[index % 3] ?? 'a'}`,
    }))
    const model = run({ rule: 'union', loss: 0.5, latencyMs: 50 }, deeds)
    expect(model.moments.length).toBeLessThan(3000)
    expect(model.moments.at(-1)?.atMs).toBeLessThanOrEqual(LENGTH_MS)
  })
})
