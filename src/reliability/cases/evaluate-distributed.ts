import { backoffTotal } from '../backoff.ts'
import { breakerOpenShare, breakerWindow, callsUntilTrip } from '../circuit-breaker.ts'
import { electionCollision } from '../election-collision.ts'
import { burstUndetected, hammingWordError, parityUndetected, secded } from '../error-detection.ts'
import { failureDetector } from '../failure-detector.ts'
import { gridQuorum } from '../grid-quorum.ts'
import { hedgeExponential } from '../hedge.ts'
import { optimalReplicas } from '../optimal-replicas.ts'
import { type Probability } from '../probability.ts'
import { clopperPearson, wilson } from '../proportion-interval.ts'
import { majority, readWriteQuorum, weightedQuorum } from '../quorum.ts'
import { rebuildError } from '../rebuild-error.ts'
import { writesLost } from '../replication-lag.ts'
import { retryAmplification } from '../retry-amplification.ts'
import { freshRead } from '../staleness.ts'
import { zeroFailures } from '../zero-failures.ts'
import { type CaseArguments, type Evaluate, numberOf, numbersOf } from './case-arguments.ts'

function readAndWrite(outcome: { readonly read: Probability; readonly write: Probability }) {
  return {
    readAvailability: outcome.read.reliability,
    readUnavailability: outcome.read.unreliability,
    writeAvailability: outcome.write.reliability,
    writeUnavailability: outcome.write.unreliability,
  }
}

function available({ reliability, unreliability }: Probability) {
  return { availability: reliability, unavailability: unreliability }
}

/** Some cases leave the common cause out, which is none. */
function betaOf(args: CaseArguments): number {
  return args.beta === undefined ? 0 : numberOf(args, 'beta')
}

function freshReadOf(args: CaseArguments): Probability {
  return freshRead({
    n: numberOf(args, 'n'),
    read: numberOf(args, 'r'),
    write: numberOf(args, 'w'),
    versions: numberOf(args, 'k'),
  })
}

/**
 * The operations about quorums, overload, storage and economics that this library answers.
 *
 * @throws RangeError from the function called, where a case is outside its domain
 * @throws TypeError where a case lacks an argument
 * @example distributedEvaluators['breakerConsecutive']?.({ f: 3, q: 0.5 }) // { expectedCalls: 14 }
 */
