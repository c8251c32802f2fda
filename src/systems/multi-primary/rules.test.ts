// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Deed } from '../../simulation/history.ts'
import { machine } from '../../simulation/machine.ts'
import { goodsIn } from './basket.ts'
import { shownAt } from './ledger.ts'
import { multiPrimary } from './rules.ts'
import type { MultiPrimaryAction, MultiPrimaryParameters, MultiPrimaryWorld } from './world.ts'

const USUAL: MultiPrimaryParameters = {
  sites: 3,
  rule: 'clock',
  aheadMs: {},
  latency: { kind: 'fixed', ms: 100 },
  loss: 0,
  duplication: 0,
  retryMs: 300,
}

const at = (atMs: number, action: MultiPrimaryAction): Deed<MultiPrimaryAction> => ({
  atMs,
  action,
})
const add = (site: string, good: 'tea' | 'milk' | 'bread' = 'tea') =>
  ({ kind: 'add', site, good }) as const
const remove = (site: string, good: 'bread' | 'tea' = 'bread') =>
  ({ kind: 'remove', site, good }) as const

function play(
  parameters: Partial<MultiPrimaryParameters>,
  deeds: readonly Deed<MultiPrimaryAction>[],
  untilMs = 5000,
): MultiPrimaryWorld {
  const run = machine(multiPrimary, { parameters: { ...USUAL, ...parameters } }, 1)
  for (const { atMs, action } of deeds) {
    while (run.nextAtMs() <= atMs) run.advance()
    run.act(action, atMs)
  }
  while (run.nextAtMs() <= untilMs) run.advance()
  return run.world()
}

const everywhere = (world: MultiPrimaryWorld) =>
  Object.keys(world.sites).map((id) => shownAt(world, id))

/** A puts tea in, and ten milliseconds later B milk: too early to have heard. */
const BOTH = [at(10, add('A', 'tea')), at(20, add('B', 'milk'))]
/** B throws the bread out, and A puts tea in before it has heard. */
const THROWN = [at(10, remove('B')), at(20, add('A', 'tea'))]

describe('the last writer wins', () => {
  // By hand: milk reaches A and C at 120, where tea had been since 10 and 110.
  it('so the write before it is gone everywhere, though both were acknowledged', () => {
    const world = play({}, BOTH)
    expect(everywhere(world)).toEqual(['bread+milk', 'bread+milk', 'bread+milk'])
    expect(world.lost).toEqual([{ write: 1, atMs: 120 }])
    expect(world.breaches).toEqual({ nothingLost: 120 })
    expect(world.conflicts).toEqual([])
  })

  it('by its clock: one that is ahead wins over whoever wrote later', () => {
    expect(everywhere(play({ aheadMs: { A: 50 } }, BOTH))[0]).toBe('bread+tea')
  })

  it('and whoever has seen its write, and writes later, loses at once', () => {
    const later = [at(10, add('A', 'tea')), at(300, add('B', 'milk'))]
    expect(everywhere(play({}, later))[0]).toBe('bread+tea+milk')
    const world = play({ aheadMs: { A: 500 } }, later)
    expect(everywhere(world)).toEqual(['bread+tea', 'bread+tea', 'bread+tea'])
    expect(world.lost).toEqual([{ write: 2, atMs: 300 }])
    expect(world.breaches).toEqual({ order: 300, nothingLost: 300 })
    // Lamport's clock knows the order, whatever the time of day.
    const ordered = play({ rule: 'lamport', aheadMs: { A: 500 } }, later)
    expect(everywhere(ordered)[2]).toBe('bread+tea+milk')
    expect(ordered.breaches).toEqual({})
  })

  // By hand: both stamps are 1, and the name of the site decides.
  it('by Lamport’s clock too, and of two concurrent writes one is gone', () => {
    const world = play({ rule: 'lamport' }, BOTH)
    expect(everywhere(world)).toEqual(['bread+milk', 'bread+milk', 'bread+milk'])
    expect(world.breaches).toEqual({ nothingLost: 120 })
  })
})

describe('whoever arrives last wins', () => {
  it('so two sites swap their values, and never agree', () => {
    const world = play({ rule: 'arrival' }, BOTH)
    expect(everywhere(world)).toEqual(['bread+milk', 'bread+tea', 'bread+milk'])
    expect(world.breaches).toEqual({ agreement: 120 })
  })
})

describe('version vectors', () => {
  it('keep both of two concurrent writes, until somebody who is shown both settles it', () => {
    const world = play({ rule: 'siblings' }, BOTH)
    expect(everywhere(world)).toEqual(Array.from({ length: 3 }, () => 'bread+milk or bread+tea'))
    expect(world.conflicts).toEqual([[1, 2]])
    const vectors = world.sites['C']?.versions.map(({ vector }) => vector)
    expect(vectors).toEqual([{ A: 2 }, { A: 1, B: 1 }])
    const settled = play({ rule: 'siblings' }, [...BOTH, at(500, { kind: 'settle', site: 'C' })])
    expect(everywhere(settled)[0]).toBe('bread+tea+milk')
    expect(settled.sites['A']?.versions.map(({ vector }) => vector)).toEqual([{ A: 2, B: 1, C: 1 }])
    expect(settled.breaches).toEqual({})
  })

  it('keep a write and the next one apart from a conflict', () => {
    const world = play({ rule: 'siblings' }, [at(10, add('A')), at(200, add('B', 'milk'))])
    expect(everywhere(world)[2]).toBe('bread+tea+milk')
    expect(world.conflicts).toEqual([])
  })

  it('do not say what a removal meant: baskets that are poured together bring it back', () => {
    const world = play({ rule: 'union' }, THROWN)
    expect(everywhere(world)).toEqual(['bread+tea', 'bread+tea', 'bread+tea'])
    expect(world.breaches).toEqual({ removals: 110 })
    // A person who is shown both baskets knows.
    const asked = [...THROWN, at(500, { kind: 'settle', site: 'A' } as const)]
    expect(everywhere(play({ rule: 'siblings' }, asked))).toEqual(['tea', 'tea', 'tea'])
  })
})

