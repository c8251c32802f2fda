// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { type Protection, runSchedule, scheduleOf } from './schedule.ts'
import { PROMISES, type PromiseName } from './world.ts'

const SEEDS = 2000
/** In CI every flaw must be found within so many. */
const FOUND_WITHIN = 500

const SOUND: Protection = {
  confirmations: 'some',
  lagCheck: true,
  fencing: true,
  reads: 'session',
}

const brokenBy = (seed: number, protection: Protection): readonly PromiseName[] => {
  const { breaches } = runSchedule(scheduleOf(seed, protection))
  return PROMISES.filter((promise) => breaches[promise])
}

describe('replication on random schedules', () => {
  it.each(['session', 'primary'] as const)(
    `with a confirmation, a look at the lag, fencing and reads by %s keeps its word on ${SEEDS / 2} of them`,
    { timeout: 120_000 },
    (reads) => {
      let [acknowledged, promotions, reading] = [0, 0, 0]
      for (let seed = 0; seed < SEEDS / 2; seed += 1) {
        const world = runSchedule(
          scheduleOf(reads === 'session' ? seed : SEEDS + seed, { ...SOUND, reads }),
        )
        const { durable, ownWrites, oneHistory } = world.breaches
        expect({ durable, ownWrites, oneHistory }, `seed ${seed}`).toEqual({})
        acknowledged += world.fates.filter((fate) => fate.acknowledgedMs !== undefined).length
        promotions += world.outages.length
        reading += world.reads.length
      }
      // They are schedules on which something happens.
      expect(acknowledged / SEEDS).toBeGreaterThan(1)
      expect(reading / SEEDS).toBeGreaterThan(1)
      expect(promotions / SEEDS).toBeGreaterThan(0.2)
    },
  )

  // Nobody's word is waited for, so nothing is promised of losses; yet histories do not part.
  it('without a confirmation loses writes, and has one history as long as it is fenced', () => {
    const found = Array.from({ length: FOUND_WITHIN }, (_, seed) =>
      brokenBy(seed, { ...SOUND, confirmations: 'none' }),
    )
    expect(found.some((broken) => broken.includes('durable'))).toBe(true)
    expect(found.some((broken) => broken.includes('oneHistory'))).toBe(false)
  })

  it.each([
    ['a promotion without a look at the lag', { lagCheck: false }, 'durable'],
    ['a promotion without fencing', { fencing: false }, 'oneHistory'],
    ['a promotion without fencing', { fencing: false }, 'durable'],
    ['reads at any replica', { reads: 'replicas' }, 'ownWrites'],
    ['reads at any replica', { reads: 'replicas' }, 'monotonic'],
  ] as const)(
    `%s is caught within ${FOUND_WITHIN} of them`,
    { timeout: 60_000 },
    (_, flaw, promise) => {
      let found: number | undefined
      for (let seed = 0; seed < FOUND_WITHIN && found === undefined; seed += 1)
        if (brokenBy(seed, { ...SOUND, ...flaw }).includes(promise)) found = seed
      expect(found).toBeDefined()
    },
  )
})
