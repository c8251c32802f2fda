// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { takeoverMs, tookOverMs, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { HEALED_MS, LENGTH_MS, STRUCK_MS } from './fixed.ts'
import { forkOf } from './fork.ts'
import { type SplitBrainModel, splitBrainRun, worldAt } from './model.ts'
import { subjects } from './names.ts'
import { parameters, type SplitBrainValues } from './parameters.ts'
import { scenes } from './scenes.ts'
import { stateOf } from './spells.ts'
import { widget } from './widget.ts'

const run = (
  over: Partial<SplitBrainValues> = {},
  deeds: readonly { readonly atMs: number; readonly action: string }[] = [],
  seed = 1,
): SplitBrainModel =>
  splitBrainRun(complete(parameters, over) as SplitBrainValues, { ...FIRST_COURSE, seed, deeds })

const inScene = (id: string) =>
  run((scenes.find((scene) => scene.id === id)?.values ?? {}) as Partial<SplitBrainValues>)

const statesAt = (model: SplitBrainModel, atMs: number) => {
  const world = worldAt(model, atMs)
  return [stateOf(world, 'A', atMs), stateOf(world, 'B', atMs)]
}

describe('the scenes', () => {
  it.each([
    ['silence', 'fails', ['both', 'both'], true],
    ['dead', 'works', ['down', 'alone'], false],
    ['two-votes', 'neutral', ['silent', 'silent'], false],
    ['witness', 'works', ['silent', 'alone'], false],
    ['living', 'fails', ['both', 'both'], true],
    ['stale', 'fails', ['down', 'alone'], true],
    ['fence', 'works', ['alone', 'silent'], false],
    ['duel', 'fails', ['silent', 'alone'], false],
    ['blocked', 'neutral', ['waits', 'silent'], false],
    ['unfenced', 'fails', ['both', 'both'], true],
  ])('%s: %s', (id, tone, before, loses) => {
    const model = inScene(id)
    expect(statesAt(model, HEALED_MS - 1)).toEqual(before)
    expect(verdict(model).tone).toBe(tone)
    expect(model.outcome.lost > 0).toBe(loses)
  })

  it('show a duel while both are off', () => {
    const model = inScene('duel')
    expect(statesAt(model, timeline(model).restMs)).toEqual(['down', 'down'])
  })

  it('begin with two histories to be seen, which heal to one', () => {
    const model = inScene('silence')
    const parted = forkOf(worldAt(model, timeline(model).restMs))
    expect(parted.branches.A.length).toBeGreaterThan(5)
    expect(parted.branches.B.length).toBeGreaterThan(5)
    const healed = forkOf(model.last)
    expect(healed.thrown).toBe('A')
    expect(healed.branches.A.every(({ thrown }) => thrown)).toBe(true)
    const { A, B } = model.last.nodes
    expect(A.log).toEqual(B.log.slice(0, A.log.length))
  })

  it('compare the same trouble under each rule: the price of safety is answers', () => {
    const { others } = inScene('silence')
    const [none, both, witness, fence] = others.map(({ outcome }) => outcome)
    expect(none?.lost).toBeGreaterThan(0)
    expect([both?.lost, witness?.lost, fence?.lost]).toEqual([0, 0, 0])
    expect(both?.nobodyMs).toBeGreaterThan(witness?.nobodyMs ?? Infinity)
    expect(witness?.unanswered).toBeGreaterThan(none?.unanswered ?? Infinity)
  })
})

// The arithmetic against the run: never later, and later than silence alone.
describe('a takeover', () => {
  const rules = ['none', 'witness', 'fence'] as const
  const grid = rules.flatMap((rule) =>
    [500, 1000, 1500].flatMap((detectMs) =>
      [500, 1000, 2000].flatMap((ttlMs) =>
        [10, 50, 100].map((latencyMs) => ({ rule, detectMs, ttlMs, latencyMs })),
      ),
    ),
  )
  it.each(grid)('of $rule, $detectMs, $ttlMs, $latencyMs comes in time', (values) => {
    const model = run({ ...values, planned: 'dies' })
    const took = (tookOverMs(model) ?? Infinity) - STRUCK_MS
    expect(took).toBeLessThanOrEqual(takeoverMs(model) ?? 0)
    expect(took).toBeGreaterThan(values.detectMs - 500)
  })
})

describe('nobody answers', () => {
  it('while a primary takes writes whose copies are never confirmed', () => {
    expect(run({ rule: 'witness', planned: 'one-way' }).outcome.nobodyMs).toBeGreaterThan(5000)
  })

  it.each([
    ['both', 'dies'],
    ['witness', 'one-way'],
    ['witness', 'twice'],
    ['fence', 'twice'],
  ] as const)('under %s where it %s, which is safe and no success', (rule, planned) => {
    expect(verdict(run({ rule, planned })).tone).toBe('neutral')
  })
})

describe('what a reader does', () => {
  const calm = { rule: 'none', planned: 'nothing' } as const

  it('cuts and mends links, kills and starts nodes', () => {
    expect(verdict(run(calm)).tone).toBe('neutral')
    const parted = run(calm, [{ atMs: 3000, action: 'cut-a-b' }])
    expect(parted.outcome.twoMs).toBeGreaterThan(5000)
    // Nobody has thrown anything away yet.
    expect(verdict(parted).tone).toBe('fails')
    expect(parted.outcome.lost).toBe(0)
    const mended = run(calm, [
      { atMs: 3000, action: 'cut-a-b' },
      { atMs: 9000, action: 'mend-a-b' },
    ])
    expect(mended.outcome.lost).toBeGreaterThan(0)
    const killed = run(calm, [
      { atMs: 3000, action: 'crash-a' },
      { atMs: 9000, action: 'restart-a' },
    ])
    expect(killed.outcome).toMatchObject({ twoMs: 0, lost: 0 })
  })

  it('may name what is not there, which changes nothing', () => {
    const odd = ['cut-a', 'cut-__proto__', 'crash-w', 'mend-', 'restart-constructor', 'x']
    const model = run(
      calm,
      odd.map((action) => ({ atMs: 3000, action })),
    )
    expect(model.last).toEqual(run(calm).last)
  })

  it('is listed for the keyboard: what is there under the rule', () => {
    const ids = (model: SplitBrainModel, index: number) =>
      subjects[index]?.targets(model, 3000).map(({ id }) => id)
    expect(ids(run(calm), 0)).toEqual(['a-b', 'a-to-b', 'b-to-a'])
    expect(ids(run({ rule: 'witness' }), 0)).toContain('a-w')
    expect(ids(run({ rule: 'fence' }), 0)).toContain('b-fence-a')
    expect(ids(run(calm), 1)).toEqual(['a', 'b'])
    expect(widget.can('cut-a-fence-b')).toBe(true)
  })

  it('tells each thing once, in the order of time', () => {
    const { entries } = timeline(inScene('blocked'))
    expect(entries.map(({ atMs }) => atMs)).toEqual(
      entries.map(({ atMs }) => atMs).toSorted((one, other) => one - other),
    )
    expect(entries.length).toBeLessThan(20)
    expect(entries.every(({ atMs }) => atMs <= LENGTH_MS)).toBe(true)
  })
})

it('is worked out fast enough to be moved', () => {
  const started = performance.now()
  for (let seed = 0; seed < 5; seed += 1)
    run({ rule: 'unfenced', latencyMs: 10, detectMs: 500 }, [], seed)
  expect((performance.now() - started) / 5).toBeLessThan(400)
})