describe('an observed-remove set', () => {
  it('throws out what was seen, and keeps what was not', () => {
    const world = play({ rule: 'or-set' }, THROWN)
    expect(everywhere(world)).toEqual(['tea', 'tea', 'tea'])
    expect(world.breaches).toEqual({})
    expect(world.conflicts).toEqual([[1, 2]])
  })

  it('keeps what was put in again while somebody threw it out', () => {
    const world = play({ rule: 'or-set' }, [at(10, remove('A')), at(20, add('B', 'bread'))])
    expect(everywhere(world)).toEqual(['bread', 'bread', 'bread'])
    const later = [at(10, add('B', 'bread')), at(200, remove('A'))]
    expect(everywhere(play({ rule: 'or-set' }, later))).toEqual(['', '', ''])
  })
})

describe('a link that is cut', () => {
  const apart = [
    at(0, { kind: 'cut', one: 'A', other: 'B' } as const),
    at(0, { kind: 'cut', one: 'A', other: 'C' } as const),
    ...BOTH,
  ]

  it('keeps both sides writing, and they tell each other when it is mended', () => {
    expect(everywhere(play({ rule: 'or-set' }, apart))).toEqual([
      'bread+tea',
      'bread+milk',
      'bread+milk',
    ])
    const mended = [
      ...apart,
      at(2000, { kind: 'mend', one: 'A', other: 'B' } as const),
      at(2000, { kind: 'mend', one: 'A', other: 'C' } as const),
    ]
    const before = play({ rule: 'or-set' }, mended, 2099)
    expect(everywhere(before)[0]).toBe('bread+tea')
    expect(everywhere(play({ rule: 'or-set' }, mended, 2100))).toEqual(
      Array.from({ length: 3 }, () => 'bread+tea+milk'),
    )
  })

  it('takes with it what is on its way', () => {
    const world = play({}, [at(10, add('A')), at(50, { kind: 'cut', one: 'A', other: 'B' })], 60)
    expect(world.flights.map(({ to }) => to)).toEqual(['C'])
    expect(world.ended).toMatchObject([{ to: 'B', endMs: 50, fate: 'lost' }])
  })
})

describe('a message', () => {
  // By hand: sent at 10 and dropped; there is no confirmation at 310, and the next one arrives at 410.
  it('that is dropped is sent again', () => {
    const deeds = [at(10, add('A')), at(20, { kind: 'drop', flight: 1 } as const)]
    expect(shownAt(play({}, deeds, 409), 'B')).toBe('bread')
    expect(shownAt(play({}, deeds, 410), 'B')).toBe('bread+tea')
  })

  it('that is delayed is overtaken, and changes nothing then', () => {
    const deeds = [
      at(10, add('A')),
      at(20, { kind: 'delay', flight: 1, byMs: 1000 } as const),
      at(30, remove('A', 'tea')),
    ]
    const world = play({}, deeds)
    expect(shownAt(world, 'B')).toBe('bread')
    expect(world.ended.find(({ number }) => number === 1)).toMatchObject({
      endMs: 1110,
      outcome: 'known',
    })
    // Without stamps the old one undoes the new one.
    const old = play({ rule: 'arrival' }, deeds)
    expect(shownAt(old, 'B')).toBe('bread+tea')
    expect(old.breaches.order).toBe(1110)
  })
})

describe('what is not there', () => {
  it.each<MultiPrimaryAction>([
    { kind: 'add', site: 'D' },
    { kind: 'remove', site: 'A', good: 'tea' },
    { kind: 'settle', site: 'A' },
    { kind: 'cut', one: 'A', other: 'A' },
    { kind: 'mend', one: 'A', other: 'D' },
    { kind: 'drop', flight: 7 },
    { kind: 'delay', flight: 7, byMs: 10 },
  ])('is let alone: %j', (action) => {
    const world = play({}, [at(10, action)])
    expect(world.writes).toHaveLength(1)
    expect(everywhere(world)).toEqual(['bread', 'bread', 'bread'])
  })
})

it('puts in what nobody has had for the longest time', () => {
  const adds = Array.from({ length: 9 }, (_, index) => at(10 + index, { kind: 'add', site: 'A' }))
  const world = play({}, adds.slice(0, 8) as readonly Deed<MultiPrimaryAction>[])
  expect(world.writes.slice(1).map(({ good }) => good)).toEqual([
    'tea',
    'milk',
    'eggs',
    'rice',
    'jam',
    'salt',
    'soap',
    'bread',
  ])
  expect(goodsIn(world.sites['A']?.versions[0]?.basket ?? [])).toHaveLength(8)
})

describe('what is refused', () => {
  it.each([
    ['one site alone', { sites: 1 }],
    ['more losses than messages', { loss: 1.1 }],
    ['no patience', { retryMs: 0 }],
    ['a clock that is nowhere', { aheadMs: { A: NaN } }],
  ])('%s', (_, part) => {
    expect(() => play(part, [])).toThrow(RangeError)
  })
})
