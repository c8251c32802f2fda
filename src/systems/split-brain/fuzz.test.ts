// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { explore, runSchedule } from './schedule.ts'
import { type Arbitration, type Flaw, type Invariant, INVARIANTS } from './world.ts'

const SEEDS = 2000
/** In CI every flaw must be found within so many. */
const FOUND_WITHIN = 500

describe.each<Arbitration>(['both', 'witness', 'fence'])('arbitration: %s', (arbitration) => {
  it(`keeps both promises on ${SEEDS} random schedules`, { timeout: 300_000 }, () => {
    let [answered, promotions, recovered] = [0, 0, 0]
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const { world } = explore(seed, arbitration)
      expect(world.breaches, `seed ${seed}`).toEqual({})
      answered += world.fates.filter(({ answeredMs }) => answeredMs !== undefined).length
      promotions += Math.max(world.nodes.A.epoch, world.nodes.B.epoch) - 1
      const late = world.fates.filter(({ sentMs }) => sentMs > 7000)
      if (late.some(({ answeredMs }) => answeredMs !== undefined)) recovered += 1
    }
    // They are schedules on which something happens, and after which it works again.
    expect(answered / SEEDS).toBeGreaterThan(20)
    expect(promotions / SEEDS).toBeGreaterThan(0.5)
    expect(recovered / SEEDS).toBeGreaterThan(0.9)
  })
})

describe.each<[Arbitration, Flaw | undefined, Invariant]>([
  ['none', undefined, 'onePrimary'],
  ['none', undefined, 'nothingLost'],
  ['witness', 'counts-the-living', 'onePrimary'],
  ['witness', 'counts-the-living', 'nothingLost'],
  ['witness', 'keeps-leading', 'onePrimary'],
  ['witness', 'keeps-leading', 'nothingLost'],
  ['witness', 'votes-for-stale', 'nothingLost'],
  ['fence', 'promotes-unfenced', 'onePrimary'],
  ['fence', 'promotes-unfenced', 'nothingLost'],
])('arbitration: %s, %s', (arbitration, flaw, invariant) => {
  it(`breaks ${invariant} within ${FOUND_WITHIN} seeds, and not without the flaw`, () => {
    let found = 0
    while (
      found < FOUND_WITHIN &&
      explore(found, arbitration, flaw).world.breaches[invariant] === undefined
    )
      found += 1
    expect(found).toBeLessThan(FOUND_WITHIN)
    const { schedule, world } = explore(found, arbitration, flaw)
    // The schedule is the run: it breaks at the same moment when it is run again.
    expect(runSchedule(schedule).breaches).toEqual(world.breaches)
    if (flaw === undefined) return
    const { flaw: _, ...sound } = schedule.parameters
    expect(runSchedule({ ...schedule, parameters: sound }).breaches).toEqual({})
  })
})

it('promises both', () => {
  expect(INVARIANTS).toEqual(['onePrimary', 'nothingLost'])
})
