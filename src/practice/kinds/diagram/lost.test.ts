import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lostWith, sharedCauses } from './lost.ts'

const part = (id: string, needs: readonly string[] = [], anyOf: readonly string[] = []) => ({
  id,
  needs,
  anyOf,
})

// Two feeds, each with a generator of its own behind it; both machines draw from either feed; one
// switch carries both, and a service runs while one of the machines does. Worked through by hand.
const hall = [
  part('service', [], ['left', 'right']),
  part('left', ['switch'], ['feed-a', 'feed-b']),
  part('right', ['switch'], ['feed-a', 'feed-b']),
  part('switch', ['feed-a']),
  part('feed-a', ['meter']),
  part('feed-b', ['meter']),
  part('meter'),
]

describe('what is lost with a part', () => {
  it('is the part itself where nothing needs it', () => {
    expect(lostWith(hall, 'service')).toEqual(['service'])
    expect(lostWith(hall, 'feed-b')).toEqual(['feed-b'])
  })

  it('is not what has another to turn to', () => {
    expect(lostWith(hall, 'left')).toEqual(['left'])
  })

  it('is everything behind it, through as many steps as there are', () => {
    expect(lostWith(hall, 'switch')).toEqual(['service', 'left', 'right', 'switch'])
    // Both machines have a second feed; their switch has not.
    expect(lostWith(hall, 'feed-a')).toEqual(['service', 'left', 'right', 'switch', 'feed-a'])
    expect(lostWith(hall, 'meter')).toEqual(hall.map(({ id }) => id))
  })

  it('comes in the order of the diagram, whichever part stands first', () => {
    expect(lostWith([...hall].reverse(), 'switch')).toEqual(['switch', 'right', 'left', 'service'])
  })

  it('is refused where it has no answer', () => {
    const ring = [part('a', ['b']), part('b', [], ['a'])]
    expect(() => lostWith(ring, 'a')).toThrow(
      new RangeError('lostWith: parts need one another: a, b, a'),
    )
    expect(() => lostWith([part('a', ['a'])], 'a')).toThrow(/a, a/)
    expect(() => lostWith(hall, 'cooling')).toThrow(new RangeError('lostWith: cooling is no part'))
    expect(() => lostWith([part('a', ['b'])], 'a')).toThrow(/a needs b, which is no part/)
    expect(() => lostWith([part('a'), part('a')], 'a')).toThrow(/one id/)
  })
})

describe('the shared causes', () => {
  it('are the parts that stop all that is served, each alone', () => {
    expect(sharedCauses(hall, ['service'])).toEqual(['switch', 'feed-a', 'meter'])
    expect(sharedCauses(hall, ['left', 'right'])).toEqual(['switch', 'feed-a', 'meter'])
  })

  it('do not hold what stops only some of it', () => {
    const two = [part('shop', ['a']), part('till', ['b']), part('a'), part('b')]
    expect(sharedCauses(two, ['shop', 'till'])).toEqual([])
    expect(sharedCauses(two, ['shop'])).toEqual(['a'])
  })

  it('leave out what is served, even where one of that needs another', () => {
    const chain = [part('shop', ['store']), part('store', ['disk']), part('disk')]
    expect(sharedCauses(chain, ['shop', 'store'])).toEqual(['disk'])
  })

  it('are refused where nothing is served, or what does not exist', () => {
    expect(() => sharedCauses(hall, [])).toThrow(RangeError)
    expect(() => sharedCauses(hall, ['lift'])).toThrow(/lift/)
  })
})

/** Any system without rings: each part may need those before it. */
const systems = fc
  .array(fc.tuple(fc.array(fc.nat(7), { maxLength: 2 }), fc.array(fc.nat(7), { maxLength: 3 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((rows) =>
    rows.map(([needs, anyOf], at) => {
      const before = (list: readonly number[]) =>
        list.filter((one) => one < at).map((one) => `p${one}`)
      return part(`p${at}`, before(needs), before(anyOf))
    }),
  )

describe('in any system without rings', () => {
  it('what stops with a part takes nothing along that the part itself does not', () => {
    fc.assert(
      fc.property(systems, (parts) => {
        for (const { id } of parts)
          for (const stopped of lostWith(parts, id))
            expect(lostWith(parts, id)).toEqual(expect.arrayContaining(lostWith(parts, stopped)))
      }),
    )
  })

  it('whatever a part cannot do without is a shared cause of it', () => {
    fc.assert(
      fc.property(systems, (parts) => {
        for (const { id, needs } of parts)
          expect(sharedCauses(parts, [id])).toEqual(expect.arrayContaining([...needs]))
      }),
    )
  })
})
