// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { staleAfter } from '../../reliability/stale-after.ts'
import { KEPT } from '../../systems/quorum-store/promises.ts'
import { ACTIONS, ON_COPY, ON_LINK, ON_MESSAGE } from './deeds.ts'
import {
  backwardReads,
  failedOperations,
  guaranteed,
  readings,
  staleReads,
  verdict,
} from './describe.ts'
import { timeline } from './events.ts'
import { MOMENTS } from './fixed.ts'
import { type QuorumModel, quorumRun, staleShare, worldAt } from './model.ts'
import { type QuorumValues, parameters } from './parameters.ts'
import { scenes } from './scenes.ts'
import { setsOf } from './sets.ts'
import { widget } from './widget.ts'

type Deeds = readonly { readonly atMs: number; readonly action: string }[]

const valuesOf = (over: Partial<QuorumValues>): QuorumValues =>
  complete(parameters, over) as QuorumValues
const run = (over: Partial<QuorumValues> = {}, seed = 1, deeds: Deeds = []): QuorumModel =>
  quorumRun(valuesOf(over), { ...FIRST_COURSE, seed, deeds })
const sceneOf = (id: string) =>
  valuesOf((scenes.find((scene) => scene.id === id)?.values ?? {}) as Partial<QuorumValues>)
const inScene = (id: string): QuorumModel => quorumRun(sceneOf(id), FIRST_COURSE)
const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed)

describe('the scenes', () => {
  it.each([
    ['one-and-one', 'fails', 1, 0, 0],
    ['two-and-two', 'works', 0, 0, 0],
    ['halves-of-four', 'fails', 1, 0, 0],
    ['majority-of-four', 'fails', 0, 0, 2],
    ['write-to-all', 'fails', 0, 0, 1],
    ['backwards', 'fails', 0, 1, 1],
    ['repair-first', 'works', 0, 0, 1],
    ['sloppy', 'fails', 1, 0, 0],
    ['strict', 'fails', 0, 0, 1],
    ['your-turn', 'neutral', 0, 0, 0],
  ])('%s: %s', (id, tone, stale, backwards, failed) => {
    const model = inScene(id)
    expect(verdict(model).tone).toBe(tone)
    expect(staleReads(model)).toHaveLength(stale)
    expect(backwardReads(model)).toHaveLength(backwards)
    expect(failedOperations(model)).toHaveLength(failed)
  })

  it('rest where the wrong answer is given, and the lamp goes red there and not before', () => {
    for (const [id, lamp] of [
      ['one-and-one', 'freshReads'],
      ['halves-of-four', 'freshReads'],
      ['sloppy', 'freshReads'],
      ['backwards', 'forwardReads'],
    ] as const) {
      const model = inScene(id)
      const { restMs } = timeline(model)
      expect(KEPT[lamp](worldAt(model, restMs)), id).toBe(false)
      expect(KEPT[lamp](worldAt(model, restMs - 1)), id).toBe(true)
    }
  })

  // By hand: R + W − N.
  it('say in how many copies the sets must meet', () => {
    expect(guaranteed(inScene('one-and-one'))).toBe(-1)
    expect(guaranteed(inScene('two-and-two'))).toBe(1)
    expect(guaranteed(inScene('halves-of-four'))).toBe(0)
    expect(guaranteed(inScene('majority-of-four'))).toBe(2)
    const { both } = setsOf(worldAt(inScene('one-and-one'), 1000))
    expect(both).toEqual([])
  })
})

describe('even sizes', () => {
  // By hand: a majority of three is two and one may fail; a majority of four is three, and one may fail.
  it('survive no more failures than one copy fewer', () => {
    const failed = (n: number, quorum: number, down: number) =>
      failedOperations(run({ n, w: quorum, r: quorum, down, planned: 'crash' })).length
    expect([failed(3, 2, 1), failed(3, 2, 2)]).toEqual([0, 2])
    expect([failed(4, 3, 1), failed(4, 3, 2)]).toEqual([0, 2])
  })
})

describe('what is sure', () => {
  it('holds whatever the luck, and a wait of one answer fewer does not', () => {
    const misses = (r: number) =>
      seeds(60).filter((seed) => staleReads(run({ w: 2, r }, seed)).length > 0).length
    expect(misses(2)).toBe(0)
    expect(misses(1)).toBeGreaterThan(0)
  })

  it('is not what a sloppy quorum gives, though the sizes are the same', () => {
    const story = { w: 2, r: 2, planned: 'partition' } as const
    for (const seed of seeds(20)) {
      expect(staleReads(run({ ...story, members: 'strict' }, seed))).toEqual([])
      // After the hints are handed on a read is fresh again: of the two only the first is stale.
      const sloppy = run({ ...story, members: 'sloppy' }, seed)
      expect(staleReads(sloppy).length, `seed ${seed}`).toBeLessThanOrEqual(1)
    }
    expect(staleReads(inScene('sloppy'))).toHaveLength(1)
    const [surely] = readings(inScene('sloppy'))
    expect(surely).toMatchObject({ id: 'overlap', value: '0' })
    expect(surely).not.toHaveProperty('formula')
  })

  it('is kept by a repair before the answer, and by none after it', () => {
    const story = { w: 2, r: 2, planned: 'half-write' } as const
    const back = (repair: QuorumValues['repair']) =>
      seeds(40).filter((seed) => backwardReads(run({ ...story, repair }, seed)).length > 0).length
    expect(back('before')).toBe(0)
    expect(back('after')).toBeGreaterThan(0)
    expect(back('none')).toBeGreaterThan(0)
  })
})

