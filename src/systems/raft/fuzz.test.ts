// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { FLAWS } from './parameters.ts'
import { raft } from './rules.ts'
import { breachOf, explore, runSchedule } from './schedule.ts'
import { shrink } from './shrink.ts'

const SEEDS = 10_000
/** In CI every flaw must be found within so many. */
const FOUND_WITHIN = 500

function firstBreach(flaw: (typeof FLAWS)[number]) {
  for (let seed = 0; seed < FOUND_WITHIN; seed += 1) {
    const explored = explore(seed, flaw)
    if (explored.broken) return explored
  }
  return undefined
}

describe('Raft on random schedules', () => {
  it(`breaks nothing on ${SEEDS} of them`, { timeout: 300_000 }, () => {
    let [leaders, acknowledged] = [0, 0]
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const { broken, world } = explore(seed)
      expect(broken, `seed ${seed}`).toBeUndefined()
      leaders += Object.keys(world.ledger.leaders).length
      acknowledged += world.ledger.acknowledged.length
    }
    // They are schedules on which something happens.
    expect(leaders / SEEDS).toBeGreaterThan(2)
    expect(acknowledged / SEEDS).toBeGreaterThan(1.5)
  })
})

describe.each(FLAWS)('a Raft that %s', (flaw) => {
  it(
    `is caught within ${FOUND_WITHIN} seeds, by a schedule that a reader can read`,
    {
      timeout: 120_000,
    },
    () => {
      const found = firstBreach(flaw)
      expect(found).toBeDefined()
      if (!found?.broken) return
      // The schedule is the run: it breaks at the same moment when it is run again.
      expect(breachOf(found.schedule)).toEqual(found.broken)
      const least = shrink(found.schedule)
      expect(breachOf(least)?.invariant).toBe(found.broken.invariant)
      expect(least.deeds.length).toBeLessThanOrEqual(15)
      // The same schedule without the flaw is sound.
      const { flaw: _, ...sound } = least.parameters
      expect(runSchedule({ ...least, parameters: sound }, raft).world().ledger.breaches).toEqual({})
    },
  )
})
