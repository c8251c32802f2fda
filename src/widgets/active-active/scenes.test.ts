import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { verdict } from './describe.ts'
import { activeActive, type PairValues, parameters } from './model.ts'
import { scenes } from './scenes.ts'

describe('the scenes', () => {
  // Requests that fail, by hand as in model.test.ts; those of 80% each are read
  // off the run and hold it where it is, as how a queue of two fills is no sum for a line.
  it.each([
    ['half-load', 12, 2, 'neutral'],
    ['crash', 12, 1, 'neutral'],
    ['eighty-each', 26, 11, 'fails'],
    ['drained', 5, 0, 'works'],
    ['cut-off', 12, 1, 'neutral'],
    ['balancer', 5, 5, 'fails'],
    ['stale-standby', 12, 1, 'fails'],
  ])('%s loses %d where one waits, %d where all work, and %s', (id, passive, active, tone) => {
    const scene = scenes.find((candidate) => candidate.id === id)
    // The edge between scenes and types, as in the frame.
    const values = complete(parameters, scene?.values ?? {}) as PairValues
    const model = activeActive(values, FIRST_COURSE)
    expect([model.passive.failed, model.active.failed]).toEqual([passive, active])
    expect(verdict(model).tone).toBe(tone)
  })

  it('are seven, in the order of the story', () => {
    expect(scenes).toHaveLength(7)
    expect(scenes[0]?.id).toBe('half-load')
  })
})
