import { describe as suite, expect, it } from 'vitest'
import { describe, verdict } from './describe.ts'
import { type KindsModel, requestFailure, sixKinds } from './model.ts'
import { eventName, guardName } from './names.ts'
import { calls, oneIn } from './numbers.ts'
import { distances, KINDS, type KindsValues } from './parameters.ts'
import { miniature } from './stage.ts'
import { story } from './story.ts'

/** Every state that the controls reach, but for distances between the stops. */
const STATES: readonly KindsValues[] = KINDS.flatMap((kind) =>
  (['nothing', 'usual', 'pitfall'] as const).flatMap((happening) =>
    (['bare', 'guarded'] as const).flatMap((guard) =>
      [1, 2, 3, 4, 5].flatMap((count) =>
        (kind === 'place' ? distances : [6000]).map((distanceKm) => ({
          kind,
          happening,
          guard,
          count,
          distanceKm,
        })),
      ),
    ),
  ),
)

/** All that is said of the kind that is shown. */
const wordsOf = (model: KindsModel): string => {
  const { kind, happening, guard, count } = model.values
  return [
    eventName(kind, happening, count),
    guardName(kind, guard, count),
    describe(model),
    ...miniature(model).flatMap((group) => group.flatMap(({ name, note }) => [name, note])),
  ].join(' | ')
}

const states = (kind: KindsValues['kind']) => STATES.filter((values) => values.kind === kind)

/** What is said holds exactly of these states of a kind. Each by hand, from the picture of the kind. */
const CLAIMS: readonly (readonly [
  KindsValues['kind'],
  RegExp,
  (values: KindsValues, model: KindsModel) => boolean,
])[] = [
  [
    'hardware',
    /There is one supply/,
    ({ count, happening }) => count === 1 && happening !== 'nothing',
  ],
  [
    'hardware',
    /in order, its circuit is dark/,
    ({ count, happening }) => count === 1 && happening === 'pitfall',
  ],
  ['hardware', /One supply is dead/, ({ count, happening }) => count > 1 && happening === 'usual'],
  [
    'hardware',
    /every one of them is dark/,
    ({ count, happening, guard }) => count > 1 && happening === 'pitfall' && guard === 'bare',
  ],
  [
    'hardware',
    /plugged into the second/,
    ({ count, happening, guard }) => count > 1 && happening === 'pitfall' && guard === 'guarded',
  ],
  ['software', /There is one pod/, ({ count, happening }) => count === 1 && happening === 'usual'],
  [
    'software',
    /the one that is left/,
    ({ count, happening }) => count === 2 && happening === 'usual',
  ],
  ['software', /the others take/, ({ count, happening }) => count > 2 && happening === 'usual'],
  [
    'software',
    /answered from the cache/,
    ({ guard, happening }) => guard === 'guarded' && happening === 'pitfall',
  ],
  ['data', /There was one copy/, ({ count, happening }) => count === 1 && happening !== 'nothing'],
  ['data', /on another|takes over/, ({ count, happening }) => count > 1 && happening !== 'nothing'],
  [
    'data',
    /was behind/,
    ({ count, happening, guard }) => count > 1 && happening === 'pitfall' && guard === 'bare',
  ],
  [
    'data',
    /a write waits for one copy|had confirmed/,
    ({ count, guard }) => count > 1 && guard === 'guarded',
  ],
  ['place', /There is one region/, ({ count, happening }) => count === 1 && happening === 'usual'],
  ['place', /served by another/, ({ count, happening }) => count > 1 && happening === 'usual'],
  ['place', /another region/, ({ count, happening }) => count > 1 && happening === 'pitfall'],
  ['place', /nobody waits that long/, (_, { current }) => current.measure > 1000],
  ['place', /nobody notices/, (_, { current }) => current.measure > 0 && current.measure <= 10],
  ['place', /: limps/, (_, { current }) => current.measure > 10 && current.measure <= 1000],
  ['time', /Nobody tries again/, ({ count, happening }) => count === 1 && happening !== 'nothing'],
  [
    'time',
    /Requests that fail after all/,
    ({ count, happening }) => count > 1 && happening === 'usual',
  ],
  [
    'time',
    /stops it again/,
    (_, { values, current }) => values.happening === 'pitfall' && current.measure > 1.1,
  ],
  [
    'time',
    /can recover/,
    (_, { values, current }) => values.happening === 'pitfall' && current.measure <= 1.1,
  ],
  [
    'information',
    /put right/,
    ({ happening, guard }) => happening === 'usual' && guard === 'guarded',
  ],
]

suite('what is said', () => {
  it.each(CLAIMS)('of %s as %s holds exactly where it is said', (kind, said, holds) => {
    for (const values of states(kind)) {
      const model = sixKinds(values)
      expect(said.test(wordsOf(model)), JSON.stringify(values)).toBe(holds(values, model))
    }
  })

  it('is a sentence of its own for each outcome, and nothing while nothing happens', () => {
    const outcomes = new Map<string, string>()
    for (const values of STATES) {
      const model = sixKinds(values)
      const text = story(model)
      expect(text).toMatch(/\.$/)
      expect(text.startsWith('Nothing has happened')).toBe(values.happening === 'nothing')
      if (values.happening === 'nothing') continue
      const tone = `${values.kind} ${verdict(model).tone}`
      expect(outcomes.get(text) ?? tone, text).toBe(tone)
      outcomes.set(text, tone)
    }
  })

  // By hand: two attempts in each of three layers fail together at 0.1 to the 8th; four at the 64th.
  // Within a budget of a tenth 1.1 attempts succeed 0.99 times.
  it.each([
    [2, 'bare', 'one in 100,000,000'],
    [4, 'bare', 'fewer than one in a billion'],
    [2, 'guarded', 'one in 100'],
    [5, 'guarded', 'one in 100'],
  ] as const)('of %d attempts, %s, is that %s fails', (count, guard, failure) => {
    const values = { kind: 'time', happening: 'usual', guard, count, distanceKm: 6000 } as const
    expect(oneIn(requestFailure(values))).toBe(failure)
    expect(story(sixKinds(values))).toContain(`: ${failure}.`)
  })

  it('of one call, or of one and a hair more, is that of one', () => {
    expect([1, 1.0001, 1.01, 64].map(calls)).toEqual(['1 call', '1 call', '1.01 calls', '64 calls'])
  })

  // By hand: 1 ms a round trip for each 100 km, twenty of them query by query.
  it.each([
    [10, 'bare', 2, 'serves'],
    [100, 'bare', 20, 'limps'],
    [6000, 'bare', 1200, 'fails'],
    [10, 'guarded', 0.1, 'serves'],
    [1000, 'guarded', 10, 'serves'],
    [20_000, 'guarded', 200, 'limps'],
  ] as const)('of %d km, %s, is a wait of %d ms that %s', (distanceKm, guard, waits, fate) => {
    const { current } = sixKinds({
      kind: 'place',
      happening: 'pitfall',
      guard,
      count: 2,
      distanceKm,
    })
    expect([current.measure, current.fate]).toEqual([waits, fate])
  })

  // By hand: a budget of a tenth leaves 1.1 calls of however many were wanted; all requests fail.
  it('of a budget is true in the model: a tenth more calls, and every request fails meanwhile', () => {
    for (const values of states('time')) {
      if (values.happening !== 'pitfall' || values.guard === 'bare' || values.count === 1) continue
      expect(sixKinds(values).current.measure).toBe(1.1)
      expect(requestFailure(values)).toBe(1)
      expect(story(sixKinds(values))).toContain('1.1 calls on average')
    }
  })
})
