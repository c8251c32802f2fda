// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { servedShare } from '../../systems/regions/traffic.ts'
import { readings, recoveryMs, verdict } from './describe.ts'
import { restOf } from './events.ts'
import { ENOUGH } from './fixed.ts'
import { type RegionsModel, type RegionsValues, parameters, regionsRun, worldAt } from './model.ts'
import { scenes } from './scenes.ts'

const run = (
  over: Partial<RegionsValues>,
  deeds: readonly { readonly atMs: number; readonly action: string }[] = [],
): RegionsModel =>
  regionsRun(complete(parameters, over) as RegionsValues, { ...FIRST_COURSE, deeds })

const inScene = (id: string) =>
  run((scenes.find((scene) => scene.id === id)?.values ?? {}) as Partial<RegionsValues>)

describe('the scenes', () => {
  it.each([
    ['caches-remember', 'neutral'],
    ['no-headroom', 'fails'],
    ['all-to-the-nearest', 'fails'],
    ['synchronous', 'works'],
    ['pilot-light', 'fails'],
    ['a-link-is-cut', 'neutral'],
    ['nobody-asked', 'fails'],
    ['back-too-early', 'fails'],
    ['your-turn', 'neutral'],
  ])('%s: %s', (id, tone) => {
    expect(verdict(inScene(id)).tone).toBe(tone)
  })

  it('opens where the new primary writes, and nearly a third still knocks at the dark region', () => {
    const model = inScene('caches-remember')
    const { regions, traffic } = worldAt(model, restOf(model))
    expect(regions.europe.ready).toBe(true)
    // By hand: 20 s after the change, (1 - 20/300) of nine tenths and almost all of the last one.
    expect(traffic.deadEnd).toBeGreaterThan(0.28)
    expect(traffic.deadEnd).toBeLessThan(1 / 3)
  })

  it('recover sooner by routes than by names that are kept', () => {
    const [names, routes] = ['caches-remember', 'anycast'].map((id) => recoveryMs(inScene(id)))
    expect(routes).toBeLessThan((names ?? 0) / 2)
  })
})

it('does what a reader does, and nothing for what does not exist', () => {
  const calm = { planned: 'nothing' } as const
  const lost = run(calm, [{ atMs: 50_000, action: 'lose-europe' }])
  expect(worldAt(lost, 51_000).regions.europe.up).toBe(false)
  const cut = run(calm, [{ atMs: 50_000, action: 'cut-am-eu' }])
  expect(worldAt(cut, 51_000).network.cut).toHaveLength(2)
  const moved = run(calm, [{ atMs: 50_000, action: 'promote-asia' }])
  expect(moved.last.regions.asia.role).toBe('primary')
  const nothing = run(calm, [{ atMs: 50_000, action: 'lose-__proto__' }])
  expect(nothing.last.regions).toEqual(run(calm).last.regions)
})

describe('the verdict', () => {
  const said = (...about: Parameters<typeof run>) => verdict(run(...about)).text

  it('blames the way back only where there was one, and says what was lost before', () => {
    const early = { rule: 'fails-back-early', ttlS: 30 } as const
    expect(said({ ...early, planned: 'for-good' })).not.toContain('before its copy was whole')
    const back = inScene('back-too-early')
    const [text, now = '', before = ''] =
      /^America led before its copy was whole: ([\d,]+) confirmed .* and ([\d,]+) before that/.exec(
        verdict(back).text,
      ) ?? []
    expect(text).toBeDefined()
    // Before: the lag of 2 s, as in an outage without a way back.
    expect(before).toBe(`${run({ planned: 'for-good' }).loss.writes}`)
    expect(Number(now.replace(',', '')) + Number(before)).toBe(back.loss.writes)
  })

  it('does not call all well where a change of the primary kept users waiting', () => {
    const calm = { planned: 'nothing', ttlS: 60 } as const
    const changed = run(calm, [{ atMs: 100_000, action: 'promote-europe' }])
    const low = changed.samples.filter((sample) => servedShare(sample) < ENOUGH)
    expect(low.length).toBeGreaterThan(0)
    expect(verdict(changed).text).toContain('while the primary was changed')
    const rto = (model: RegionsModel) => readings(model)[0]?.value
    expect([rto(changed), rto(run(calm))]).toEqual([`${low.length}`, '0'])
    expect(said(calm)).toContain('All is well')
  })

  it('names the region that asked, and was told that the primary lives', () => {
    expect(verdict(inScene('a-link-is-cut')).text).toContain('Europe missed the primary')
    const asia = said({ planned: 'nothing' }, [{ atMs: 50_000, action: 'cut-am-as' }])
    expect(asia).toContain('Asia missed the primary')
  })

  it('speaks of a dark region only where one is', () => {
    expect(said({})).toContain('sent to the dark region')
    const isolated = said({ planned: 'isolated', ttlS: 30 })
    expect(isolated).toContain('A new primary takes writes')
    expect(isolated).not.toContain('dark region')
  })
})

it('rests where the new primary writes, however soon the reader strikes', () => {
  const model = run({ planned: 'nothing', ttlS: 30, promoteS: 0, probeS: 2 }, [
    { atMs: 20_000, action: 'lose-america' },
  ])
  const promoted = model.entries.find(({ note }) => note.kind === 'promoted')
  expect(promoted?.atMs).toBeLessThan(60_000)
  expect(restOf(model)).toBe((promoted?.atMs ?? 0) + 1000)
})
