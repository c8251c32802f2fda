import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { paradox, parameters, type ParadoxValues } from './model.ts'
import { scenes } from './scenes.ts'

describe('the scenes', () => {
  it('tell the story in order: A alone, three rescues, two harms, a cause shared in part and whole, all at once', () => {
    expect(scenes.map(({ id }) => id)).toEqual([
      'a-alone',
      'failover-90',
      'failover-95',
      'failover-50',
      'router-in-path',
      'jumpy-detector',
      'tenth-shared',
      'common-cause',
      'all-at-once',
    ])
  })

  // 99.495 % is more than 99 %: half a failover helps, whatever is told elsewhere. The rest follows
  // from the failures per million: 1,090, 595, 5,050, 50,095, 15,049, 1,081 and 4,040 against 10,000.
  it.each([
    ['a-alone', 0],
    ['failover-90', 1],
    ['failover-95', 1],
    ['failover-50', 1],
    ['router-in-path', -1],
    ['jumpy-detector', -1],
    ['tenth-shared', 1],
    ['common-cause', 0],
    ['all-at-once', 1],
  ])('%s stands on its side of A alone: %d', (id, side) => {
    const scene = scenes.find((candidate) => candidate.id === id)
    // The edge between scenes and types, as in the frame.
    const values = complete(parameters, scene?.values ?? {}) as ParadoxValues
    expect(Math.sign(paradox(values).outcome.gainOverA)).toBe(side)
  })
})
