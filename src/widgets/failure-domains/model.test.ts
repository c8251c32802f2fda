// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { KINDS } from '../../systems/failure-domains/estate.ts'
import { readings, singlesOf, verdict } from './describe.ts'
import { nowOf } from './drill.ts'
import { subjects, timeline } from './events.ts'
import { type DomainsModel, type DomainsValues, failureDomains, parameters } from './model.ts'
import { scenes } from './scenes.ts'

const run = (
  over: Partial<DomainsValues> = {},
  deeds: readonly { readonly atMs: number; readonly action: string }[] = [],
): DomainsModel =>
  failureDomains(complete(parameters, over) as DomainsValues, { ...FIRST_COURSE, deeds })

const inScene = (id: string) =>
  run((scenes.find((scene) => scene.id === id)?.values ?? {}) as Partial<DomainsValues>)

describe('the scenes', () => {
  // By hand, from the estate: who stands in what, and how many may be lost.
  it.each([
    ['one-rack', 'fails', ['rack-a1', 'zone-a', 'region-n', 'feed-n-a']],
    ['one-version', 'fails', ['region-n', 'feed-n-a', 'version-1']],
    ['one-feed', 'fails', ['region-n', 'feed-n-a']],
    ['third-beside', 'fails', ['zone-a', 'region-n', 'feed-n-a', 'version-1']],
    ['two-zones', 'fails', ['zone-a', 'zone-b', 'region-n', 'feed-n-a', 'feed-n-b', 'version-1']],
    ['spread', 'works', []],
    ['fourth', 'fails', ['region-n', 'version-2']],
    ['five', 'works', []],
  ])('%s: %s', (id, tone, singles) => {
    const model = inScene(id)
    expect(verdict(model).tone).toBe(tone)
    expect(singlesOf(model).toSorted()).toEqual(singles.toSorted())
  })

  it('turn the lamp of every kind red in some state, and leave it blue in another', () => {
    const redIn = (model: DomainsModel) =>
      new Set(
        model.behind.filter(({ id }) => singlesOf(model).includes(id)).map(({ kind }) => kind),
      )
    const oneHost = run({}, [
      { atMs: 0, action: 'choose-2' },
      { atMs: 0, action: 'put-a1-1' },
      { atMs: 0, action: 'choose-3' },
      { atMs: 0, action: 'put-a1-1' },
    ])
    expect([...redIn(oneHost)].toSorted()).toEqual([...KINDS].toSorted())
    expect(redIn(inScene('spread')).size).toBe(0)
  })

  // By hand: 1 - (1 - 0.0005)(1 - 0.0001)(1 - 0.00001)(1 - 0.0001) = 7.09883e-4, and 0.0013^3 of
  // the rest; the claim is 0.00201^3.
  it('tell many nines from few in the first', () => {
    const { exact, independent } = inScene('one-rack')
    expect(exact.unreliability).toBeCloseTo(7.09885e-4, 9)
    expect(independent.unreliability).toBeCloseTo(8.1e-9, 10)
  })

  it('promise no more than the truth where nothing is shared, and less with a fourth replica', () => {
    const spread = inScene('spread')
    expect(spread.independent.unreliability / spread.exact.unreliability).toBeCloseTo(1, 12)
    expect(inScene('fourth').exact.unreliability).toBeGreaterThan(spread.exact.unreliability)
    expect(inScene('five').exact.unreliability).toBeLessThan(spread.exact.unreliability)
  })

  // Three hosts and their racks take half a second each; rack a1 is the fourth loss.
  it('rest at the loss that tells of the placement', () => {
    const at = (id: string) => {
      const model = inScene(id)
      return nowOf(model, timeline(model).restMs)
    }
    expect(at('one-rack').slot?.domain.id).toBe('rack-a1')
    expect(timeline(inScene('one-rack')).restMs).toBe(4500)
    expect(at('one-version').slot?.domain.id).toBe('version-1')
    expect(at('one-version').stands).toBe(false)
    expect(at('two-zones').slot?.domain.id).toBe('zone-a')
    expect(at('spread')).toMatchObject({ slot: { domain: { id: 'region-n' } }, stands: true })
    expect(at('fourth')).toMatchObject({ slot: { domain: { id: 'region-n' } }, stands: false })
  })
})

