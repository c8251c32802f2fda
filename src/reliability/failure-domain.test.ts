import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestPlacement } from './best-placement.ts'
import { type FailureDomain, domainKofN } from './failure-domain.ts'
import { kOfN } from './k-of-n.ts'
import { type Component, fromUnreliability, toProbability } from './probability.ts'

const RUNS = { seed: 20_090_115, numRuns: 200 }
const probability = fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000)

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

/** Small trees, at most two domains deep. */
const rack = fc.record({ own: probability, leaves: fc.nat({ max: 3 }), leaf: probability })
const tree: fc.Arbitrary<FailureDomain> = fc.record({
  own: probability,
  children: fc.array(
    fc.oneof(rack, fc.record({ own: probability, children: fc.array(rack, { maxLength: 2 }) })),
    { minLength: 1, maxLength: 2 },
  ),
})

/** Every way things can be in a domain: how many are up, and how likely; none merged. */
function ways(domain: FailureDomain): readonly (readonly [up: number, chance: number])[] {
  const { reliability, unreliability } = toProbability(domain.own, 'test')
  const both = (
    left: readonly (readonly [number, number])[],
    right: readonly (readonly [number, number])[],
  ): readonly (readonly [number, number])[] =>
    left.flatMap(([a, p]) => right.map(([b, q]) => [a + b, p * q] as const))
  const single = (leaf: Component): readonly (readonly [number, number])[] => {
    const sides = toProbability(leaf, 'test')
    return [
      [1, sides.reliability],
      [0, sides.unreliability],
    ]
  }
  const parts =
    'leaves' in domain
      ? Array.from({ length: domain.leaves }, () => single(domain.leaf))
      : domain.children.map(ways)
  const inside = parts.reduce(both, [[0, 1]])
  return [[0, unreliability], ...inside.map(([up, p]) => [up, reliability * p] as const)]
}

function leavesOf(domain: FailureDomain): number {
  if ('leaves' in domain) return domain.leaves
  return domain.children.reduce((sum, child) => sum + leavesOf(child), 0)
}

describe('domainKofN', () => {
  it('gives two replicas in two racks by hand', () => {
    // Each is up with 0.9·0.5 = 0.45; one of two: 1 - 0.55² = 0.6975. In one rack: 0.9·0.75 = 0.675.
    const one = { own: 0.9, leaves: 1, leaf: 0.5 }
    const apart = domainKofN({ own: 1, children: [one, one] }, 1)
    const together = domainKofN({ own: 1, children: [{ ...one, leaves: 2 }] }, 1)
    expect(relativeError(apart.reliability, 0.6975)).toBeLessThan(1e-14)
    expect(relativeError(together.reliability, 0.675)).toBeLessThan(1e-14)
  })

  it('agrees with enumeration of everything that can fail', () => {
    fc.assert(
      fc.property(tree, fc.nat({ max: 13 }), (root, k) => {
        let [enough, tooFew] = [0, 0]
        for (const [up, chance] of ways(root)) {
          if (up >= k) enough += chance
          else tooFew += chance
        }
        const system = domainKofN(root, k)
        expect(relativeError(system.reliability, enough)).toBeLessThan(1e-11)
        expect(relativeError(system.unreliability, tooFew)).toBeLessThan(1e-11)
      }),
      { ...RUNS, numRuns: 60 },
    )
  })

  it('is kOfN where no domain ever fails', () => {
    const leaf = fromUnreliability(1e-9)
    const safe = { own: 1, leaves: 20, leaf }
    const system = domainKofN({ own: 1, children: [safe, safe, safe] }, 55)
    const expected = kOfN(60, 55, leaf)
    expect(relativeError(system.unreliability, expected.unreliability)).toBeLessThan(1e-12)
  })

  it('is no better than its outermost domain, and better with fewer replicas needed', () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 1, max: 12 }), (root, k) => {
        const system = domainKofN(root, k)
        const own = toProbability(root.own, 'test')
        const slack = 1 + 1e-12
        expect(system.reliability).toBeLessThanOrEqual(own.reliability * slack)
        const more = domainKofN(root, k + 1)
        expect(more.reliability).toBeLessThanOrEqual(system.reliability * slack)
        expect(domainKofN(root, leavesOf(root) + 1).reliability).toBe(0)
        expect(domainKofN(root, 0).unreliability).toBe(0)
      }),
      RUNS,
    )
  })

  it.each([
    [{ own: 1.5, leaves: 1, leaf: 1 }, 'domainKofN: own must lie in [0, 1], got 1.5'],
    [{ own: 1, leaves: 1, leaf: NaN }, 'domainKofN: leaf must lie in [0, 1], got NaN'],
    [{ own: 1, leaves: 1.5, leaf: 1 }, 'domainKofN: leaves must be a whole number'],
    [{ own: 1, leaves: 10_001, leaf: 1 }, 'domainKofN: leaves must be a whole number'],
  ])('refuses %o by name', (root, message) => {
    expect(() => domainKofN(root, 1)).toThrow(RangeError)
    expect(() => domainKofN(root, 1)).toThrow(message)
  })

  it('refuses a fraction of a replica, too many of them, and a tree without a bottom', () => {
    const full = { own: 1, leaves: 6000, leaf: 1 }
    const endless: { own: number; children: FailureDomain[] } = { own: 1, children: [] }
    endless.children.push(endless)
    expect(() => domainKofN(full, 1.5)).toThrow('domainKofN: k must be a whole number')
    expect(() => domainKofN({ own: 1, children: [full, full] }, 1)).toThrow(
      'domainKofN: number of all leaves must be a whole number from 0 to 10000, got 12000',
    )
    expect(() => domainKofN(endless, 1)).toThrow('domainKofN: depth of the tree')
  })
})

