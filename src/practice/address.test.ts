import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { queryOf, requestOf } from './address.ts'
import { LARGEST_SEED } from './variant.ts'

const slugs = fc.stringMatching(/^[a-z0-9-]{1,20}$/)

describe('the address of a check', () => {
  it('gives back the check that it was made of', () => {
    const selections = fc.record(
      {
        seed: fc.integer({ min: 0, max: LARGEST_SEED }),
        count: fc.integer({ min: 1, max: 999 }),
        outcome: slugs,
        lesson: slugs,
      },
      { requiredKeys: ['seed', 'count'] },
    )
    fc.assert(
      fc.property(selections, (selection) => {
        expect(requestOf(queryOf(selection))).toEqual({ kind: 'check', selection })
      }),
    )
  })

  it.each([
    ['', 'nothing'],
    ['?utm_source=mail', 'nothing'],
    ['?lesson=quorums', 'lesson'],
    ['?seed=17', 'check'],
    ['?seed=-1', 'unreadable'],
    ['?seed=1e3', 'unreadable'],
    ['?seed=4294967296', 'unreadable'],
    ['?seed=1&count=0', 'unreadable'],
    ['?seed=1&count=1000', 'unreadable'],
    ['?seed=1&outcome=<b>', 'unreadable'],
    ['?lesson=../../x', 'unreadable'],
    ['?outcome=cost', 'unreadable'],
  ])('%s asks for %s', (query, kind) => {
    expect(requestOf(query).kind).toBe(kind)
  })

  it('never throws, whatever somebody wrote', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(() => requestOf(`?${text}`)).not.toThrow()
      }),
    )
  })
})
