// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { verdict } from './describe.ts'
import { timeline } from './events.ts'
import { LENGTH_MS } from './fixed.ts'
import { ACTIONS, type FencingModel, type FencingValues, fencing, parameters } from './model.ts'
import { scenes } from './scenes.ts'
import { widget } from './widget.ts'

const valuesOf = (over: Partial<FencingValues>): FencingValues =>
  complete(parameters, over) as FencingValues

const run = (
  over: Partial<FencingValues> = {},
  deeds: readonly { readonly atMs: number; readonly action: string }[] = [],
): FencingModel => fencing(valuesOf(over), { ...FIRST_COURSE, deeds })

const inScene = (id: string) =>
  run((scenes.find((scene) => scene.id === id)?.values ?? {}) as Partial<FencingValues>)

const stateAt = ({ lives }: FencingModel, index: number, atMs: number) =>
  lives[index]?.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs)?.state

describe('the scenes', () => {
  it.each([
    ['a-nap', 'fails', false],
    ['tokens', 'works', true],
    ['power-off', 'works', true],
    ['short-nap', 'works', true],
    ['short-lease', 'fails', false],
    ['slow-clock', 'fails', false],
    ['crash', 'works', true],
    ['your-turn', 'neutral', true],
  ])('%s: %s', (id, tone, oneWriter) => {
    const model = inScene(id)
    expect(verdict(model).tone).toBe(tone)
    expect(model.oneWriter).toBe(oneWriter)
  })

  // By hand: the nap ends at 4003, and the write that was prepared needs 20 ms to the store.
  it('rest beside the late write, which lands at 4,023 ms, taken or refused', () => {
    expect(timeline(inScene('a-nap')).restMs).toBe(4148)
    expect(timeline(inScene('tokens')).restMs).toBe(4148)
    expect(timeline(inScene('short-nap')).restMs).toBe(LENGTH_MS)
  })

  it('show who believes in what', () => {
    const model = inScene('a-nap')
    expect([stateAt(model, 0, 1500), stateAt(model, 1, 1500)]).toEqual(['believes', 'idle'])
    expect([stateAt(model, 0, 3900), stateAt(model, 1, 3900)]).toEqual(['paused', 'believes'])
    expect(stateAt(inScene('crash'), 0, 2500)).toBe('down')
  })
})

// By hand: at half speed (500 - 0) ms of its own are 1000; the service counts 500, and heard 20 later.
it('says by how much a slow clock believes too long', () => {
  expect(inScene('slow-clock').overhangMs).toBeCloseTo(480, 9)
  expect(run().overhangMs).toBeCloseTo(-120, 9)
})

describe('what a reader does', () => {
  it('has the names that the widget shows, and happens', () => {
    expect(widget.actions?.map(({ id }) => id)).toEqual(ACTIONS)
    const calm = { planned: 'nothing' } as const
    expect(run(calm).last.lock.token).toBe(1)
    const slept = run(calm, [
      { atMs: 1003, action: 'pause-a' },
      { atMs: 3500, action: 'wake-a' },
    ])
    expect(slept.oneWriter).toBe(false)
    expect(stateAt(slept, 0, 2000)).toBe('paused')
    const other = run(calm, [{ atMs: 1003, action: 'pause-b' }])
    expect(other.oneWriter).toBe(true)
    expect(stateAt(other, 1, 2000)).toBe('paused')
  })
})