describe('bestPlacement', () => {
  const roomy = { own: 0.999, leaves: 6, leaf: 0.99 }

  it('spreads replicas evenly when a third of them may be lost', () => {
    const room = { own: 1, children: [roomy, roomy, roomy] }
    const { spread, system } = bestPlacement({ room, replicas: 6, k: 4 })
    expect(spread).toEqual([2, 2, 2])
    const two = { ...roomy, leaves: 2 }
    expect(system).toEqual(domainKofN({ own: 1, children: [two, two, two] }, 4))
  })

  it('puts all replicas in one place when all of them are needed', () => {
    // By hand: any second rack is one more that must not fail.
    const room = { own: 1, children: [roomy, roomy] }
    const { spread } = bestPlacement({ room, replicas: 3, k: 3 })
    expect([...spread].toSorted()).toEqual([0, 3])
  })

  it('crosses zones before racks, and fills what is left of the room', () => {
    const zone = { own: 0.9, children: [roomy, { ...roomy, leaves: 1 }] }
    const { spread } = bestPlacement({
      room: { own: 1, children: [zone, zone] },
      replicas: 2,
      k: 1,
    })
    const [a = 0, b = 0, c = 0, d = 0] = spread
    expect([a + b, c + d]).toEqual([1, 1])
    const tight = {
      own: 1,
      children: [
        { ...roomy, leaves: 1 },
        { ...roomy, leaves: 2 },
      ],
    }
    expect(bestPlacement({ room: tight, replicas: 3, k: 1 }).spread).toEqual([1, 2])
  })

  it('is as good as the best of all spreads tried one by one', () => {
    const racks = fc.array(fc.record({ own: probability, leaf: probability }), {
      minLength: 1,
      maxLength: 3,
    })
    fc.assert(
      fc.property(racks, fc.nat({ max: 4 }), fc.nat({ max: 5 }), (places, replicas, k) => {
        const spreads = places.reduce<readonly (readonly number[])[]>(
          (before) =>
            before.flatMap((spread) =>
              Array.from({ length: replicas + 1 }, (_, count) => [...spread, count]),
            ),
          [[]],
        )
        const filled = (spread: readonly number[]): FailureDomain => ({
          own: 0.9,
          children: places.map((place, index) => ({ ...place, leaves: spread[index] ?? 0 })),
        })
        const reliabilities = spreads
          .filter((spread) => spread.reduce((sum, count) => sum + count, 0) === replicas)
          .map((spread) => domainKofN(filled(spread), k).reliability)
        const room = filled(places.map(() => replicas))
        const { spread, system } = bestPlacement({ room, replicas, k })
        expect(relativeError(system.reliability, Math.max(...reliabilities))).toBeLessThan(1e-11)
        expect(domainKofN(filled(spread), k).reliability).toBeCloseTo(system.reliability, 13)
      }),
      RUNS,
    )
  })

  it.each([
    [{ replicas: 7 }, 'bestPlacement: there must be room for all replicas, got 7'],
    [{ replicas: 1.5 }, 'bestPlacement: replicas must be a whole number from 0 to 100, got 1.5'],
    [{ k: NaN }, 'bestPlacement: k must be a whole number'],
    [{ room: { ...roomy, own: 2 } }, 'bestPlacement: own must lie in [0, 1], got 2'],
    [{ room: { ...roomy, leaf: 2 } }, 'bestPlacement: leaf must lie in [0, 1], got 2'],
    [{ room: { ...roomy, leaves: -1 } }, 'bestPlacement: leaves must be a whole number'],
  ])('refuses %o by name', (change, message) => {
    const task = { room: roomy, replicas: 2, k: 1, ...change }
    expect(() => bestPlacement(task)).toThrow(RangeError)
    expect(() => bestPlacement(task)).toThrow(message)
  })
})
