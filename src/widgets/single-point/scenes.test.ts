import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { verdict } from './describe.ts'
import { parameters, singlePoint, type SpofValues } from './model.ts'
import { scenes } from './scenes.ts'

describe('the scenes', () => {
  // Requests lost, by hand as in model.test.ts. With a retry the lone server still loses those that
  // come more than a second try before the repair; how many is read off the run.
  it.each([
    ['a-dies', 39, 5, 'works'],
    ['refusing', 39, 2, 'works'],
    ['slow-check', 39, 13, 'works'],
    ['shared-cause', 39, 40, 'fails'],
    ['balancer', 0, 36, 'fails'],
    ['your-turn', 0, 0, 'neutral'],
  ])('%s loses %d alone and %d as a pair, and %s', (id, alone, paired, tone) => {
    const scene = scenes.find((candidate) => candidate.id === id)
    const model = singlePoint(complete(parameters, scene?.values ?? {}) as SpofValues, FIRST_COURSE)
    expect([model.single.failed, model.pair.failed]).toEqual([alone, paired])
    expect(verdict(model).tone).toBe(tone)
  })

  it('with a retry helps the pair and hardly the lone server', () => {
    const scene = scenes.find(({ id }) => id === 'retry')
    const { single, pair } = singlePoint(
      complete(parameters, scene?.values ?? {}) as SpofValues,
      FIRST_COURSE,
    )
    expect(pair.failed).toBeLessThan(5)
    expect(single.failed).toBeGreaterThan(25)
  })
})
