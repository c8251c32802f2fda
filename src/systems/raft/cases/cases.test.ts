// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { ETCD } from '../parameters.ts'
import { failover } from '../failover.ts'
import { majorityCommit, majorityOf, voteResult } from '../quorum.ts'
import recorded from './etcd-failover-3-nodes.json'
import { etcdFailover, recording } from './recording.ts'
import { compareSamples } from './two-samples.ts'

describe('a majority', () => {
  // By hand: more than half.
  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [5, 3],
    [6, 4],
    [7, 4],
  ])('of %i is %i', (members, majority) => {
    expect(majorityOf(members)).toBe(majority)
  })

  // By hand, from the definition: the highest index that so many hold.
  it.each([
    [[5], 5],
    [[12, 5], 5],
    [[12, 5, 7], 7],
    [[9, 9, 1, 1], 1],
    [[9, 8, 7, 1, 1], 7],
  ])('of those that hold %j has committed %i', (matches, committed) => {
    expect(majorityCommit(matches)).toBe(committed)
  })

  it.each([
    [[true, true, undefined], 'won'],
    [[true, false, undefined], 'pending'],
    [[false, false, undefined], 'lost'],
    // Half against is enough to lose where there is an even number.
    [[true, false, false, undefined], 'lost'],
    [[true, true, false, undefined], 'pending'],
  ])('says of the votes %j: %s', (votes, result) => {
    expect(voteResult(votes)).toBe(result)
  })
})

describe('the etcd cluster whose leader was killed 40 times', () => {
  it('needs as long for a new one as ours do: two-sample Kolmogorov-Smirnov, p above 0.01', () => {
    const [row] = recording(recorded) ?? []
    expect(row?.args['downtimesMs']).toHaveLength(40)
    expect(etcdFailover(row?.args ?? {})).toMatchObject({ sameDistribution: true })
  })

  it('is told from a cluster with other timeouts', () => {
    const [row] = recording(recorded) ?? []
    expect(etcdFailover({ ...row?.args, electionMs: 1300 })).toMatchObject({
      sameDistribution: false,
    })
  })

  it('sometimes needs a second election, and so do ours', () => {
    const again = (all: readonly { readonly elections: number }[]) =>
      all.filter(({ elections }) => elections > 1).length / all.length
    const ours = again(Array.from({ length: 1000 }, (_, seed) => failover(ETCD, seed)))
    // 5 of 40 in the recording: three standard errors of such a count are 0.16.
    expect(Math.abs(ours - again(recorded.trials))).toBeLessThan(0.16)
    expect(ours).toBeGreaterThan(0.03)
  })
})

describe('two samples', () => {
  it('that do not overlap are a whole apart', () => {
    expect(compareSamples([1, 2], [3, 4]).distance).toBe(1)
  })
  it('that are the same are not apart', () => {
    expect(compareSamples([1, 2, 3], [1, 2, 3])).toEqual({ distance: 0, pValue: 1 })
  })
  // By hand: 12 of 25 apart; the root of 12.5 is 3.5355, lambda is 1.7696 with Stephens' correction,
  // and of the series 2 exp(-2 lambda²) - … the first term, 0.00381, is all that counts.
  it('have the p-value of the limit', () => {
    const one = Array.from({ length: 25 }, (_, index) => index)
    const { distance, pValue } = compareSamples(
      one,
      one.map((value) => value + 12),
    )
    expect(distance).toBeCloseTo(0.48, 9)
    expect(pValue).toBeCloseTo(0.00381, 4)
  })
  it('are refused where one is empty', () => {
    expect(() => compareSamples([], [1])).toThrow(RangeError)
  })
})
