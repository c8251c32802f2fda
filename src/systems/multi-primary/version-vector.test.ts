// @vitest-environment node
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type VersionVector, compare, includes, join, next } from './version-vector.ts'

const count = fc.nat(3)
const vector: fc.Arbitrary<VersionVector> = fc.record(
  { A: count, B: count, C: count },
  { requiredKeys: [] },
)
const same = (one: VersionVector, other: VersionVector) => compare(one, other) === 'equal'

describe('version vectors', () => {
  // By hand, as in section 3 of Parker et al.
  it.each([
    [{ A: 2 }, { A: 2 }, 'equal'],
    [{ A: 2, B: 0 }, { A: 2 }, 'equal'],
    [{ A: 2 }, { A: 1 }, 'after'],
    [{ A: 1 }, { A: 1, C: 1 }, 'before'],
    [{ A: 2 }, { A: 1, B: 1 }, 'concurrent'],
    [{ A: 1, B: 2, C: 3 }, { A: 3, B: 2, C: 1 }, 'concurrent'],
  ] as const)('%j stands to %j as %s', (one, other, order) => {
    expect(compare(one, other)).toBe(order)
  })

  it('are partially ordered', () => {
    fc.assert(
      fc.property(vector, vector, vector, (a, b, c) => {
        expect(includes(a, a)).toBe(true)
        if (includes(a, b) && includes(b, a)) expect(same(a, b)).toBe(true)
        if (includes(a, b) && includes(b, c)) expect(includes(a, c)).toBe(true)
      }),
    )
  })

  it('read the same from both sides', () => {
    const turned = { equal: 'equal', before: 'after', after: 'before', concurrent: 'concurrent' }
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        expect(compare(b, a)).toBe(turned[compare(a, b)])
      }),
    )
  })

  it('join in any order and as often as one likes', () => {
    fc.assert(
      fc.property(vector, vector, vector, (a, b, c) => {
        expect(same(join(a, b), join(b, a))).toBe(true)
        expect(same(join(join(a, b), c), join(a, join(b, c)))).toBe(true)
        expect(same(join(a, a), a)).toBe(true)
      }),
    )
  })

  it('join to the least vector that includes both', () => {
    fc.assert(
      fc.property(vector, vector, vector, (a, b, c) => {
        expect(includes(join(a, b), a) && includes(join(a, b), b)).toBe(true)
        if (includes(c, a) && includes(c, b)) expect(includes(c, join(a, b))).toBe(true)
      }),
    )
  })

  it('grow with every write', () => {
    fc.assert(
      fc.property(vector, fc.constantFrom('A', 'B', 'C'), (a, site) => {
        expect(compare(next(a, site), a)).toBe('after')
      }),
    )
  })
})
