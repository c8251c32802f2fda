import { describe, expect, it } from 'vitest'
import { compare } from './agreement.ts'
import capacity from './capacity.json'
import type { CaseArguments } from './case-arguments.ts'
import commonCause from './common-cause.json'
import costCi from './cost-ci.json'
import ctmc from './ctmc.json'
import distributed from './distributed.json'
import erlang from './erlang.json'
import { evaluators } from './evaluate.ts'
import failover from './failover.json'
import failureDomains from './failure-domains.json'
import faultTree from './fault-tree.json'
import kOfN from './k-of-n.json'
import kOfNHetero from './k-of-n-hetero.json'
import literature from './literature.json'
import quorum from './quorum.json'
import repairable from './repairable.json'
import seriesParallel from './series-parallel.json'
import sloRpoRto from './slo-rpo-rto.json'
import standby from './standby.json'
import storageCoding from './storage-coding.json'
import topup from './topup.json'

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
  kOfNHetero,
  faultTree,
  failureDomains,
  sloRpoRto,
  ctmc,
  repairable,
  standby,
  capacity,
  erlang,
  storageCoding,
  topup,
  literature,
  quorum,
  distributed,
  costCi,
].flatMap((suite): readonly GoldenCase[] => suite.cases)

/** How many cases of each operation the files hold; a case that went missing would pass unnoticed. */
const COVERED = {
  series: 7,
  parallel: 7,
  kOfN: 11,
  kOfN_q: 7,
  failoverCoverage: 7,
  failoverSeries: 7,
  failoverSpurious: 7,
  breakEvenSpurious: 7,
  breakEvenSeries: 7,
  betaFactor: 7,
  mgl: 6,
  alphaFactor: 7,
  bfr: 7,
  kOfNHetero: 13,
  faultTree: 9,
  domainKofN: 7,
  downtime: 7,
  nines: 7,
  availabilityMtbf: 6,
  repairableKofN: 7,
  standby: 7,
  ctmcSteady: 6,
  ctmcTransient: 6,
  ctmcAbsorb: 6,
  mttdl: 7,
  nPlusM: 7,
  minReplicas: 3,
  erlangB: 8,
  erlangC: 8,
  mmc: 7,
  majority: 6,
  rwQuorum: 6,
  weightedQuorum: 6,
  gridQuorum: 6,
  pbsStale: 8,
  pbsFresh: 1,
  raftCollision: 7,
  breakerConsecutive: 6,
  breakerWindow: 7,
  breakerOpenFraction: 7,
  retryAmplification: 7,
  backoffTotal: 2,
  hedgeExp: 7,
  rebuildUre: 6,
  parityUndetected: 6,
  secded: 6,
  hamming74: 7,
  crcBurst: 2,
  rpoLoss: 1,
  detectTime: 2,
  optimalN: 6,
  wilson: 7,
  clopperPearson: 7,
  zeroFailures: 1,
}

/** Operations of these files that the library does not answer yet. */
const NOT_YET: readonly string[] = []

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
