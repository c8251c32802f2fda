import { describe, expect, it } from 'vitest'
import { compare } from './agreement.ts'
import commonCause from './common-cause.json'
import { type CaseArguments, evaluators } from './evaluate.ts'
import failover from './failover.json'
import kOfN from './k-of-n.json'
import seriesParallel from './series-parallel.json'
import sloRpoRto from './slo-rpo-rto.json'

interface GoldenCase {
  readonly id: string
  readonly op: string
  readonly args: CaseArguments
  readonly expected: unknown
  readonly relTol: number
  readonly absTol: number
}

const cases: readonly GoldenCase[] = [
  seriesParallel,
  kOfN,
  failover,
  commonCause,
  sloRpoRto,
].flatMap((suite): readonly GoldenCase[] => suite.cases)

/** How many cases of each operation the files hold; a case that went missing would pass unnoticed. */
const COVERED = {
  series: 7,
  parallel: 7,
  kOfN: 11,
  kOfN_q: 3,
  failoverCoverage: 7,
  failoverSeries: 7,
  failoverSpurious: 7,
  breakEvenSpurious: 7,
  breakEvenSeries: 7,
  betaFactor: 7,
  downtime: 6,
  nines: 3,
}

/** Operations of these files that the library does not answer yet. */
const NOT_YET = ['mgl', 'alphaFactor', 'bfr', 'rpoLoss', 'detectTime']

describe('golden cases', () => {
  it.each(Object.entries(COVERED))('%s agrees with all %d of its cases', (op, count) => {
    const evaluate = evaluators[op]
    const own = cases.filter((golden) => golden.op === op)
    const disagreements = own.flatMap(({ id, args, expected, relTol, absTol }) => {
      const { disagreement } = compare(evaluate?.(args), expected, {
        relative: relTol,
        absolute: absTol,
      })
      return disagreement === null ? [] : [`${id}: ${disagreement}`]
    })
    expect(disagreements).toEqual([])
    expect(own.length).toBe(count)
  })

  it('are all of an operation that is covered or known to be missing', () => {
    const operations = new Set(cases.map(({ op }) => op))
    expect([...operations].toSorted()).toEqual([...Object.keys(COVERED), ...NOT_YET].toSorted())
  })

  it('are evaluated for exactly the operations covered here', () => {
    expect(Object.keys(evaluators).toSorted()).toEqual(Object.keys(COVERED).toSorted())
  })
})

describe('a case that lacks an argument', () => {
  it('is refused, not evaluated as something else', () => {
    expect(() => evaluators.nines?.({})).toThrow(TypeError)
    expect(() => evaluators.series?.({ ps: 0.5 })).toThrow(TypeError)
    expect(() => evaluators.series?.({ ps: [0.5, '0.5'] })).toThrow(TypeError)
  })
})
