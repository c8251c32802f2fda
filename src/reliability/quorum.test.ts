import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kOfN } from './k-of-n.ts'
import { fromUnreliability } from './probability.ts'
import { majority, readWriteQuorum, weightedQuorum } from './quorum.ts'

const RUNS = { seed: 20_090_115, numRuns: 200 }
const reliability = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000),
  fc.nat({ max: 1000 }).map((n) => n / 1000),
)
const voters = fc.array(fc.record({ votes: fc.nat({ max: 5 }), component: reliability }), {
  maxLength: 9,
})

/** Every combination of up and down, one by one. */
function enumerate(
  list: readonly { readonly votes: number; readonly component: number }[],
  quorum: number,
): number {
  let works = 0
  for (let set = 0; set < 2 ** list.length; set += 1) {
    let probability = 1
    let votes = 0
    for (const [index, voter] of list.entries()) {
      const up = Math.floor(set / 2 ** index) % 2 === 1
      probability *= up ? voter.component : 1 - voter.component
      if (up) votes += voter.votes
    }
    if (votes >= quorum) works += probability
  }
  return works
}

describe('weightedQuorum', () => {
  it('agrees with the enumeration of all states', () => {
    fc.assert(
      fc.property(voters, fc.integer({ min: -1, max: 30 }), (list, quorum) => {
        const { reliability: works, unreliability } = weightedQuorum(list, quorum)
        expect(Math.abs(works - enumerate(list, quorum))).toBeLessThan(1e-12)
        expect(works + unreliability).toBeCloseTo(1, 14)
      }),
      RUNS,
    )
  })

  it('lets no two disjoint sets decide where the quorum is more than half the votes', () => {
    // If a set and its complement could both decide, the vote and its opposite would overlap.
    fc.assert(
      fc.property(voters, (list) => {
        const total = list.reduce((sum, { votes }) => sum + votes, 0)
        const quorum = Math.floor(total / 2) + 1
        const others = list.map(({ votes, component }) => ({ votes, component: 1 - component }))
        const both =
          weightedQuorum(list, quorum).reliability + weightedQuorum(others, quorum).reliability
        expect(both).toBeLessThan(1 + 1e-12)
      }),
      RUNS,
    )
  })

  it('gives a replica with more than half of the votes the whole say', () => {
    const dictator = [
      { votes: 3, component: fromUnreliability(1e-30) },
      { votes: 1, component: 0.5 },
      { votes: 1, component: 0.5 },
    ]
    // By hand: it alone is a quorum of three, and the two others are none.
    expect(weightedQuorum(dictator, 3).unreliability / 1e-30).toBeCloseTo(1, 12)
  })

  it('ignores observers and takes an empty quorum as met', () => {
    const list = [
      { votes: 0, component: 1 },
      { votes: 1, component: 0.25 },
    ]
    expect(weightedQuorum(list, 1).reliability).toBe(0.25)
    expect(weightedQuorum(list, 0)).toEqual({ reliability: 1, unreliability: 0 })
    expect(weightedQuorum(list, 2)).toEqual({ reliability: 0, unreliability: 1 })
  })

  it.each([
    [[{ votes: 0.5, component: 1 }], 1, 'weightedQuorum: votes must be a whole number'],
    [[{ votes: 1, component: 2 }], 1, 'weightedQuorum: component must lie in [0, 1], got 2'],
    [[{ votes: 1, component: 1 }], NaN, 'weightedQuorum: quorum must be a whole number'],
    [
      Array.from({ length: 3 }, () => ({ votes: 5000, component: 1 })),
      1,
      'weightedQuorum: the sum of all votes must be a whole number from 0 to 10000, got 15000',
    ],
  ])('refuses %o with a quorum of %d', (list, quorum, message) => {
    expect(() => weightedQuorum(list, quorum)).toThrow(RangeError)
    expect(() => weightedQuorum(list, quorum)).toThrow(message)
  })
})

describe('majority', () => {
  it('is k out of n for equal replicas, and no better for one replica more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), reliability, (half, p) => {
        const odd = Array.from({ length: 2 * half + 1 }, () => p)
        const expected = kOfN(odd.length, half + 1, p)
        const { reliability: works, unreliability } = majority(odd)
        expect(works).toBeCloseTo(expected.reliability, 13)
        expect(unreliability).toBeCloseTo(expected.unreliability, 13)
        expect(majority([...odd, p]).reliability).toBeLessThanOrEqual(works + 1e-12)
      }),
      RUNS,
    )
  })

  it('of nobody is never reached', () => {
    expect(majority([]).reliability).toBe(0)
  })

  it('refuses what is no probability', () => {
    expect(() => majority([0.5, NaN])).toThrow('majority: component must lie in [0, 1], got NaN')
  })
})

describe('readWriteQuorum', () => {
  it.each([
    { n: 5, read: 3, write: 3, readsMeetWrites: true, writesMeet: true },
    { n: 5, read: 2, write: 3, readsMeetWrites: false, writesMeet: true },
    { n: 4, read: 3, write: 2, readsMeetWrites: true, writesMeet: false },
    { n: 2, read: 1, write: 1, readsMeetWrites: false, writesMeet: false },
  ])('of $n copies, $read to read, $write to write: $readsMeetWrites, $writesMeet', (given) => {
    const { n, read, write, readsMeetWrites, writesMeet } = given
    const outcome = readWriteQuorum({ n, read, write, copy: 0.9 })
    expect(outcome).toMatchObject({ readsMeetWrites, writesMeet })
    // By counting: a read fits beside a write exactly where they need not meet.
    expect(outcome.readsMeetWrites).toBe(n - write < read)
  })

  it.each([
    [{ n: -1, read: 1, write: 1, copy: 0.5 }, 'readWriteQuorum: n must be a whole number from 0'],
    [{ n: 3, read: 0.5, write: 1, copy: 0.5 }, 'readWriteQuorum: read must be a whole number'],
    [{ n: 3, read: 1, write: NaN, copy: 0.5 }, 'readWriteQuorum: write must be a whole number'],
    [{ n: 3, read: 1, write: 1, copy: 2 }, 'readWriteQuorum: copy must lie in [0, 1], got 2'],
  ])('refuses %o', (quorum, message) => {
    expect(() => readWriteQuorum(quorum)).toThrow(RangeError)
    expect(() => readWriteQuorum(quorum)).toThrow(message)
  })

  it('asks as many copies as it says', () => {
    // By hand: one of two at 0.9 is 0.99, two of two 0.81.
    const outcome = readWriteQuorum({ n: 2, read: 1, write: 2, copy: 0.9 })
    expect(outcome.read.reliability).toBeCloseTo(0.99, 14)
    expect(outcome.write.reliability).toBeCloseTo(0.81, 14)
  })
})