describe('the drill', () => {
  it('begins and ends with everything up, and agrees with the smallest sets in between', () => {
    for (const { id } of scenes) {
      const model = inScene(id)
      const { lengthMs, entries } = timeline(model)
      expect([nowOf(model, 0).down.size, nowOf(model, lengthMs).down.size]).toEqual([0, 0])
      const fatal = model.drill.filter((slot) => !slot.stands).map(({ domain }) => domain.id)
      expect([...new Set(fatal)].toSorted()).toEqual([...singlesOf(model)].toSorted())
      expect(entries.length).toBeGreaterThan(5)
    }
  })

  it('gives each domain the same moment wherever the replicas are', () => {
    const times = (model: DomainsModel) =>
      model.drill.filter(({ domain }) => domain.kind !== 'host').map(({ fromMs }) => fromMs)
    expect(times(inScene('one-rack'))).toEqual(times(inScene('spread')))
  })
})

describe('what a reader does', () => {
  it('holds a domain down from then on, until it is brought back', () => {
    const model = run({ policy: 'everything', needed: 'majority' }, [
      { atMs: 4500, action: 'down-region-s' },
      { atMs: 9000, action: 'up-region-s' },
    ])
    expect(nowOf(model, 4499).held).toEqual([])
    expect(nowOf(model, 4500)).toMatchObject({ held: ['region-s'], lost: [0, 1], stands: false })
    expect(nowOf(model, 5500)).toMatchObject({ lost: [1], stands: true })
    expect(nowOf(model, 9500).held).toEqual([])
    // What was single before is single still: the lamps are of the placement.
    expect(singlesOf(model)).toEqual([])
  })

  // By hand: one of the three replicas stands in each region.
  it('counts what is held down among those that are down', () => {
    const model = run({ policy: 'everything', needed: 'majority' }, [
      { atMs: 0, action: 'down-region-s' },
    ])
    const texts = timeline(model).entries.map(({ text }) => text)
    expect(texts).toContain('Down: region North. 2 replicas down in all. The service is down.')
    expect(texts).toContain('Down: region South. 1 replica down in all. The service stands.')
  })

  it('moves the chosen replica, for the whole drill', () => {
    const model = run({}, [
      { atMs: 4500, action: 'choose-3' },
      { atMs: 4500, action: 'put-e2-2' },
    ])
    expect(model.service.hosts.map(({ id }) => id)).toEqual(['a1-1', 'a1-2', 'e2-2'])
    expect(model.chosen).toBe(2)
    expect(nowOf(model, 4500)).toMatchObject({ lost: [0, 1], stands: true })
  })

  it('does nothing to what does not exist', () => {
    const untouched = run()
    const touched = run(
      {},
      ['choose-9', 'choose-0', 'choose-4', 'put-z9-1', 'down-zone-z', 'up-zone-a', 'down-', 'x']
        .map((action) => ({ atMs: 100, action }))
        .concat({ atMs: 200, action: 'down-constructor' }),
    )
    expect(touched).toEqual(untouched)
  })

  it('can be done without a pointer: every replica, host and domain behind it is listed', () => {
    const model = inScene('one-rack')
    const [domains, replicas, hosts] = subjects.map(({ targets }) => targets(model, 0))
    expect(domains?.slice(0, 4).map(({ id }) => id)).toEqual(singlesOf(model))
    expect([domains?.length, replicas?.length, hosts?.length]).toEqual([10, 3, 33])
  })
})

it('reads well where nothing ever fails', () => {
  const never = { host: 0, rack: 0, zone: 0, region: 0, feed: 0, version: 0 }
  const model = run(never)
  expect(model.exact.unreliability).toBe(0)
  expect(readings(model).map(({ value }) => value)).not.toContain('Infinity')
})