describe('how stale', () => {
  it('is the library’s share at every time', () => {
    const model = run({ n: 5, w: 2, r: 1 })
    for (const time of [0, 30, 120]) {
      const { interval } = staleAfter({
        n: 5,
        write: 2,
        read: 1,
        meanWrite: model.values.writeMs,
        meanAck: model.values.otherMs,
        meanRead: model.values.otherMs,
        meanResponse: model.values.otherMs,
        time,
        runs: 4000,
        seed: 9,
        risk: 1e-4,
      })
      // Its own 600 runs have a standard error of 0.02.
      expect(staleShare(model.staleUntilMs, time)).toBeGreaterThan(1 - interval.upper - 0.06)
      expect(staleShare(model.staleUntilMs, time)).toBeLessThan(1 - interval.lower + 0.06)
    }
  })

  it('is about that in many runs of the figure', () => {
    const samples = seeds(25).flatMap((seed) => run(sceneOf('how-often'), seed).samples)
    const { staleUntilMs } = inScene('how-often')
    const measured = samples.filter(({ stale }) => stale).length / samples.length
    const expected =
      samples.reduce((sum, { ageMs }) => sum + staleShare(staleUntilMs, ageMs), 0) / samples.length
    // Hundreds of reads: three standard errors are 0.05, and writes before still spread.
    expect(samples.length).toBeGreaterThan(700)
    expect(Math.abs(measured - expected)).toBeLessThan(0.07)
  })

  it('is nothing where sets must meet', () => {
    expect(staleShare(run({ w: 2, r: 2 }).staleUntilMs, 0)).toBe(0)
  })
})

describe('availability', () => {
  // By hand: two of three, 3 · 0.81 · 0.1 + 0.729 = 0.972; with two stand-ins two of five,
  // 1 − 0.1^5 − 5 · 0.9 · 0.1^4 = 0.99954.
  it('is that of the library, and about what is counted', () => {
    const strict = run({ w: 2, r: 2, copyUp: 0.9 }).served
    expect(strict.write.exact.reliability).toBeCloseTo(0.972, 12)
    expect(strict.read.exact.reliability).toBeCloseTo(0.972, 12)
    const sloppy = run({ w: 2, r: 2, copyUp: 0.9, members: 'sloppy' }).served
    expect(sloppy.write.exact.reliability).toBeCloseTo(0.99954, 12)
    expect(sloppy.read.exact.reliability).toBeCloseTo(0.972, 12)
    for (const { exact, counted } of [strict.write, strict.read, sloppy.write, sloppy.read]) {
      // Four standard errors.
      const error = Math.sqrt((exact.reliability * exact.unreliability) / MOMENTS)
      expect(Math.abs(counted / MOMENTS - exact.reliability)).toBeLessThan(4 * error)
    }
  })
})

describe('what a reader does', () => {
  const calm = { w: 2, r: 2, planned: 'nothing' } as const

  it('has the names that the widget shows', () => {
    expect(widget.actions?.map(({ id }) => id)).toEqual(ACTIONS)
    expect(widget.targeted.map(({ id }) => id)).toEqual([...ON_MESSAGE, ...ON_COPY, ...ON_LINK])
  })

  it('happens when it is done', () => {
    const model = run(calm, 1, [
      { atMs: 100, action: 'crash-n1' },
      { atMs: 110, action: 'cut-n2' },
      { atMs: 120, action: 'slow-n3' },
      { atMs: 200, action: 'write' },
      { atMs: 900, action: 'restart-n1' },
      { atMs: 910, action: 'join-n2' },
      { atMs: 920, action: 'quicken-n3' },
      { atMs: 1000, action: 'read' },
    ])
    const during = worldAt(model, 500)
    expect(during.nodes['N1']?.life.condition).toBe('down')
    expect(during.nodes['N3']?.slowness).toBeGreaterThan(1)
    expect(model.operations.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['write', 'failed'],
      ['read', 'done'],
    ])
    expect(model.deaths.length).toBeGreaterThan(0)
  })

  it('drops and delays one message, and nothing else', () => {
    const write = { atMs: 100, action: 'write' }
    const versions = (deeds: Deeds, atMs: number) =>
      Object.values(worldAt(run(calm, 1, [write, ...deeds]), atMs).nodes).map(
        ({ version }) => version,
      )
    expect(versions([], 2000)).toEqual([1, 1, 1])
    expect(versions([{ atMs: 101, action: 'drop-2' }], 2000)).toEqual([1, 0, 1])
    expect(versions([{ atMs: 101, action: 'delay-2' }], 300)).toEqual([1, 0, 1])
    expect(versions([{ atMs: 101, action: 'delay-2' }], 2000)).toEqual([1, 1, 1])
  })

  it('may mean nothing, and then nothing happens', () => {
    const strange = ['drop-999', 'drop-', 'crash-n9', 'cut-__proto__', 'slow-constructor', 'x']
    const model = run(
      calm,
      1,
      strange.map((action) => ({ atMs: 10, action })),
    )
    expect(model.operations).toEqual([])
    expect(model.entries).toEqual([])
  })
})
