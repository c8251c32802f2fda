import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compose } from './compose.ts'
import type { Depth } from './question.ts'

const made = (outcome: string, depth: Depth, number: number) => ({
  id: `${outcome}-${depth}-${number}`,
  outcome,
  lesson: outcome === 'cost' ? 'costs' : 'quorums',
  depth,
})
const all = ['cost', 'design', 'causes'].flatMap((outcome) =>
  (['recall', 'apply', 'design'] as const).flatMap((depth) =>
    [1, 2, 3].map((number) => made(outcome, depth, number)),
  ),
)
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })

describe('a self-check', () => {
  it('asks each question once, and the same ones for the same seed', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 40 }), (seed, count) => {
        const asked = compose(all, { seed, count })
        expect(new Set(asked).size).toBe(Math.min(count, all.length))
        expect(compose(all, { seed, count })).toEqual(asked)
      }),
    )
  })

  it('asks of three outcomes nine questions in equal parts, three of each', () => {
    for (const seed of [0, 1, 2, 3, 4]) {
      const asked = compose(all, { seed, count: 9 })
      for (const outcome of ['cost', 'design', 'causes'])
        expect(asked.filter((one) => one.outcome === outcome)).toHaveLength(3)
    }
  })

  it('goes from what is recalled to what is designed', () => {
    const depths = compose(all, { seed: 7, count: 9 }).map(({ depth }) => depth)
    // By hand: of each outcome one of each depth, so three of each, in order.
    expect(depths).toEqual(['recall', 'apply', 'design'].flatMap((depth) => [depth, depth, depth]))
  })

  it('keeps to an outcome and to a part where one is named', () => {
    expect(
      compose(all, { seed: 1, count: 40, outcome: 'cost' }).every((one) => one.outcome === 'cost'),
    ).toBe(true)
    expect(compose(all, { seed: 1, count: 40, lesson: 'costs' })).toHaveLength(9)
    expect(compose(all, { seed: 1, count: 40, lesson: 'nothing' })).toEqual([])
  })

  it('is another one for another seed', () => {
    const checks = new Set(
      [1, 2, 3, 4, 5, 6].map((seed) =>
        compose(all, { seed, count: 6 })
          .map(({ id }) => id)
          .join(),
      ),
    )
    expect(checks.size).toBeGreaterThan(3)
  })
})
