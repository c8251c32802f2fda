import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Deed, history } from './history.ts'
import { BrokenInvariantError } from './machine.ts'
import type { Rules } from './rules.ts'

/** A counter with one server: customers come, wait, and leave; a reader may close it. */
interface Shop {
  readonly waiting: number
  readonly served: number
  readonly open: boolean
}
type ShopEvent = 'comes' | 'leaves'
type ShopAction = 'close' | 'open' | 'break'
type ShopNote = 'came' | 'left' | 'closed' | 'opened' | 'turned away'

const shop: Rules<{ readonly everyMs: number }, Shop, ShopEvent, ShopAction, ShopNote> = {
  begin: () => ({
    world: { waiting: 0, served: 0, open: true },
    schedule: [{ afterMs: 0, event: 'comes' }],
    notes: ['opened'],
  }),
  happen(world, event, { draw }) {
    if (event === 'leaves') {
      const left = world.waiting - 1
      return {
        world: { ...world, waiting: left, served: world.served + 1 },
        schedule: left > 0 ? [{ afterMs: draw.exponential('service', 8), event: 'leaves' }] : [],
        notes: ['left'],
      }
    }
    const next = { afterMs: draw.exponential('arrivals', 10), event } as const
    if (!world.open) return { world, schedule: [next], notes: ['turned away'] }
    const begins = world.waiting === 0
    return {
      world: { ...world, waiting: world.waiting + 1 },
      schedule: begins
        ? [next, { afterMs: draw.exponential('service', 8), event: 'leaves' }]
        : [next],
      notes: ['came'],
    }
  },
  act(world, action) {
    if (action === 'break') return { world: { ...world, waiting: -1 } }
    return {
      world: { ...world, open: action === 'open' },
      notes: [action === 'open' ? 'opened' : 'closed'],
    }
  },
  invariants: { 'nobody is missing': ({ waiting }) => waiting >= 0 },
}

const course = (deeds: readonly Deed<ShopAction>[] = [], seed = 1) => ({
  parameters: { everyMs: 10 },
  seed,
  deeds,
})

/** Everything that a run shows up to a time, as bytes. */
const bytes = (
  run: ReturnType<
    typeof history<{ readonly everyMs: number }, Shop, ShopEvent, ShopAction, ShopNote>
  >,
  atMs: number,
) => JSON.stringify([run.at(atMs), run.entries(run.countAt(atMs))])

const actions = fc
  .array(
    fc.record({
      atMs: fc.integer({ min: 0, max: 3000 }),
      action: fc.constantFrom('close' as const, 'open' as const),
    }),
    { maxLength: 6 },
  )
  .map((deeds) => deeds.toSorted((a, b) => a.atMs - b.atMs))
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const RUNS = { seed: 20_090_115, numRuns: 60 }

describe('history', () => {
  it('is the same for the same course, byte for byte, however it is looked at', () => {
    fc.assert(
      fc.property(
        actions,
        seeds,
        fc.array(fc.integer({ min: 0, max: 4000 })),
        (deeds, seed, looks) => {
          const straight = bytes(history(shop, course(deeds, seed)), 4000)
          const wandering = history(shop, course(deeds, seed))
          for (const atMs of looks) wandering.at(atMs)
          expect(bytes(wandering, 4000)).toBe(straight)
          // And each look shows what a run that ended there would have shown.
          for (const atMs of looks) {
            expect(bytes(wandering, atMs)).toBe(bytes(history(shop, course(deeds, seed)), atMs))
          }
        },
      ),
      RUNS,
    )
  })

  it('steps forward and back through the very same worlds', () => {
    const run = history(shop, course())
    const last = run.countAt(5000)
    expect(last).toBeGreaterThan(600)
    const forward = Array.from({ length: last + 1 }, (_, count) => JSON.stringify(run.after(count)))
    for (let count = last; count >= 0; count -= 7) {
      expect(JSON.stringify(run.after(count))).toBe(forward[count])
    }
  })

  it('takes an action after all that happens in the same millisecond', () => {
    const run = history(shop, course([{ atMs: 0, action: 'close' }]))
    expect(run.entries(run.countAt(0)).map(({ note }) => note)).toEqual([
      'opened',
      'came',
      'closed',
    ])
  })

  it('forks: before the action nothing changes, after it the course is another', () => {
    fc.assert(
      fc.property(actions, seeds, fc.integer({ min: 0, max: 3000 }), (deeds, seed, atMs) => {
        const run = history(shop, course(deeds, seed))
        run.at(4000)
        const other = run.fork(atMs, 'close')
        const kept = deeds.filter((deed) => deed.atMs <= atMs)
        const anew = history(shop, course([...kept, { atMs, action: 'close' }], seed))
        expect(other.course).toEqual(anew.course)
        expect(bytes(other, 4000)).toBe(bytes(anew, 4000))
        expect(bytes(other, 1500)).toBe(bytes(anew, 1500))
        if (atMs > 0) expect(other.at(atMs - 1)).toEqual(run.at(atMs - 1))
      }),
      RUNS,
    )
  })

  it('shows no time before the start and nothing after the end', () => {
    const quiet: Rules<null, number, 'tick', never, 'ticked'> = {
      begin: () => ({ world: 0, schedule: [{ afterMs: 5, event: 'tick' }] }),
      happen: (world) => ({ world: world + 1, notes: ['ticked'] }),
      act: (world) => ({ world }),
    }
    const run = history(quiet, { parameters: null, seed: 1, deeds: [] })
    expect(run.ended()).toBe('no')
    expect(run.at(4)).toEqual({ nowMs: 0, count: 0, world: 0 })
    expect(run.at(1e9)).toEqual({ nowMs: 5, count: 1, world: 1 })
    expect(run.after(99)).toEqual({ nowMs: 5, count: 1, world: 1 })
    expect(run.after(-1)).toEqual({ nowMs: 0, count: 0, world: 0 })
    expect(run.ended()).toBe('over')
  })

  it('ends a world that never rests, instead of running for ever', () => {
    const restless: Rules<null, number, 'again', never, never> = {
      begin: () => ({ world: 0, schedule: [{ afterMs: 0, event: 'again' }] }),
      happen: (world) => ({ world: world + 1, schedule: [{ afterMs: 0, event: 'again' }] }),
      act: (world) => ({ world }),
    }
    const run = history(restless, { parameters: null, seed: 1, deeds: [] })
    expect(run.at(1).world).toBe(250_000)
    expect(run.ended()).toBe('too-long')
  })

  it('stops where the world breaks a rule of its own, and names it', () => {
    const run = history(shop, course([{ atMs: 100, action: 'break' }]))
    expect(run.at(99).world.waiting).toBeGreaterThanOrEqual(0)
    expect(() => run.at(100)).toThrow(BrokenInvariantError)
    expect(() => run.at(100)).toThrow('“nobody is missing” does not hold at 100 ms')
  })

  it('refuses deeds out of order, at no time, and events at no time', () => {
    expect(() =>
      history(
        shop,
        course([
          { atMs: 2, action: 'open' },
          { atMs: 1, action: 'open' },
        ]),
      ),
    ).toThrow('history: deeds must be in order')
    expect(() => history(shop, course([{ atMs: 0.5, action: 'open' }]))).toThrow(RangeError)
    const late: Rules<null, null, 'x', never, never> = {
      begin: () => ({ world: null, schedule: [{ afterMs: NaN, event: 'x' }] }),
      happen: (world) => ({ world }),
      act: (world) => ({ world }),
    }
    expect(() => history(late, { parameters: null, seed: 1, deeds: [] })).toThrow(
      'schedule: afterMs must be a finite number',
    )
  })
})
