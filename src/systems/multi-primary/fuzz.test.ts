// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { shownAt } from './ledger.ts'
import { multiPrimary } from './rules.ts'
import { explore, runSchedule } from './schedule.ts'
import { siteIds } from './turn.ts'
import { CONFLICT_RULES, type ConflictRule, INVARIANTS, type Invariant } from './world.ts'

const SEEDS = 1500
/** Every flaw must be found within so many. */
const FOUND_WITHIN = 500

/** What a rule cannot promise, by hand; everything else it must hold. */
const BROKEN: Readonly<Record<ConflictRule, readonly Invariant[]>> = {
  arrival: ['agreement', 'nothingLost', 'order'],
  clock: ['nothingLost', 'order'],
  lamport: ['nothingLost'],
  siblings: [],
  union: ['removals'],
  'or-set': [],
}

describe.each(CONFLICT_RULES)('%s', (rule) => {
  it(
    'breaks on random schedules what it cannot promise, soon, and nothing else',
    { timeout: 120_000 },
    () => {
      const seeds = BROKEN[rule].length === 0 ? SEEDS : FOUND_WITHIN
      const found = new Set<Invariant>()
      let writes = 0
      for (let seed = 0; seed < seeds; seed += 1) {
        const { world } = explore(seed, rule, multiPrimary)
        writes += world.writes.length
        for (const invariant of INVARIANTS)
          if (world.breaches[invariant] !== undefined) {
            expect(BROKEN[rule], `${invariant}, seed ${seed}`).toContain(invariant)
            found.add(invariant)
          }
      }
      expect(INVARIANTS.filter((invariant) => found.has(invariant))).toEqual(
        INVARIANTS.filter((invariant) => BROKEN[rule].includes(invariant)),
      )
      // They are schedules on which something happens.
      expect(writes / seeds).toBeGreaterThan(8)
    },
  )
})

it.each(CONFLICT_RULES.filter((rule) => rule !== 'arrival'))(
  '%s shows the same everywhere once everything has arrived',
  { timeout: 60_000 },
  (rule) => {
    for (let seed = 0; seed < FOUND_WITHIN; seed += 1) {
      const { world } = explore(seed, rule, multiPrimary)
      expect(world.flights, `seed ${seed}`).toEqual([])
      const all = world.writes.map(({ number }) => number)
      for (const id of siteIds(world.parameters)) {
        expect(world.sites[id]?.known, `seed ${seed}`).toEqual(all)
        expect(shownAt(world, id), `seed ${seed}`).toBe(shownAt(world, 'A'))
      }
    }
  },
)

describe('a schedule that breaks something', () => {
  it('breaks the same at the same moment when it is run again', () => {
    const found = Array.from({ length: FOUND_WITHIN }, (_, seed) => seed)
      .map((seed) => explore(seed, 'clock'))
      .find(({ broken }) => broken)
    expect(found).toBeDefined()
    if (found) expect(() => runSchedule(found.schedule)).toThrow(found.broken)
  })
})
