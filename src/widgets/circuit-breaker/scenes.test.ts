import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { verdict } from './describe.ts'
import { type BreakerValues, circuitBreaker, parameters } from './model.ts'
import { sparedShare } from './outcome.ts'
import { scenes } from './scenes.ts'

const modelOf = (id: string, change: Partial<BreakerValues> = {}) =>
  circuitBreaker(
    // The edge between scenes and types, as in the frame.
    complete(parameters, {
      ...scenes.find((scene) => scene.id === id)?.values,
      ...change,
    }) as BreakerValues,
    FIRST_COURSE,
  )

const opens = (id: string, change: Partial<BreakerValues> = {}) =>
  modelOf(id, change).guarded.turnings.filter(({ to }) => to === 'open').length

describe('the scenes', () => {
  it('tell the story in order: what it is for, what it lets pass, and how it is set wrongly', () => {
    expect(scenes.map(({ id }) => id)).toEqual([
      'long-outage',
      'blip',
      'too-jumpy',
      'too-sluggish',
      'brown-out',
      'flapping',
      'slow-ignored',
      'bulkhead',
      'slow-counted',
    ])
  })

  it.each([
    ['long-outage', 'works'],
    ['blip', 'works'],
    ['too-jumpy', 'fails'],
    ['too-sluggish', 'fails'],
    ['slow-ignored', 'fails'],
    ['bulkhead', 'neutral'],
    ['slow-counted', 'works'],
  ])('%s is said to be: %s', (id, tone) => {
    expect(verdict(modelOf(id)).tone).toBe(tone)
  })

  it('let a blip pass on which a more nervous rule would have tripped', () => {
    expect(opens('blip')).toBe(0)
    expect(opens('blip', { inRow: true, failures: 3 })).toBe(1)
  })

  it('spare the provider most of an outage, and the sluggish one less', () => {
    expect(sparedShare(modelOf('long-outage'))).toBeGreaterThan(0.85)
    expect(sparedShare(modelOf('too-sluggish'))).toBeLessThan(0.7)
    expect(modelOf('too-sluggish').againMs).toBeGreaterThan(20_000)
  })

  it('open for slow calls only where slow is a failure', () => {
    expect(opens('slow-ignored')).toBe(0)
    expect(opens('slow-counted')).toBeGreaterThan(0)
  })

  it('open in every one of the five failures of a provider that flaps', () => {
    expect(opens('flapping')).toBe(5)
  })
})
