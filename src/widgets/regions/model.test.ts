// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { recoveryMs, verdict } from './describe.ts'
import { restOf } from './events.ts'
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
