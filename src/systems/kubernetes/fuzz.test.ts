// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { explore, operations } from './explore.ts'

/** As many lists as a change must stand before it lands. */
const LISTS = 2000

/** Operations in each; long enough to meet a rollout, a drain and a lost node in one list. */
const LENGTH = 6

describe('a cluster to which anything is done', () => {
  it(`keeps its promises through ${LISTS} random lists of operations`, { timeout: 300_000 }, () => {
    for (let seed = 0; seed < LISTS; seed += 1) {
      const { breach } = explore(operations(seed, LENGTH), seed)
      expect(breach, `seed ${seed}`).toBeUndefined()
    }
  })
})