export const distributedEvaluators: Readonly<Record<string, Evaluate>> = {
  majority: (args) => available(majority(numbersOf(args, 'ps'))),
  rwQuorum: (args) => {
    const outcome = readWriteQuorum({
      n: numberOf(args, 'n'),
      read: numberOf(args, 'r'),
      write: numberOf(args, 'w'),
      copy: numberOf(args, 'p'),
    })
    return {
      ...readAndWrite(outcome),
      strict: outcome.readsMeetWrites && outcome.writesMeet,
      writeWriteIntersect: outcome.writesMeet,
    }
  },
  weightedQuorum: (args) => {
    const components = numbersOf(args, 'ps')
    const voters = numbersOf(args, 'votes').map((votes, index) => ({
      votes,
      component: components[index] ?? NaN,
    }))
    return available(weightedQuorum(voters, numberOf(args, 'threshold')))
  },
  gridQuorum: (args) =>
    readAndWrite(
      gridQuorum({
        rows: numberOf(args, 'rows'),
        columns: numberOf(args, 'cols'),
        copy: numberOf(args, 'p'),
      }),
    ),
  pbsStale: (args) => ({ pStale: freshReadOf(args).unreliability }),
  pbsFresh: (args) => ({ p: freshReadOf(args).reliability }),
  raftCollision: (args) => {
    const { clean, expectedRounds, meanFirst } = electionCollision({
      candidates: numberOf(args, 'n'),
      low: numberOf(args, 'low'),
      high: numberOf(args, 'high'),
      spread: numberOf(args, 'delta'),
    })
    return { pClean: clean.reliability, pSplit: clean.unreliability, expectedRounds, meanFirst }
  },
  breakerConsecutive: (args) => ({
    expectedCalls: callsUntilTrip(numberOf(args, 'f'), numberOf(args, 'q')),
  }),
  breakerWindow: (args) => ({
    pTrip: breakerWindow({
      window: numberOf(args, 'n'),
      threshold: numberOf(args, 'threshold'),
      failureProbability: numberOf(args, 'q'),
    }).unreliability,
  }),
  breakerOpenFraction: (args) => {
    const { closed, meanClosed, meanOpen } = breakerOpenShare({
      failures: numberOf(args, 'f'),
      failureProbability: numberOf(args, 'q'),
      callRate: numberOf(args, 'lambda'),
      timeout: numberOf(args, 'timeout'),
      probeSuccess: numberOf(args, 'pProbe'),
      probes: numberOf(args, 's'),
    })
    return { openFraction: closed.unreliability, meanClosed, meanOpen }
  },
  retryAmplification: (args) => {
    const { attempts, request } = retryAmplification({
      retries: numberOf(args, 'retries'),
      failureProbability: numberOf(args, 'q'),
      layers: numberOf(args, 'layers'),
    })
    return { attempts, failure: request.unreliability }
  },
  backoffTotal: (args) => {
    const { longest, meanFullJitter } = backoffTotal({
      base: numberOf(args, 'base'),
      multiplier: numberOf(args, 'mult'),
      cap: numberOf(args, 'cap'),
      retries: numberOf(args, 'retries'),
    })
    return { maxTotal: longest, meanFullJitter }
  },
  hedgeExp: (args) => {
    const { mean, extraLoad, longerThan } = hedgeExponential(
      numberOf(args, 'rate'),
      numberOf(args, 'd'),
    )
    return { pTail: longerThan(numberOf(args, 't')), extraLoad, mean }
  },
  rebuildUre: (args) => ({
    pFail: rebuildError(numberOf(args, 'bits'), numberOf(args, 'ber')).unreliability,
  }),
  parityUndetected: (args) => ({
    p: parityUndetected(numberOf(args, 'n'), numberOf(args, 'p')).unreliability,
  }),
  secded: (args) => {
    const { clean, corrected, detected, atRisk } = secded(numberOf(args, 'n'), numberOf(args, 'p'))
    return { pNone: clean, pCorrected: corrected, pDetected: detected, pRisk: atRisk }
  },
  hamming74: (args) => ({ wordError: hammingWordError(numberOf(args, 'p')).unreliability }),
  crcBurst: (args) => ({
    pUndetected: burstUndetected(numberOf(args, 'width'), numberOf(args, 'len')),
  }),
  rpoLoss: (args) => ({
    lost: writesLost(numberOf(args, 'lagSeconds'), numberOf(args, 'writesPerSecond')),
  }),
  detectTime: (args) => {
    const { best, mean, worst } = failureDetector({
      period: numberOf(args, 'period'),
      threshold: numberOf(args, 'threshold'),
      timeout: numberOf(args, 'timeout'),
    })
    return { best, mean, worst }
  },
  optimalN: (args) => {
    const { replicas, cost } = optimalReplicas({
      k: numberOf(args, 'k'),
      replica: numberOf(args, 'p'),
      beta: betaOf(args),
      costPerReplica: numberOf(args, 'costPerReplica'),
      lossWhileDown: numberOf(args, 'lossPerYearDown'),
      most: numberOf(args, 'nMax'),
    })
    return { n: replicas, cost }
  },
  wilson: (args) => {
    const { lower, upper } = wilson(numberOf(args, 'x'), numberOf(args, 'n'), numberOf(args, 'z'))
    return { lo: lower, hi: upper }
  },
  clopperPearson: (args) => {
    const { lower, upper } = clopperPearson(
      numberOf(args, 'x'),
      numberOf(args, 'n'),
      numberOf(args, 'alpha'),
    )
    return { lo: lower, hi: upper }
  },
  zeroFailures: (args) => ({ upper: zeroFailures(numberOf(args, 'n'), numberOf(args, 'alpha')) }),
}
